import type { Session } from "./bookings.ts";
import type { Focus } from "./calendar-state.ts";

/** The zone worth a second column: that of the client the coach is looking at, else the one most clients of these weeks live by. */
export function secondZoneOf(focus: Focus, sessions: ReadonlyMap<string, Session>, ownZone: string): string | null {
  const focused = focus.kind === "session" || focus.kind === "move" ? sessions.get(focus.id) : undefined;
  const theirs = focused?.attendees?.find(({ timeZone }) => timeZone !== ownZone)?.timeZone;
  if (theirs !== undefined) return theirs;
  const counts = new Map<string, number>();
  for (const { attendees } of sessions.values()) {
    for (const { timeZone } of attendees ?? []) {
      if (timeZone !== ownZone) counts.set(timeZone, (counts.get(timeZone) ?? 0) + 1);
    }
  }
  return [...counts].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0] ?? null;
}
