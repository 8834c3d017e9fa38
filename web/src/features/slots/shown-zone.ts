import type { PlaceKind } from "../../generated/schema.ts";
import { useViewerZone, useZoneClock, type ViewerZone } from "./viewer-zone.ts";

export type ShownZone = {
  /** The zone times are shown in. */
  zone: ViewerZone;
  /** Why the shown one is not hers to choose; null where it is. */
  locked: string | null;
  choose: (zone: ViewerZone) => void;
};

/** The viewer's zone, but that of the place for a session in person: whoever comes there reads the clocks there. */
export function useShownZone(session: { kind: PlaceKind; timeZone: string } | null): ShownZone {
  const [own, choose] = useViewerZone();
  const there = session?.kind === "ADDRESS" ? session.timeZone : null;
  const zone = useZoneClock({ id: there ?? own.id, offsetMinutes: own.offsetMinutes });
  return { zone, locked: there && "You meet in person: times are those of the place.", choose };
}
