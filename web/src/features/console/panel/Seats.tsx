import { useState } from "react";
import { isGroup, type Seat, type Session, seatsOf } from "../calendar/bookings.ts";
import { RequestAnswer } from "../requests/RequestAnswer.tsx";
import { useShortcuts } from "../shell/use-shortcuts.ts";
import { Attendance } from "./Attendance.tsx";
import styles from "./Panel.module.css";
import { SeatDetails } from "./SeatDetails.tsx";
import type { SessionActions, Verdict } from "./use-session-actions.ts";

interface SeatsProps {
  readonly session: Session;
  readonly begun: boolean;
  readonly actions: SessionActions;
}

/** Who comes. In a group each seat is one's own matter: asked for, answered, and noted apart. */
export function Seats({ session, begun, actions }: SeatsProps) {
  const seats = seatsOf(session);
  const group = isGroup(session);
  const left = (session.attendees ?? []).filter((seat) => !seats.includes(seat));
  return (
    <>
      {group && (
        <h3 className={styles.groupTitle}>
          {seats.length} of {session.capacity} seats taken
        </h3>
      )}
      {seats.map((seat) => (
        <SeatCard key={seat.id} session={session} seat={seat} group={group} begun={begun} actions={actions} />
      ))}
      {group && left.length > 0 && session.status !== "CANCELLED" && (
        <p className={styles.gone}>No longer in it: {left.map(({ name }) => name).join(", ")}.</p>
      )}
    </>
  );
}

interface SeatCardProps extends SeatsProps {
  readonly seat: Seat;
  readonly group: boolean;
}

function SeatCard({ session, seat, group, begun, actions }: SeatCardProps) {
  const [asking, setAsking] = useState<Verdict | null>(null);
  const waits = seat.approveBy !== null && seat.cancelledAt === null && !begun;
  useShortcuts(
    waits && !group
      ? {
          approve: () => void actions.decide(session, seat, "approve", ""),
          decline: () => setAsking("decline"),
        }
      : {},
  );
  const canNote = begun && ["CONFIRMED", "COMPLETED", "NO_SHOW"].includes(session.status) && seat.cancelledAt === null;
  return (
    <div className={styles.attendee} data-group={group || undefined}>
      {group && <h4 className={styles.seatName}>{seat.name}</h4>}
      {waits && (
        <RequestAnswer
          seat={seat}
          asking={asking}
          onAsk={setAsking}
          onDecide={(verdict, message) => actions.decide(session, seat, verdict, message)}
        />
      )}
      {canNote && (
        <Attendance
          session={session}
          seat={seat}
          onAttend={(one, attendance) => actions.attend(session, one, attendance)}
        />
      )}
      <SeatDetails seat={seat} />
    </div>
  );
}
