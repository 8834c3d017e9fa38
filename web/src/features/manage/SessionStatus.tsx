import type { RefObject } from "react";
import { formatDate, formatTime, zoneCity } from "../../lib/time.ts";
import { useMoment } from "../session/use-moment.ts";
import type { Access } from "./ManagePage.tsx";
import styles from "./manage.module.css";

type SessionStatusProps = { access: Access; heading: RefObject<HTMLHeadingElement | null> };

/** How the session stands, above its time. */
export function SessionStatus({ access: { booking }, heading }: SessionStatusProps) {
  return (
    <h2 id="when" ref={heading} tabIndex={-1} className={styles["status"]} data-status={booking.status}>
      {sayStatus(booking)}
    </h2>
  );
}

/** What the coach said, why it does not take place, or until when she answers. */
export function StatusDetails({ access: { booking }, zone }: { access: Access; zone: string }) {
  const { status, cancelReason, coachMessage, approveBy, coach } = booking;
  const deadline = useMoment(status === "PENDING" ? (approveBy ?? null) : null, zone);
  const said = cancelReason ?? coachMessage;
  return (
    <>
      {deadline && (
        <p className={styles["reason"]}>
          {coach.name} answers by {formatDate(deadline.local, "long")}, {formatTime(deadline.local)} ({zoneCity(zone)}{" "}
          time). Until then the time is kept for you; without an answer it is free again.
        </p>
      )}
      {said && (
        <p className={styles["reason"]}>
          {cancelReason && booking.cancelCause === "CLIENT" ? "You wrote" : coach.name}: “{said}”
        </p>
      )}
    </>
  );
}

function sayStatus({ status, cancelCause, coach }: Access["booking"]): string {
  switch (status) {
    case "CANCELLED":
      return sayCancelled(cancelCause, coach.name);
    case "PENDING":
      return `Waiting for ${coach.name} to confirm`;
    case "COMPLETED":
      return "This session has taken place";
    case "NO_SHOW":
      return "This session was missed";
    case "HELD":
    case "CONFIRMED":
      return "Your session";
  }
}

function sayCancelled(cause: Access["booking"]["cancelCause"], coach: string): string {
  switch (cause) {
    case "CLIENT":
      return "You cancelled this session";
    case "COACH":
      return `${coach} cancelled this session`;
    case "DECLINED":
      return `${coach} could not confirm this session`;
    case "LAPSED":
      return `${coach} did not answer in time, so this request has lapsed`;
    default:
      return "This session is cancelled";
  }
}
