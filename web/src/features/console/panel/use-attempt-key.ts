import { useCallback, useRef } from "react";

/** One key for one request, however often it is sent: a changed request gets a new key. */
export function useAttemptKey(): (request: unknown) => string {
  const attempt = useRef<{ readonly request: string; readonly key: string } | null>(null);
  return useCallback((request: unknown) => {
    const text = JSON.stringify(request);
    if (attempt.current?.request !== text) attempt.current = { request: text, key: newKey() };
    return attempt.current.key;
  }, []);
}

/** Pages served without TLS to another machine have no randomUUID. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
