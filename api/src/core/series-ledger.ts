import { type CompiledAvailability, compileAvailability } from "./availability.ts";
import { explainSlot, type Reason } from "./explain.ts";
import type { Interval } from "./interval.ts";
import { DAY, MINUTE } from "./local-date.ts";
import type { Calendar, Hold, OwnBooking, SessionRules, Slot, SlotQuery } from "./slot-query.ts";
import { calendarRange, findSlots, nearestSlots } from "./slots.ts";

/** Who asks: hours, limits, notice and horizon bind a client; a coach may set the first two aside, the others are not hers. */
export type Asker = "coach" | "client";

/** A session that is to be booked. */
export type Wanted = { readonly start: number; readonly minutes: number; readonly sessionTypeId: string };

/** By session type: the question for its slots, its calendar wide enough for all that is wanted. */
export type SeriesQueries = ReadonlyMap<string, SlotQuery>;

const ignoredByCoach = new Set<Reason["code"]>(["notice", "horizon", "offGrid"]);
const keptByCoach = new Set<Reason["code"]>(["timeOff", "override", "skippedHour", "outsideHours", "limit"]);

/**
 * A calendar that fills while sessions are put into it one after the other. Each question goes to `explainSlot` and
 * `findSlots`, with as much of the calendar as they ask for: what a slot list offers is what a series finds free.
 */
export class SeriesLedger {
  readonly #asker: Asker;
  readonly #calendars = new Map<string, KnownCalendar>();

  constructor(queries: SeriesQueries, asker: Asker) {
    this.#asker = asker;
    for (const [id, query] of queries) {
      const compiled = compileAvailability(query.availability);
      this.#calendars.set(id, { query, compiled, index: new CalendarIndex(query.calendar) });
    }
  }

  /** Why a session is not to be had at its time, as far as it binds who asks. */
  reasonsAgainst(wanted: Wanted): readonly Reason[] {
    const end = wanted.start + wanted.minutes * MINUTE;
    const query = this.#queryFor(wanted, { start: wanted.start, end });
    const { reasons } = explainSlot(query, wanted.start, this.#calendarOf(wanted.sessionTypeId).compiled);
    return this.#asker === "client" ? reasons : reasons.filter(({ code }) => !ignoredByCoach.has(code));
  }

  /** Whether who asks may set the reasons aside. */
  maySetAside(reasons: readonly Reason[]): boolean {
    return this.#asker === "coach" && reasons.every(({ code }) => keptByCoach.has(code));
  }

  /** Up to `count` free times of a stretch, the nearest to the wanted one first. */
  nearest(wanted: Wanted, range: Interval, count: number): Slot[] {
    return nearestSlots(this.#queryFor(wanted, range, true), wanted.start, count);
  }

  /** All free times of a stretch, sorted. */
  free(wanted: Omit<Wanted, "start">, range: Interval): Slot[] {
    return findSlots(this.#queryFor(wanted, range, true));
  }

  /** From now on the session stands in the calendar. */
  take(wanted: Wanted): void {
    const session = this.#calendarOf(wanted.sessionTypeId).query.session;
    const { start, minutes } = wanted;
    const { bufferBeforeMinutes, bufferAfterMinutes } = session;
    for (const [id, { index }] of this.#calendars) {
      const otherType = id !== wanted.sessionTypeId;
      index.insert({ start, end: start + minutes * MINUTE, bufferBeforeMinutes, bufferAfterMinutes, otherType });
    }
  }

  #calendarOf(sessionTypeId: string): KnownCalendar {
    const calendar = this.#calendars.get(sessionTypeId);
    if (calendar === undefined) throw new RangeError(`Nothing is known of the session type ${sessionTypeId}.`);
    return calendar;
  }

  #queryFor({ minutes, sessionTypeId }: Omit<Wanted, "start">, range: Interval, free = false): SlotQuery {
    const { query, index, compiled } = this.#calendarOf(sessionTypeId);
    const session = { ...query.session, minutes, ...(free && this.#asker === "coach" ? unbound : {}) };
    const asked = { ...query, range, session };
    return { ...asked, calendar: index.around(calendarRange(asked, compiled)) };
  }
}

type KnownCalendar = {
  readonly query: SlotQuery;
  readonly compiled: CompiledAvailability;
  readonly index: CalendarIndex;
};

/** What a coach's own free times do not ask for. */
const unbound: Pick<SessionRules, "noticeMinutes" | "horizon"> = { noticeMinutes: 0, horizon: undefined };

/** Buffers of both sides add up to two days at most. */
const REACH = 2 * DAY;

/** A calendar by start, of which a stretch is quickly found: 52 questions about 500 bookings touch few of them. */
class CalendarIndex {
  readonly #busy: Sorted<Interval>;
  readonly #bookings: Sorted<OwnBooking>;
  readonly #holds: Sorted<Hold>;
  readonly #seated: Calendar["seated"];

  constructor({ busy, bookings, holds, seated }: Calendar) {
    this.#busy = new Sorted(busy);
    this.#bookings = new Sorted(bookings);
    this.#holds = new Sorted(holds);
    this.#seated = seated;
  }

  insert(booking: OwnBooking): void {
    this.#bookings.insert(booking);
  }

  around(period: Interval): Calendar {
    return {
      busy: this.#busy.around(period),
      bookings: this.#bookings.around(period),
      holds: this.#holds.around(period),
      seated: this.#seated,
    };
  }
}

class Sorted<Item extends Interval> {
  readonly #items: Item[];
  #longest: number;

  constructor(items: readonly Item[]) {
    this.#items = [...items].sort((a, b) => a.start - b.start);
    this.#longest = items.reduce((most, { start, end }) => Math.max(most, end - start), 0);
  }

  insert(item: Item): void {
    this.#items.splice(this.#firstFrom(item.start), 0, item);
    this.#longest = Math.max(this.#longest, item.end - item.start);
  }

  around({ start, end }: Interval): Item[] {
    return this.#items.slice(this.#firstFrom(start - REACH - this.#longest), this.#firstFrom(end + REACH));
  }

  #firstFrom(instant: number): number {
    let low = 0;
    let high = this.#items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#items[middle]?.start ?? Infinity) < instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
