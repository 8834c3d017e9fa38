import { afterEach, beforeEach, expect, test } from "vitest";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";

const minute = 60_000;
const never = new AbortController().signal;
const nine = "2026-06-02T13:00:00Z";

let practice: TestPractice;

beforeEach(async () => {
  practice = await createPractice({ capacity: 3 });
});
afterEach(() => practice.close());

const statuses = async () =>
  (await practice.db.sql<{ status: string }>`select status from booking order by start_at`).map(({ status }) => status);
const seats = async () =>
  (
    await practice.db.sql<{ taken: boolean }>`select client_id is not null as taken from attendee order by created_at`
  ).map(({ taken }) => (taken ? "taken" : "held"));
const events = () =>
  practice.db.sql<{ start: number; bookings: number }>`
    select (payload -> 'touched' ->> 'start')::float8 as start, jsonb_array_length(payload -> 'bookingIds') as bookings
    from outbox where payload ->> 'type' = 'calendarChanged' order by id`;

function hold(startAt: string, owner = "somebody") {
  const input = { coach: "maya", link: "session", startAt: new Date(startAt), timeZone: "Europe/Berlin" };
  return practice.holds.hold(input, owner);
}

test("a hold stays until its time is over, then it goes and the coach's pages hear of it", async () => {
  const { expiresAt } = await hold(nine);
  practice.clock.set(expiresAt.getTime() - 1);
  await practice.bookingUpkeep.removeLapsedHolds(never);
  expect(await statuses()).toEqual(["held"]);
  const before = (await events()).length;
  practice.clock.set(expiresAt.getTime());
  await practice.bookingUpkeep.removeLapsedHolds(never);
  expect([await statuses(), await seats()]).toEqual([[], []]);
  expect((await events()).slice(before)).toEqual([{ start: Date.parse(nine), bookings: 2 }]);
});

test("a held seat goes from a group that others have booked, which stays", async () => {
  await practice.bookings.book(bookInput(nine));
  const { expiresAt } = await hold(nine);
  expect(await seats()).toEqual(expect.arrayContaining(["taken", "held"]));
  practice.clock.set(expiresAt.getTime());
  await practice.bookingUpkeep.removeLapsedHolds(never);
  expect([await statuses(), await seats()]).toEqual([["confirmed"], ["taken"]]);
});

test("of two who hold seats of the same session, only the one whose time is over loses hers", async () => {
  await hold(nine, "early");
  practice.clock.set(NOW + 2 * minute);
  await hold(nine, "late");
  practice.clock.set(NOW + 5 * minute);
  await practice.bookingUpkeep.removeLapsedHolds(never);
  expect([await statuses(), await seats()]).toEqual([["held"], ["held"]]);
  practice.clock.set(NOW + 7 * minute);
  await practice.bookingUpkeep.removeLapsedHolds(never);
  expect([await statuses(), await seats()]).toEqual([[], []]);
});

test("a visitor whose lapsed hold is gone still gets the slot, if nobody took it", async () => {
  const { holdToken, expiresAt } = await hold(nine);
  practice.clock.set(expiresAt.getTime());
  await practice.bookingUpkeep.removeLapsedHolds(never);
  await practice.bookings.book(bookInput(nine, { holdToken }));
  expect(await statuses()).toEqual(["confirmed"]);
});

test("a session is completed when it is over, not before, and only if it stood", async () => {
  const { attendeeId } = await practice.bookings.book(bookInput(nine));
  const cancelled = await practice.bookings.book(bookInput("2026-06-02T15:00:00Z"));
  await practice.bookings.cancel({
    token: practice.bookings.tokenOf(cancelled.attendeeId),
    idempotencyKey: crypto.randomUUID(),
  });
  await practice.bookings.book(bookInput("2026-06-02T18:00:00Z"));
  practice.clock.set(Date.parse("2026-06-02T13:59:59Z"));
  await practice.bookingUpkeep.completePast(never);
  expect(await statuses()).toEqual(["confirmed", "cancelled", "confirmed"]);
  const before = (await events()).length;
  practice.clock.set(Date.parse("2026-06-02T16:00:00Z"));
  await practice.bookingUpkeep.completePast(never);
  expect(await statuses()).toEqual(["completed", "cancelled", "confirmed"]);
  expect((await events()).slice(before)).toEqual([{ start: Date.parse(nine), bookings: 1 }]);
  const { booking } = await practice.bookings.access(practice.bookings.tokenOf(attendeeId));
  expect(booking.version).toBeGreaterThan(1);
});

test("nothing to do changes nothing and tells nobody", async () => {
  await practice.bookings.book(bookInput(nine));
  const before = await events();
  await practice.bookingUpkeep.removeLapsedHolds(never);
  await practice.bookingUpkeep.completePast(never);
  expect(await events()).toEqual(before);
});

test("a long absence is made up for in batches, by several processes at once", async () => {
  await practice.db.sql`
    insert into booking (id, coach_id, session_type_id, status, start_at, end_at, buffer_before_minutes,
      buffer_after_minutes, blocked_from_at, blocked_until_at, time_zone, local_start, capacity, place_kind, place_detail)
    select gen_random_uuid(), coach_id, id, 'confirmed', at, at + interval '1 hour', 0, 0, at, at + interval '1 hour',
      'UTC', '2025-01-01T00:00', 1, 'video', 'x'
    from session_type, generate_series('2025-01-01'::timestamptz, '2025-01-11', '1 hour') at`;
  await Promise.all([1, 2, 3].map(() => practice.bookingUpkeep.completePast(never)));
  const left = await practice.db.sql<{ status: string; count: number }>`
    select status, count(*)::int as count from booking group by status`;
  expect(left).toEqual([{ status: "completed", count: 241 }]);
  const told = (await events()).reduce((sum, { bookings }) => sum + bookings, 0);
  expect(told).toBe(241);
});

test("a process that is to end stops between two batches", async () => {
  await hold(nine);
  practice.clock.set(NOW + 60 * minute);
  await practice.bookingUpkeep.removeLapsedHolds(AbortSignal.abort());
  expect(await statuses()).toEqual(["held"]);
});
