import { useEffect } from "react";

const everyMs = 4_000;

/** Asks again while a query fails, so that a page that met a restarting server mends itself. */
export function useRetry(failed: boolean, retry: () => unknown): void {
  useEffect(() => {
    if (!failed) return;
    const timer = setInterval(retry, everyMs);
    return () => clearInterval(timer);
  }, [failed, retry]);
}
