import { useSyncExternalStore } from "react";

const query = matchMedia("(width < 40rem)");

/** Whether there is room for a phone's layout only. */
export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}

function subscribe(listener: () => void): () => void {
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}
