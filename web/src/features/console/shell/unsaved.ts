import { useEffect, useSyncExternalStore } from "react";

const unsaved = new Set<string>();
const listeners = new Set<() => void>();

/**
 * Says whether something on a page waits to be saved. It stays said when the page is left, since what was written is kept;
 * only the browser's own leaving is warned of.
 */
export function useUnsavedMark(what: string, waits: boolean): void {
  useEffect(() => {
    if (waits === unsaved.has(what)) return;
    if (waits) unsaved.add(what);
    else unsaved.delete(what);
    if (unsaved.size > 0) addEventListener("beforeunload", warn);
    else removeEventListener("beforeunload", warn);
    for (const listener of listeners) listener();
  }, [what, waits]);
}

/** Whether anything waits whose name begins so. */
export const useUnsaved = (beginning: string): boolean => useUnsavedAmong([beginning]);

/** Whether anything waits in one of these places. */
export function useUnsavedAmong(beginnings: readonly string[]): boolean {
  return useSyncExternalStore(subscribe, () =>
    [...unsaved].some((what) => beginnings.some((beginning) => what.startsWith(beginning))),
  );
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
