import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { problemOf } from "../../../test/refusal.ts";
import { offered, TestDay, wait, waitInput } from "../../../test/waiting.ts";
import { WaitlistEntry } from "../../entities/index.ts";
import { waitlistLoaders } from "./waitlist.loaders.ts";

const nine = new Date("2026-06-02T13:00:00Z");
const tuesday = { date: "2026-06-02" };
let practice: TestPractice;
let day: TestDay;

beforeAll(async () => {
  practice = await createPractice({ cancelNoticeMinutes: 0, minutes: [60, 90], noticeMinutes: 60 });
  day = new TestDay(practice);
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await practice.db.sql`delete from waitlist_entry`;
  await practice.db.sql`delete from booking`;
  await practice.db.sql`update coach set waitlist_due_at = null`;
  await day.fill();
});

const join = (wish: Parameters<typeof waitInput>[1], owner = "a visitor") =>
  practice.waitlist.join(waitInput("ann", wish), owner);
const entries = () => practice.db.em().find(WaitlistEntry, {}, { orderBy: { number: "asc" } });

describe("joining", () => {
  test("for a start, a day or a wish keeps it in the client's zone", async () => {
    await wait(practice, "ann", { startAt: nine });
    await wait(practice, "ben", { ...tuesday, timeZone: "Europe/Berlin" });
    const wish = { fromDate: "2026-06-02", toDate: "2026-06-02", weekdays: [2, 2], fromTime: "09:30", toTime: "24:00" };
    await wait(practice, "cid", { wish });
    expect(await entries()).toMatchObject([
      { kind: "slot", startAt: nine, minutes: 60, fromDate: null, lapsesAt: nine },
      { kind: "day", fromDate: "2026-06-02", toDate: "2026-06-02", lapsesAt: new Date("2026-06-02T22:00:00Z") },
      { kind: "wish", ...wish, weekdays: [2], timeZone: "America/New_York" },
    ]);
  });

  test("with the same key and input gives the same entry, once", async () => {
    const input = waitInput("ann", tuesday);
    const [one, two] = [await practice.waitlist.join(input, "a"), await practice.waitlist.join(input, "a")];
    expect(two).toEqual(one);
    expect(await entries()).toHaveLength(1);
    expect(await problemOf(practice.waitlist.join({ ...input, date: "2026-06-03" }, "a"))).toMatchObject({
      code: "IDEMPOTENCY_CONFLICT",
    });
  });

  test("touches nothing of the calendar that others look at", async () => {
    await practice.db.sql`delete from outbox`;
    await join(tuesday);
    const events = await practice.db.sql`
      select payload ->> 'type' as type, payload -> 'touched' as touched from outbox order by id`;
    expect(events).toEqual([
      { type: "waitlistChanged", touched: null },
      { type: "calendarChanged", touched: { start: 0, end: 0 } },
    ]);
  });

  test.each([
    ["nothing to wait for", {}, "startAt"],
    ["two things", { ...tuesday, startAt: nine }, "startAt"],
    ["a start in the past", { startAt: new Date(NOW) }, "startAt"],
    ["a date in the past", { date: "2026-05-31" }, "date"],
    ["a date in two years", { date: "2028-06-02" }, "date"],
    ["dates the wrong way round", { wish: { fromDate: "2026-06-03", toDate: "2026-06-02" } }, "wish.toDate"],
    [
      "a weekday that there is not",
      { wish: { fromDate: "2026-06-03", toDate: "2026-06-04", weekdays: [7] } },
      "wish.weekdays",
    ],
    ["no weekday", { wish: { fromDate: "2026-06-03", toDate: "2026-06-04", weekdays: [] } }, "wish.weekdays"],
    [
      "a weekday that does not come",
      { wish: { fromDate: "2026-06-03", toDate: "2026-06-04", weekdays: [0] } },
      "wish.toDate",
    ],
    [
      "too little time",
      { wish: { fromDate: "2026-06-03", toDate: "2026-06-04", fromTime: "09:00", toTime: "09:59" } },
      "wish.toTime",
    ],
    ["a length that is not offered", { ...tuesday, minutes: 45 }, "minutes"],
  ])("is refused with %s", async (_, wish, field) => {
    expect(await problemOf(join(wish))).toMatchObject({ code: "INVALID_INPUT", field });
    expect(await entries()).toEqual([]);
  });

  test("is refused for hostile names and addresses, and keeps other text as it is", async () => {
    const input = waitInput("ann", tuesday);
    const ask = (client: Partial<typeof input.client>) =>
      practice.waitlist.join({ ...input, client: { ...input.client, ...client } }, "a");
    for (const name of ["Ann\r\nBcc: all@example.com", "Ann \u202egpj", "x".repeat(10_000), "\u200b"]) {
      expect(await problemOf(ask({ name }))).toMatchObject({ field: "client.name" });
    }
    expect(await problemOf(ask({ email: "ann@example.com\nBcc: b@example.com" }))).toMatchObject({
      field: "client.email",
    });
    await ask({ name: "<b>=1+1</b> 🙂", note: "<script>" });
    expect(await entries()).toMatchObject([{ name: "<b>=1+1</b> 🙂", note: "<script>" }]);
  });

  test("for what is free is answered with the free times", async () => {
    await day.cancel("10:00");
    await day.cancel("14:00");
    const problem = await problemOf(join(tuesday));
    expect(problem).toMatchObject({
      code: "TIME_FREE",
      slots: [{ localStart: "2026-06-02T10:00" }, { localStart: "2026-06-02T14:00" }],
    });
    expect(await problemOf(join({ startAt: new Date("2026-06-02T14:00:00Z") }))).toMatchObject({ code: "TIME_FREE" });
  });

  test.each([
    ["off the grid", "2026-06-02T13:10:00Z", "OFF_GRID"],
    ["outside hours", "2026-06-02T23:00:00Z", "OUTSIDE_HOURS"],
    ["beyond the horizon", "2026-09-02T13:00:00Z", "HORIZON"],
  ])("for a start %s is refused, because nobody has it", async (_, start, reason) => {
    expect(await problemOf(join({ startAt: new Date(start) }))).toMatchObject({ code: "SLOT_NOT_OFFERED", reason });
  });

  test("again for the same, or for what the address has booked, is refused alike", async () => {
    await join(tuesday);
    const again = await problemOf(join(tuesday));
    const booked = await problemOf(practice.waitlist.join(waitInput("taker9", { startAt: nine }), "b"));
    expect(again.code).toBe("ALREADY_WAITING");
    expect(booked).toEqual(again);
    await join({ ...tuesday, minutes: 90 });
    expect(await entries()).toHaveLength(2);
  });

  test("is bounded for an address and for a visitor", async () => {
    for (let n = 0; n < 5; n++) await join({ date: `2026-08-1${n}` }, `visitor ${n}`);
    expect(await problemOf(join({ date: "2026-08-20" }))).toMatchObject({ code: "TOO_MANY_WAITING" });
    for (let n = 0; n < 10; n++) await practice.waitlist.join(waitInput(`c${n}`, tuesday), "one visitor");
    expect(await problemOf(practice.waitlist.join(waitInput("last", tuesday), "one visitor"))).toMatchObject({
      code: "TOO_MANY_WAITING",
    });
  });

  test("by unknown and closed links is refused alike", async () => {
    const unknown = await problemOf(practice.waitlist.join({ ...waitInput("ann", tuesday), link: "nowhere" }, "a"));
    const nobody = await problemOf(practice.waitlist.join({ ...waitInput("ann", tuesday), coach: "nobody" }, "a"));
    await practice.db.sql`update booking_link set active = false`;
    const closed = await problemOf(join(tuesday));
    await practice.db.sql`update booking_link set active = true`;
    expect(unknown.code).toBe("LINK_UNAVAILABLE");
    expect([nobody, closed]).toEqual([unknown, unknown]);
  });
});

