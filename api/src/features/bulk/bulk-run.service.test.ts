import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { countFaults, noFaults } from "../../../test/calendar-truth.ts";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { programsOf, type TestPrograms } from "../../../test/programs.ts";
import { problemOf } from "../../../test/refusal.ts";
import { type BulkRun, ClashPolicy } from "../../entities/index.ts";
import type { DraftBulkRunInput, StartBulkRunInput } from "./bulk.inputs.ts";

let practice: TestPractice;
let given: TestPrograms;
let coachId: string;
const never = new AbortController().signal;

beforeAll(async () => {
  practice = await createPractice({ horizonDays: 30 });
  given = await programsOf(practice);
  coachId = practice.coach.id;
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await given.clear();
});

const weekly = (count: number) =>
  given.program([given.step({ count, weekdays: [2], fromTime: "10:00", toTime: "12:00" })]);
const draft = (input: DraftBulkRunInput) => practice.bulkDrafts.draft(coachId, input);
const forProgram = async (count: number) => ({
  program: await weekly(count),
  startDate: "2026-06-02",
  clock: "coach" as const,
});
const start = ({ globalId, version }: BulkRun, more: Partial<StartBulkRunInput> = {}) =>
  practice.bulkRuns.start(coachId, {
    run: globalId,
    version,
    allOrNothing: false,
    idempotencyKey: crypto.randomUUID(),
    ...more,
  });
const work = () => practice.bulkRuns.work(never);
const undo = ({ globalId }: BulkRun) =>
  practice.bulkUndo.undo(coachId, { run: globalId, idempotencyKey: crypto.randomUUID() });
const read = ({ id }: BulkRun) => practice.bulkView.read(coachId, id);
const single = (startAt: string, email = "single@example.com") => practice.bookings.book(bookInput(startAt, { email }));

async function lines(run: BulkRun): Promise<string[]> {
  const { items } = await read(run);
  return items.map(({ line, name, status, problem, sessions }) => {
    const times = sessions.map(
      ({ start, isLeftOut }) => `${isLeftOut ? "-" : ""}${new Date(start).toISOString().slice(5, 16)}`,
    );
    return [line, name, status, problem, times.join(" ")].filter((part) => part !== null && part !== "").join(" | ");
  });
}

