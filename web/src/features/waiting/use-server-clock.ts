import { useEffect, useState } from "react";

const worthMs = 5_000;

/** How far the server's clock is ahead of this device's: a countdown by a wrong clock would lie. */
export function useServerClock(): number {
  const [aheadMs, setAheadMs] = useState(0);
  useEffect(() => {
    const leave = new AbortController();
    readAhead(leave.signal).then(setAheadMs, () => undefined);
    return () => leave.abort();
  }, []);
  return aheadMs;
}

async function readAhead(signal: AbortSignal): Promise<number> {
  const asked = Date.now();
  const { headers } = await fetch(location.pathname, { method: "HEAD", cache: "no-store", signal });
  // The header counts in whole seconds.
  return aheadOf(Date.parse(headers.get("date") ?? "") + 500, asked, Date.now());
}

/** A clock that is off by less than answers are late is not off. */
export function aheadOf(serverMs: number, askedMs: number, answeredMs: number): number {
  const ahead = serverMs - (askedMs + answeredMs) / 2;
  return Number.isNaN(ahead) || Math.abs(ahead) < worthMs + (answeredMs - askedMs) ? 0 : Math.round(ahead);
}
