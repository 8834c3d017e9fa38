import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { problemOf } from "../../../test/refusal.ts";
import { ClashPolicy, Client, Series, SessionType } from "../../entities/index.ts";
import type { BookSeriesInput, SeriesDatesInput } from "./series.inputs.ts";
import type { SeriesChangeInput } from "./series-change.inputs.ts";
import { SeriesClash } from "./series-preview.inputs.ts";

let practice: TestPractice;
let coachId: string;
let sessionType: string;
let ann: string;

beforeAll(async () => {
  practice = await createPractice({ bufferAfterMinutes: 10 });
  coachId = practice.coach.id;
  const [type] = await practice.db.sql<{ id: string }>`select id from session_type`;
  sessionType = Object.assign(new SessionType(), { id: type?.id }).globalId;
  ann = await addClient("Ann Archer", "ann@example.com", "Europe/Berlin");
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await practice.db.sql`delete from change_undo`;
  await practice.db.sql`delete from booking`;
  await practice.db.sql`delete from series`;
});

async function addClient(name: string, email: string, timeZone: string): Promise<string> {
  const client = Object.assign(new Client(), { coach: practice.coach, name, email, timeZone });
  await practice.db.sql`
    insert into client (id, coach_id, name, email, time_zone) values (${client.id}, ${coachId}, ${name}, ${email}, ${timeZone})`;
  return client.globalId;
}
const dates = (more: Partial<SeriesDatesInput> = {}): SeriesDatesInput => ({
  start: "2026-06-02T10:00",
  recurrence: "FREQ=WEEKLY;COUNT=4",
  policy: ClashPolicy.REFUSE,
  ...more,
});
const input = (more: Partial<SeriesDatesInput> = {}, rest: Partial<BookSeriesInput> = {}): BookSeriesInput => ({
  sessionType,
  dates: dates(more),
  clients: [ann],
  idempotencyKey: crypto.randomUUID(),
  ...rest,
});
const book = (more: Partial<SeriesDatesInput> = {}, rest: Partial<BookSeriesInput> = {}) =>
  practice.series.book(coachId, input(more, rest));
const preview = (more: Partial<SeriesDatesInput> = {}) =>
  practice.series.preview(coachId, { sessionType, dates: dates(more), clientTimeZone: "Europe/Berlin" });
/** 13:00 UTC is 9:00 in New York. */
const single = (startAt: string, email = "bo@example.com") => practice.bookings.book(bookInput(startAt, { email }));
const globalOf = (seriesId: string) => Object.assign(new Series(), { id: seriesId }).globalId;
const changeInput = (seriesId: string, what: Partial<SeriesChangeInput>): SeriesChangeInput => ({
  series: globalOf(seriesId),
  keepExceptions: true,
  policy: ClashPolicy.REFUSE,
  ...what,
});
const change = (seriesId: string, what: Partial<SeriesChangeInput>) =>
  practice.seriesChanges.change(coachId, { change: changeInput(seriesId, what), idempotencyKey: crypto.randomUUID() });
const undo = ({ undoId }: { undoId: string }) =>
  practice.seriesUndo.undo(coachId, { undo: undoId, idempotencyKey: crypto.randomUUID() });

async function sessions(): Promise<string[]> {
  const rows = await practice.db.sql<{ line: string }>`
    select concat_ws(' ', substr(local_start, 6), status, extract(epoch from end_at - start_at)::int / 60,
      (select string_agg(name, ',' order by name) from attendee seat where seat.booking_id = booking.id and cancelled_at is null)) as line
    from booking where series_id is not null order by start_at`;
  return rows.map(({ line }) => line);
}
/** Every row that a change of series may touch, but for versions. */
async function everything() {
  const rows = await practice.db.sql<{ all: unknown }>`
    select jsonb_build_object(
      'bookings', (select jsonb_agg(to_jsonb(b) - 'version' order by id) from booking b),
      'seats', (select jsonb_agg(to_jsonb(s) order by id) from attendee s),
      'series', (select jsonb_agg(to_jsonb(s) - 'version' order by id) from series s),
      'members', (select jsonb_agg(to_jsonb(m) order by id) from series_member m),
      'gaps', (select jsonb_agg(to_jsonb(g) order by series_id, recurrence_id) from series_gap g)) as all`;
  return rows[0]?.all;
}

