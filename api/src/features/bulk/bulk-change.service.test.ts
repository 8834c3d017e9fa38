import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { countFaults, noFaults } from "../../../test/calendar-truth.ts";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { programsOf, type TestPrograms } from "../../../test/programs.ts";
import { outcomesOf, problemOf } from "../../../test/refusal.ts";
import { toGlobalId } from "../../entities/global-id.ts";
import { ClashPolicy, Series } from "../../entities/index.ts";
import type { BulkChangeInput, ChangeInBulkInput } from "./bulk-change.inputs.ts";

let practice: TestPractice;
let given: TestPrograms;
let coachId: string;

beforeAll(async () => {
  practice = await createPractice({ horizonDays: 400, bufferAfterMinutes: 0 });
  given = await programsOf(practice);
  coachId = practice.coach.id;
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await given.clear();
});

/** 13:00 UTC is 9:00 in New York during summer. */
async function book(startAt: string, name = "ann"): Promise<string> {
  const { bookingId } = await practice.bookings.book(bookInput(startAt, { email: `${name}@example.com` }));
  return toGlobalId("Booking", bookingId);
}
/** Thursday, 4 June: three sessions; Friday, 5 June: one. */
async function thursday(): Promise<string[]> {
  const ids: string[] = [];
  for (const hour of ["13", "14", "18"]) ids.push(await book(`2026-06-04T${hour}:00:00Z`, `ann${hour}`));
  ids.push(await book("2026-06-05T14:00:00Z", "bo"));
  return ids;
}
const onThursday = { from: "2026-06-04", to: "2026-06-04" };
const change = (more: Partial<BulkChangeInput>): BulkChangeInput => ({
  selection: onThursday,
  policy: ClashPolicy.REFUSE,
  ...more,
});
const preview = (more: Partial<BulkChangeInput>) => practice.bulkChanges.preview(coachId, change(more));
const make = (more: Partial<BulkChangeInput>, rest: Partial<ChangeInBulkInput> = {}) =>
  practice.bulkChanges.change(coachId, { change: change(more), idempotencyKey: crypto.randomUUID(), ...rest });
const undo = ({ undoId }: { undoId: string }) =>
  practice.seriesUndo.undo(coachId, { undo: undoId, idempotencyKey: crypto.randomUUID() });
const starts = async () => (await given.sessions()).map((line) => line.slice(0, 11));

