import { zone } from "../src/core/zone.ts";
import { toGlobalId } from "../src/entities/global-id.ts";
import type { Seat } from "../src/features/bookings/calendar.service.ts";
import type { JoinWaitlistInput } from "../src/features/waitlist/waitlist.inputs.ts";
import { bookInput, type TestPractice } from "./practice.ts";

/** Input of somebody who waits for time of the link `session`; without more, for the start of the tests. */
export function waitInput(name: string, wish: Partial<JoinWaitlistInput> & { timeZone?: string }): JoinWaitlistInput {
  const { timeZone = "America/New_York", ...more } = wish;
  return {
    ...{ coach: "maya", link: "session", idempotencyKey: crypto.randomUUID() },
    client: { name, email: `${name}@example.com`, timeZone },
    ...more,
  };
}

/** Joins and gives the secret of the entry. */
export async function wait(
  practice: TestPractice,
  name: string,
  wish: Parameters<typeof waitInput>[1],
): Promise<string> {
  const { entryId } = await practice.waitlist.join(waitInput(name, wish), `visitor ${name}`);
  return practice.waitlist.tokenOf(entryId);
}

/** A zone where it is day now: it always is somewhere, and at night nobody is told of an offer. */
export function awakeZone(): string {
  const found = ["Europe/Berlin", "Asia/Tokyo", "America/Los_Angeles"].find((name) => {
    const hour = zone(name).toLocal(Date.now()).slice(11, 13);
    return hour >= "08" && hour < "20";
  });
  return found ?? "UTC";
}

interface OfferRow {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  /** `2026-06-02T13:00` in UTC. */
  readonly start: string;
}

/** Every offer that was made, in order. */
function offersOf(practice: TestPractice): Promise<OfferRow[]> {
  return practice.db.sql<OfferRow>`
    select offer.id, entry.name, offer.status, to_char(offer.start_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI') as start
    from offer join waitlist_entry entry on entry.id = offer.entry_id
    order by offer.created_at, entry.favoured desc, entry.number`;
}

/** `ann open 06-02T13:00`, and so on, in order. */
export async function offered(practice: TestPractice): Promise<string[]> {
  return (await offersOf(practice)).map(({ name, status, start }) => `${name} ${status} ${start.slice(5)}`);
}

export function answerInput(token: string, offerId: string, idempotencyKey: string = crypto.randomUUID()) {
  return { token, offer: toGlobalId("Offer", offerId), idempotencyKey };
}

/** The offer that somebody can accept now. */
export async function openOfferOf(practice: TestPractice, token: string): Promise<string> {
  const { offer } = await practice.waitlistView.access(token);
  if (!offer) throw new Error("Nothing is offered.");
  return offer.id;
}

/** The Tuesday of the tests, hour by hour in New York. */
export class TestDay {
  private readonly practice: TestPractice;
  private readonly seats = new Map<string, Seat>();

  constructor(practice: TestPractice) {
    this.practice = practice;
  }

  /** The starts that everybody can see, as `09:00`. */
  async slots(): Promise<string[]> {
    const range = { from: "2026-06-02", to: "2026-06-02", timeZone: "America/New_York" };
    const { days } = await this.practice.slots.list({ coach: "maya", link: "session", ...range });
    return days.flatMap((day) => day.slots.map((slot) => slot.localStart.slice(11)));
  }

  /** Books every hour of it for another person. */
  async fill(): Promise<void> {
    for (const start of await this.slots()) {
      const hour = Number(start.slice(0, 2));
      this.seats.set(start, await this.book(`2026-06-02T${hour + 4}:00:00Z`, `taker${hour}`));
    }
  }

  book(startAt: string, name: string): Promise<Seat> {
    return this.practice.bookings.book(bookInput(startAt, { email: `${name}@example.com` }));
  }

  hold(startAt: string) {
    const wish = { coach: "maya", link: "session", startAt: new Date(startAt), timeZone: "Europe/Berlin" };
    return this.practice.holds.hold(wish, "somebody");
  }

  seatAt(start: string): Seat {
    const seat = this.seats.get(start);
    if (!seat) throw new Error(`Nobody sits at ${start}.`);
    return seat;
  }

  cancel(start: string): Promise<Seat> {
    return this.give(this.seatAt(start));
  }

  /** A seat is given up by its client. */
  give({ attendeeId }: Seat): Promise<Seat> {
    const token = this.practice.bookings.tokenOf(attendeeId);
    return this.practice.bookings.cancel({ token, idempotencyKey: crypto.randomUUID() });
  }

  /** What a worker does when it looks. */
  serve(): Promise<void> {
    return this.practice.waitlistUpkeep.serveDue(new AbortController().signal);
  }
}
