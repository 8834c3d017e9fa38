import { createContext, useContext, useEffect, useEffectEvent, useMemo, useRef, useState } from "react";
import { type Action, type Pressed, readKey } from "./shortcuts.ts";

type Handlers = { readonly [action in Action]?: () => void };

interface ShortcutKeys {
  readonly register: (handlers: { readonly current: Handlers }) => () => void;
  /** Single keys can be switched off, since speech input presses them by accident (WCAG 2.1.4). */
  readonly enabled: boolean;
  readonly setEnabled: (enabled: boolean) => void;
}

export const ShortcutContext = createContext<ShortcutKeys | null>(null);

const STORED = "kairos.single-keys";

/** Listens once for the whole console; whoever registered last answers first. */
export function useShortcutKeys(): ShortcutKeys {
  const registered = useRef<{ readonly current: Handlers }[]>([]);
  const pressed = useRef<Pressed | null>(null);
  const [enabled, setStored] = useState(() => localStorage.getItem(STORED) !== "off");

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
    const read = readKey(event.key, event.timeStamp, pressed.current);
    pressed.current = read.pressed;
    const { action } = read;
    if (action === null || (!enabled && action !== "close")) return;
    const handler = registered.current.findLast(({ current }) => current[action] !== undefined)?.current[action];
    if (handler === undefined) return;
    event.preventDefault();
    handler();
  });
  useEffect(() => {
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);

  return useMemo(
    () => ({
      register: (handlers) => {
        registered.current = [...registered.current, handlers];
        return () => {
          registered.current = registered.current.filter((one) => one !== handlers);
        };
      },
      enabled,
      setEnabled: (next) => {
        localStorage.setItem(STORED, next ? "on" : "off");
        setStored(next);
      },
    }),
    [enabled],
  );
}

/** What the keys do while the component is there. */
export function useShortcuts(handlers: Handlers): void {
  const keys = useContext(ShortcutContext);
  const latest = useRef(handlers);
  useEffect(() => {
    latest.current = handlers;
  });
  const register = keys?.register;
  useEffect(() => register?.(latest), [register]);
}

const OWNS_KEYS =
  "input, textarea, select, [contenteditable], [role=listbox], [role=radiogroup], [role=combobox], [role=dialog]";

/** Whoever is writing or choosing from a list means the key for that; Escape there is the list's own. */
function isTyping(event: KeyboardEvent): boolean {
  return event.target instanceof Element && event.target.closest(OWNS_KEYS) !== null;
}
