import { useEffect, useState } from "react";
import { useHistoryState } from "wouter/use-browser-location";

/** What was done on the page that led here, told once: a reload has nothing new to say. */
export function useArrival(): string | null {
  const state: unknown = useHistoryState();
  const [told] = useState(() =>
    typeof state === "object" && state !== null && "told" in state && typeof state.told === "string"
      ? state.told
      : null,
  );
  useEffect(() => {
    if (told) history.replaceState(null, "");
  }, [told]);
  return told;
}