describe("a preview of a series", () => {
  test("shows each session's state, both local times, and the nearest free times for a clash", async () => {
    await single("2026-06-09T14:00:00Z");
    const { occurrences, open } = await preview();
    expect(open).toBe(1);
    expect(
      occurrences.map(({ localStart, clientLocalStart, outcome }) => [localStart, clientLocalStart.slice(11), outcome]),
    ).toEqual([
      ["2026-06-02T10:00", "16:00", "free"],
      ["2026-06-09T10:00", "16:00", "open"],
      ["2026-06-16T10:00", "16:00", "free"],
      ["2026-06-23T10:00", "16:00", "free"],
    ]);
    expect(occurrences[1]).toMatchObject({ reasons: [{ code: "BOOKING" }], mayKeep: false });
    expect(occurrences[1]?.nearest.map(({ localStart }) => localStart)).toEqual([
      "2026-06-09T13:00",
      "2026-06-09T14:00",
      "2026-06-09T15:00",
    ]);
  });

  test("marks where one side's clocks shift, and keeps the time of the zone that was chosen", async () => {
    const autumn = { start: "2026-10-20T15:00", recurrence: "FREQ=WEEKLY;COUNT=3", timeZone: "Europe/Berlin" };
    const { occurrences } = await preview(autumn);
    expect(
      occurrences.map((one) => [
        one.coachLocalStart.slice(5),
        one.clientLocalStart.slice(11),
        one.coachClockShiftMinutes,
        one.clientClockShiftMinutes,
      ]),
    ).toEqual([
      ["10-20T09:00", "15:00", 0, 0],
      ["10-27T10:00", "15:00", 0, -60],
      ["11-03T09:00", "15:00", -60, 0],
    ]);
  });

  test("names hours and time off, which the coach may set aside", async () => {
    await practice.db
      .sql`insert into time_off (id, coach_id, from_date, to_date) values (${crypto.randomUUID()}, ${coachId}, '2026-06-09', '2026-06-10')`;
    const { occurrences } = await preview({ recurrence: "RRULE:FREQ=WEEKLY;BYDAY=TU,SU;COUNT=3" });
    expect(occurrences.map(({ reasons, mayKeep }) => [reasons[0]?.code, mayKeep])).toEqual([
      [undefined, false],
      ["OUTSIDE_HOURS", true],
      ["TIME_OFF", true],
    ]);
    expect(occurrences[2]?.reasons[0]?.timeOff).toMatchObject({ fromDate: "2026-06-09" });
    await practice.db.sql`delete from time_off`;
  });

  test.each([
    ["FREQ=SECONDLY", /not supported/],
    ["FREQ=DAILY;COUNT=10000", /at most 500 sessions/],
    ["FREQ=WEEKLY;UNTIL=20250101", /before its first session/],
    ["FREQ=WEEKLY;COLOUR=RED", /COLOUR=RED/],
    ["SUMMARY:Coaching", /no line of a recurrence/],
  ])("refuses %s with the reason", async (recurrence, message) => {
    const problem = await problemOf(preview({ recurrence }));
    expect(problem).toMatchObject({ code: "INVALID_INPUT", field: "dates.recurrence" });
    expect(problem.message).toMatch(message);
  });

  test("refuses a start that is over, and what belongs to somebody else", async () => {
    expect(await problemOf(preview({ start: "2026-05-05T10:00" }))).toMatchObject({ field: "dates.start" });
    expect((await problemOf(practice.series.preview(crypto.randomUUID(), { sessionType, dates: dates() }))).code).toBe(
      "NOT_FOUND",
    );
  });
});