describe("everything on Thursday", () => {
  test("is shown with what moves, what clashes and who is told, before it is moved to Friday", async () => {
    await thursday();
    const shown = await preview({ move: { days: 1 } });
    expect(shown.sessions.map(({ outcome, reasons }) => [outcome, reasons.map(({ code }) => code)])).toEqual([
      ["free", []],
      ["open", ["BOOKING"]],
      ["free", []],
    ]);
    expect(shown.open).toBe(1);
    expect(shown.sessions[1]?.nearest.map(({ localStart }) => localStart)).toEqual([
      ...["2026-06-05T11:00", "2026-06-05T13:00", "2026-06-05T15:00"],
    ]);
    expect(shown.told.map(({ email }) => email).sort()).toEqual([
      ...["ann13@example.com", "ann14@example.com", "ann18@example.com"],
    ]);
    expect(await problemOf(make({ move: { days: 1 } }))).toMatchObject({
      code: "BULK_CHANGE_CLASH",
      preview: { open: 1 },
    });
    const before = await given.everything();
    const moved = await make({ move: { days: 1 }, policy: ClashPolicy.NEAREST_OF_DAY }, { message: "The dentist" });
    expect(await starts()).toEqual(["06-05T09:00", "06-05T10:00", "06-05T11:00", "06-05T14:00"]);
    expect(
      await practice.db.sql`select distinct coach_message as message from booking where coach_message is not null`,
    ).toEqual([{ message: "The dentist" }]);
    expect(await countFaults(practice.db)).toEqual(noFaults);
    await undo(moved);
    expect(await given.everything()).toEqual(before);
  });

  test("goes to one date, and each session to its own time of day", async () => {
    await thursday();
    await make({ move: { toDate: "2026-11-05", minutes: 60 } });
    expect(await starts()).toEqual(["06-05T10:00", "11-05T10:00", "11-05T11:00", "11-05T15:00"]);
  });

  test("stays where it clashes, or goes where it was chosen to", async () => {
    const [, second] = await thursday();
    await make({ move: { days: 1 }, policy: ClashPolicy.STAY });
    expect(await starts()).toEqual(["06-04T10:00", "06-05T09:00", "06-05T10:00", "06-05T14:00"]);
    await make({
      selection: { bookings: [second ?? ""] },
      move: { days: 1 },
      choices: [
        { booking: second ?? "", kind: "at", start: { local: "2026-06-05T19:00", timeZone: "America/New_York" } },
      ],
    });
    expect(await starts()).toEqual(["06-05T09:00", "06-05T10:00", "06-05T14:00", "06-05T19:00"]);
  });

  test("changes places within itself", async () => {
    await thursday();
    await make({ move: { minutes: 60 } });
    expect(await starts()).toEqual(["06-04T10:00", "06-04T11:00", "06-04T15:00", "06-05T10:00"]);
  });

  test("is cancelled with a message, and taken back", async () => {
    await thursday();
    const before = await given.everything();
    const cancelled = await make({ cancel: true }, { message: "I am ill." });
    const rows = await practice.db
      .sql`select status, cancel_reason as reason, cancel_cause as cause from booking order by start_at`;
    expect(rows).toEqual([
      ...Array.from({ length: 3 }, () => ({ status: "cancelled", reason: "I am ill.", cause: "coach" })),
      { status: "confirmed", reason: null, cause: null },
    ]);
    await undo(cancelled);
    expect(await given.everything()).toEqual(before);
  });

  test("becomes of another type, with its length, buffers and place", async () => {
    await thursday();
    const type = { sessionType: given.intake };
    const shown = await preview({ type });
    expect(shown.sessions.map(({ outcome }) => outcome)).toEqual(["free", "open", "free"]);
    const before = await given.everything();
    const changed = await make({ type: { ...type, minutes: 45 } });
    expect((await given.sessions()).slice(0, 3).map((line) => line.slice(0, 24))).toEqual([
      ...["06-04T09:00 confirmed 45", "06-04T10:00 confirmed 45", "06-04T14:00 confirmed 45"],
    ]);
    await undo(changed);
    expect(await given.everything()).toEqual(before);
  });
});

describe("a selection", () => {
  test("takes weekdays, types and clients of a range, and never what is over or cancelled", async () => {
    const [first = "", second = ""] = await thursday();
    const booked = async (selection: BulkChangeInput["selection"]) =>
      (await preview({ selection, cancel: true })).sessions.length;
    const range = { from: "2026-06-01", to: "2026-06-30" };
    expect(await booked(range)).toBe(4);
    expect(await booked({ ...range, weekdays: [4] })).toBe(3);
    expect(await booked({ ...range, sessionTypes: [given.sessionType] })).toBe(4);
    expect(await booked({ ...range, bookings: [first, second] })).toBe(2);
    const [bo] = await practice.db.sql<{ id: string }>`select id from client where email = 'bo@example.com'`;
    expect(await booked({ ...range, clients: [toGlobalId("Client", bo?.id ?? "")] })).toBe(1);
    await make({ selection: { bookings: [first] }, cancel: true });
    practice.clock.set(Date.parse("2026-06-04T14:30:00Z"));
    expect(await booked(range)).toBe(2);
    expect(await problemOf(preview({ selection: { bookings: [first] }, cancel: true }))).toMatchObject({
      field: "change.selection",
    });
  });

  test.each([
    [{ cancel: true, selection: {} }, "change.selection"],
    [{ cancel: true, selection: { from: "2026-06-04" } }, "change.selection.to"],
    [{ cancel: true, selection: { from: "2026-06-04", to: "2026-06-03" } }, "change.selection.to"],
    [{ cancel: true, selection: { from: "2026-06-04", to: "2027-06-30" } }, "change.selection.to"],
    [{ cancel: true, selection: { bookings: ["x"] } }, "change.selection.bookings.0"],
    [{ cancel: true, selection: { ...onThursday, weekdays: [8] } }, "change.selection.weekdays.0"],
    [{}, "change"],
    [{ cancel: true, move: { days: 1 } }, "change"],
    [{ move: {} }, "change.move"],
    [{ move: { days: 1, toDate: "2026-06-05" } }, "change.move.toDate"],
    [{ move: { days: 400 } }, "change.move.days"],
    [{ move: { days: 1 }, policy: ClashPolicy.SKIP }, "change.policy"],
    [{ move: { days: 1 }, choices: [{ booking: "x", kind: "stay" }] }, "change.choices.0.booking"],
    [{ type: { sessionType: "x" } }, "change.type.sessionType"],
  ] satisfies [Partial<BulkChangeInput>, string][])("of %j is refused at %s", async (wrong, field) => {
    await thursday();
    expect(await problemOf(preview(wrong))).toMatchObject({ code: "INVALID_INPUT", field });
  });

  test("of somebody else is not to be had", async () => {
    const [first = ""] = await thursday();
    const other = crypto.randomUUID();
    await practice.db.sql`
      insert into coach (id, name, slug, email, time_zone, accent)
      values (${other}, 'Eve', ${`eve-${other.slice(0, 8)}`}, 'eve@example.com', 'UTC', '#000000')`;
    const attempt = practice.bulkChanges.preview(other, change({ selection: { bookings: [first] }, cancel: true }));
    expect(await problemOf(attempt)).toMatchObject({ field: "change.selection" });
  });
});

