import type { ClientSeatFragment } from "../../../generated/console.ts";

type Seat = Pick<ClientSeatFragment, "cancelledAt" | "cancelCause" | "noShow" | "approveBy"> & {
  readonly booking: Pick<ClientSeatFragment["booking"], "status">;
};

/** What became of a seat; null where there is nothing to say about it. */
export function seatWords({ cancelledAt, cancelCause, noShow, approveBy, booking }: Seat): string | null {
  if (cancelCause === "DECLINED") return "declined";
  if (cancelCause === "LAPSED") return "lapsed";
  if (cancelledAt !== null || booking.status === "CANCELLED") return "cancelled";
  if (noShow || booking.status === "NO_SHOW") return "did not come";
  if (approveBy !== null || booking.status === "PENDING") return "waits for your answer";
  return booking.status === "COMPLETED" ? "came" : null;
}
