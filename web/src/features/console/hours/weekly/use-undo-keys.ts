import { useEffect, useEffectEvent } from "react";

interface Undoing {
  readonly undo: () => void;
  readonly redo: () => void;
}

/** Ctrl or Cmd with Z and Y, or Shift+Z, wherever the focus is but in a field that undoes its own typing. */
export function useUndoKeys({ undo, redo }: Undoing): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest("input, textarea, select") !== null) return;
    const key = event.key.toLowerCase();
    const again = key === "y" || (key === "z" && event.shiftKey);
    if (!again && key !== "z") return;
    event.preventDefault();
    if (again) redo();
    else undo();
  });
  useEffect(() => {
    addEventListener("keydown", onKeyDown);
    return () => removeEventListener("keydown", onKeyDown);
  }, []);
}
