import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hoursOf, problemOf, type TestHours } from "../../../test/hours.ts";
import { createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import type { AffectedBookingInput } from "../availability/affected.inputs.ts";

let practice: TestPractice;
let hours: TestHours;

beforeAll(async () => {
  practice = await createPractice({ horizonDays: 730, cancelNoticeMinutes: 1440 });
  hours = hoursOf(practice);
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await hours.clear();
});

const key = () => ({ idempotencyKey: crypto.randomUUID() });
const takeOff = (affected: AffectedBookingInput[]) =>
  hours.save(practice.timeOff.create(practice.coach.id, { fromDate: "2026-06-08", toDate: "2026-06-09" }), affected);

describe("sessions that a change affects", () => {
  test("are kept, cancelled with a message or to be moved, as is decided, with the change itself", async () => {
    const kept = await hours.book("2026-06-08T13:00:00Z");
    const moved = await hours.book("2026-06-08T14:00:00Z");
    const cancelled = await hours.book("2026-06-09T14:00:00Z");
    await practice.db.sql`delete from outbox`;
    await takeOff([
      { booking: kept.id, action: "keep" },
      { booking: moved.id, action: "offerNewTimes", message: "I am at sea." },
      { booking: cancelled.id, action: "cancel", message: "So sorry." },
    ]);
    const seen = async ({ token }: { token: string }) => (await practice.bookings.access(token)).booking;
    expect(await seen(kept)).toMatchObject({ status: "confirmed", moveRequestedAt: null, version: 1 });
    expect(await seen(moved)).toMatchObject({
      status: "confirmed",
      moveRequestedAt: new Date(NOW),
      moveMessage: "I am at sea.",
      version: 2,
    });
    expect(await seen(cancelled)).toMatchObject({ status: "cancelled", cancelReason: "So sorry." });
    expect((await practice.bookings.access(cancelled.token)).attendee.cancelledAt).toEqual(new Date(NOW));
    // One event, and pages of every date read again, not those around the sessions alone.
    const events = await practice.db.sql<{ payload: object }>`select payload from outbox`;
    expect(events).toEqual([
      { payload: expect.objectContaining({ touched: null, bookingIds: [cancelled.bookingId, moved.bookingId] }) },
    ]);
  });

  test("keep their change when a decision cannot be carried out: neither is saved", async () => {
    const { id } = await hours.book("2026-06-08T13:00:00Z");
    const refused: [AffectedBookingInput[], string][] = [
      [[{ booking: "x", action: "cancel" }], "affected.0.booking"],
      [
        [
          { booking: id, action: "keep" },
          { booking: id, action: "cancel" },
        ],
        "affected.1.booking",
      ],
      [[{ booking: id, action: "cancel", message: "x".repeat(2001) }], "affected.0.message"],
    ];
    for (const [decisions, field] of refused) {
      expect(await problemOf(() => takeOff(decisions))).toMatchObject({ code: "INVALID_INPUT", field });
    }
    expect(await practice.timeOff.listOf(practice.coach.id)).toEqual([]);
  });

  test("that the client has cancelled meanwhile need no decision any more", async () => {
    const { id, token } = await hours.book("2026-06-08T13:00:00Z");
    await practice.bookings.cancel({ token, reason: "Ill", ...key() });
    await takeOff([{ booking: id, action: "cancel", message: "Sea" }]);
    expect((await practice.bookings.access(token)).booking).toMatchObject({ cancelReason: "Ill" });
  });
});

describe("a client who is asked to move", () => {
  test("sees the nearest free times, none of them the present one, and nobody else sees any", async () => {
    const moved = await hours.book("2026-06-08T14:00:00Z");
    const other = await hours.book("2026-06-10T14:00:00Z");
    await takeOff([{ booking: moved.id, action: "offerNewTimes" }]);
    const suggested = await practice.moves.suggestedSlots(await practice.bookings.access(moved.token));
    expect(suggested.map(({ startAt }) => startAt.toISOString())).toEqual([
      "2026-06-10T13:00:00.000Z",
      "2026-06-10T15:00:00.000Z",
      "2026-06-10T17:00:00.000Z",
    ]);
    expect(await practice.moves.suggestedSlots(await practice.bookings.access(other.token))).toEqual([]);
  });

  test("sees as many where the hours of her own session are open, which is free to herself", async () => {
    const { id, token } = await hours.book("2026-06-08T14:00:00Z");
    await practice.moves.request(practice.coach.id, { booking: id });
    const suggested = await practice.moves.suggestedSlots(await practice.bookings.access(token));
    expect(suggested.map(({ startAt }) => startAt.toISOString().slice(11, 16))).toEqual(["13:00", "15:00", "17:00"]);
  });

  test("may move until the session begins, and the request is over when she has", async () => {
    const { id, token } = await hours.book("2026-06-08T14:00:00Z");
    const startAt = new Date("2026-06-10T14:00:00Z");
    practice.clock.set(Date.parse("2026-06-08T12:00:00Z"));
    const move = () => practice.bookings.reschedule({ token, startAt, timeZone: "Europe/Berlin", ...key() });
    expect(await problemOf(move)).toMatchObject({ code: "TOO_LATE" });
    await practice.moves.request(practice.coach.id, { booking: id, message: "Could we?" });
    expect(await practice.bookings.access(token)).toMatchObject({
      canChange: true,
      changeUntil: new Date("2026-06-08T14:00:00Z"),
    });
    await move();
    const { booking } = await practice.bookings.access(token);
    expect(booking).toMatchObject({ startAt, moveRequestedAt: null, moveMessage: null });
  });

  test("no longer is when the coach withdraws", async () => {
    const { id, token } = await hours.book("2026-06-08T14:00:00Z");
    await practice.moves.request(practice.coach.id, { booking: id });
    expect(await practice.moves.withdraw(practice.coach.id, id)).toMatchObject({ moveRequestedAt: null, version: 3 });
    expect(await practice.moves.suggestedSlots(await practice.bookings.access(token))).toEqual([]);
  });

  test("has a session to come that stands", async () => {
    const { id, token } = await hours.book("2026-06-08T14:00:00Z");
    const request = () => practice.moves.request(practice.coach.id, { booking: id });
    practice.clock.set(Date.parse("2026-06-08T15:00:00Z"));
    expect(await problemOf(request)).toMatchObject({ code: "INVALID_INPUT", field: "booking" });
    practice.clock.set(NOW);
    await practice.bookings.cancel({ token, ...key() });
    expect(await problemOf(request)).toMatchObject({ code: "ALREADY_CANCELLED" });
    expect(await problemOf(() => practice.moves.request(practice.coach.id, { booking: "x" }))).toMatchObject({
      code: "NOT_FOUND",
    });
  });
});
