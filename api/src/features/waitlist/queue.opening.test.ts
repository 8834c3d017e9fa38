import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hoursOf } from "../../../test/hours.ts";
import { createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { offered, TestDay, wait } from "../../../test/waiting.ts";
import { toGlobalId } from "../../entities/global-id.ts";

const hour = 3_600_000;
/** Tuesday at nine in New York. */
const nine = "2026-06-02T13:00:00Z";
const ten = "2026-06-02T14:00:00Z";
const tuesday = { date: "2026-06-02" };

let practice: TestPractice;
let day: TestDay;
afterEach(() => practice.close());

const key = () => ({ idempotencyKey: crypto.randomUUID() });
const bookingOf = ({ bookingId }: { bookingId: string }) => toGlobalId("Booking", bookingId);

describe("whatever opens a time, the first whom it fits is offered it at once:", () => {
  beforeEach(async () => {
    practice = await createPractice({ cancelNoticeMinutes: 0 });
    day = new TestDay(practice);
    await day.fill();
  });

  test("a cancelled session, which nobody else sees", async () => {
    await wait(practice, "ann", tuesday);
    await wait(practice, "ben", tuesday);
    await day.cancel("10:00");
    expect(await offered(practice)).toEqual(["ann open 06-02T14:00"]);
    expect(await day.slots()).toEqual([]);
    await expect(day.book(ten, "stranger")).rejects.toThrow(/no longer|taken/);
  });

  test("a session that the coach cancels or moves", async () => {
    await wait(practice, "ann", tuesday);
    await wait(practice, "ben", tuesday);
    await practice.agenda.cancel(practice.coach.id, { booking: bookingOf(day.seatAt("09:00")), ...key() });
    const start = { at: new Date("2026-06-03T13:00:00Z") };
    await practice.agenda.reschedule(practice.coach.id, { booking: bookingOf(day.seatAt("11:00")), start, ...key() });
    expect(await offered(practice)).toEqual(["ann open 06-02T13:00", "ben open 06-02T15:00"]);
  });

  test("a session that its client moves", async () => {
    await wait(practice, "ann", tuesday);
    const token = practice.bookings.tokenOf(day.seatAt("13:00").attendeeId);
    const startAt = new Date("2026-06-03T13:00:00Z");
    await practice.bookings.reschedule({ token, startAt, timeZone: "Europe/Berlin", ...key() });
    expect(await offered(practice)).toEqual(["ann open 06-02T17:00"]);
  });

  test("a hold that is released", async () => {
    await day.cancel("10:00");
    const { holdToken } = await day.hold(ten);
    await wait(practice, "ann", tuesday);
    expect(await offered(practice)).toEqual([]);
    await practice.holds.release(holdToken);
    expect(await offered(practice)).toEqual(["ann open 06-02T14:00"]);
  });

  test("a hold that lapses, before a stranger who asks first can have its time", async () => {
    await day.cancel("10:00");
    const { expiresAt } = await day.hold(ten);
    await wait(practice, "ann", tuesday);
    practice.clock.set(expiresAt.getTime());
    await expect(day.hold(ten)).rejects.toThrow(/no longer|taken/);
    await day.serve();
    expect(await offered(practice)).toEqual(["ann open 06-02T14:00"]);
  });

  test("a hold that lapses while many look, none of whom sees its time, and one write does for all", async () => {
    await day.cancel("10:00");
    const { expiresAt } = await day.hold(ten);
    await wait(practice, "ann", tuesday);
    const revision = async () => (await practice.db.sql<{ revision: number }>`select revision from coach`)[0]?.revision;
    const before = (await revision()) ?? 0;
    practice.clock.set(expiresAt.getTime());
    const seen = await Promise.all(Array.from({ length: 20 }, () => day.slots()));
    expect(seen.flat()).toEqual([]);
    expect(await offered(practice)).toEqual(["ann open 06-02T14:00"]);
    expect(await revision()).toBe(before + 1);
  });

  test("a hold, of whose end the jobs are told when it is made", async () => {
    await day.cancel("10:00");
    await wait(practice, "ann", { startAt: new Date(nine) });
    const { expiresAt } = await day.hold(ten);
    const events = await practice.db.sql<{ due: string | null }>`
      select payload ->> 'waitlistDueAt' as due from outbox order by id desc limit 1`;
    expect(events).toEqual([{ due: String(expiresAt.getTime()) }]);
  });

  test("time off that ends", async () => {
    await day.cancel("10:00");
    const hours = hoursOf(practice);
    const off = await hours.save(practice.timeOff.create(practice.coach.id, { fromDate: "2026-06-02" }));
    await wait(practice, "ann", tuesday);
    await hours.save(practice.timeOff.delete(practice.coach.id, off.globalId));
    expect(await offered(practice)).toEqual(["ann open 06-02T14:00"]);
  });

  test("new hours", async () => {
    await wait(practice, "ann", tuesday);
    const dates = { dates: ["2026-06-02"], windows: [{ start: "09:00", end: "18:00" }] };
    await hoursOf(practice).save(practice.overrides.set(practice.coach.id, dates));
    expect(await offered(practice)).toEqual(["ann open 06-02T16:00"]);
  });

  test("an approval that lapses", async () => {
    await day.cancel("09:00");
    await practice.db.sql`update session_type set requires_approval = true, approval_hours = 1`;
    await day.book(nine, "asker");
    await wait(practice, "ann", { startAt: new Date(nine) });
    practice.clock.set(NOW + hour);
    await day.serve();
    expect(await offered(practice)).toEqual(["ann open 06-02T13:00"]);
  });

  test("a date that comes within the horizon", async () => {
    await practice.db.sql`update session_type set horizon_days = 10`;
    await wait(practice, "ann", { wish: { fromDate: "2026-06-12", toDate: "2026-06-12", fromTime: "16:00" } });
    practice.clock.set(Date.parse("2026-06-02T03:59:59Z"));
    await day.serve();
    expect(await offered(practice)).toEqual([]);
    practice.clock.set(Date.parse("2026-06-02T04:00:00Z"));
    await day.serve();
    expect(await offered(practice)).toEqual(["ann open 06-12T20:00"]);
  });
});

describe("in a group of three", () => {
  beforeEach(async () => {
    practice = await createPractice({ capacity: 3, cancelNoticeMinutes: 0 });
    day = new TestDay(practice);
    for (const name of ["one", "two", "three"]) seats.push(await day.book(nine, name));
  });
  afterEach(() => seats.splice(0));
  const seats: { attendeeId: string; bookingId: string }[] = [];
  const first = () => seats[0] ?? { attendeeId: "", bookingId: "" };
  const counted = () =>
    practice.db.sql<{ taken: number; held: number }>`
      select count(*) filter (where client_id is not null)::int as taken,
        count(*) filter (where client_id is null)::int as held
      from attendee where cancelled_at is null`;

  test("a freed seat is offered to the first, a second one to the next", async () => {
    for (const name of ["ann", "ben", "cid"]) await wait(practice, name, { startAt: new Date(nine) });
    await day.give(first());
    expect(await offered(practice)).toEqual(["ann open 06-02T13:00"]);
    await day.give(seats[1] ?? first());
    expect(await offered(practice)).toEqual(["ann open 06-02T13:00", "ben open 06-02T13:00"]);
    expect(await counted()).toEqual([{ taken: 1, held: 2 }]);
  });

  test("more seats are offered to as many, and nobody loses hers", async () => {
    for (const name of ["ann", "ben", "cid"]) await wait(practice, name, { startAt: new Date(nine) });
    const [type] = await practice.sessionTypes.listOf(practice.coach.id);
    await practice.sessionTypes.update(practice.coach.id, type?.id ?? null, { id: "", capacity: 5 });
    expect(await offered(practice)).toEqual(["ann open 06-02T13:00", "ben open 06-02T13:00"]);
    expect(await counted()).toEqual([{ taken: 3, held: 2 }]);
  });

  test("the entry follows the session when it moves, and an open offer is made anew", async () => {
    await wait(practice, "ann", { startAt: new Date(nine) });
    await day.give(first());
    const start = { at: new Date("2026-06-03T15:00:00Z") };
    await practice.agenda.reschedule(practice.coach.id, { booking: bookingOf(first()), start, ...key() });
    expect(await offered(practice)).toEqual(["ann withdrawn 06-02T13:00", "ann open 06-03T15:00"]);
    expect(await counted()).toEqual([{ taken: 2, held: 1 }]);
  });

  test("a session that is cancelled makes room for a new one, with a seat for each as far as they go", async () => {
    for (const name of ["ann", "ben", "cid", "dan"]) await wait(practice, name, { startAt: new Date(nine) });
    await practice.agenda.cancel(practice.coach.id, { booking: bookingOf(first()), ...key() });
    expect(await offered(practice)).toEqual(["ann", "ben", "cid"].map((name) => `${name} open 06-02T13:00`));
    expect(await practice.db.sql`select status from booking where status <> 'cancelled'`).toEqual([{ status: "held" }]);
  });

  test("a visitor's hold that ends does not take the seats along that are offered", async () => {
    await practice.agenda.cancel(practice.coach.id, { booking: bookingOf(first()), ...key() });
    await day.book("2026-06-02T13:00:00Z", "four");
    for (const name of ["five", "six"]) seats.push(await day.book(nine, name));
    await wait(practice, "ann", { startAt: new Date(nine) });
    for (const seat of seats.slice(-2)) await day.give(seat);
    const { expiresAt } = await day.hold(nine);
    practice.clock.set(expiresAt.getTime());
    await practice.bookingUpkeep.removeLapsedHolds(new AbortController().signal);
    expect(await offered(practice)).toEqual(["ann open 06-02T13:00"]);
    expect(await counted()).toEqual([{ taken: 1, held: 1 }]);
  });
});
