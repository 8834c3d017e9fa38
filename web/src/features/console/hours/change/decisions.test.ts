import { expect, test } from "vitest";
import {
  type AffectedSession,
  datesInWords,
  decided,
  decidedForAll,
  decisionInputs,
  KEPT,
  outcomeWords,
} from "./decisions.ts";

const session = (id: string): AffectedSession => ({
  __typename: "AffectedBooking",
  reasons: [],
  booking: {
    __typename: "Booking",
    id,
    startAt: "2026-11-24T14:00:00.000Z",
    endAt: "2026-11-24T15:00:00.000Z",
    localStart: "2026-11-24T09:00",
    localEnd: "2026-11-24T10:00",
    coachTime: null,
    sessionType: { __typename: "SessionType", id: "t", name: "Coaching", colour: "#2f5d50" },
    attendees: [],
  },
});
const sessions = ["a", "b", "c"].map(session);

test("sessions stay unless something else is decided, and only that is sent", () => {
  const some = decided(new Map(), "b", { action: "CANCEL", message: " I am ill. " });
  expect(decisionInputs(some, sessions)).toEqual([{ booking: "b", action: "CANCEL", message: "I am ill." }]);
  expect(decisionInputs(decided(some, "b", KEPT), sessions)).toEqual([]);
});

test("what is no longer affected is not decided about", () => {
  const all = decidedForAll(new Map(), sessions, "OFFER_NEW_TIMES");
  expect(decisionInputs(all, [session("c")])).toEqual([{ booking: "c", action: "OFFER_NEW_TIMES" }]);
});

test("a decision for all keeps what was written to one", () => {
  const one = decided(new Map(), "a", { action: "CANCEL", message: "Sorry." });
  const all = decidedForAll(one, sessions, "OFFER_NEW_TIMES");
  expect(all.get("a")).toEqual({ action: "OFFER_NEW_TIMES", message: "Sorry." });
  expect(outcomeWords(decided(all, "c", KEPT), sessions)).toBe("2 are offered new times, 1 stays");
});

test("dates are read as the coach is used to", () => {
  expect(datesInWords("2026-11-26 is taken off.")).toMatch(/^(26 Nov|Nov 26,) 2026 is taken off\.$/);
});
