import type { Interval } from "../../core/interval.ts";
import type { Skip } from "../../core/waitlist.ts";
import { type Answer, uuidOf } from "../../entities/index.ts";
import type { MeetingProvider } from "../../integrations/meeting/meeting-provider.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { Refusal } from "../../platform/problem.ts";
import type { TokenSigner } from "../../platform/secrets.ts";
import { requireKey } from "../../platform/validation.ts";
import type { Seat } from "../bookings/calendar.service.ts";
import { lapsePending } from "../bookings/lapse.service.ts";
import { giveRoom, isSeated, seatClient, settleSeats } from "../bookings/seat.service.ts";
import { deadlineOf } from "../bookings/taking.service.ts";
import type { ClientDetails } from "../clients/client.inputs.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import type { SlotService } from "../slots/slot.service.ts";
import { closeOffers, endEntries } from "./queue-writing.service.ts";
import type { AcceptOfferInput, AnswerOfferInput } from "./waitlist.inputs.ts";
import type { WaitlistService } from "./waitlist.service.ts";
import { AddressUnproven, OfferGone } from "./waitlist-problem.inputs.ts";

export interface OfferDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly slots: SlotService;
  readonly waitlist: WaitlistService;
  readonly meetings: MeetingProvider;
  readonly tokens: TokenSigner;
}

/** An offer with the entry it was made to. */
interface MadeOffer extends Interval {
  readonly id: string;
  readonly entryId: string;
  readonly coachId: string;
  readonly sessionTypeId: string;
  readonly linkId: string | null;
  /** The one start that is waited for; null where others would do, too. */
  readonly onlyStart: number | null;
  readonly status: string;
  readonly bookingId: string | null;
  readonly attendeeId: string | null;
  readonly expiresAt: number;
  readonly requiresEmailProof: boolean;
  readonly client: ClientDetails;
  readonly answers: readonly Answer[];
}

interface HeldOffer extends MadeOffer {
  readonly bookingId: string;
  readonly attendeeId: string;
}

/** What somebody does with an offer. Its lapse and its answers take turns under the coach's lock, so one of them counts. */
export class OfferService {
  private readonly deps: OfferDependencies;

  constructor(deps: OfferDependencies) {
    this.deps = deps;
  }

  /** The seat that was held becomes hers, and her wait is over. Accepted twice, it is still the same seat. */
  async accept(input: AcceptOfferInput): Promise<Seat> {
    const room = (await this.needsRoom(input.token)) ? (await this.deps.meetings.create()).url : null;
    return this.answer("acceptOffer", input, async (write, offer, now) => {
      const { bookingId, attendeeId } = offer;
      if (!bookingId || !attendeeId) throw new Refusal(new OfferGone());
      if (offer.status === "accepted") return { bookingId, attendeeId };
      this.refuseClosed(offer, now);
      this.refuseUnproven(offer, input.proof);
      const seat = await this.take(write, { ...offer, bookingId, attendeeId }, room, now);
      await write.sql`update offer set status = 'accepted', closed_at = ${new Date(now)} where id = ${offer.id}`;
      await endEntries(write, [{ id: offer.entryId, status: "booked" }], now);
      write.publish({ type: "waitlistChanged", coachId: offer.coachId, tellAt: null });
      return seat;
    });
  }

  /** The time passes on to the next. Who waited for this one start alone has said that she does not want it. */
  decline(input: AnswerOfferInput): Promise<{ offerId: string }> {
    return this.answer("declineOffer", input, async (write, offer, now) => {
      if (offer.status === "declined") return { offerId: offer.id };
      this.refuseClosed(offer, now);
      const { id, entryId, coachId } = offer;
      const closed = { ...offer, offeredAt: now, byHand: false, seated: true };
      await closeOffers(write, [{ entryId, offer: closed, status: "declined" }], now);
      // Another time that the coach offered is not the one that is waited for.
      if (offer.onlyStart === offer.start) await endEntries(write, [{ id: entryId, status: "left" }], now);
      else await addSkip(write, entryId, { start: offer.start, end: offer.end, reason: "declined" });
      write.publish({ type: "waitlistChanged", coachId, tellAt: null });
      return { offerId: id };
    });
  }

