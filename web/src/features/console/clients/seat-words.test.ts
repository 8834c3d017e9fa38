import { expect, test } from "vitest";
import { seatWords } from "./seat-words.ts";

const seat = { cancelledAt: null, cancelCause: null, noShow: false, approveBy: null } as const;
const at = "2026-06-02T13:00:00.000Z";

test.each([
  [{ ...seat, booking: { status: "CONFIRMED" as const } }, null],
  [{ ...seat, booking: { status: "COMPLETED" as const } }, "came"],
  [{ ...seat, noShow: true, booking: { status: "COMPLETED" as const } }, "did not come"],
  [{ ...seat, approveBy: at, booking: { status: "PENDING" as const } }, "waits for your answer"],
  [{ ...seat, cancelledAt: at, booking: { status: "CONFIRMED" as const } }, "cancelled"],
  [{ ...seat, cancelledAt: at, cancelCause: "LAPSED" as const, booking: { status: "CANCELLED" as const } }, "lapsed"],
])("of %o it is said: %s", (one, words) => {
  expect(seatWords(one)).toBe(words);
});
