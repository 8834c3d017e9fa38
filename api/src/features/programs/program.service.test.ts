import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { countFaults, noFaults } from "../../../test/calendar-truth.ts";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { programsOf, type TestPrograms } from "../../../test/programs.ts";
import { outcomesOf, problemOf } from "../../../test/refusal.ts";
import { GapUnit } from "../../entities/index.ts";
import type { BookProgramInput, PlanProgramInput } from "./plan.inputs.ts";
import type { ProgramStepInput } from "./program.inputs.ts";

let practice: TestPractice;
let given: TestPrograms;
let coachId: string;
let ann: string;

beforeAll(async () => {
  practice = await createPractice({ bufferAfterMinutes: 0, horizonDays: 30 });
  given = await programsOf(practice);
  coachId = practice.coach.id;
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await given.clear();
  ann = await given.addClient("Ann Archer");
});

/** Intake in the first week, four weekly sessions on Tuesdays at ten, a review two weeks later. */
const steps = (): ProgramStepInput[] => [
  given.step({ name: "Intake", sessionType: given.intake }),
  given.step({ count: 4, weekdays: [2], fromTime: "10:00", toTime: "12:00" }),
  given.step({ name: "Review", minutes: 30, after: { unit: GapUnit.WEEKS, wished: 2 } }),
];
const plan = (program: string, more: Partial<PlanProgramInput> = {}) =>
  practice.plans.preview(coachId, { program, startDate: "2026-06-02", clientTimeZone: "Europe/Berlin", ...more });
const book = (program: string, more: Partial<BookProgramInput> = {}) =>
  practice.programBooking.book(coachId, {
    ...{ program, startDate: "2026-06-02", client: ann, idempotencyKey: crypto.randomUUID() },
    ...more,
  });
const undo = ({ undoId }: { undoId: string }) =>
  practice.seriesUndo.undo(coachId, { undo: undoId, idempotencyKey: crypto.randomUUID() });
const single = (startAt: string) => practice.bookings.book(bookInput(startAt, { email: "bo@example.com" }));
const planned = async (program: string, more: Partial<PlanProgramInput> = {}) =>
  (await plan(program, more)).sessions.map(({ coachLocalStart }) => coachLocalStart.slice(5));

type Wrong = { steps?: Partial<ProgramStepInput>[]; spareWeeks?: number; name?: string };

