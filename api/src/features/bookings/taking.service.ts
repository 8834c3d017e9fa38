import type { Interval } from "../../core/interval.ts";
import { HOUR } from "../../core/local-date.ts";
import type { Clock } from "../../platform/clock.ts";
import { Refusal } from "../../platform/problem.ts";
import type { ClientDetails } from "../clients/client.inputs.ts";
import type { CalendarWrite } from "../coaches/coach.service.ts";
import { LinkUnavailable } from "../links/link.inputs.ts";
import { restrictTo } from "../links/link.policy.ts";
import type { LinkService, OpenLink } from "../links/link.service.ts";
import type { Offering } from "../slots/offering.service.ts";
import type { SlotService, Verdict } from "../slots/slot.service.ts";
import { checkAnswers, checkGuests } from "./answer.policy.ts";
import { AlreadySeated, type BookSessionInput, HoldExpired, TooManyHolds } from "./booking.inputs.ts";
import { refuseVerdict } from "./booking.policy.ts";
import { insertBooking, removeLapsed, type Seat } from "./calendar.service.ts";
import { type CodeToSend, type EmailCodes, MAX_WAITING, PROOF_MS } from "./email-code.service.ts";
import { type Hold, type HoldService, insertHold } from "./hold.service.ts";
import { lapsePending } from "./lapse.service.ts";
import { giveRoom, isSeated, seatClient, settleSeats } from "./seat.service.ts";

/** A visitor's wish for a slot, with everything that was typed. */
export interface Wanted {
  readonly input: BookSessionInput;
  readonly client: ClientDetails;
  /** Names the visitor as far as can be told. */
  readonly owner: string;
  /** A meeting made for this booking, where the session type wants one. */
  readonly room: string | null;
  /** The mail address is known to be the client's. */
  readonly proven: boolean;
}

/** A seat that was taken, or kept until the address is proven. */
export interface Taken extends Seat {
  /** Until when it is kept; null once it is the client's. */
  readonly proofUntil: number | null;
}

export interface TakingDependencies {
  readonly clock: Clock;
  readonly links: LinkService;
  readonly slots: SlotService;
  readonly holds: HoldService;
  readonly codes: EmailCodes;
}

interface Accepted {
  readonly link: OpenLink;
  readonly offering: Offering;
  readonly at: Interval;
  readonly hold: Hold | null;
  readonly verdict: Extract<Verdict, { offered: true }>;
  readonly now: number;
}

/** Takes slots of links for visitors, under the coach's lock. */
export class TakingService {
  private readonly deps: TakingDependencies;

  constructor(deps: TakingDependencies) {
    this.deps = deps;
  }

  /** The seat, and the code to send once this is committed, where the session type asks for proof of the address. */
  async take(write: CalendarWrite, wanted: Wanted): Promise<{ taken: Taken; code: CodeToSend | null }> {
    const accepted = await this.accept(write, wanted);
    const { offering, hold, link, verdict, now } = accepted;
    const { client, proven, input } = wanted;
    const answers = checkAnswers(offering.questions, input.answers ?? []);
    const guests = checkGuests(input.guests ?? [], { maxGuests: offering.maxGuests, email: client.email });
    const asksForProof = offering.requiresEmailProof && !proven;
    const joined = verdict.joins ?? (hold && offering.capacity > 1 ? hold.bookingId : null);
    // Who has a seat is told to the owner of the address alone, where that can be known.
    if (joined && !asksForProof) await refuseSeated(write, joined, { coachId: link.coachId, email: client.email, now });
    if (offering.approvalHours !== null || offering.requiresEmailProof) {
      await refuseTooManyWaiting(write, {
        coachId: link.coachId,
        email: client.email,
        now,
        except: hold?.attendeeId ?? null,
      });
    }
    if (asksForProof) return this.askForProof(write, wanted, accepted);
    const approveBy = deadlineOf(offering, accepted.at, now);
    const existing = hold?.bookingId ?? verdict.joins;
    const placement = { offering, linkId: link.linkId, at: accepted.at, timeZone: offering.timeZone, approveBy };
    const bookingId = existing ?? (await insertBooking(write, placement, null));
    const seat = await seatClient(write, {
      ...{ bookingId, client, answers, guests, approveBy },
      ...{ coachId: link.coachId, linkId: link.linkId, heldSeat: hold?.attendeeId ?? null },
    });
    const booking = { ...accepted.at, id: bookingId };
    if (existing) await settleSeats(write, booking, { now, cause: "client", reason: null });
    if (offering.placePerBooking) await giveRoom(write, bookingId, wanted.room);
    return { taken: { ...seat, proofUntil: null }, code: null };
  }

