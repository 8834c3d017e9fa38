import { useMemo, useState } from "react";
import { useZoneClockQuery } from "../../generated/client.ts";
import { detectZone } from "../../lib/time.ts";
import { useNow } from "../../lib/use-now.ts";

/** A zone, with the minutes east of UTC that its clocks show now. */
export type ViewerZone = { readonly id: string; readonly offsetMinutes: number };

const storageKey = "kairos.zone";
const checkMs = 15 * 60_000;

/** The zone the viewer reads times in: what was chosen before, else where the browser is. */
export function useViewerZone(): [ViewerZone, (zone: ViewerZone) => void] {
  const [chosen, setChosen] = useState(() => remembered() ?? detectZone());
  const zone = useZoneClock(chosen);
  return [
    zone,
    (next) => {
      setChosen(next);
      remember(next);
    },
  ];
}

/** The zone with its offset as the server's rules have it: a browser's may be old, a remembered one of another season. */
export function useZoneClock({ id, offsetMinutes: guess }: ViewerZone): ViewerZone {
  const offsetMinutes = useOffsetNow(id) ?? guess;
  return useMemo(() => ({ id, offsetMinutes }), [id, offsetMinutes]);
}

/** Minutes east of UTC that the clocks of a zone show now; null until the server has said so. */
export function useOffsetNow(id: string): number | null {
  const now = useNow(60_000);
  const at = new Date(now - (now % checkMs)).toISOString();
  const { data, previousData } = useZoneClockQuery({ variables: { at, timeZone: id } });
  const answers = [data, previousData].flatMap((answer) => answer?.moments ?? []);
  return answers.find(({ timeZone }) => timeZone === id)?.offsetMinutes ?? null;
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
