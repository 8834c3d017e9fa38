import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { zone } from "../src/core/zone.ts";
import { hoursOf, problemOf, type TestHours } from "./hours.ts";
import { bookInput, createPractice, type TestPractice } from "./practice.ts";

interface Trap {
  readonly id: string;
  readonly title: string;
  readonly input: Readonly<Record<string, string>>;
  readonly expected: never;
}
const { cases }: { cases: Trap[] } = JSON.parse(
  readFileSync(new URL("./cases/time-zone-traps.json", import.meta.url), "utf8"),
);

/** What no user meets through hours and bookings: reminders, calendar files, arithmetic of core alone. */
const elsewhere = ["D3", "D4", "H3", "I2"];

let practice: TestPractice;
let hours: TestHours;

beforeAll(async () => {
  practice = await createPractice({ horizonDays: 730 });
  hours = hoursOf(practice);
});
afterAll(() => practice.close());
beforeEach(() => hours.clear());

const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];
const clock = (text: string | undefined) => (text ?? "").slice(11, 16);
const date = (text: string | undefined) => (text ?? "").slice(0, 10);

interface Setting {
  readonly at: string;
  readonly open?: readonly [start: string, end: string];
  readonly weekdays?: readonly number[];
  readonly minutes?: number;
  readonly step?: number;
  readonly after?: number;
  /** An instant before everything that is asked. */
  readonly now?: string;
}

/** A coach who is open at these hours in a zone, and lives there. */
async function live({
  at,
  open = ["00:00", "24:00"],
  weekdays = EVERY_DAY,
  minutes = 60,
  step = minutes,
  after = 0,
  now,
}: Setting) {
  const { coach, preferences, availability, sessionTypes } = practice;
  practice.clock.set(Date.parse(now ?? "2026-01-01T00:00:00Z"));
  await preferences.updateCoach(coach.id, { timeZone: at });
  const windows = weekdays.map((weekday) => ({ weekday, start: open[0], end: open[1] }));
  const { globalId: id } = await hours.template();
  await hours.save(availability.update(coach.id, { id, timeZone: at, windows }));
  const session = { minutes: [minutes], stepMinutes: step, bufferAfterMinutes: after, cancelNoticeMinutes: 1440 };
  await sessionTypes.update(coach.id, (await hours.sessionType()).id, { id: "", ...session });
}

/** What somebody in a zone sees from one date to another. */
async function seen(viewer: string, from: string, to = from) {
  const { days } = await practice.slots.list({ coach: "maya", link: "session", from, to, timeZone: viewer });
  return days.flatMap(({ slots }) => slots);
}
const iso = (instant: Date | undefined) => instant?.toISOString().replace(".000Z", "Z");
const instants = (slots: Awaited<ReturnType<typeof seen>>) => slots.map(({ startAt }) => iso(startAt));
const first = async (viewer: string, on: string) => (await seen(viewer, on))[0];

/** The first slot of a date where the coach is open from a wall time on. */
async function openingAt(at: string, wall: string, now?: string) {
  await live({ at, open: [clock(wall), "24:00"], step: 60, ...(now ? { now } : {}) });
  return iso((await first(at, date(wall)))?.startAt);
}
/** What a viewer's clock shows at the coach's 09:00. */
async function nineOClock(coach: string, viewer: string, dates: readonly string[]) {
  await live({ at: coach, open: ["09:00", "10:00"] });
  return Promise.all(dates.map(async (on) => clock((await first(viewer, on))?.localStart)));
}
async function nextAfter(startAt: string, on: string) {
  await live({ at: "America/New_York", open: ["00:00", "06:00"], minutes: 45, step: 15, after: 30 });
  await practice.bookings.book(bookInput(startAt));
  const next = (await seen("America/New_York", on)).find((slot) => slot.startAt > new Date(startAt));
  return `${next?.localStart}:00${next?.offsetMinutes === -240 ? "-0400" : "-0500"}`;
}
async function refusal(at: string, local: string) {
  await live({ at });
  const sessionType = (await hours.sessionType()).globalId;
  const newClient = { name: "Ann", email: "ann@example.com", timeZone: at };
  const input = { sessionType, start: { local, timeZone: at }, newClient, idempotencyKey: crypto.randomUUID() };
  return problemOf(() => practice.agenda.bookForClient(practice.coach.id, input));
}
const skipped = { code: "INVALID_INPUT", field: "start.local" };
const { round } = Math;

