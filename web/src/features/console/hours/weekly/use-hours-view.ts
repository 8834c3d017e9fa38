import { useState } from "react";

export type HoursView = "paint" | "list";

const STORED = "kairos.hours";

/** Whether the coach paints her week or writes it, remembered on this device. */
export function useHoursView(): [HoursView, (view: HoursView) => void] {
  const [view, setView] = useState<HoursView>(remembered);
  return [
    view,
    (next) => {
      setView(next);
      try {
        localStorage.setItem(STORED, next);
      } catch {
        // Storage may be closed to us in private windows: the choice then lasts as long as the page.
      }
    },
  ];
}

function remembered(): HoursView {
  try {
    return localStorage.getItem(STORED) === "list" ? "list" : "paint";
  } catch {
    return "paint";
  }
}