describe("a draft", () => {
  test("plans every client beside those before, and says what has to be mended line by line", async () => {
    const ann = await given.addClient("Ann Archer");
    const csv =
      "name,email,time zone\nBo Berg,bo@example.com,\nCy,cy.example.com,\nDi,di@example.com,Mars\nAnn,ANN.ARCHER@example.com,\nEd,ed@example.com,Asia/Tokyo";
    const run = await draft({ program: await forProgram(2), clients: [ann], csv });
    expect(await lines(run)).toEqual([
      "Ann Archer | ready | 06-02T14:00 06-09T14:00",
      "2 | Bo Berg | ready | 06-02T15:00 06-09T15:00",
      "3 | Cy | invalid | This is not an email address; write it like ann@example.com.",
      "4 | Di | invalid | This is not a time zone; write it like Europe/Berlin.",
      "5 | Ann | invalid | This address stands above already. Leave one of the two out.",
      "6 | Ed | ready | 06-08T14:00 06-16T14:00",
    ]);
    const { items } = await read(run);
    expect(items.map(({ timeZone }) => timeZone)).toEqual([
      ...["Europe/Berlin", "America/New_York", "America/New_York", "Mars", "Europe/Berlin", "Asia/Tokyo"],
    ]);
    expect(items[2]).toMatchObject({ field: "email", raw: "Cy,cy.example.com," });
    expect(items[5]?.sessions[0]?.notes).toEqual(["No wished weekday lies between the sessions around it."]);
    expect(await given.sessions()).toEqual([]);
  });

  test("is mended line by line, and everybody is planned anew", async () => {
    const run = await draft({
      program: await forProgram(1),
      csv: "name,email\nAnn,ann.example.com\nBo,bo@example.com\nBob,bo@example.com",
    });
    const idOf = async (index: number) => (await read(run)).items[index]?.globalId ?? "";
    expect(await lines(run)).toEqual([
      "2 | Ann | invalid | This is not an email address; write it like ann@example.com.",
      "3 | Bo | ready | 06-02T14:00",
      "4 | Bob | invalid | This address stands on line 3 already. Leave one of the two out.",
    ]);
    const wrong = practice.bulkDrafts.update(coachId, { id: await idOf(0), email: "ann" });
    expect(await problemOf(wrong)).toMatchObject({ code: "INVALID_INPUT", field: "email" });
    await practice.bulkDrafts.update(coachId, { id: await idOf(0), email: "ann@example.com" });
    await practice.bulkDrafts.update(coachId, { id: await idOf(1), leaveOut: true });
    expect(await lines(run)).toEqual([
      "2 | Ann | ready | 06-02T14:00",
      "3 | Bo | left",
      "4 | Bob | ready | 06-02T15:00",
    ]);
    const back = await practice.bulkDrafts.update(coachId, { id: await idOf(1), leaveOut: false, start: "2026-06-09" });
    expect(await lines(run)).toEqual([
      "2 | Ann | ready | 06-02T14:00",
      "3 | Bo | ready | 06-09T14:00",
      "4 | Bob | invalid | This address stands on line 3 already. Leave one of the two out.",
    ]);
    expect(back.version).toBe(4);
  });

  test("gives everybody a time of her own where the list says so", async () => {
    const program = {
      program: await given.program([given.step({ count: 2 })]),
      startDate: "2026-06-02",
      clock: "client" as const,
    };
    const csv =
      "name,email,time zone,start\nAnn,ann@example.com,Europe/Berlin,2026-06-04 16:00\nBo,bo@example.com,America/New_York,2026-06-05 11:00";
    expect(await lines(await draft({ program, csv }))).toEqual([
      "2 | Ann | ready | 06-04T14:00 06-11T14:00",
      "3 | Bo | ready | 06-05T15:00 06-12T15:00",
    ]);
  });

  test("says for whom there is no room", async () => {
    await practice.db.sql`
      insert into time_off (id, coach_id, from_date, to_date) values (gen_random_uuid(), ${coachId}, '2026-06-04', '2026-12-31')`;
    const csv = `name,email,start\nAnn,ann@example.com,\nBo,bo@example.com,2026-07-01\nCy,cy@example.com,2020-01-01\nDi,di@example.com,9999-12-31`;
    const run = await draft({ program: await forProgram(1), csv });
    await practice.db.sql`delete from time_off`;
    expect(await lines(run)).toEqual([
      "2 | Ann | ready | 06-02T14:00",
      "3 | Bo | unplaced | Session 1 finds no free time between 2026-07-01 and 2026-07-07. This falls into time off.",
      "4 | Cy | unplaced | This date is over. Start today or later.",
      "5 | Di | unplaced | Start within three years.",
    ]);
    await practice.bulkDrafts.replan(coachId, run.globalId);
    expect((await lines(run))[1]).toBe("3 | Bo | ready | 07-07T14:00");
  });

  test.each([
    [{}, "program"],
    [{ clients: [] }, "clients"],
    [{ csv: "name" }, "csv"],
    [{ clients: ["x"] }, undefined],
  ])("with %j is refused at %s", async (wrong, field) => {
    const input = field === "program" ? wrong : { program: await forProgram(1), ...wrong };
    expect(await problemOf(draft(input))).toMatchObject(
      field ? { code: "INVALID_INPUT", field } : { code: "NOT_FOUND" },
    );
  });

  test("of far too many sessions is refused", async () => {
    const csv = `name,email\n${Array.from({ length: 60 }, (_, n) => `C${n},c${n}@example.com`).join("\n")}`;
    const problem = await problemOf(draft({ program: await forProgram(40), csv }));
    expect(problem).toMatchObject({ field: "program", message: expect.stringContaining("2400 sessions") });
  });
});