/** Each situation as a visitor, a client or a coach meets it. */
const situations: Record<string, (input: Trap["input"], expected: never) => Promise<void>> = {
  A1: async ({ zone: at = "" }, expected) => {
    await live({ at, open: ["09:00", "17:00"] });
    const slots = await seen(at, "2026-03-08");
    expect({ start: iso(slots[0]?.startAt), end: iso(slots.at(-1)?.endAt), hours: slots.length }).toEqual(expected);
  },
  A2: async ({ zone: at = "" }, expected) => {
    await live({ at, open: ["09:00", "17:00"] });
    expect({ start: iso((await first(at, "2026-03-07"))?.startAt) }).toEqual(expected);
  },
  A3: async ({ zone: at = "" }, expected) => {
    await live({ at, open: ["22:00", "06:00"], weekdays: [6] });
    const { length } = await seen(at, "2026-03-28", "2026-03-29");
    expect({ hours: length, slots: length }).toEqual(expected);
  },
  A4: async ({ zone: at = "" }, expected) => {
    await live({ at, open: ["22:00", "06:00"], weekdays: [6] });
    const { length } = await seen(at, "2026-10-24", "2026-10-25");
    expect({ hours: length, slots: length }).toEqual(expected);
  },
  A5: async ({ zone: at = "" }, expected) => {
    await live({ at });
    expect({ hours: (await seen(at, "2026-03-29")).length }).toEqual(expected);
  },
  A6: async ({ zone: at = "" }, expected) => {
    await live({ at });
    expect({ hours: (await seen(at, "2026-10-25")).length }).toEqual(expected);
  },
  A7: async ({ zone: at = "" }, expected) => {
    await live({ at, open: ["00:00", "06:00"], minutes: 30 });
    const [oct, apr] = [await seen(at, "2026-10-04"), await seen(at, "2026-04-05")].map(({ length }) => length / 2);
    expect({ oct, apr }).toEqual(expected);
  },
  A8: async ({ zone: at = "" }, expected) => {
    await live({ at, open: ["02:00", "04:00"], minutes: 30 });
    expect({ slots: instants(await seen(at, "2026-03-08")) }).toEqual(expected);
  },
  A9: async (_, expected) => {
    await live({ at: "Asia/Beirut" });
    const beirut = await first("Asia/Beirut", "2026-03-29");
    await live({ at: "America/Santiago" });
    const santiago = await first("America/Santiago", "2026-09-06");
    const exists = [beirut, santiago].some((slot) => clock(slot?.localStart) !== "01:00");
    expect({ beirut: iso(beirut?.startAt), santiago: iso(santiago?.startAt), exists }).toEqual(expected);
  },
  B1: async ({ zone: at = "", wall = "" }) => {
    expect(await refusal(at, wall.slice(0, 16))).toMatchObject(skipped);
  },
  B2: async ({ zone: at = "" }) => {
    await live({ at, step: 30, open: ["01:00", "06:00"] });
    const slot = (await seen(at, "2026-03-08")).find(({ localStart }) => clock(localStart) === "01:30");
    expect(zone(at).toLocal(slot?.endAt.getTime() ?? 0)).toBe("2026-03-08T03:30");
  },
  B3: async ({ zone: at = "", wall = "" }) => {
    expect(await refusal(at, wall.slice(0, 16))).toMatchObject(skipped);
  },
  B4: async ({ zone: at = "" }, expected: { next: string }) => {
    await live({ at, open: ["09:00", "17:00"], now: "2011-12-01T00:00:00Z" });
    const days = await practice.slots.list({
      coach: "maya",
      link: "session",
      from: "2011-12-29",
      to: "2011-12-31",
      timeZone: at,
    });
    expect(days.days.map((day) => day.date)).toEqual(["2011-12-29", "2011-12-31"]);
    expect(iso(days.days[1]?.slots[0]?.startAt)).toBe(expected.next);
    expect(
      await problemOf(() =>
        hours.save(practice.overrides.set(practice.coach.id, { dates: ["2011-12-30"], windows: [] })),
      ),
    ).toMatchObject({
      field: "dates.0",
    });
  },
  C1: async ({ zone: at = "" }, expected: { first: string; second: string }) => {
    await live({ at, minutes: 30 });
    const twice = (await seen(at, "2026-11-01")).filter(({ localStart }) => clock(localStart) === "01:30");
    expect(instants(twice)).toEqual([expected.first, expected.second]);
    expect(twice.map(({ offsetMinutes }) => offsetMinutes)).toEqual([-240, -300]);
  },
  C2: async ({ zone: at = "" }, expected) => {
    await live({ at, open: ["01:00", "02:00"], minutes: 30 });
    expect({ slots: instants(await seen(at, "2026-11-01")) }).toEqual(expected);
  },
  C3: async ({ zone: at = "" }) => {
    await live({ at, step: 30 });
    await practice.bookings.book(bookInput("2026-11-01T05:30:00Z"));
    await practice.bookings.book(bookInput("2026-11-01T06:30:00Z"));
    const rows = await practice.db.sql<{ local: string }>`select local_start as local from booking`;
    expect(rows).toEqual([{ local: "2026-11-01T01:30" }, { local: "2026-11-01T01:30" }]);
  },
  C4: async ({ zone: at = "" }, expected) => {
    await live({ at, open: ["01:00", "02:00"], minutes: 15 });
    const starts = (await seen(at, "2026-04-05")).map(({ localStart }) => clock(localStart));
    const isTwice = (time: string) => starts.filter((start) => start === time).length === 2;
    expect({ t0145: isTwice("01:45"), t0115: isTwice("01:15") }).toEqual(expected);
  },
  C5: async ({ zone: at = "" }, expected: { first: string; second: string }) => {
    await live({ at, minutes: 30 });
    const twice = (await seen(at, "2026-10-29")).filter(({ localStart }) => clock(localStart) === "23:30");
    expect(instants(twice)).toEqual([expected.first, expected.second]);
  },
  D1: async (_, expected) => {
    expect({ next: await nextAfter("2026-03-08T06:00:00Z", "2026-03-08") }).toEqual(expected);
  },
  D2: async (_, expected) => {
    expect({ next: await nextAfter("2026-11-01T05:00:00Z", "2026-11-01") }).toEqual(expected);
  },
  D5: async ({ zone: at = "" }, expected: { deadline: string }) => {
    await live({ at });
    const { token } = await hours.book("2026-11-01T17:00:00Z");
    const { changeUntil } = await practice.bookings.access(token);
    expect(changeUntil).toEqual(new Date(expected.deadline.replace(/(\d\d)$/, ":$1")));
  },
  E1: async ({ coach = "", client = "" }, expected) => {
    expect(await nineOClock(coach, client, ["2026-03-07", "2026-03-09", "2026-03-28", "2026-03-30"])).toEqual(expected);
  },
  E2: async ({ coach = "", client = "" }, expected) => {
    expect(await nineOClock(coach, client, ["2026-10-24", "2026-10-26", "2026-10-31", "2026-11-02"])).toEqual(expected);
  },
  E3: async ({ coach = "", client = "" }, expected) => {
    expect(await nineOClock(coach, client, ["2026-01-15", "2026-03-31", "2026-05-15"])).toEqual(expected);
  },
  E4: async ({ coach = "", client = "" }, expected) => {
    expect(await nineOClock(coach, client, ["2026-01-15", "2026-07-15"])).toEqual(expected);
  },
  E5: async ({ coach = "", client = "", wall = "" }, expected: string) => {
    await live({ at: coach, open: [clock(wall), "24:00"] });
    const slots = await seen(client, date(expected));
    expect(slots.map(({ localStart }) => localStart)).toEqual([expected.slice(0, 16)]);
  },
  F1: async ({ zone: at = "", wall = "" }, expected) => expect(await openingAt(at, wall)).toEqual(expected),
  F2: async ({ zone: at = "", wall = "" }, expected) => expect(await openingAt(at, wall)).toEqual(expected),
  F3: async ({ zone: at = "" }, expected) => {
    expect([await openingAt(at, "2026-07-01T09:00"), await openingAt(at, "2027-01-01T09:00")]).toEqual(expected);
  },
  F4: async ({ zone: at = "", wall = "" }, expected) => expect(await openingAt(at, wall)).toEqual(expected),
  F5: async (_, expected) => {
    await live({ at: "Etc/GMT+12" });
    const end = (await seen("Etc/GMT+12", "2026-12-31")).at(-1)?.endAt;
    await live({ at: "Pacific/Kiritimati" });
    const begin = (await first("Pacific/Kiritimati", "2027-01-01"))?.startAt;
    const spread = round(((end?.getTime() ?? 0) - (begin?.getTime() ?? 0)) / 3_600_000);
    expect({ end: iso(end), spread }).toEqual(expected);
  },
  F6: async ({ instant = "" }, expected: readonly string[]) => {
    await live({ at: "UTC", step: 30 });
    const viewers = ["Pacific/Pago_Pago", "Pacific/Kiritimati"];
    for (const [index, viewer] of viewers.entries()) {
      const on = expected[index] ?? "";
      expect(instants(await seen(viewer, on))).toContain(instant);
    }
  },
  F7: async (_, expected) => expect(await openingAt("Pacific/Tongatapu", "2026-06-01T00:30")).toEqual(expected),
  F8: async (_, expected) => {
    const at = "America/St_Johns";
    expect([await openingAt(at, "2026-07-01T09:00"), await openingAt(at, "2026-01-15T09:00")]).toEqual(expected);
  },
  F9: async () => {
    for (const [link = "", name = ""] of [
      ["Asia/Calcutta", "Asia/Kolkata"],
      ["US/Eastern", "America/New_York"],
      ["Europe/Kiev", "Europe/Kyiv"],
    ]) {
      expect(await openingAt(link, "2026-07-01T09:00")).toBe(await openingAt(name, "2026-07-01T09:00"));
      expect(await seen(link, "2026-07-01")).toEqual(await seen(name, "2026-07-01"));
    }
  },
  G1: async ({ zone: at = "", wall = "" }, expected: { tzdata2026f: string }) => {
    expect(await openingAt(at, wall)).toBe(expected.tzdata2026f);
  },
  G2: async ({ zone: at = "", wall = "" }, expected: { tzdata2026f: string }) => {
    expect(await openingAt(at, wall)).toBe(expected.tzdata2026f);
  },
  G3: async ({ zone: at = "" }, expected) => {
    const then = await openingAt(at, "2018-12-01T09:00", "2018-11-01T00:00:00Z");
    expect([then, await openingAt(at, "2026-12-01T09:00")]).toEqual(expected);
  },
  G4: async ({ zone: at = "" }, expected) => {
    await live({ at, step: 60, open: ["02:15", "05:00"], now: "2016-04-01T00:00:00Z" });
    const before = (await first(at, "2016-05-01"))?.startAt;
    await live({ at, open: ["03:15", "05:00"], now: "2016-04-01T00:00:00Z" });
    expect([iso(before), iso((await first(at, "2016-05-01"))?.startAt)]).toEqual(expected);
  },
  H1: async ({ zone: at = "" }, expected) => {
    await live({ at });
    await hours.save(practice.timeOff.create(practice.coach.id, { fromDate: "2026-03-08" }));
    const around = await seen(at, "2026-03-07", "2026-03-09");
    const [before, after] = [
      around.find((slot) => clock(slot.localStart) === "23:00"),
      around.find((slot) => date(slot.localStart) === "2026-03-09"),
    ];
    expect({ start: iso(before?.endAt), end: iso(after?.startAt) }).toEqual(expected);
  },
  H2: async ({ owner = "", date: on = "" }, expected: { start: string; end: string; viewerDate: string }) => {
    await live({ at: owner });
    await hours.save(practice.timeOff.create(practice.coach.id, { fromDate: on }));
    const starts = instants(await seen("Asia/Tokyo", "2026-05-31", "2026-06-03"));
    expect(starts.filter((start) => (start ?? "") >= expected.start && (start ?? "") < expected.end)).toEqual([]);
    expect(starts).toContain(expected.end);
    expect((await practice.timeOff.listOf(practice.coach.id))[0]?.fromDate).toBe(expected.viewerDate);
  },
  H4: async ({ date: on = "" }, expected: readonly string[]) => {
    await live({ at: "Europe/Berlin" });
    await hours.save(practice.timeOff.create(practice.coach.id, { fromDate: on }));
    const lastBefore = async () => {
      const ends = (await seen("UTC", "2026-05-31")).map(({ endAt }) => iso(endAt));
      return ends.at(-1);
    };
    const inBerlin = await lastBefore();
    const trip = { place: "Lisbon", fromDate: "2026-05-20", toDate: "2026-06-10", timeZone: "Europe/Lisbon" };
    await hours.save(practice.travel.create(practice.coach.id, trip));
    expect([inBerlin, await lastBefore()]).toEqual(expected);
  },
  I1: async (_, expected: string) => {
    await live({ at: "UTC", now: "2027-01-01T00:00:00Z" });
    await hours.save(practice.timeOff.create(practice.coach.id, { fromDate: "2024-02-29", yearly: true }));
    expect(await seen("UTC", "2027-03-01")).toHaveLength(24);
    expect(await seen("UTC", expected)).toEqual([]);
    expect(await seen("UTC", "2028-03-01")).toHaveLength(24);
  },
  I3: async () => {
    await live({ at: "UTC", open: ["09:00", "10:00"] });
    const type = await hours.sessionType();
    await practice.sessionTypes.update(practice.coach.id, type.id, { id: "", maxPerWeek: 1 });
    await practice.bookings.book(bookInput("2026-12-31T09:00:00Z"));
    // The week from Sunday to Saturday goes on into the new year.
    expect(await seen("UTC", "2027-01-01", "2027-01-02")).toEqual([]);
    expect(await seen("UTC", "2027-01-03")).toHaveLength(1);
    await practice.sessionTypes.update(practice.coach.id, type.id, { id: "", maxPerWeek: null });
  },
  I4: async (_, expected: { start: string; end: string }) => {
    await live({ at: "America/New_York", step: 30 });
    const slot = (await seen("America/New_York", "2026-12-31")).find(({ localStart }) => clock(localStart) === "23:30");
    expect(iso(slot?.startAt)).toBe(expected.start);
    expect(instants(await seen("UTC", "2027-01-01"))).toContain(expected.start);
    expect(zone("America/New_York").toLocal(slot?.endAt.getTime() ?? 0)).toBe(expected.end.slice(0, 16));
  },
  I5: async () => {
    await live({ at: "America/New_York", step: 30 });
    const { bookingId } = await practice.bookings.book(bookInput("2026-06-02T03:30:00Z"));
    for (const on of ["2026-06-01", "2026-06-02"]) {
      const { bookings } = await practice.agendaView.read(practice.coach.id, { from: on, to: on });
      expect(bookings.map(({ id }) => id)).toEqual([bookingId]);
    }
  },
  I6: async ({ zone: at = "" }, expected) => {
    await live({ at });
    expect((await seen(at, "2026-03-29")).length).toEqual(expected);
  },
};

describe("a time zone trap where a user meets it", () => {
  const met = cases.filter(({ id }) => !elsewhere.includes(id));

  test.each(met)("$id: $title", async ({ id, input, expected }) => {
    const situation = situations[id];
    if (!situation) throw new Error(`${id} has no test here, and is not among those that need none.`);
    await situation(input, expected);
  });
});
