import { findConflicts } from "../../core/conflicts.ts";
import { MINUTE } from "../../core/local-date.ts";
import { offerTimes } from "../../core/offer-times.ts";
import { suitsStart } from "../../core/wish.ts";
import { uuidOf } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { Refusal } from "../../platform/problem.ts";
import { refuseInput, requireKey, requireWholeNumber } from "../../platform/validation.ts";
import { SlotTaken } from "../bookings/booking.inputs.ts";
import { removeLapsed } from "../bookings/calendar.service.ts";
import { isSeated } from "../bookings/seat.service.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { joinedBy, lapsedOf, type Offering, readSlotQuery } from "../slots/offering.service.ts";
import type { SlotService } from "../slots/slot.service.ts";
import { momentOf } from "../time-zones/moment.inputs.ts";
import { wantedOf } from "./queue.policy.ts";
import { type QueueRow, readQueue } from "./queue-reading.service.ts";
import { closeOffers, endEntries, notePasses, openOffer } from "./queue-writing.service.ts";
import { type OfferByHandInput, WaitlistSettings } from "./waitlist.inputs.ts";
import { AlreadyOffered, OfferGone } from "./waitlist-problem.inputs.ts";

export interface WaitlistDeskDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly slots: SlotService;
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** What a coach does with her waitlist. */
export class WaitlistDeskService {
  private readonly deps: WaitlistDeskDependencies;

  constructor(deps: WaitlistDeskDependencies) {
    this.deps = deps;
  }

  /** Offers a time out of turn; only other sessions stand in its way. */
  async offer(coachId: string, input: OfferByHandInput): Promise<{ offerId: string }> {
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const request = { scope: `offerByHand ${coachId}`, key, input };
    return changeCalendar(this.deps.db, coachId, (write) =>
      once(write.sql, request, async () => {
        const now = this.deps.clock.now();
        const queue = await readQueue(write.sql, coachId, now);
        const entry = waitingOf(queue, input.entry);
        if (entry.offer) throw new Refusal(new AlreadyOffered());
        const minutes = requireWholeNumber("minutes", input.minutes ?? entry.minutes, 5, 1440);
        const start = momentOf("start", input.start, entry.coachTimeZone).instant;
        if (start <= now) refuseInput("start", "This time is over. Choose a time to come.");
        const at = { start, end: start + minutes * MINUTE };
        const offering = await this.deps.slots.offering(write.sql, entry.sessionTypeId);
        const joins = await this.makeRoom(write, offering, at, now);
        if (joins && (await isSeated(write, joins, { coachId, email: entry.email }))) {
          refuseInput("entry", "This person has a seat in that session already.");
        }
        const { offerId } = await openOffer(write, {
          ...{ entryId: entry.id, joins, byHand: true, now, ...timesFor(entry, at, now) },
          placement: { offering, linkId: entry.linkId, at, timeZone: offering.timeZone },
        });
        await notePasses(write, passedByHand(queue, entry, at, offerId), now);
        const { tellAt } = timesFor(entry, at, now);
        write.publish({ type: "waitlistChanged", coachId, tellAt });
        return { offerId };
      }),
    );
  }

  /** Ends an open offer; its time goes to the next. The one who had it waits on, but is not asked about it again. */
  withdraw(coachId: string, globalId: string): Promise<{ offerId: string }> {
    const id = uuidOf("Offer", globalId);
    return this.change(coachId, async (write, queue, now) => {
      const entry = queue.find(({ offer }) => offer !== null && offer.id === id);
      if (!entry?.offer) return this.refuseOffer(write, coachId, id);
      const { offer } = entry;
      await closeOffers(write, [{ entryId: entry.id, offer, status: "withdrawn" }], now);
      const skip = JSON.stringify([{ start: offer.start, end: offer.end, reason: "silent" }]);
      await write.sql`update waitlist_entry set skips = skips || ${skip}::jsonb where id = ${entry.id}`;
      return { offerId: offer.id };
    });
  }

  /** Those who are favoured come before all others. */
  favour(coachId: string, globalId: string, favoured: boolean): Promise<string> {
    return this.change(coachId, async ({ sql }, queue) => {
      const { id } = waitingOf(queue, globalId);
      await sql`update waitlist_entry set favoured = ${favoured}, version = version + 1 where id = ${id}`;
      return id;
    });
  }

  remove(coachId: string, globalId: string): Promise<string> {
    return this.change(coachId, async (write, queue, now) => {
      const { id, offer } = waitingOf(queue, globalId);
      await endEntries(write, [{ id, status: "removed" }], now);
      if (offer) await closeOffers(write, [{ entryId: id, offer, status: "withdrawn" }], now);
      return id;
    });
  }

  /** Offers that are open keep their time. */
  async updateSettings(coachId: string, offerMinutes: number): Promise<WaitlistSettings> {
    const minutes = requireWholeNumber("offerMinutes", offerMinutes, 5, 1440);
    await this.deps.db.sql`update coach set waitlist_offer_minutes = ${minutes} where id = ${coachId}`;
    return Object.assign(new WaitlistSettings(), { offerMinutes: minutes });
  }

  private change<Result>(
    coachId: string,
    work: (write: CalendarWrite, queue: QueueRow[], now: number) => Promise<Result>,
  ): Promise<Result> {
    return changeCalendar(this.deps.db, coachId, async (write) => {
      write.touchNothing();
      const now = this.deps.clock.now();
      const result = await work(write, await readQueue(write.sql, coachId, now), now);
      write.publish({ type: "waitlistChanged", coachId, tellAt: null });
      return result;
    });
  }

  /** Refuses a time that another session needs; gives the group session to join, if that is what is there. */
  private async makeRoom(write: CalendarWrite, offering: Offering, at: Place, now: number): Promise<string | null> {
    const query = await readSlotQuery(write.sql, offering, { range: at, minutes: (at.end - at.start) / MINUTE, now });
    if (findConflicts(query, at).length > 0) {
      const wish = { at, now, viewerZone: offering.timeZone };
      throw new Refusal(new SlotTaken(await this.deps.slots.nearest(write.sql, offering, wish)));
    }
    await removeLapsed(write, lapsedOf(query.rows));
    return joinedBy(query.rows, at);
  }

  private async refuseOffer({ sql }: CalendarWrite, coachId: string, id: string | null): Promise<never> {
    const known = id ? await sql`select from offer where id = ${id} and coach_id = ${coachId}` : [];
    if (known.length === 0) return refuseUnknown("offer");
    throw new Refusal(new OfferGone());
  }
}

function waitingOf(queue: readonly QueueRow[], globalId: string): QueueRow {
  const id = uuidOf("WaitlistEntry", globalId);
  return queue.find((row) => row.id === id) ?? refuseUnknown("person on the waitlist");
}

/** As for every offer; where that leaves no time, the coach's word counts: until the session begins. */
function timesFor({ offerMinutes, timeZone }: QueueRow, { start }: Place, now: number) {
  const times = offerTimes({ now, latest: start, offerMinutes, timeZone });
  return typeof times === "string" ? { tellAt: now, expiresAt: start } : times;
}

function passedByHand(queue: readonly QueueRow[], entry: QueueRow, at: Place, offerId: string) {
  const ahead = queue.slice(0, queue.indexOf(entry)).filter((row) => row.sessionTypeId === entry.sessionTypeId);
  return ahead
    .filter((row) => suitsStart(wantedOf(row), at.start))
    .map(({ id }) => ({ entryId: id, offerId, start: at.start, end: at.end, reason: "byHand" as const }));
}
