import type { AgendaBookingFragment } from "../../../generated/console.ts";
import { addMinutes, type WallTime } from "../../../ui/week-grid/wall-time.ts";

/** A booking at the times that the coach's clocks will show: at home, or where she is then. */
export interface Session extends Omit<AgendaBookingFragment, "coachTime"> {
  readonly localStart: WallTime;
  readonly localEnd: WallTime;
  /** The zone of these times. */
  readonly coachZone: string;
  /** Where she is then; null at home. */
  readonly coachPlace: string | null;
}

export function sessionOf({ coachTime, ...booking }: AgendaBookingFragment): Session {
  if (coachTime === null) throw new Error("The server sent a session without the coach's times.");
  const { timeZone, place, localStart, localEnd } = coachTime;
  return { ...booking, localStart, localEnd, coachZone: timeZone, coachPlace: place };
}

export type Place = Session["place"];

/** Real length. Wall times would be wrong by the jump of the clock. */
export const minutesOf = ({ startAt, endAt }: Session): number =>
  Math.round((Date.parse(endAt) - Date.parse(startAt)) / 60_000);

export type Seat = NonNullable<Session["attendees"]>[number];

/** Who has a seat; of a session that does not take place, who lost it with the session. */
export function seatsOf({ attendees, status, cancelledAt }: Session): readonly Seat[] {
  const seats = attendees ?? [];
  const taken = seats.filter((seat) => seat.cancelledAt === null);
  if (taken.length > 0 || status !== "CANCELLED") return taken;
  const lost = seats.filter((seat) => seat.cancelledAt === cancelledAt);
  return lost.length > 0 ? lost : seats;
}

export const isGroup = ({ capacity }: Session): boolean => (capacity ?? 1) > 1;

/** Seats that wait for the coach, the most urgent first. */
export function waitingSeats(session: Session): readonly WaitingSeat[] {
  return seatsOf(session)
    .filter((seat): seat is WaitingSeat => seat.approveBy !== null && seat.cancelledAt === null)
    .toSorted((a, b) => (a.approveBy < b.approveBy ? -1 : 1));
}

export type WaitingSeat = Seat & { readonly approveBy: string };

export function clientNames(session: Session): string {
  return seatsOf(session)
    .map(({ name }) => name)
    .join(", ");
}

/** What the calendar calls it: by the client, or a group by what it is. */
export function titleOf(session: Session): string {
  if (session.status === "HELD") {
    const names = (session.offers ?? []).map(({ entry }) => entry.name);
    return names.length > 0 ? `Offered to ${names.join(", ")}` : "Being booked";
  }
  return isGroup(session) ? session.sessionType.name : clientNames(session) || session.sessionType.name;
}

/** What stands under the title: the other of the two. */
export function detailOf(session: Session): string {
  if (session.status === "HELD" || !isGroup(session)) return session.sessionType.name;
  return [`${seatsOf(session).length} of ${session.capacity}`, clientNames(session)].filter(Boolean).join(": ");
}

/** Whether the coach may still give it another time or call it off. */
export function isOpen({ status }: Session, startsLater: boolean): boolean {
  return startsLater && (status === "CONFIRMED" || status === "PENDING");
}

const STATUS_WORDS: Readonly<Record<Session["status"], string>> = {
  HELD: "Kept for a moment",
  PENDING: "Waits for you",
  CONFIRMED: "Confirmed",
  CANCELLED: "Cancelled",
  COMPLETED: "Completed",
  NO_SHOW: "Nobody came",
};

const CAUSE_WORDS = {
  CLIENT: "Cancelled by the client",
  COACH: "Cancelled by you",
  DECLINED: "Declined",
  LAPSED: "Lapsed unanswered",
} as const;

export function statusWords(session: Session): string {
  const { status, cancelCause } = session;
  if (status === "CANCELLED" && cancelCause !== null) return CAUSE_WORDS[cancelCause];
  if (status === "HELD" && (session.offers ?? []).length > 0) return "Offered";
  const waiting = status === "CONFIRMED" ? waitingSeats(session).length : 0;
  if (waiting > 0) return waiting === 1 ? "1 waits for you" : `${waiting} wait for you`;
  if (status === "NO_SHOW" && !isGroup(session)) return "Client did not come";
  return STATUS_WORDS[status];
}

/** Who else is there in that time, as far as the week shows it; buffers are the server's to judge. */
export function namesInTheWay(
  sessions: Iterable<Session>,
  start: WallTime,
  minutes: number,
  exceptId: string | null,
): string[] {
  const end = addMinutes(start, minutes);
  return [...sessions]
    .filter(
      ({ id, status }) => id !== exceptId && (status === "HELD" || status === "PENDING" || status === "CONFIRMED"),
    )
    .filter(({ localStart, localEnd }) => localStart < end && start < localEnd)
    .map(titleOf);
}