describe("waiting", () => {
  const positions = async (tokens: readonly string[]) => {
    const { waitlistPosition } = waitlistLoaders(practice.db.em());
    return Promise.all(
      tokens.map(async (token) => waitlistPosition.load((await practice.waitlistView.access(token)).entry.id)),
    );
  };

  test("has a place among those who want some of the same time", async () => {
    const tokens = [
      await wait(practice, "ann", tuesday),
      await wait(practice, "ben", { startAt: nine }),
      await wait(practice, "cid", { startAt: new Date("2026-06-02T18:00:00Z") }),
      await wait(practice, "dan", {
        wish: { fromDate: "2026-06-01", toDate: "2026-06-02", weekdays: [2], toTime: "12:00" },
      }),
    ];
    expect(await positions(tokens)).toEqual([1, 2, 2, 3]);
    await practice.waitlist.leave(tokens[0] ?? "");
    expect(await positions(tokens)).toEqual([null, 1, 1, 2]);
  });

  test("ends when she leaves, and what she was offered goes to the next", async () => {
    const ann = await wait(practice, "ann", tuesday);
    await wait(practice, "ben", tuesday);
    await day.cancel("10:00");
    await practice.waitlist.leave(ann);
    await practice.waitlist.leave(ann);
    expect(await offered(practice)).toEqual(["ann withdrawn 06-02T14:00", "ben open 06-02T14:00"]);
    const { entry, offer, lastOffer } = await practice.waitlistView.access(ann);
    expect([entry.status, offer, lastOffer?.status]).toEqual(["left", null, "withdrawn"]);
  });

  test("is opened by its token alone", async () => {
    const ann = await wait(practice, "ann", tuesday);
    const { entry } = await practice.waitlistView.access(ann);
    const { attendeeId } = day.seatAt("09:00");
    for (const token of [
      "",
      "x",
      entry.id,
      practice.bookings.tokenOf(entry.id),
      practice.waitlist.tokenOf(attendeeId),
    ]) {
      expect(await problemOf(practice.waitlistView.access(token))).toMatchObject({ code: "WAITING_NOT_FOUND" });
    }
  });
});
