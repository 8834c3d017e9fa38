/** What is kept under a name, as it was written; null where there is nothing, or the browser keeps nothing. */
export function recall(store: () => Storage, name: string): unknown {
  try {
    return JSON.parse(store().getItem(name) ?? "null");
  } catch {
    return null;
  }
}

/** Null forgets. Private windows and frames may keep nothing: what would be kept then lasts as long as the page. */
export function keep(store: () => Storage, name: string, value: unknown): void {
  try {
    if (value === null) store().removeItem(name);
    else store().setItem(name, JSON.stringify(value));
  } catch {
    // Nothing is kept, and nothing breaks.
  }
}

export const thisTab = (): Storage => sessionStorage;
export const allTabs = (): Storage => localStorage;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