describe("a bulk change", () => {
  test("is exactly what was shown, or nothing", async () => {
    await thursday();
    const { fingerprint } = await preview({ move: { days: 1 }, policy: ClashPolicy.NEAREST_OF_DAY });
    await book("2026-06-05T15:00:00Z", "cy");
    const late = make({ move: { days: 1 }, policy: ClashPolicy.NEAREST_OF_DAY }, { shown: fingerprint });
    expect(await problemOf(late)).toMatchObject({
      code: "BULK_CHANGE_CLASH",
      message: "The calendar changed since. Look at the sessions again before you go on.",
    });
    expect((await starts()).slice(0, 3)).toEqual(["06-04T09:00", "06-04T10:00", "06-04T14:00"]);
  });

  test("keeps the series and the programs that its sessions belong to", async () => {
    const ann = await given.addClient("Ann Archer");
    const program = await given.program([given.step({ count: 2, weekdays: [4], fromTime: "09:00", toTime: "10:00" })]);
    await practice.programBooking.book(coachId, {
      ...{ program, startDate: "2026-06-04", client: ann, idempotencyKey: crypto.randomUUID() },
    });
    const series = { start: "2026-06-04T11:00", recurrence: "FREQ=WEEKLY;COUNT=2", policy: ClashPolicy.REFUSE };
    const { seriesId } = await practice.series.book(coachId, {
      ...{
        sessionType: given.sessionType,
        dates: series,
        clients: [ann],
        capacity: 1,
        idempotencyKey: crypto.randomUUID(),
      },
    });
    await make({ move: { days: 1 } });
    const rows = await practice.db.sql<{ line: string }>`
      select concat_ws(' ', substr(local_start, 6), program_session, recurrence_id) as line from booking order by start_at`;
    expect(rows.map(({ line }) => line)).toEqual([
      ...["06-05T09:00 0", "06-05T11:00 2026-06-04T11:00", "06-11T09:00 1", "06-11T11:00 2026-06-11T11:00"],
    ]);
    const before = await given.everything();
    const cancelled = await make({ selection: { from: "2026-06-05", to: "2026-06-05" }, cancel: true });
    const occurrences = await practice.seriesView.occurrences(
      await practice.db.em().findOneOrFail(Series, { id: seriesId }),
      "2026-06-01",
      "2026-06-30",
    );
    expect(occurrences.map(({ state }) => state)).toEqual(["cancelled", "booked"]);
    await undo(cancelled);
    expect(await given.everything()).toEqual(before);
  });

  test("races with those who take the times it wants: it is whole or refused", async () => {
    for (let round = 0; round < 6; round++) {
      await given.clear();
      for (const hour of ["13", "14", "15"]) await book(`2026-06-04T${hour}:00:00Z`, `ann${hour}`);
      const { fingerprint } = await preview({ move: { days: 1 } });
      const attempts = [
        book("2026-06-05T14:00:00Z", "bo"),
        make({ move: { days: 1 } }, { shown: fingerprint }),
        book("2026-06-05T15:00:00Z", "cy"),
      ];
      const outcomes = await outcomesOf(attempts);
      const fridays = (await starts()).filter((start) => start.startsWith("06-05")).length;
      expect(outcomes).toEqual(fridays >= 3 ? { won: 1, SlotTaken: 2 } : { won: 2, BulkChangeClash: 1 });
      expect(await countFaults(practice.db)).toEqual(noFaults);
    }
  });
});
