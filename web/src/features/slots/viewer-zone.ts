import { useState } from "react";
import { detectZone } from "../../lib/time.ts";

export type ViewerZone = { id: string; offsetMinutes: number };

const storageKey = "kairos.zone";

/** The zone times are shown in: what the viewer chose before, else where the browser is. */
export function useViewerZone(): [ViewerZone, (zone: ViewerZone) => void] {
  const [zone, setZone] = useState(() => remembered() ?? detectZone());
  return [
    zone,
    (next) => {
      setZone(next);
      remember(next);
    },
  ];
}

/** A choice that equals the browser's own zone is no choice: the page then follows the traveller. */
function remember(zone: ViewerZone): void {
  try {
    if (zone.id === detectZone().id) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, JSON.stringify(zone));
  } catch {
    // Storage may be closed to us in private windows: the choice then lasts as long as the page.
  }
}

function remembered(): ViewerZone | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "null");
    return isZone(value) ? value : null;
  } catch {
    return null;
  }
}

function isZone(value: unknown): value is ViewerZone {
  return (
    typeof value === "object" &&
    value !== null &&
    "id" in value &&
    typeof value.id === "string" &&
    "offsetMinutes" in value &&
    typeof value.offsetMinutes === "number"
  );
}
