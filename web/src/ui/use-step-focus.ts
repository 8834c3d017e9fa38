import { useEffect, useRef } from "react";

/** Moves the focus when a step is entered (its key appears or changes); on the first showing only where `atOnce` says so. */
export function useStepFocus(key: string | null, focus: () => void, atOnce = false): void {
  const before = useRef<string | null | undefined>(atOnce ? null : undefined);
  const latest = useRef(focus);
  latest.current = focus;
  useEffect(() => {
    const first = before.current === undefined;
    if (before.current === key) return;
    before.current = key;
    if (!first && key !== null) latest.current();
  }, [key]);
}