describe("a program", () => {
  test("is kept with its steps, changed, duplicated and deleted", async () => {
    const program = await given.program(steps());
    const [kept] = await practice.programs.listOf(coachId);
    expect(kept).toMatchObject({ name: "Half a year", spareWeeks: 2, sessionCount: 6, version: 1 });
    expect(kept?.steps).toMatchObject([
      { name: "Intake", minutes: 90, count: 1, after: { unit: "days", min: 0, wished: 0, max: 6 }, every: null },
      { minutes: 60, count: 4, every: { unit: "weeks", min: 1, wished: 1, max: 1 }, weekdays: [2], fromTime: "10:00" },
      { name: "Review", minutes: 30, after: { unit: "weeks", min: 2, wished: 2, max: 2 } },
    ]);
    const copy = await practice.programs.duplicate(coachId, { id: program });
    expect(copy).toMatchObject({ name: "Copy of Half a year", steps: kept?.steps });
    const changed = await practice.programs.update(coachId, {
      id: program,
      name: "Three months",
      steps: [given.step()],
    });
    expect(changed).toMatchObject({ name: "Three months", sessionCount: 1, version: 2, spareWeeks: 2 });
    await practice.programs.delete(coachId, program);
    expect((await practice.programs.listOf(coachId)).map(({ name }) => name)).toEqual(["Copy of Half a year"]);
  });

  test.each([
    [{ steps: [] }, "steps"],
    [{ steps: Array.from({ length: 21 }, () => ({})) }, "steps"],
    [{ steps: [{ count: 40 }, { count: 40 }] }, "steps"],
    [{ steps: [{ count: 0 }] }, "steps.0.count"],
    [{ steps: [{ sessionType: "x" }] }, "steps.0.sessionType"],
    [{ steps: [{ minutes: 4 }] }, "steps.0.minutes"],
    [{ steps: [{ weekdays: [7] }] }, "steps.0.weekdays.0"],
    [{ steps: [{ weekdays: [1, 1] }] }, "steps.0.weekdays"],
    [{ steps: [{ fromTime: "10:00", toTime: "10:30" }] }, "steps.0.toTime"],
    [{ steps: [{ fromTime: "23:30" }] }, "steps.0.fromTime"],
    [{ steps: [{}, { after: { unit: GapUnit.WEEKS, wished: 0 } }] }, "steps.1.after.wished"],
    [{ steps: [{ after: { unit: GapUnit.DAYS, wished: 3, min: 4 } }] }, "steps.0.after.min"],
    [{ steps: [{ after: { unit: GapUnit.DAYS, wished: 3, max: 2 } }] }, "steps.0.after.max"],
    [{ steps: [{ count: 60, every: { unit: GapUnit.WEEKS, wished: 52 } }] }, "steps"],
    [{ spareWeeks: 27 }, "spareWeeks"],
    [{ name: " " }, "name"],
  ] satisfies [Wrong, string][])(
    "that says %j is refused at %s",
    async ({ steps: wrong = [{}], ...rest }: Wrong, field) => {
      const input = { name: "A", steps: wrong.map((step) => given.step(step)), ...rest };
      expect(await problemOf(practice.programs.create(coachId, input))).toMatchObject({ code: "INVALID_INPUT", field });
    },
  );

  test("of somebody else does not exist", async () => {
    const program = await given.program(steps());
    const other = crypto.randomUUID();
    await practice.db.sql`
      insert into coach (id, name, slug, email, time_zone, accent)
      values (${other}, 'Eve', ${`eve-${other.slice(0, 8)}`}, 'eve@example.com', 'UTC', '#000000')`;
    for (const attempt of [
      () => practice.programs.update(other, { id: program, name: "Mine" }),
      () => practice.programs.duplicate(other, { id: program }),
      () => practice.programs.delete(other, program),
      () => practice.plans.preview(other, { program, startDate: "2026-06-02" }),
      () => practice.programs.create(other, { name: "A", steps: [given.step()] }),
    ]) {
      expect(["NOT_FOUND", "INVALID_INPUT"]).toContain((await problemOf(attempt())).code);
    }
  });
});

