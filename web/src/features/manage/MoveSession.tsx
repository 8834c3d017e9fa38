import { skipToken } from "@apollo/client/react";
import { useEffect, useMemo, useRef, useState } from "react";
import { useMoveBoundsQuery } from "../../generated/manage.ts";
import { dateOf, formatDate, formatTime, formatZone } from "../../lib/time.ts";
import { useMedia } from "../../lib/use-media.ts";
import { Button } from "../../ui/Button.tsx";
import { SendingStatus } from "../../ui/ConnectionStatus.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Alternatives } from "../session/Alternatives.tsx";
import { SlotPicker } from "../slots/SlotPicker.tsx";
import type { ShownZone } from "../slots/shown-zone.ts";
import type { Slot } from "../slots/slot-board.ts";
import { useSlotPicker } from "../slots/use-slot-picker.ts";
import type { Access } from "./ManagePage.tsx";
import styles from "./manage.module.css";
import type { ManageSteps } from "./manage-steps.ts";
import { useReschedule } from "./use-reschedule.ts";

type MoveSessionProps = {
  token: string;
  access: Access;
  shownZone: ShownZone;
  /** The date it takes place now, in the zone shown; null while unknown. */
  present: string | null;
  steps: ManageSteps;
  onSend: (sending: boolean) => void;
  onDone: () => void;
};

/** The same calendar as for booking; the session's own time counts as free. */
export function MoveSession({ token, access, shownZone, present, steps, onSend, onDone }: MoveSessionProps) {
  const { booking, link } = access;
  const { zone, locked, choose: setZone } = shownZone;
  const { date, at } = steps;
  const [chosen, setChosen] = useState<Slot | null>(null);
  const returning = useRef(false);
  if (at) returning.current = true;
  const address = { coach: booking.coach.slug, link: link?.slug ?? "" };
  const { data } = useMoveBoundsQuery(link ? { variables: { ...address, bookingToken: token } } : skipToken);
  const page = data?.bookingPage.__typename === "BookingPage" ? data.bookingPage : null;
  const minutes = (Date.parse(booking.endAt) - Date.parse(booking.startAt)) / 60_000;
  const picker = useSlotPicker({
    source: { ...address, minutes, bookingToken: token },
    zone,
    date,
    around: present ?? undefined,
    preselect: useMedia("(min-width: 48rem)"),
    bounds: useMemo(() => page && { first: page.firstDate, last: page.lastDate }, [page]),
    seen: at === null,
  });
  // After a reload the address alone knows it: it is then as the calendar has it.
  const slot =
    at === null ? null : chosen?.startAt === at ? chosen : (picker.slots?.find((each) => each.startAt === at) ?? null);
  const { move, busy, lost, problem, forget } = useReschedule(token, zone.id, onSend, onDone);
  useEffect(() => {
    if (at === null) forget();
  }, [at, forget]);
  const choose = (next: Slot) => {
    forget();
    setChosen(next);
    steps.choose(next);
  };
  if (!slot) {
    return (
      <>
        <div className={styles["bar"]}>
          <Button variant="quiet" size="s" icon="chevronLeft" onPress={steps.leave}>
            Keep the old time
          </Button>
        </div>
        <SlotPicker
          picker={picker}
          pane={date ? "time" : "date"}
          onDate={steps.goToDate}
          onBack={() => steps.goToDate(null)}
          onChoose={choose}
          zone={zone}
          onZone={setZone}
          locked={locked}
          seats={booking.sessionType.capacity > 1}
          present={booking.startAt}
          returning={returning.current}
        />
      </>
    );
  }
  return (
    <section className={styles["confirm"]} aria-labelledby="move">
      <h2 id="move" className={styles["question"]}>
        Move the session to this time?
      </h2>
      <p className={styles["target"]}>
        {formatDate(dateOf(slot.localStart), "full")}, {formatTime(slot.localStart)}{" "}
        <span className={styles["soft"]}>{formatZone(zone.id, slot.localStart, slot.startAt)}</span>
      </p>
      {lost && (
        <Notice
          tone="warning"
          live
          title={lost.message}
          actions={<Alternatives slots={lost.alternatives} onChoose={choose} />}
        >
          {lost.alternatives.length > 0
            ? "Your session keeps its old time until you choose another."
            : "Your session keeps its old time."}
        </Notice>
      )}
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      <div className={styles["actions"]}>
        {!lost && (
          <Button variant="primary" autoFocus isPending={busy} onPress={() => void move(slot)}>
            {busy ? "Moving…" : "Move the session"}
          </Button>
        )}
        <Button variant="quiet" onPress={steps.unchoose}>
          Other times
        </Button>
      </div>
      <SendingStatus busy={busy} />
    </section>
  );
}
