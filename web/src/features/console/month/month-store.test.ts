import { expect, test } from "vitest";
import { countByDate, withSessions } from "./month-store.ts";

const session = (id: string, localStart: string, status: "CONFIRMED" | "HELD" | "CANCELLED" = "CONFIRMED") =>
  ({ __typename: "Booking", id, status, version: 1, coachTime: { __typename: "CoachTime", localStart } }) as const;

test("counts the sessions of each date, live", () => {
  const first = withSessions(new Map(), {
    __typename: "AgendaSnapshot",
    revision: 1,
    bookings: [
      session("a", "2026-11-02T09:00"),
      session("b", "2026-11-02T23:30"),
      session("c", "2026-11-03T09:00", "CANCELLED"),
      session("d", "2026-11-03T10:00", "HELD"),
    ],
  });
  expect([...countByDate(first)]).toEqual([["2026-11-02", 2]]);
  const next = withSessions(first, {
    __typename: "AgendaChange",
    revision: 2,
    removed: ["a"],
    bookings: [session("d", "2026-11-03T10:00"), session("b", "2026-11-04T09:00")],
  });
  expect([...countByDate(next)]).toEqual([
    ["2026-11-04", 1],
    ["2026-11-03", 1],
  ]);
});

test("a refusal leaves what is known", () => {
  const known = new Map([["a", session("a", "2026-11-02T09:00")]]);
  expect(withSessions(known, { __typename: "Refused", code: "FORBIDDEN", message: "Sign in." })).toBe(known);
});
