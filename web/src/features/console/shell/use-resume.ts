import { useEffect, useRef } from "react";

const PATIENCE_MS = 2_000;

/** For subscriptions that end or fail: begins them again after a while, and at once when the network is back. */
export function useResume(): (restart: () => void) => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef<(() => void) | null>(null);
  useEffect(() => {
    const online = () => {
      clearTimeout(timer.current);
      latest.current?.();
      latest.current = null;
    };
    addEventListener("online", online);
    return () => {
      clearTimeout(timer.current);
      removeEventListener("online", online);
    };
  }, []);
  return (restart) => {
    clearTimeout(timer.current);
    latest.current = restart;
    timer.current = setTimeout(() => {
      latest.current = null;
      restart();
    }, PATIENCE_MS);
  };
}