  /** Whether the link is open and the slot to be had; what stands in the way only in name is removed. */
  private async accept(write: CalendarWrite, { input, client }: Wanted): Promise<Accepted> {
    const { clock, links, slots, holds } = this.deps;
    const now = clock.now();
    const link = await links.open(write.sql, input.coach, input.link, now);
    if (!link) throw new Refusal(new LinkUnavailable());
    const offering = restrictTo(await slots.offering(write.sql, link.sessionTypeId), link, now);
    const at = slots.intervalOf(offering, input.startAt, input.minutes);
    const held = input.holdToken ? await holds.find(write.sql, input.holdToken) : null;
    const hold = held?.sessionTypeId === offering.sessionTypeId ? usableHold(held, at) : null;
    // What was on offer when it was held stays so while the hold lives, even if the notice has begun by now.
    const asked = hold && hold.expiresAt > now ? hold.heldAt : now;
    const except = { attendeeIds: hold ? [hold.attendeeId] : [] };
    const verdict = await slots.judge(write.sql, offering, { at, now: asked, viewerZone: client.timeZone, except });
    if (!verdict.offered) {
      if (input.holdToken && !hold) throw new Refusal(new HoldExpired(verdict.alternatives));
      return refuseVerdict(verdict);
    }
    await removeLapsed(
      write,
      verdict.lapsed.filter((id) => id !== hold?.bookingId),
    );
    return { link, offering, at, hold, verdict, now };
  }

  private async askForProof(write: CalendarWrite, { input, client, owner }: Wanted, accepted: Accepted) {
    const { link, offering, hold, verdict, now } = accepted;
    const proofUntil = now + PROOF_MS;
    const newHold = { offering, linkId: link.linkId, verdict, owner, now, expiresAt: proofUntil };
    const seat = hold ?? (await insertHold(write, newHold));
    const { bookingId, attendeeId } = seat;
    const code = await this.deps.codes.ask(write, {
      ...{ attendeeId, coachId: link.coachId, sessionTypeId: link.sessionTypeId, now },
      ...{ email: client.email, request: { input, client } },
    });
    return { taken: { bookingId, attendeeId, proofUntil }, code };
  }
}

/** A hold counts for the slot it was made for and no other. */
function usableHold(hold: Hold, at: Interval): Hold | null {
  return hold.start === at.start && hold.end === at.end ? hold : null;
}

/** Until when the coach can approve a booking; null where she need not. Never longer than until it begins. */
export function deadlineOf({ approvalHours }: Offering, at: Interval, now: number): number | null {
  return approvalHours === null ? null : Math.min(now + approvalHours * HOUR, at.start);
}

async function refuseSeated(
  write: CalendarWrite,
  bookingId: string,
  { coachId, email, now }: { coachId: string; email: string; now: number },
): Promise<void> {
  await lapsePending(write, coachId, { now, bookingId });
  if (await isSeated(write, bookingId, { coachId, email })) throw new Refusal(new AlreadySeated());
}

/** Whoever sends code after code, or request after request, must not keep a whole calendar waiting. */
async function refuseTooManyWaiting(
  write: CalendarWrite,
  { coachId, email, now, except }: { coachId: string; email: string; now: number; except: string | null },
): Promise<void> {
  const rows = await write.sql<{ waiting: number }>`
    select (
      select count(*)::int from email_proof proof join attendee seat on seat.id = proof.attendee_id
      where proof.coach_id = ${coachId} and lower(proof.email) = lower(${email}::text)
        and seat.hold_expires_at > ${new Date(now)} and seat.id is distinct from ${except}::uuid
    ) + (
      select count(*)::int from attendee seat join booking on booking.id = seat.booking_id
      where booking.coach_id = ${coachId} and lower(seat.email) = lower(${email}::text)
        and seat.approve_by > ${new Date(now)} and seat.cancelled_at is null
    ) as waiting`;
  if ((rows[0]?.waiting ?? 0) < MAX_WAITING) return;
  const message = `At most ${MAX_WAITING} sessions of one email address can wait to be confirmed at once. Confirm or give up one of them first.`;
  throw new Refusal(new TooManyHolds(MAX_WAITING, message));
}
