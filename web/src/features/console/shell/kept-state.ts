import { useSyncExternalStore } from "react";

/** Makes the hook of a state that outlives its page: what was begun there is found again. Null while there is nothing. */
export function keptState<Value extends object>() {
  let value: Value | null = null;
  const listeners = new Set<() => void>();
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const keep = (next: (before: Value | null) => Value | null): void => {
    value = next(value);
    for (const listener of listeners) listener();
  };
  return function useKept(): readonly [Value | null, typeof keep] {
    return [useSyncExternalStore(subscribe, () => value), keep];
  };
}
