import { useState } from "react";
import { useUpdateSeatMutation } from "../../generated/manage.ts";
import { describeFailure, send } from "../../lib/send.ts";
import { zoneCity } from "../../lib/time.ts";
import { announce } from "../../ui/Announcer.tsx";
import type { ShownZone } from "../slots/shown-zone.ts";
import type { ViewerZone } from "../slots/viewer-zone.ts";
import { LockedZone, ZonePicker } from "../slots/ZonePicker.tsx";
import styles from "./manage.module.css";

type SeatZoneProps = {
  token: string;
  coachName: string;
  /** The zone that the coach is told as the client's. */
  seatZone: string;
  shownZone: ShownZone;
  /** Whether there is still something to be told. */
  open: boolean;
  onSend: (sending: boolean) => void;
};

/** The zone of this page, which the coach sees as the client's when it is chosen here. */
export function SeatZone({ token, coachName, seatZone, shownZone, open, onSend }: SeatZoneProps) {
  const { zone, locked, choose } = shownZone;
  const [updateSeat, { loading }] = useUpdateSeatMutation();
  const [problem, setProblem] = useState<string | null>(null);
  const keep = async (timeZone: string) => {
    setProblem(null);
    onSend(true);
    try {
      const { updateSeat: result } = await send(() => updateSeat({ variables: { input: { token, timeZone } } }));
      if (result.__typename === "SeatSaved")
        return announce(`${coachName} sees ${zoneCity(timeZone)} time as yours from now on.`);
      setProblem(result.message);
    } catch (error) {
      setProblem(describeFailure(error));
    }
    onSend(false);
  };
  const change = (next: ViewerZone) => {
    choose(next);
    if (open && next.id !== seatZone) void keep(next.id);
  };
  return (
    <>
      {locked ? <LockedZone zone={zone} place={locked} /> : <ZonePicker as="block" zone={zone} onChange={change} />}
      {open && !locked && seatZone !== zone.id && (
        <p className={styles["aside"]}>
          {coachName} sees {zoneCity(seatZone)} time as yours.{" "}
          <button type="button" className={styles["link"]} aria-disabled={loading} onClick={() => void keep(zone.id)}>
            Use {zoneCity(zone.id)} time
          </button>
        </p>
      )}
      {problem && (
        <p role="alert" className={styles["wrong"]}>
          {problem}
        </p>
      )}
    </>
  );
}