describe("a plan", () => {
  test("puts every session where it fits best, in both zones", async () => {
    const { sessions, lastDate, open } = await plan(await given.program(steps()));
    expect(
      sessions.map(({ step, coachLocalStart, clientLocalStart }) => [step, coachLocalStart, clientLocalStart]),
    ).toEqual([
      [0, "2026-06-02T09:00", "2026-06-02T15:00"],
      [1, "2026-06-09T10:00", "2026-06-09T16:00"],
      [1, "2026-06-16T10:00", "2026-06-16T16:00"],
      [1, "2026-06-23T10:00", "2026-06-23T16:00"],
      [1, "2026-06-30T10:00", "2026-06-30T16:00"],
      [2, "2026-07-14T09:00", "2026-07-14T15:00"],
    ]);
    expect([lastDate, open]).toEqual(["2026-07-28", 0]);
    expect(sessions[0]?.nearest).toHaveLength(3);
  });

  test("marks where one side's clocks shift", async () => {
    const program = await given.program([given.step({ count: 3, fromTime: "10:00", toTime: "11:00" })]);
    const { sessions } = await plan(program, { startDate: "2026-10-20" });
    expect(
      sessions.map(({ clientLocalStart, clientClockShiftMinutes }) => [clientLocalStart, clientClockShiftMinutes]),
    ).toEqual([
      ["2026-10-20T16:00", 0],
      ["2026-10-27T15:00", -60],
      ["2026-11-03T16:00", 0],
    ]);
  });

  test("says which wish could not be kept, and why", async () => {
    await single("2026-06-16T14:00:00Z");
    await single("2026-06-16T15:00:00Z");
    const { sessions } = await plan(await given.program(steps()));
    expect(sessions[2]).toMatchObject({
      coachLocalStart: "2026-06-16T09:00",
      unkept: [{ wish: "time", because: "others", reasons: [{ code: "BOOKING" }] }],
    });
  });

  test("goes around a session that was put by hand, also outside hours", async () => {
    const program = await given.program(steps());
    const start = { local: "2026-06-18T19:00", timeZone: "America/New_York" };
    const { sessions, open } = await plan(program, { moves: [{ session: 2, start }] });
    expect(sessions.map(({ coachLocalStart }) => coachLocalStart.slice(5))).toEqual([
      "06-02T09:00",
      "06-09T10:00",
      "06-18T19:00",
      "06-23T10:00",
      "06-30T10:00",
      "07-14T09:00",
    ]);
    expect(sessions[2]).toMatchObject({ isMoved: true, mayKeep: true, reasons: [{ code: "OUTSIDE_HOURS" }] });
    expect(open).toBe(0);
  });

  test("has an open session where one was put on another booking", async () => {
    await single("2026-06-18T14:00:00Z");
    const program = await given.program(steps());
    const moves = [{ session: 2, start: { at: new Date("2026-06-18T14:00:00Z") } }];
    const { sessions, open } = await plan(program, { moves });
    expect(open).toBe(1);
    expect(sessions[2]).toMatchObject({ mayKeep: false, reasons: [{ code: "BOOKING" }] });
    expect(await problemOf(book(program, { moves }))).toMatchObject({ code: "PLAN_CHANGED", plan: { open: 1 } });
    expect(await given.sessions()).toHaveLength(1);
  });

  test("says where it ends when there is none", async () => {
    const program = await given.program(steps());
    await practice.db.sql`
      insert into time_off (id, coach_id, from_date, to_date) values (gen_random_uuid(), ${coachId}, '2026-06-08', '2026-06-19')`;
    const problem = await problemOf(plan(program));
    await practice.db.sql`delete from time_off`;
    expect(problem).toMatchObject({ code: "NO_PLAN", session: 1, reasons: [{ code: "TIME_OFF" }] });
    expect(problem.message).toMatch(
      /^Session 2 finds no free time between 2026-06-\d\d and 2026-06-\d\d\. This falls into time off\.$/,
    );
  });

  test.each([
    [{ startDate: "2026-05-31" }, "startDate"],
    [{ startDate: "2031-01-01" }, "startDate"],
    [{ moves: [{ session: 6, start: { at: new Date("2026-06-18T14:00:00Z") } }] }, "moves.0.session"],
    [{ moves: [{ session: 0, start: { at: new Date(NOW) } }] }, "moves.0.start"],
    [{ moves: [{ session: 0, start: { at: new Date(NOW + 3_600_001) } }] }, "moves.0.start"],
    [{ moves: [{ session: 0, start: {} }] }, "moves.0.start"],
  ])("for %j is refused at %s", async (wrong, field) => {
    expect(await problemOf(plan(await given.program(steps()), wrong))).toMatchObject({ code: "INVALID_INPUT", field });
  });
});

