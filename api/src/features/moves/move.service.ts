import { Booking, uuidOf } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { Refusal } from "../../platform/problem.ts";
import { optionalText, refuseInput } from "../../platform/validation.ts";
import { AlreadyCancelled, type BookingAccess } from "../bookings/booking.inputs.ts";
import { isStanding } from "../bookings/booking.policy.ts";
import { requestMoves, withdrawMove } from "../bookings/calendar.service.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import type { Slot } from "../slots/slot.inputs.ts";
import type { SlotService } from "../slots/slot.service.ts";
import type { RequestMoveInput } from "./move.inputs.ts";

export interface MoveDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly slots: SlotService;
}

/** A coach asks a client to choose another time. The session stands until the client has. */
export class MoveService {
  private readonly deps: MoveDependencies;

  constructor(deps: MoveDependencies) {
    this.deps = deps;
  }

  request(coachId: string, input: RequestMoveInput): Promise<Booking> {
    const now = this.deps.clock.now();
    const message = optionalText("message", input.message, 2000);
    return changeCalendar(this.deps.db, coachId, async (write) => {
      const booking = await standingBooking(write, coachId, input.booking);
      if (booking.endAt.getTime() <= now)
        refuseInput("booking", "This session is over; only a session to come can be moved.");
      await requestMoves(write, [{ booking: asRow(booking), message }], now);
      return write.em.refresh(booking).then(() => booking);
    });
  }

  withdraw(coachId: string, bookingId: string): Promise<Booking> {
    return changeCalendar(this.deps.db, coachId, async (write) => {
      const booking = await standingBooking(write, coachId, bookingId);
      await withdrawMove(write, asRow(booking));
      return write.em.refresh(booking).then(() => booking);
    });
  }

  /** The free times nearest to the session that is to be moved; none where nobody asked. */
  async suggestedSlots({ booking, attendee }: BookingAccess): Promise<Slot[]> {
    if (!booking.moveRequestedAt || !isStanding(booking.status)) return [];
    const { db, clock, slots } = this.deps;
    const offering = await slots.settledOffering(booking.sessionType.id);
    const { start, end } = asRow(booking);
    const except = { attendeeIds: [attendee.id] };
    return slots.nearest(db.sql, offering, {
      at: { start, end },
      now: clock.now(),
      viewerZone: attendee.timeZone,
      except,
    });
  }
}

function asRow({ id, startAt, endAt }: Booking) {
  return { id, start: startAt.getTime(), end: endAt.getTime() };
}

async function standingBooking({ em }: CalendarWrite, coachId: string, globalId: string): Promise<Booking> {
  const id = uuidOf("Booking", globalId);
  const booking = id ? await em.findOne(Booking, { id, coach: coachId }) : null;
  if (!booking) return refuseUnknown("session");
  if (!isStanding(booking.status)) throw new Refusal(new AlreadyCancelled());
  return booking;
}
