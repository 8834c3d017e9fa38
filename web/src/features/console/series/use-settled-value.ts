import { useEffect, useState } from "react";

/** A value once it has not changed for a while; by its content, so that an equal one is the same one. */
export function useSettledValue<Value>(value: Value, ms: number): Value {
  const [settled, setSettled] = useState(value);
  const next = JSON.stringify(value);
  useEffect(() => {
    if (JSON.stringify(settled) === next) return undefined;
    const timer = setTimeout(() => setSettled(JSON.parse(next)), ms);
    return () => clearTimeout(timer);
  }, [settled, next, ms]);
  return settled;
}
