import { useMemo } from "react";
import { useSearchParams } from "wouter";
import { dateOf } from "../../lib/time.ts";
import type { Slot } from "../slots/slot-board.ts";

type Mode = "view" | "move" | "cancel";
export type ManageSteps = {
  mode: Mode;
  date: string | null;
  /** Start of the chosen time. */
  at: string | null;
  enter: (mode: "move" | "cancel") => void;
  /** Back to the session, whatever was chosen. */
  leave: () => void;
  goToDate: (date: string | null) => void;
  choose: (slot: Slot) => void;
  unchoose: () => void;
};
type Change = { do?: Mode | null; date?: string | null; at?: string | null };

/** How far the visitor is with moving or cancelling, kept in the address: the browser's own back button leads step by step to the session. */
export function useManageSteps(): ManageSteps {
  const [params, setParams] = useSearchParams();
  return useMemo(() => {
    const [date, at] = [params.get("date"), params.get("at")];
    const go = (to: Change, replace: boolean) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(to)) {
            if (value === null) after.delete(name);
            else after.set(name, value);
          }
          return after;
        },
        { replace },
      );
    const mode = params.get("do");
    return {
      mode: mode === "move" || mode === "cancel" ? mode : "view",
      date: date && isDate(date) ? date : null,
      at,
      enter: (next) => go({ do: next, date: null, at: null }, false),
      leave: () => go({ do: null, date: null, at: null }, true),
      goToDate: (next) => go({ date: next, at: null }, next === null || date !== null),
      choose: (slot) => go({ date: dateOf(slot.localStart), at: slot.startAt }, at !== null),
      unchoose: () => go({ at: null }, true),
    };
  }, [params, setParams]);
}

function isDate(value: string): boolean {
  const instant = Date.parse(`${value}T00:00:00.000Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(value);
}
