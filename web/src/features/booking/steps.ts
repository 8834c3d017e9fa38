import { useCallback, useMemo } from "react";
import { useSearchParams } from "wouter";

/** Where the visitor is, kept in the address: the browser's own back button leads from form to times to month. */
export type Steps = {
  date: string | null;
  /** Start of the chosen slot. */
  at: string | null;
  minutes: number | null;
  /** What is waited for: a start, a date, or "any". */
  wait: string | null;
  /** The first start of several sessions. */
  series: string | null;
  /** The token of what has just been booked here. */
  booked: string | null;
  go: (
    to: {
      date?: string | null;
      at?: string | null;
      minutes?: number | null;
      wait?: string | null;
      series?: string | null;
    },
    how?: { replace: boolean },
  ) => void;
  /** What was asked for is booked: of all that led here, the address keeps the token alone. */
  finish: (token: string | null) => void;
};

/** What an address may bring along for the form, and for the way back. */
const asked = /^(name|email|phone|note|redirect|state|date|at|minutes|wait|series|answers\..*)$/;

export function useSteps(): Steps {
  const [params, setParams] = useSearchParams();
  const go = useCallback<Steps["go"]>(
    (to, how = { replace: false }) => {
      setParams((before) => {
        const after = new URLSearchParams(before);
        for (const [name, value] of Object.entries(to)) {
          if (value === null) after.delete(name);
          else after.set(name, String(value));
        }
        return after;
      }, how);
    },
    [setParams],
  );
  const finish = useCallback<Steps["finish"]>(
    (token) =>
      setParams(
        (before) => {
          const after = [...before].filter(([name]) => !asked.test(name));
          return new URLSearchParams(token ? [...after, ["booked", token]] : after);
        },
        { replace: true },
      ),
    [setParams],
  );
  return useMemo(
    () => ({
      date: valid(params.get("date"), isDate),
      at: valid(params.get("at"), (value) => sameInstant(value, "")),
      minutes: Number(valid(params.get("minutes"), (value) => /^[1-9]\d{0,3}$/.test(value))) || null,
      wait: valid(params.get("wait"), (value) => value === "any" || isDate(value) || sameInstant(value, "")),
      series: valid(params.get("series"), (value) => sameInstant(value, "")),
      booked: params.get("booked"),
      ...{ go, finish },
    }),
    [params, go, finish],
  );
}

/** Whoever edits the address gets the plain page, not an error. */
function valid(value: string | null, test: (value: string) => boolean): string | null {
  return value !== null && test(value) ? value : null;
}

const isDate = (value: string): boolean => sameInstant(value, "T00:00:00.000Z");

function sameInstant(value: string, rest: string): boolean {
  const instant = Date.parse(value + rest);
  return !Number.isNaN(instant) && new Date(instant).toISOString() === value + rest;
}