describe("booking a series", () => {
  test("books every session with its client, once for a key", async () => {
    const given = input();
    const first = await practice.series.book(coachId, given);
    expect(await practice.series.book(coachId, given)).toEqual(first);
    expect(await sessions()).toEqual(
      ["06-02T10:00", "06-09T10:00", "06-16T10:00", "06-23T10:00"].map((at) => `${at} confirmed 60 Ann Archer`),
    );
    const rows = await practice.db.sql<{
      recurrenceId: string;
    }>`select recurrence_id as "recurrenceId" from booking order by start_at`;
    expect(rows[0]).toEqual({ recurrenceId: "2026-06-02T10:00" });
  });

  test("books nothing while one session has no place, and shows which", async () => {
    await single("2026-06-09T14:00:00Z");
    const problem = await problemOf(book());
    expect(problem).toBeInstanceOf(SeriesClash);
    expect(problem).toMatchObject({ code: "SERIES_CLASH", preview: { open: 1 } });
    expect(await sessions()).toEqual([]);
  });

  test("leaves out, moves or makes up for what clashes, as was chosen", async () => {
    await single("2026-06-09T14:00:00Z");
    await single("2026-06-23T14:00:00Z");
    const at = { recurrenceId: "2026-06-23T10:00", kind: "at" as const, start: { local: "2026-06-24T11:00" } };
    await book({ policy: ClashPolicy.APPEND, choices: [at] });
    expect((await sessions()).map((line) => line.slice(0, 11))).toEqual([
      "06-02T10:00",
      "06-16T10:00",
      "06-24T11:00",
      "06-30T10:00",
    ]);
    expect(await practice.db.sql`select recurrence_id, kind, reason from series_gap`).toEqual([
      { recurrence_id: "2026-06-09T10:00", kind: "skipped", reason: "Another session is booked at this time." },
    ]);
  });

  test("does nothing else than what was shown", async () => {
    const { fingerprint } = await preview({ policy: ClashPolicy.SKIP });
    await single("2026-06-09T14:00:00Z");
    const problem = await problemOf(book({ policy: ClashPolicy.SKIP }, { shown: fingerprint }));
    expect(problem.message).toMatch(/changed since/);
    const again = await preview({ policy: ClashPolicy.SKIP });
    await book({ policy: ClashPolicy.SKIP }, { shown: again.fingerprint });
    expect(await sessions()).toHaveLength(3);
  });

  test("seats a whole group for the whole course, which nobody else joins", async () => {
    await practice.db.sql`update session_type set capacity = 3`;
    const bo = await addClient("Bo Baker", "bo.baker@example.com", "Asia/Tokyo");
    await book({}, { clients: [ann, bo], newClient: { name: "Cy Cook", email: "cy@example.com", timeZone: "UTC" } });
    expect((await sessions())[0]).toBe("06-02T10:00 confirmed 60 Ann Archer,Bo Baker,Cy Cook");
    const args = { coach: "maya", link: "session", from: "2026-06-02", to: "2026-06-02", timeZone: "America/New_York" };
    const [day] = (await practice.slots.list(args)).days;
    expect(day?.slots.map(({ localStart }) => localStart.slice(11))).not.toContain("10:00");
    expect(await problemOf(book({ start: "2026-06-03T10:00" }, { capacity: 1, clients: [ann, bo] }))).toMatchObject({
      field: "clients",
    });
    await practice.db.sql`update session_type set capacity = 1`;
  });

  test("can be taken back, exactly", async () => {
    await single("2026-06-09T14:00:00Z");
    const before = await everything();
    const booked = await book({ policy: ClashPolicy.SKIP });
    expect(await sessions()).toHaveLength(3);
    expect(await undo(booked)).toEqual({ seriesIds: [] });
    expect(await everything()).toEqual(before);
    expect((await problemOf(undo(booked))).code).toBe("UNDO_EXPIRED");
  });
});