describe("a run", () => {
  test("books everybody whole, one after the other, and is taken back whole and exactly", async () => {
    const ann = await given.addClient("Ann Archer");
    const before = await given.everything();
    const run = await draft({
      program: await forProgram(3),
      clients: [ann],
      csv: "name,email\nBo Berg,bo@example.com\nCy,wrong",
    });
    await start(run);
    await work();
    const done = await read(run);
    expect(done.run).toMatchObject({ status: "done", problem: null });
    expect(done.run.undoUntil?.getTime()).toBe(NOW + 3_600_000);
    expect(done.items.map(({ status }) => status)).toEqual(["booked", "booked", "invalid"]);
    expect(await given.sessions()).toEqual([
      ...["06-02T10:00 confirmed 60 Ann Archer", "06-02T11:00 confirmed 60 Bo Berg"],
      ...["06-09T10:00 confirmed 60 Ann Archer", "06-09T11:00 confirmed 60 Bo Berg"],
      ...["06-16T10:00 confirmed 60 Ann Archer", "06-16T11:00 confirmed 60 Bo Berg"],
    ]);
    expect(await countFaults(practice.db)).toEqual(noFaults);
    await undo(run);
    expect(await given.everything()).toEqual(before);
    const undone = await read(run);
    expect(undone.run.status).toBe("undone");
    expect(undone.items.map(({ status }) => status)).toEqual(["undone", "undone", "invalid"]);
    expect(await problemOf(undo(run))).toMatchObject({ code: "BULK_RUN_CHANGED" });
  });

  test("gives another place where a planned one was taken, or all or nothing nobody any", async () => {
    const csv = "name,email\nAnn,ann@example.com\nBo,bo@example.com";
    const either = await draft({ program: await forProgram(2), csv });
    const whole = await draft({ program: await forProgram(2), csv });
    await single("2026-06-09T15:00:00Z");
    await start(whole, { allOrNothing: true });
    await work();
    const failed = await read(whole);
    expect(failed.run).toMatchObject({ status: "draft", startedAt: null });
    expect(failed.run.problem).toBe(
      "Nothing was booked, because Bo could not be: One of the planned times is taken by now.",
    );
    expect(await given.sessions()).toHaveLength(1);
    expect(await lines(whole)).toEqual([
      "2 | Ann | ready | 06-02T14:00 06-09T14:00",
      "3 | Bo | ready | 06-02T15:00 06-08T14:00",
    ]);
    await start(either);
    await work();
    expect((await read(either)).items.map(({ status, replanned }) => [status, replanned])).toEqual([
      ["booked", false],
      ["booked", true],
    ]);
    expect(await given.sessions()).toHaveLength(5);
    expect(await countFaults(practice.db)).toEqual(noFaults);
  });

  test("all or nothing books all at once", async () => {
    const run = await draft({
      program: await forProgram(3),
      csv: "name,email\nAnn,ann@example.com\nBo,bo@example.com",
    });
    await start(run, { allOrNothing: true });
    await work();
    expect((await read(run)).run).toMatchObject({ status: "done", allOrNothing: true });
    expect(await given.sessions()).toHaveLength(6);
    await undo(run);
    expect(await given.sessions()).toEqual([]);
  });

  test("tells of those who could not be booked, and goes on", async () => {
    const run = await draft({
      program: await forProgram(1),
      csv: "name,email,start\nAnn,ann@example.com,\nBo,bo@example.com,2026-06-09",
    });
    await start(run);
    await practice.db.sql`
      insert into time_off (id, coach_id, from_date, to_date) values (gen_random_uuid(), ${coachId}, '2026-06-01', '2026-06-08')`;
    await work();
    await practice.db.sql`delete from time_off`;
    expect(await lines(run)).toEqual([
      "2 | Ann | failed | Session 1 finds no free time between 2026-06-02 and 2026-06-08. This falls into time off.",
      "3 | Bo | booked | 06-09T14:00",
    ]);
  });

  test("fails when nobody could be booked", async () => {
    const run = await draft({ program: await forProgram(1), csv: "name,email\nAnn,ann@example.com" });
    await start(run);
    practice.clock.set(NOW + 30 * 86_400_000);
    await work();
    expect((await read(run)).run).toMatchObject({ status: "failed", undoUntil: null });
    expect(await problemOf(undo(run))).toMatchObject({ code: "BULK_RUN_CHANGED" });
  });

  test("is not started as something else than what was looked at", async () => {
    const run = await draft({ program: await forProgram(1), csv: "name,email\nAnn,ann@example.com\nBo,wrong" });
    expect(await problemOf(start(run, { version: 2 }))).toMatchObject({
      code: "BULK_RUN_CHANGED",
      run: { id: run.id },
    });
    expect(await problemOf(start(run, { allOrNothing: true }))).toMatchObject({
      message: "One client cannot be booked as the list is. Mend the lines, leave them out, or book the others alone.",
    });
    const idempotencyKey = crypto.randomUUID();
    expect(await start(run, { idempotencyKey })).toEqual(await start(run, { idempotencyKey }));
    expect(await problemOf(start(run))).toMatchObject({ code: "BULK_RUN_CHANGED" });
    const [item] = (await read(run)).items;
    expect(
      await problemOf(practice.bulkDrafts.update(coachId, { id: item?.globalId ?? "", leaveOut: true })),
    ).toMatchObject({
      code: "BULK_RUN_CHANGED",
    });
    expect(await problemOf(practice.bulkDrafts.delete(coachId, run.globalId))).toMatchObject({
      code: "BULK_RUN_CHANGED",
    });
    expect(await problemOf(practice.bulkRuns.stop(coachId, "x"))).toMatchObject({ code: "NOT_FOUND" });
  });

  test("is stopped where it is", async () => {
    const run = await draft({
      program: await forProgram(1),
      csv: "name,email\nAnn,ann@example.com\nBo,bo@example.com",
    });
    await start(run);
    await practice.bulkRuns.stop(coachId, run.globalId);
    await work();
    expect(await lines(run)).toEqual([
      "2 | Ann | left | You stopped the run. | 06-02T14:00",
      "3 | Bo | left | You stopped the run. | 06-02T15:00",
    ]);
    expect(await given.sessions()).toEqual([]);
  });

  test("of a series gives each client one of her own", async () => {
    const series = {
      ...{ sessionType: given.sessionType, start: "2026-06-02T10:00", recurrence: "FREQ=WEEKLY;COUNT=3" },
      ...{ policy: ClashPolicy.NEAREST_OF_DAY, clock: "coach" as const },
    };
    await single("2026-06-09T15:00:00Z");
    const run = await draft({
      series,
      csv: "name,email,start\nAnn,ann@example.com,\nBo,bo@example.com,2026-06-02 11:00",
    });
    expect(await lines(run)).toEqual([
      "2 | Ann | ready | 06-02T14:00 06-09T14:00 06-16T14:00",
      "3 | Bo | ready | 06-02T15:00 06-09T13:00 06-16T15:00",
    ]);
    const before = await given.everything();
    await start(run);
    await work();
    expect((await read(run)).items.map(({ status, replanned }) => [status, replanned])).toEqual([
      ["booked", false],
      ["booked", false],
    ]);
    expect(await given.sessions()).toHaveLength(7);
    expect(await countFaults(practice.db)).toEqual(noFaults);
    await undo(run);
    expect(await given.everything()).toEqual(before);
  });

  test("cannot be taken back once something happened to one of its sessions", async () => {
    const run = await draft({ program: await forProgram(2), csv: "name,email\nAnn,ann@example.com" });
    await start(run);
    await work();
    const [booking] = await practice.db.sql<{ id: string }>`select id from booking order by start_at limit 1`;
    await practice.db.sql`update booking set version = version + 1 where id = ${booking?.id ?? ""}`;
    expect(await problemOf(undo(run))).toMatchObject({ code: "UNDO_EXPIRED" });
    expect((await read(run)).run.status).toBe("done");
  });

  test("leaves a client who has booked something else since", async () => {
    const run = await draft({ program: await forProgram(1), csv: "name,email\nAnn,ann@example.com" });
    await start(run);
    await work();
    await single("2026-06-03T14:00:00Z", "ann@example.com");
    await undo(run);
    expect(await given.sessions()).toEqual(["06-03T10:00 confirmed 60 Ann Archer"]);
  });
});

describe("a run that races", () => {
  test("with those who book one by one and with itself in another process doubles nothing", async () => {
    for (let round = 0; round < 4; round++) {
      await given.clear();
      const csv = `name,email\n${Array.from({ length: 6 }, (_, n) => `C${n},c${n}@example.com`).join("\n")}`;
      const run = await draft({ program: await forProgram(4), csv });
      await start(run);
      const singles = ["02", "09", "16", "23"].flatMap((day) =>
        ["13", "14", "15"].map((hour) => `2026-06-${day}T${hour}:00:00Z`),
      );
      await Promise.allSettled([work(), work(), ...singles.map((at, n) => single(at, `s${n}@example.com`)), work()]);
      await work();
      const { run: done, items } = await read(run);
      expect(done.status).toBe("done");
      const booked = items.filter(({ status }) => status === "booked");
      expect(booked).toHaveLength(6);
      const rows = await practice.db.sql<{ sessions: number }>`
        select count(*)::int as sessions from booking where program_booking_id is not null group by program_booking_id`;
      expect(rows).toEqual(Array.from({ length: 6 }, () => ({ sessions: 4 })));
      expect(await countFaults(practice.db)).toEqual(noFaults);
    }
  });
});
