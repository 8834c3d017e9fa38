import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { Alternatives } from "../session/Alternatives.tsx";
import type { Access } from "./ManagePage.tsx";
import styles from "./manage.module.css";
import { useReschedule } from "./use-reschedule.ts";
import { useSuggestedSlots } from "./use-suggested-slots.ts";

type MoveRequestedProps = {
  token: string;
  access: Access;
  /** The zone times are shown in. */
  zone: string;
  onSend: (sending: boolean) => void;
  onOther: (() => void) | null;
  onDone: () => void;
};

/** The coach asks for another time: the nearest ones are a press away, all others behind the calendar. */
export function MoveRequested({ token, access, zone, onSend, onOther, onDone }: MoveRequestedProps) {
  const { booking, attendee } = access;
  const suggested = useSuggestedSlots(token, booking.version, attendee.timeZone, zone);
  const { move, busy, lost, problem } = useReschedule(token, zone, onSend, onDone);
  const slots = lost?.alternatives ?? suggested;
  return (
    <Notice tone="warning" live title={`${booking.coach.name} asks you for another time`}>
      <div className={styles["asked"]}>
        {booking.moveMessage && <p className={styles["words"]}>“{booking.moveMessage}”</p>}
        {lost && <p>{lost.message}</p>}
        {problem && <p role="alert">{problem}</p>}
        <p>
          {slots?.length === 0
            ? "Nothing is free near it. Choose among all times."
            : "Press one to move the session there. It stays as it is until you do."}
        </p>
        {slots === null ? (
          <Skeleton width="14rem" height="var(--control-m)" />
        ) : (
          <div aria-busy={busy}>
            <Alternatives slots={slots} zone={zone} isDisabled={busy} onChoose={(slot) => void move(slot)} />
          </div>
        )}
        {onOther && (
          <div>
            <Button variant="quiet" size="s" icon="calendar" onPress={onOther}>
              All free times
            </Button>
          </div>
        )}
      </div>
    </Notice>
  );
}