describe("changing a series", () => {
  const starts = async () =>
    (await sessions()).filter((line) => line.includes("confirmed")).map((line) => line.slice(0, 11));

  test("moves this and following, keeps recurrence ids, and is taken back exactly", async () => {
    const { seriesId } = await book();
    const before = await everything();
    const move = {
      scope: "following" as const,
      recurrenceId: "2026-06-16T10:00",
      start: { local: "2026-06-17T11:00" },
    };
    const shown = await practice.seriesChanges.preview(coachId, changeInput(seriesId, { move }));
    expect(
      shown.occurrences.map(({ effect, localStart, wasStartAt }) => [effect, localStart, wasStartAt?.toISOString()]),
    ).toEqual([
      ["change", "2026-06-17T11:00", "2026-06-16T14:00:00.000Z"],
      ["change", "2026-06-24T11:00", "2026-06-23T14:00:00.000Z"],
    ]);
    expect(shown.told.map(({ name }) => name)).toEqual(["Ann Archer"]);
    expect(await everything()).toEqual(before);
    const changed = await change(seriesId, { move });
    expect(await starts()).toEqual(["06-02T10:00", "06-09T10:00", "06-17T11:00", "06-24T11:00"]);
    const ids = await practice.db.sql`select recurrence_id from booking where local_start = '2026-06-24T11:00'`;
    expect(ids).toEqual([{ recurrence_id: "2026-06-23T10:00" }]);
    await undo(changed);
    expect(await everything()).toEqual(before);
  });

  test("by a week moves every session to where the next one was", async () => {
    const { seriesId } = await book();
    await change(seriesId, {
      move: { scope: "all", recurrenceId: "2026-06-02T10:00", start: { local: "2026-06-09T10:00" } },
    });
    expect(await starts()).toEqual(["06-09T10:00", "06-16T10:00", "06-23T10:00", "06-30T10:00"]);
  });

  test("leaves sessions that were moved for themselves, unless said otherwise", async () => {
    const { seriesId, bookingIds } = await book();
    await change(seriesId, {
      move: { scope: "this", recurrenceId: "2026-06-16T10:00", start: { local: "2026-06-18T15:00" } },
    });
    const move = { scope: "all" as const, recurrenceId: "2026-06-02T10:00", start: { local: "2026-06-02T11:00" } };
    const shown = await practice.seriesChanges.preview(coachId, changeInput(seriesId, { move }));
    expect(shown.occurrences.map(({ effect }) => effect)).toEqual(["change", "change", "keep", "change"]);
    await change(seriesId, { move });
    expect(await starts()).toEqual(["06-02T11:00", "06-09T11:00", "06-18T15:00", "06-23T11:00"]);
    const again = { ...move, start: { local: "2026-06-02T14:00" } };
    await change(seriesId, { move: again, keepExceptions: false });
    expect(await starts()).toEqual(["06-02T14:00", "06-09T14:00", "06-16T14:00", "06-23T14:00"]);
    expect(bookingIds).toHaveLength(4);
  });

  test("pauses over a vacation, makes up for it, resumes early, and every step back is exact", async () => {
    const { seriesId } = await book();
    const before = await everything();
    const paused = await change(seriesId, {
      pause: { fromDate: "2026-06-08", toDate: "2026-06-20", reason: "Vacation", append: true },
    });
    expect(await starts()).toEqual(["06-02T10:00", "06-23T10:00", "06-30T10:00", "07-07T10:00"]);
    const after = await everything();
    const resumed = await change(seriesId, { resumeFrom: "2026-06-15" });
    expect(await sessions()).toContain("06-16T10:00 confirmed 60 Ann Archer");
    await undo(resumed);
    expect(await everything()).toEqual(after);
    expect((await problemOf(undo(paused))).code).toBe("UNDO_EXPIRED");
    expect(before).not.toEqual(after);
  });

  test("ends, extends, shortens and cancels", async () => {
    const { seriesId } = await book();
    await change(seriesId, { length: { scope: "all", recurrenceId: "2026-06-09T10:00", minutes: 30 } });
    expect((await sessions()).every((line) => line.includes("confirmed 30"))).toBe(true);
    await change(seriesId, { end: { lastDate: "2026-06-10" } });
    expect(await starts()).toEqual(["06-02T10:00", "06-09T10:00"]);
    await change(seriesId, { extend: { more: 3 } });
    expect(await starts()).toEqual(["06-02T10:00", "06-09T10:00", "06-16T10:00", "06-23T10:00", "06-30T10:00"]);
    await change(seriesId, { cancel: { scope: "this", recurrenceId: "2026-06-09T10:00", reason: "Ill" } });
    await change(seriesId, { cancel: { scope: "following", recurrenceId: "2026-06-23T10:00" } });
    expect(await starts()).toEqual(["06-02T10:00", "06-16T10:00"]);
    const series = await practice.db.em().findOneOrFail(Series, { id: seriesId });
    expect(await practice.seriesView.recurrence(series)).toBe(
      "DTSTART;TZID=America/New_York:20260602T100000\nRRULE:FREQ=WEEKLY;UNTIL=20260616T140000Z\nEXDATE;TZID=America/New_York:20260609T100000",
    );
    const listed = await practice.seriesView.occurrences(series, "2026-06-01", "2026-07-01");
    expect(listed.map(({ state, reason }) => [state, reason])).toEqual([
      ["booked", null],
      ["cancelled", "Ill"],
      ["booked", null],
    ]);
  });

  test("knows what a client did to a session for herself", async () => {
    const { seriesId } = await book();
    const [seat] = await practice.db.sql<{ id: string }>`
      select seat.id from attendee seat join booking on booking.id = booking_id where recurrence_id = '2026-06-16T10:00'`;
    const token = practice.bookings.tokenOf(seat?.id ?? "");
    await practice.bookings.reschedule({
      ...{ token, startAt: new Date("2026-06-18T13:00:00Z"), timeZone: "Europe/Berlin" },
      idempotencyKey: crypto.randomUUID(),
    });
    await change(seriesId, {
      move: { scope: "all", recurrenceId: "2026-06-02T10:00", start: { local: "2026-06-02T11:00" } },
    });
    expect(await starts()).toEqual(["06-02T11:00", "06-09T11:00", "06-18T09:00", "06-23T11:00"]);
  });

  test("books a session again that was left out, as the session that it was", async () => {
    const { seriesId } = await book();
    await change(seriesId, { cancel: { scope: "this", recurrenceId: "2026-06-09T10:00", reason: "Ill" } });
    const [before] = await practice.db.sql<{ id: string }>`select id from booking where status = 'cancelled'`;
    await change(seriesId, {
      move: { scope: "this", recurrenceId: "2026-06-09T10:00", start: { local: "2026-06-10T09:00" } },
    });
    expect(await sessions()).toContain("06-10T09:00 confirmed 60 Ann Archer");
    const [after] = await practice.db.sql<{
      id: string;
    }>`select id from booking where recurrence_id = '2026-06-09T10:00'`;
    expect(after).toEqual(before);
    expect(await practice.db.sql`select from series_gap`).toEqual([]);
  });

  test("refuses what changes nothing, what is over, and two changes at once", async () => {
    const { seriesId } = await book();
    const refused = (what: Partial<SeriesChangeInput>) =>
      problemOf(change(seriesId, what)).then(({ message }) => message);
    const pick = { scope: "all" as const, recurrenceId: "2026-06-02T10:00" };
    expect(await refused({ length: { ...pick, minutes: 60 } })).toMatch(/changes nothing/);
    expect(await refused({ resumeFrom: "2026-06-10" })).toMatch(/not paused/);
    expect(await refused({})).toMatch(/exactly one/);
    practice.clock.set(Date.parse("2026-06-10T12:00:00Z"));
    expect(await refused({ cancel: pick })).toMatch(/has begun or is over/);
  });

  test("cannot be taken back once a session of it was changed", async () => {
    const { seriesId } = await book();
    const changed = await change(seriesId, { length: { scope: "all", recurrenceId: "2026-06-02T10:00", minutes: 30 } });
    await change(seriesId, { cancel: { scope: "this", recurrenceId: "2026-06-09T10:00" } });
    expect((await problemOf(undo(changed))).message).toMatch(/changed since/);
  });

  test("is not taken back into a place that somebody has by now", async () => {
    const { seriesId } = await book();
    const changed = await change(seriesId, {
      move: { scope: "all", recurrenceId: "2026-06-02T10:00", start: { local: "2026-06-02T14:00" } },
    });
    await single("2026-06-16T14:00:00Z");
    const before = await everything();
    expect((await problemOf(undo(changed))).code).toBe("SLOT_TAKEN");
    expect(await everything()).toEqual(before);
  });
});

describe("a series without an end", () => {
  test("is booked a year ahead and filled as time goes by, around what is in the way", async () => {
    const { seriesId } = await book({ recurrence: "FREQ=WEEKLY", start: "2026-06-02T10:00" });
    const count = (await sessions()).length;
    expect(count).toBeGreaterThanOrEqual(53);
    expect(await practice.seriesFill.fillDue()).toBe(0);
    practice.clock.set(NOW + 30 * 86_400_000);
    expect(await practice.seriesFill.fillDue()).toBe(1);
    expect((await sessions()).length).toBeGreaterThan(count);
    expect(await practice.seriesFill.fillDue()).toBe(0);
    const changed = await change(seriesId, { extend: { more: 2 } }).catch((error: unknown) => String(error));
    expect(changed).toMatch(/no rule|changes nothing|no end/i);
  });
});
