import type { AgendaChangedSubscription } from "../../../generated/console.ts";
import { type Session, sessionOf } from "./bookings.ts";

type SentEvent = AgendaChangedSubscription["agendaChanged"];
type WithSessions<Event> = Event extends { readonly bookings: unknown }
  ? Omit<Event, "bookings"> & { readonly bookings: readonly Session[] }
  : Event;
export type AgendaEvent = WithSessions<SentEvent>;

export function readEvent(event: SentEvent): AgendaEvent {
  return "bookings" in event ? { ...event, bookings: event.bookings.map(sessionOf) } : event;
}

export interface AgendaRange {
  readonly from: string;
  readonly to: string;
}

export interface Agenda {
  /** What the bookings cover; null before the first snapshot. */
  readonly range: AgendaRange | null;
  readonly revision: number;
  readonly bookings: ReadonlyMap<string, Session>;
  readonly refusal: string | null;
}

export const EMPTY_AGENDA: Agenda = { range: null, revision: -1, bookings: new Map(), refusal: null };

/** A snapshot is the whole truth of its range. A change older than what is known is passed over. */
export function withEvent(agenda: Agenda, event: AgendaEvent, range: AgendaRange): Agenda {
  if (event.__typename === "AgendaSnapshot") {
    return {
      range,
      revision: event.revision,
      bookings: new Map(event.bookings.map((one) => [one.id, one])),
      refusal: null,
    };
  }
  if (event.__typename !== "AgendaChange") return { ...agenda, refusal: event.message };
  if (event.revision < agenda.revision) return agenda;
  const bookings = new Map(agenda.bookings);
  for (const id of event.removed) bookings.delete(id);
  for (const booking of event.bookings) bookings.set(booking.id, newer(bookings.get(booking.id), booking));
  return { ...agenda, revision: event.revision, bookings };
}

/** The answer to a change of our own, which may come before or after the live news of it. */
export function withBooking(agenda: Agenda, booking: Session): Agenda {
  const bookings = new Map(agenda.bookings);
  bookings.set(booking.id, newer(bookings.get(booking.id), booking));
  return { ...agenda, bookings };
}

export function covers(agenda: Agenda, days: readonly string[]): boolean {
  const [first, last] = [days[0], days.at(-1)];
  return (
    agenda.range !== null &&
    first !== undefined &&
    last !== undefined &&
    agenda.range.from <= first &&
    last <= agenda.range.to
  );
}

function newer(known: Session | undefined, arrived: Session): Session {
  return known !== undefined && known.version > arrived.version ? known : arrived;
}