  private async answer<Result extends object>(
    name: string,
    input: AnswerOfferInput,
    work: (write: CalendarWrite, offer: MadeOffer, now: number) => Promise<Result>,
  ): Promise<Result> {
    const { db, clock, waitlist } = this.deps;
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const { entryId, coachId } = await waitlist.entryOf(input.token);
    return changeCalendar(db, coachId, (write) => {
      write.touchNothing();
      return once(write.sql, { scope: `${name} ${entryId}`, key, input }, async () =>
        work(write, await offerOf(write, entryId, input.offer), clock.now()),
      );
    });
  }

  /** Meetings are made before the calendar is locked. */
  private async needsRoom(token: string): Promise<boolean> {
    const { db, waitlist } = this.deps;
    const { entryId } = await waitlist.entryOf(token);
    const rows = await db.sql`
      select from waitlist_entry entry join session_type type on type.id = entry.session_type_id
      where entry.id = ${entryId} and type.place_per_booking`;
    return rows.length > 0;
  }

  private async take(write: CalendarWrite, offer: HeldOffer, room: string | null, now: number): Promise<Seat> {
    const { bookingId, attendeeId, coachId, linkId, client, answers, start, end } = offer;
    const offering = await this.deps.slots.offering(write.sql, offer.sessionTypeId);
    await lapsePending(write, coachId, { now, bookingId });
    if (await isSeated(write, bookingId, { coachId, email: client.email })) throw new Refusal(new OfferGone());
    const approveBy = deadlineOf(offering, offer, now);
    const seat = await seatClient(write, {
      bookingId,
      coachId,
      client,
      answers,
      heldSeat: attendeeId,
      linkId,
      approveBy,
    });
    await settleSeats(write, { id: bookingId, start, end }, { now, cause: "client", reason: null });
    if (offering.placePerBooking) await giveRoom(write, bookingId, room);
    return seat;
  }

  /** Where addresses are to be proven, only who got the message may accept. */
  private refuseUnproven({ id, requiresEmailProof }: MadeOffer, proof: string | undefined): void {
    if (requiresEmailProof && this.deps.tokens.verify("offer", proof ?? "") !== id)
      throw new Refusal(new AddressUnproven());
  }

  private refuseClosed({ status, expiresAt }: MadeOffer, now: number): void {
    if (status !== "open" || expiresAt <= now) throw new Refusal(new OfferGone());
  }
}

async function offerOf({ sql }: CalendarWrite, entryId: string, globalId: string): Promise<MadeOffer> {
  const id = uuidOf("Offer", globalId);
  const rows = id
    ? await sql<MadeOffer>`
        select offer.id, entry.id as "entryId", entry.coach_id as "coachId", entry.session_type_id as "sessionTypeId",
          entry.link_id as "linkId",
          (extract(epoch from entry.start_at) * 1000)::float8 as "onlyStart", offer.status, offer.booking_id as "bookingId",
          offer.attendee_id as "attendeeId",
          (extract(epoch from offer.start_at) * 1000)::float8 as start,
          (extract(epoch from offer.end_at) * 1000)::float8 as "end",
          (extract(epoch from offer.expires_at) * 1000)::float8 as "expiresAt",
          type.requires_email_proof as "requiresEmailProof",
          jsonb_build_object('name', entry.name, 'email', entry.email, 'phone', entry.phone,
            'timeZone', entry.time_zone, 'note', entry.note, 'preferences', jsonb_build_object('locale', entry.locale,
            'hourCycle', entry.hour_cycle, 'firstWeekday', entry.first_weekday)) as client, entry.answers
        from offer
        join waitlist_entry entry on entry.id = offer.entry_id
        join session_type type on type.id = entry.session_type_id
        where offer.id = ${id} and entry.id = ${entryId}`
    : [];
  const [offer] = rows;
  if (!offer) throw new Refusal(new OfferGone());
  return offer;
}

async function addSkip({ sql }: CalendarWrite, entryId: string, skip: Skip): Promise<void> {
  await sql`update waitlist_entry set skips = skips || ${JSON.stringify([skip])}::jsonb where id = ${entryId}`;
}
