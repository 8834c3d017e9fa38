import { expect, test } from "vitest";
import { aSession } from "../calendar/session.fixture.ts";
import { canComeBack, undoOf, withOffer } from "./undo-offers.ts";

const NOW = Date.parse("2026-11-20T10:00:00Z");
const offer = {
  __typename: "Undo" as const,
  id: "u1",
  expiresAt: "2026-11-20T10:05:00.000Z",
  version: 2,
  says: "You cancelled this session.",
};
const offers = withOffer(null, "b1", offer);

test("a change can be taken back until its time is over", () => {
  const session = aSession({ version: 2 });
  expect(undoOf(offers, session, NOW)).toBe(offer);
  expect(undoOf(offers, session, NOW + 5 * 60_000)).toBeNull();
});

test("a change can be taken back as long as nothing else happened to the session", () => {
  expect(undoOf(offers, aSession({ version: 3 }), NOW)).toBeNull();
  expect(undoOf(offers, aSession({ id: "b2", version: 2 }), NOW)).toBeNull();
  expect(undoOf(withOffer(offers, "b1", null), aSession({ version: 2 }), NOW)).toBeNull();
});

test("after a reload the server knows the way back of a cancelled session", () => {
  const undo = { __typename: "Undo" as const, id: "u1", expiresAt: offer.expiresAt };
  const session = aSession({ status: "CANCELLED", cancelCause: "COACH", version: 2, undo });
  expect(undoOf(null, session, NOW)).toEqual({ ...undo, version: 2, says: "You cancelled this session." });
  expect(canComeBack(session, NOW)).toBe(true);
  expect(canComeBack(session, NOW + 5 * 60_000)).toBe(false);
});
