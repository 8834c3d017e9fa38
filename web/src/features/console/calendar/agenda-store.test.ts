import { describe, expect, test } from "vitest";
import { covers, EMPTY_AGENDA, withBooking, withEvent } from "./agenda-store.ts";
import { aSession } from "./session.fixture.ts";

const RANGE = { from: "2026-11-16", to: "2026-12-06" };
const snapshot = (revision: number, ...bookings: ReturnType<typeof aSession>[]) =>
  ({ __typename: "AgendaSnapshot", revision, bookings }) as const;
const change = (revision: number, bookings: ReturnType<typeof aSession>[], removed: string[] = []) =>
  ({ __typename: "AgendaChange", revision, bookings, removed }) as const;

describe("the live agenda", () => {
  test("a snapshot replaces all that was known", () => {
    const before = withEvent(EMPTY_AGENDA, snapshot(1, aSession({ id: "old" })), RANGE);
    const after = withEvent(before, snapshot(2, aSession({ id: "new" })), RANGE);
    expect([...after.bookings.keys()]).toEqual(["new"]);
  });

  test("a change adds, replaces and removes", () => {
    const before = withEvent(EMPTY_AGENDA, snapshot(1, aSession({ id: "a" }), aSession({ id: "b" })), RANGE);
    const after = withEvent(
      before,
      change(2, [aSession({ id: "a", version: 2, status: "CANCELLED" }), aSession({ id: "c" })], ["b"]),
      RANGE,
    );
    expect([...after.bookings.keys()].toSorted()).toEqual(["a", "c"]);
    expect(after.bookings.get("a")?.status).toBe("CANCELLED");
  });

  test("news that is older than what is known changes nothing", () => {
    const before = withEvent(EMPTY_AGENDA, snapshot(5, aSession({ id: "a" })), RANGE);
    expect(withEvent(before, change(4, [], ["a"]), RANGE)).toBe(before);
  });

  test("the answer to a change of our own does not undo newer news of the same session", () => {
    const news = withEvent(EMPTY_AGENDA, snapshot(5, aSession({ id: "a", version: 4, status: "CANCELLED" })), RANGE);
    expect(withBooking(news, aSession({ id: "a", version: 3 })).bookings.get("a")?.status).toBe("CANCELLED");
  });

  test("a refusal keeps what is shown and says why it is no longer live", () => {
    const before = withEvent(EMPTY_AGENDA, snapshot(5, aSession({ id: "a" })), RANGE);
    const after = withEvent(
      before,
      { __typename: "Refused", code: "NOT_SIGNED_IN", message: "You are signed out." },
      RANGE,
    );
    expect(after.refusal).toBe("You are signed out.");
    expect(after.bookings.size).toBe(1);
  });

  test("knows which days it can speak for", () => {
    const agenda = withEvent(EMPTY_AGENDA, snapshot(1), RANGE);
    expect(covers(agenda, ["2026-11-23", "2026-11-29"])).toBe(true);
    expect(covers(agenda, ["2026-12-06", "2026-12-07"])).toBe(false);
    expect(covers(EMPTY_AGENDA, ["2026-11-23"])).toBe(false);
  });
});
