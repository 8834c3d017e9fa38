import type { BookedSessionPartsFragment } from "../../../../generated/console.ts";
import type { WallTime } from "../../../../ui/week-grid/wall-time.ts";
import { countOf } from "../program-words.ts";

/** A session at the times that the coach's clocks will show. */
export interface BookedSession extends Omit<BookedSessionPartsFragment, "coachTime"> {
  readonly localStart: WallTime;
  readonly localEnd: WallTime;
  readonly coachZone: string;
}

export const bookedSessions = (bookings: readonly BookedSessionPartsFragment[]): BookedSession[] =>
  bookings.map(({ coachTime, ...booking }) => {
    if (coachTime === null) throw new Error("The server sent a session without the coach's times.");
    return {
      ...booking,
      localStart: coachTime.localStart,
      localEnd: coachTime.localEnd,
      coachZone: coachTime.timeZone,
    };
  });

type Timed = Pick<BookedSessionPartsFragment, "status" | "startAt" | "endAt">;

export interface Progress<Session> {
  /** Those that take place or took place. */
  readonly total: number;
  readonly past: number;
  readonly cancelled: number;
  readonly next: Session | null;
}

export function progressOf<Session extends Timed>(sessions: readonly Session[], now: number): Progress<Session> {
  const standing = sessions.filter(({ status }) => status !== "CANCELLED");
  const past = standing.filter(({ endAt }) => Date.parse(endAt) <= now).length;
  const ahead = standing
    .filter(({ endAt }) => Date.parse(endAt) > now)
    .toSorted((a, b) => Date.parse(a.startAt) - Date.parse(b.startAt));
  return { total: standing.length, past, cancelled: sessions.length - standing.length, next: ahead[0] ?? null };
}

/** "3 of 12 sessions are over", "12 sessions to come", "All cancelled". */
export function progressWords({ total, past }: Pick<Progress<unknown>, "total" | "past">): string {
  if (total === 0) return "All cancelled";
  if (past === 0) return `${countOf(total, "session")} to come`;
  return past === total ? `All ${countOf(total, "session")} are over` : `${past} of ${countOf(total, "session")} over`;
}
