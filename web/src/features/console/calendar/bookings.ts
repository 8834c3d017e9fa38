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

export function clientNames({ attendees }: Session): string {
  return (attendees ?? []).map(({ name }) => name).join(", ");
}

/** What the calendar calls it: by the client, or a group by what it is. */
export function titleOf(session: Session): string {
  if (session.status === "HELD") return "Being booked";
  return session.attendees?.length === 1 ? clientNames(session) : session.sessionType.name;
}

/** What stands under the title: the other of the two. */
export function detailOf(session: Session): string {
  return session.attendees?.length === 1 || session.status === "HELD" ? session.sessionType.name : clientNames(session);
}

/** Whether the coach may still give it another time or call it off. */
export function isOpen({ status }: Session, startsLater: boolean): boolean {
  return startsLater && (status === "CONFIRMED" || status === "PENDING");
}

const STATUS_WORDS: Readonly<Record<Session["status"], string>> = {
  HELD: "Kept for a moment",
  PENDING: "Waits for approval",
  CONFIRMED: "Confirmed",
  CANCELLED: "Cancelled",
  COMPLETED: "Held",
  NO_SHOW: "Client did not come",
};

export const statusWords = ({ status }: Session): string => STATUS_WORDS[status];

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
