import type { MonthDaysSubscription, MonthSessionsSubscription } from "../../../generated/console.ts";

type SessionsEvent = MonthSessionsSubscription["agendaChanged"];
type MonthSession = Extract<SessionsEvent, { __typename: "AgendaSnapshot" }>["bookings"][number];
type DaysResult = MonthDaysSubscription["availabilityDaysChanged"];
export type MonthDay = Extract<DaysResult, { __typename: "AvailabilityDays" }>["days"][number];

export type MonthSessions = ReadonlyMap<string, MonthSession>;

/** A snapshot is the whole truth of its range; a change brings what is new and takes what left it. */
export function withSessions(before: MonthSessions, event: SessionsEvent): MonthSessions {
  if (event.__typename === "AgendaSnapshot") return new Map(event.bookings.map((one) => [one.id, one]));
  if (event.__typename !== "AgendaChange") return before;
  const after = new Map(before);
  for (const id of event.removed) after.delete(id);
  for (const booking of event.bookings) after.set(booking.id, booking);
  return after;
}

/** How many sessions begin on each date, on the clocks that the coach has before her then. What is cancelled, or only held while somebody books, is none. */
export function countByDate(sessions: MonthSessions): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { status, coachTime } of sessions.values()) {
    if (status === "CANCELLED" || status === "HELD" || !coachTime) continue;
    const date = coachTime.localStart.slice(0, 10);
    counts.set(date, (counts.get(date) ?? 0) + 1);
  }
  return counts;
}