describe("booking a program", () => {
  test("books what the plan shows, with a seat in each session, and can be taken back exactly", async () => {
    const program = await given.program(steps());
    const { fingerprint } = await plan(program);
    const before = await given.everything();
    const booked = await book(program, { shown: fingerprint, note: "Welcome" });
    expect(await given.sessions()).toEqual([
      "06-02T09:00 confirmed 90 Ann Archer",
      "06-09T10:00 confirmed 60 Ann Archer",
      "06-16T10:00 confirmed 60 Ann Archer",
      "06-23T10:00 confirmed 60 Ann Archer",
      "06-30T10:00 confirmed 60 Ann Archer",
      "07-14T09:00 confirmed 30 Ann Archer",
    ]);
    expect(await countFaults(practice.db)).toEqual(noFaults);
    await undo(booked);
    expect(await given.everything()).toEqual(before);
  });

  test("is refused when the calendar no longer gives what was shown, and says what it gives", async () => {
    const program = await given.program(steps());
    const { fingerprint } = await plan(program);
    await single("2026-06-16T14:00:00Z");
    const problem = await problemOf(book(program, { shown: fingerprint }));
    expect(problem).toMatchObject({ code: "PLAN_CHANGED" });
    expect(problem).toHaveProperty("plan.sessions.2.coachLocalStart", "2026-06-16T11:00");
  });

  test("with the same key books once", async () => {
    const program = await given.program(steps());
    const idempotencyKey = crypto.randomUUID();
    const [one, two] = await Promise.all([book(program, { idempotencyKey }), book(program, { idempotencyKey })]);
    expect(one).toEqual(two);
    expect(await given.sessions()).toHaveLength(6);
    expect(await problemOf(book(program, { idempotencyKey, startDate: "2026-06-03" }))).toMatchObject({
      code: "IDEMPOTENCY_CONFLICT",
    });
  });

  test("for somebody new makes her a client, and for nobody is refused", async () => {
    const program = await given.program([given.step()]);
    const newClient = { name: "Cy Young", email: "Cy@Example.com", timeZone: "Asia/Tokyo" };
    await practice.programBooking.book(coachId, {
      ...{ program, startDate: "2026-06-02", newClient, idempotencyKey: crypto.randomUUID() },
    });
    expect(await given.sessions()).toEqual(["06-02T09:00 confirmed 60 Cy Young"]);
    expect(await problemOf(book(program, { newClient }))).toMatchObject({ field: "client" });
    expect(await problemOf(book(program, { client: given.sessionType }))).toMatchObject({ code: "NOT_FOUND" });
  });

  test("races with those who book its dates one by one: it is whole or not there", async () => {
    const program = await given.program([given.step({ count: 4, weekdays: [2], fromTime: "10:00", toTime: "11:00" })]);
    for (let round = 0; round < 10; round++) {
      await practice.db.sql`delete from booking`;
      const { fingerprint } = await plan(program);
      const singles = ["02", "09", "16", "23"].map((day) => single(`2026-06-${day}T14:00:00Z`));
      const attempts = [singles[0], book(program, { shown: fingerprint }), ...singles.slice(1)].filter(
        (one) => one !== undefined,
      );
      const outcomes = await outcomesOf(attempts);
      const rows = await practice.db.sql`select from booking where program_booking_id is not null`;
      expect([0, 4]).toContain(rows.length);
      expect(outcomes).toEqual(rows.length === 4 ? { won: 1, SlotTaken: 4 } : { won: 4, PlanChanged: 1 });
      expect(await countFaults(practice.db)).toEqual(noFaults);
    }
  });

  test("two at once get different times", async () => {
    const program = await given.program(steps());
    const bo = await given.addClient("Bo Berg");
    await Promise.all([book(program), book(program, { client: bo })]);
    expect(await given.sessions()).toHaveLength(12);
    expect(await countFaults(practice.db)).toEqual(noFaults);
  });

  test("stays what it was when the program changes or goes", async () => {
    const program = await given.program(steps());
    await book(program);
    await practice.programs.delete(coachId, program);
    const { edges } = await practice.programView.page(coachId, { first: 10, client: ann });
    expect(edges[0]?.node).toMatchObject({ name: "Half a year", program: null, startDate: "2026-06-02" });
    expect(edges[0]?.node.steps).toHaveLength(3);
    expect(await planned(await given.program([given.step()]))).toEqual(["06-02T11:00"]);
  });
});
