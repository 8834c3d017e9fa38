import type { Interval } from "../../core/interval.ts";
import { MINUTE } from "../../core/local-date.ts";
import { checkSlot, type SlotQuery } from "../../core/slots.ts";
import { keepSkips, type Matching, matchWaitlist, type Skip } from "../../core/waitlist.ts";
import { reachOf } from "../../core/wish.ts";
import { zone } from "../../core/zone.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Logger } from "../../platform/logger.ts";
import { removeLapsed } from "../bookings/calendar.service.ts";
import type { CalendarWrite, Queue } from "../coaches/coach.service.ts";
import {
  type CalendarQuery,
  joinedBy,
  lapsedOf,
  type Offering,
  readOffering,
  readSlotQuery,
} from "../slots/offering.service.ts";
import { type ClosedOffer, endingsOf, lapsesAt, toWaiting, wantedOf, withSilence } from "./queue.policy.ts";
import { type OpenOffer, type QueueRow, readQueue } from "./queue-reading.service.ts";
import {
  closeOffers,
  endEntries,
  notePasses,
  openOffer,
  type Pass,
  saveStates,
  setDue,
} from "./queue-writing.service.ts";

/** What is offered of a session type, with everything that fills its calendar. */
interface Stock {
  readonly offering: Offering;
  readonly query: CalendarQuery;
}
type Stocks = ReadonlyMap<string, Stock>;

/**
 * Gives what is free to those who wait. It looks at what is, not at what happened: whatever opened a time, a run after
 * it makes the offers, and another run right after that has nothing left to do. Called under the coach's lock.
 */
export class QueueService implements Queue {
  readonly clock: Clock;
  private readonly logger: Logger;

  constructor({ clock, logger }: { readonly clock: Clock; readonly logger: Logger }) {
    this.clock = clock;
    this.logger = logger;
  }

  /** What fails here must not keep anybody from booking: it is undone alone, and the next run tries again. */
  async serve(write: CalendarWrite, coachId: string): Promise<number | null> {
    await write.em.flush();
    await write.sql`savepoint waitlist`;
    try {
      const { changed, tellAt, dueAt } = await this.run(write, coachId, this.clock.now());
      await write.sql`release savepoint waitlist`;
      if (changed) write.publish({ type: "waitlistChanged", coachId, tellAt });
      return dueAt;
    } catch (error) {
      await write.sql`rollback to savepoint waitlist`;
      this.logger.error("A waitlist was not served", { coachId, error });
      return null;
    }
  }

  /** Offers that the coach made herself stay. */
  async makeWay(write: CalendarWrite, coachId: string, blocked: Interval): Promise<void> {
    const inTheWay = await write.sql<{ id: string }>`
      select offer.id from offer join booking on booking.id = offer.booking_id
      where offer.coach_id = ${coachId} and offer.status = 'open' and not offer.by_hand
        and booking.blocked_from_at < ${new Date(blocked.end)} and booking.blocked_until_at > ${new Date(blocked.start)}`;
    if (inTheWay.length === 0) return;
    const now = this.clock.now();
    const ids = new Set(inTheWay.map(({ id }) => id));
    const queue = await readQueue(write.sql, coachId, now);
    const closed = queue.flatMap(({ id, offer }): ClosedOffer[] =>
      offer && ids.has(offer.id) ? [{ entryId: id, offer, status: "withdrawn" }] : [],
    );
    await closeOffers(write, closed, now);
    write.publish({ type: "waitlistChanged", coachId, tellAt: null });
  }

  private async run(write: CalendarWrite, coachId: string, now: number) {
    const all = await readQueue(write.sql, coachId, now);
    const { ended, closed } = endingsOf(all, now);
    await closeOffers(write, closed, now);
    await endEntries(write, ended, now);
    const over = new Set(ended.map(({ id }) => id));
    const skips = silences(closed);
    let rows = all.filter(({ id }) => !over.has(id)).map((row) => withoutClosed(row, closed, skips));
    let stocks = await readStocks(write, rows, now);
    const fallen = fallenOffers(rows, stocks);
    if (fallen.length > 0) {
      await closeOffers(write, fallen, now);
      rows = rows.map((row) => withoutClosed(row, fallen, new Map()));
      stocks = await readStocks(write, rows, now);
    }
    const waiting = rows.map((row) => toWaiting(row, skipsOf(row, rows, stocks)));
    await saveStates(write, changedStates(rows, all, waiting));
    const queries = new Map([...stocks].map(([id, { query }]) => [id, query]));
    const matching = matchWaitlist({ now, offerMinutes: rows[0]?.offerMinutes ?? 0, waiting, queries });
    await this.makeOffers(write, matching, { rows, stocks, now });
    const home = zone(all[0]?.coachTimeZone ?? "UTC");
    const dueAt = await setDue(write, coachId, now, home.startOfDayNumber(home.localDay(now) + 1));
    const changed = ended.length + closed.length + fallen.length + matching.offers.length > 0;
    return {
      changed,
      dueAt,
      tellAt: matching.offers.length > 0 ? Math.min(...matching.offers.map((offer) => offer.tellAt)) : null,
    };
  }

