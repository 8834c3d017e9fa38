import { MINUTE } from "../../core/local-date.ts";
import { type Attendee, type Booking, type BookingStatus, Place } from "../../entities/index.ts";
import { Refusal } from "../../platform/problem.ts";
import { isTaken, visitorReason } from "../slots/slot.policy.ts";
import type { Verdict } from "../slots/slot.service.ts";
import { AlreadyCancelled, SlotNotOffered, SlotTaken, TooLate } from "./booking.inputs.ts";

/** Ends a visitor's request whose slot is not to be had, with the nearest ones that are. */
export function refuseVerdict({ reasons, alternatives }: Extract<Verdict, { offered: false }>): never {
  if (isTaken(reasons)) throw new Refusal(new SlotTaken(alternatives));
  const code = visitorReason(reasons);
  const message =
    reasons.find((reason) => reason.code === code)?.message ?? "The session does not lie within open hours.";
  throw new Refusal(new SlotNotOffered(code, message, alternatives));
}

/** The last instant at which the client may cancel or move the booking, epoch milliseconds. */
export function changeUntil(start: number, cancelNoticeMinutes: number): number {
  return start - cancelNoticeMinutes * MINUTE;
}

/** Whether a booking still stands, so that it can be cancelled or moved at all. */
export function isStanding(status: string): boolean {
  return status === "confirmed" || status === "pending";
}

/** Ends a client's request to change a booking that no longer stands, or too late. */
export function refuseLateChange(
  booking: { status: string; start: number; cancelNoticeMinutes: number },
  now: number,
): void {
  if (!isStanding(booking.status)) throw new Refusal(new AlreadyCancelled());
  const until = changeUntil(booking.start, booking.cancelNoticeMinutes);
  if (now > until) throw new Refusal(new TooLate(new Date(until)));
}

/** A booking as it is now: what the coach did not approve in time has lapsed, whether or not it was written down. */
export function asOf(booking: Booking, now: number): Booking {
  const { status, approveBy } = booking;
  if (status !== "pending" || !approveBy || approveBy.getTime() > now) return booking;
  return Object.assign(booking, {
    status: "cancelled",
    cancelledAt: approveBy,
    cancelCause: "lapsed",
    approveBy: null,
  });
}

/** Shows a booking as one of its seats knows it: given up though the group meets without her, or still to be approved. */
export function showAsSeat(booking: Booking, seat: Attendee): Booking {
  if (seat.cancelledAt) {
    const { cancelledAt, cancelCause, cancelReason } = seat;
    Object.assign(booking, {
      status: "cancelled",
      cancelledAt,
      cancelCause,
      cancelReason: cancelReason ?? booking.cancelReason,
    });
  } else if (seat.approveBy) {
    Object.assign(booking, { status: "pending", approveBy: seat.approveBy });
  } else if (seat.noShow) {
    booking.status = "noShow";
  }
  return booking;
}

/**
 * A place as a client sees it. An address must be known to decide; a meeting link or a number can be used by whoever
 * has it, and so is told once the session stands. A session type has no status.
 */
export function placeForClient({ kind, detail }: Place, status: BookingStatus | null): Place {
  const told = kind === "address" || status === "confirmed" || status === "completed";
  return new Place(kind, told ? detail : "");
}
