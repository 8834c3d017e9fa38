import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hoursOf, type TestHours } from "../../../test/hours.ts";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { defaultZoneRules, useZoneRules as withRules, zone } from "../../core/zone.ts";
import { Booking } from "../../entities/index.ts";

let practice: TestPractice;
let hours: TestHours;
let goBack = (): void => undefined;

beforeAll(async () => {
  practice = await createPractice({ horizonDays: 730 });
  hours = hoursOf(practice);
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await hours.clear();
  await practice.db.sql`delete from zone_check`;
});
afterEach(() => {
  goBack();
  goBack = () => undefined;
});

const HOUR = 3_600_000;

/** New York has one offset for ever from now on, in hours west of UTC; without, that of its summer. */
function abolishWinterTime(hoursWest = 4): void {
  const rules = defaultZoneRules();
  const forever = `America/New_York|EDT|${hoursWest}0|0|`;
  const replaced = rules.zones.map((packed) => (packed.startsWith("America/New_York|") ? forever : packed));
  goBack = withRules({ ...rules, version: "2027z", zones: replaced });
}

const bookingOf = async (id: string) => practice.db.em().findOneOrFail(Booking, { id });

describe("after a change of the time zone rules", () => {
  test("sessions whose agreed wall time is elsewhere now are listed, and stay where they are", async () => {
    const summer = await hours.book("2026-07-06T13:00:00Z");
    const winter = await hours.book("2026-12-07T14:00:00Z");
    abolishWinterTime();
    const { release, lastRelease, checked, moves, collisions } = await practice.zoneCheck.check({ apply: false });
    expect({ release, lastRelease, checked, collisions }).toEqual({
      release: "2027z",
      lastRelease: null,
      checked: 2,
      collisions: [],
    });
    expect(moves.map(({ booking, to }) => [booking.id, booking.coach, booking.localStart, new Date(to)])).toEqual([
      [winter.bookingId, "maya", "2026-12-07T09:00", new Date("2026-12-07T13:00:00Z")],
    ]);
    expect((await bookingOf(winter.bookingId)).startAt).toEqual(new Date("2026-12-07T14:00:00Z"));
    expect((await bookingOf(summer.bookingId)).version).toBe(1);
    expect(await practice.zoneCheck.lastRelease()).toBeNull();
  });

  test("one that waits for the coach's answer moves and waits on", async () => {
    const { bookingId } = await hours.book("2026-12-07T14:00:00Z");
    const approveBy = new Date("2026-06-02T12:00:00Z");
    await practice.db.sql`update booking set status = 'pending', approve_by = ${approveBy} where id = ${bookingId}`;
    abolishWinterTime();
    await practice.zoneCheck.check({ apply: true });
    const moved = { status: "pending", approveBy, startAt: new Date("2026-12-07T13:00:00Z") };
    expect(await bookingOf(bookingId)).toMatchObject(moved);
  });

  test("they keep the agreed wall time when the check is applied, and pages hear of it", async () => {
    const { bookingId } = await hours.book("2026-12-07T14:00:00Z");
    abolishWinterTime();
    await practice.db.sql`delete from outbox`;
    await practice.zoneCheck.check({ apply: true });
    expect(await bookingOf(bookingId)).toMatchObject({
      startAt: new Date("2026-12-07T13:00:00Z"),
      endAt: new Date("2026-12-07T14:00:00Z"),
      blockedFromAt: new Date("2026-12-07T13:00:00Z"),
      localStart: "2026-12-07T09:00",
      status: "confirmed",
      version: 2,
    });
    expect(zone("America/New_York").toLocal(Date.parse("2026-12-07T13:00:00Z"))).toBe("2026-12-07T09:00");
    const events = await practice.db.sql<{ payload: { bookingIds: string[] } }>`select payload from outbox`;
    expect(events.map(({ payload }) => new Set(payload.bookingIds))).toEqual([new Set([bookingId])]);
    expect(await practice.zoneCheck.lastRelease()).toBe("2027z");
    expect(await practice.zoneCheck.check({ apply: true })).toMatchObject({
      lastRelease: "2027z",
      moves: [],
      checked: 1,
    });
  });

  test.each([
    ["earlier", 4, -HOUR],
    ["later", 6, HOUR],
  ])("sessions back to back all move %s, each to where another was", async (_, hoursWest, by) => {
    const starts = ["14", "15", "16"].map((hour) => `2026-12-07T${hour}:00:00Z`);
    const booked = await Promise.all(starts.map((start) => hours.book(start)));
    abolishWinterTime(hoursWest);
    expect(await practice.zoneCheck.check({ apply: true })).toMatchObject({ collisions: [] });
    for (const [index, { bookingId }] of booked.entries()) {
      const { startAt, status } = await bookingOf(bookingId);
      expect([startAt, status]).toEqual([new Date(Date.parse(starts[index] ?? "") + by), "confirmed"]);
    }
  });

  test("one that another session stands in the way of stays, and is told", async () => {
    const inTheWay = await hours.book("2026-12-07T14:00:00Z");
    // Agreed in a zone whose rules did not change.
    await practice.db.sql`update booking set time_zone = 'Europe/London', local_start = '2026-12-07T14:00'`;
    const blocked = await hours.book("2026-12-07T15:00:00Z");
    const behind = await hours.book("2026-12-07T16:00:00Z");
    const free = await hours.book("2026-12-08T15:00:00Z");
    abolishWinterTime();
    const { moves, collisions } = await practice.zoneCheck.check({ apply: true });
    expect(moves.map(({ booking }) => booking.id)).toEqual([free.bookingId]);
    // The third one would go where the second one has to stay.
    expect(collisions.map(({ booking }) => booking.id)).toEqual([blocked.bookingId, behind.bookingId]);
    expect((await bookingOf(blocked.bookingId)).startAt).toEqual(new Date("2026-12-07T15:00:00Z"));
    expect((await bookingOf(inTheWay.bookingId)).version).toBe(1);
  });

  test("exact time off keeps its wall time, in what is offered and in what is shown", async () => {
    const period = { start: { local: "2026-12-07T09:00" }, end: { local: "2026-12-07T12:00" } };
    await hours.save(practice.timeOff.create(practice.coach.id, period));
    abolishWinterTime();
    expect(await hours.startsOn("2026-12-07")).toEqual(["13:00", "14:00", "15:00", "16:00"]);
    await practice.zoneCheck.check({ apply: true });
    const [timeOff] = await practice.timeOff.listOf(practice.coach.id);
    expect(timeOff).toMatchObject({
      startAt: new Date("2026-12-07T13:00:00Z"),
      endAt: new Date("2026-12-07T16:00:00Z"),
    });
  });
});

test("under the rules it was agreed under, nothing moves: not even the second of two equal wall times", async () => {
  const windows = [{ start: "00:00", end: "06:00" }];
  await hours.save(practice.overrides.set(practice.coach.id, { dates: ["2026-11-01"], windows }));
  // 01:00 in New York for the second time.
  const { bookingId } = await practice.bookings.book(bookInput("2026-11-01T06:00:00Z"));
  expect(await bookingOf(bookingId)).toMatchObject({ localStart: "2026-11-01T01:00" });
  expect(await practice.zoneCheck.check({ apply: false })).toMatchObject({ checked: 1, moves: [], collisions: [] });
});

test("sessions that are over or cancelled are left alone", async () => {
  await hours.book("2026-12-07T14:00:00Z");
  await practice.db.sql`update booking set status = 'cancelled', cancelled_at = now()`;
  await hours.book("2026-12-07T15:00:00Z");
  practice.clock.set(Date.parse("2026-12-07T16:00:00Z"));
  abolishWinterTime();
  expect(await practice.zoneCheck.check({ apply: true })).toMatchObject({ checked: 0, moves: [] });
});