  private async makeOffers(
    write: CalendarWrite,
    { offers, missed }: Matching,
    { rows, stocks, now }: { readonly rows: readonly QueueRow[]; readonly stocks: Stocks; readonly now: number },
  ): Promise<void> {
    const links = new Map(rows.map(({ id, linkId }) => [id, linkId]));
    const passes: Pass[] = missed.map(({ slot, ...rest }) => ({
      ...rest,
      start: slot.start,
      end: slot.end,
      offerId: null,
    }));
    const groups = new Map<string, string>();
    if (offers.length > 0)
      await removeLapsed(write, [...new Set([...stocks.values()].flatMap(({ query }) => lapsedOf(query.rows)))]);
    for (const { entryId, sessionTypeId, slot, tellAt, expiresAt, passedOver } of offers) {
      const stock = stocks.get(sessionTypeId);
      if (!stock) continue;
      const { offering, query } = stock;
      const group = `${sessionTypeId} ${slot.start}`;
      const { offerId, bookingId } = await openOffer(write, {
        ...{ entryId, tellAt, expiresAt, now, byHand: false },
        placement: { offering, linkId: links.get(entryId) ?? null, at: slot, timeZone: offering.timeZone },
        joins: groups.get(group) ?? joinedBy(query.rows, slot),
      });
      if (offering.capacity > 1) groups.set(group, bookingId);
      for (const pass of passedOver) passes.push({ ...pass, offerId, start: slot.start, end: slot.end });
    }
    await notePasses(write, passes, now);
  }
}

/** What each has let pass by not answering. */
function silences(closed: readonly ClosedOffer[]): Map<string, OpenOffer> {
  return new Map(closed.flatMap(({ entryId, offer, status }) => (status === "lapsed" ? [[entryId, offer]] : [])));
}

function withoutClosed(
  row: QueueRow,
  closed: readonly ClosedOffer[],
  silent: ReadonlyMap<string, OpenOffer>,
): QueueRow {
  const unanswered = silent.get(row.id);
  const skips = unanswered ? withSilence(row.skips, unanswered) : row.skips;
  return closed.some(({ entryId }) => entryId === row.id) ? { ...row, skips, offer: null } : row;
}

/** Two statements for each session type that is waited for. */
async function readStocks({ sql }: CalendarWrite, rows: readonly QueueRow[], now: number): Promise<Stocks> {
  const stocks = new Map<string, Stock>();
  for (const [sessionTypeId, waiting] of Map.groupBy(rows, (row) => row.sessionTypeId)) {
    const range = rangeOf(waiting, now);
    const offering = range && (await readOffering(sql, sessionTypeId));
    const minutes = waiting[0]?.minutes;
    if (!range || !offering || minutes === undefined) continue;
    stocks.set(sessionTypeId, { offering, query: await readSlotQuery(sql, offering, { range, minutes, now }) });
  }
  return stocks;
}

/** Everything that is wanted or offered from now on; null when that is nothing. */
function rangeOf(rows: readonly QueueRow[], now: number) {
  const wanted = rows.filter((row) => row.open).flatMap((row) => reachOf(wantedOf(row)) ?? []);
  const all = [...wanted, ...rows.flatMap(({ offer }) => offer ?? [])];
  const end = Math.max(...all.map((reach) => reach.end));
  return end > now ? { start: Math.max(now, Math.min(...all.map((reach) => reach.start))), end } : null;
}

/** Offers whose time the coach has closed since. What she offered herself stands outside of her hours, too. */
function fallenOffers(rows: readonly QueueRow[], stocks: Stocks): ClosedOffer[] {
  return rows.flatMap((row) => {
    const { id, offer, sessionTypeId, open } = row;
    if (!offer || offer.byHand) return [];
    const stock = stocks.get(sessionTypeId);
    return open && stock && stillStands(stock.query, offer)
      ? []
      : [{ entryId: id, offer, status: "withdrawn" as const }];
  });
}

/** Whether the offer's time would be free without it, as it was when it was made. */
function stillStands(query: CalendarQuery, { bookingId, start, end, offeredAt }: OpenOffer): boolean {
  const bookings = query.calendar.bookings.flatMap((booking) => {
    if (booking.id !== bookingId) return [booking];
    const seatsTaken = (booking.seatsTaken ?? 1) - 1;
    return seatsTaken > 0 ? [{ ...booking, seatsTaken }] : [];
  });
  const session = { ...query.session, minutes: (end - start) / MINUTE };
  return checkSlot({ ...query, session, now: offeredAt, calendar: { ...query.calendar, bookings } }, start).offered;
}

function skipsOf(row: QueueRow, rows: readonly QueueRow[], stocks: Stocks): readonly Skip[] {
  const stock = stocks.get(row.sessionTypeId);
  if (!stock || row.skips.length === 0) return row.skips;
  return keepSkips(toWaiting(row, row.skips), settled(stock.query, rows));
}

/** The calendar without what is only held: a time that somebody merely looks at has not been taken. */
function settled(query: CalendarQuery, rows: readonly QueueRow[]): SlotQuery {
  const bookings = query.rows.flatMap((booking) => {
    if (booking.lapsed || booking.status === "held") return [];
    if (booking.seatsTaken === undefined) return [booking];
    const offered = rows.filter(({ offer }) => offer?.bookingId === booking.id).length;
    return [{ ...booking, seatsTaken: booking.seatsTaken - offered }];
  });
  return { ...query, calendar: { ...query.calendar, bookings } };
}

function changedStates(
  rows: readonly QueueRow[],
  before: readonly QueueRow[],
  waiting: readonly ReturnType<typeof toWaiting>[],
) {
  const known = new Map(before.map((row) => [row.id, row.skips]));
  return rows.flatMap((row, index) => {
    const skips = waiting[index]?.skips ?? row.skips;
    if (skips === known.get(row.id) && !row.moved) return [];
    return [{ id: row.id, skips, start: row.start, lapsesAt: lapsesAt(row) }];
  });
}
