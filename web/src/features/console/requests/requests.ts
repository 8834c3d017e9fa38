import { type Session, type WaitingSeat, waitingSeats } from "../calendar/bookings.ts";
import { requestWords, when } from "../calendar/news.ts";

/** A seat that waits for the coach, with its session. */
export interface SeatRequest {
  readonly seat: WaitingSeat;
  readonly session: Session;
}

/** The most urgent first, seat by seat: in a group each is answered apart. */
export function requestsOf(sessions: readonly Session[], now: number): readonly SeatRequest[] {
  return sessions
    .flatMap((session) => waitingSeats(session).map((seat) => ({ seat, session })))
    .filter(({ seat }) => Date.parse(seat.approveBy) > now)
    .toSorted((a, b) => (a.seat.approveBy < b.seat.approveBy ? -1 : 1));
}

/** What is new, and what no longer waits though nobody here answered it. */
export function requestNews(
  before: readonly SeatRequest[],
  after: readonly SeatRequest[],
  answeredHere: ReadonlySet<string>,
): string[] {
  const missing = (from: readonly SeatRequest[], others: readonly SeatRequest[]) =>
    from.filter(({ seat }) => !others.some((other) => other.seat.id === seat.id));
  return [
    ...missing(after, before).map(({ seat, session }) => requestWords(session, seat.name)),
    ...missing(before, after)
      .filter(({ seat }) => !answeredHere.has(seat.id))
      .map(({ seat, session }) => `The request of ${seat.name} for ${when(session)} no longer waits.`),
  ];
}

/** Where the keyboard goes on when a request leaves the list: the next one, else the one before. */
export function neighbourOf(requests: readonly SeatRequest[], id: string): string | null {
  const index = requests.findIndex(({ seat }) => seat.id === id);
  return (requests[index + 1] ?? requests[index - 1])?.seat.id ?? null;
}
