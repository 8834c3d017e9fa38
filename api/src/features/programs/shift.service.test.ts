import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { countFaults, noFaults } from "../../../test/calendar-truth.ts";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { programsOf, type TestPrograms } from "../../../test/programs.ts";
import { problemOf } from "../../../test/refusal.ts";
import { toGlobalId } from "../../entities/global-id.ts";
import type { ShiftProgramInput, ShiftProgramSessionInput } from "./shift.inputs.ts";

let practice: TestPractice;
let given: TestPrograms;
let coachId: string;

beforeAll(async () => {
  practice = await createPractice();
  given = await programsOf(practice);
  coachId = practice.coach.id;
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await given.clear();
});

const zone = { timeZone: "America/New_York" };
/** Four weekly sessions at ten on Tuesdays; gives the ids of its bookings. */
async function booked(weekdays: number[] = []): Promise<string[]> {
  const client = await given.addClient("Ann Archer");
  const program = await given.program([given.step({ count: 4, weekdays, fromTime: "10:00", toTime: "12:00" })]);
  await practice.programBooking.book(coachId, {
    ...{ program, startDate: "2026-06-02", client, idempotencyKey: crypto.randomUUID() },
  });
  const rows = await practice.db.sql<{ id: string }>`select id from booking order by program_session`;
  return rows.map(({ id }) => toGlobalId("Booking", id));
}
const input = (
  booking: string | undefined,
  local: string,
  more: Partial<ShiftProgramInput> = {},
): ShiftProgramInput => ({
  ...{ booking: booking ?? "", start: { local, ...zone }, shiftFollowing: true },
  ...more,
});
const preview = (shift: ShiftProgramInput) => practice.programShifts.preview(coachId, shift);
const shift = (asked: ShiftProgramInput, more: Partial<ShiftProgramSessionInput> = {}) =>
  practice.programShifts.shift(coachId, { shift: asked, idempotencyKey: crypto.randomUUID(), ...more });
const starts = async () => (await given.sessions()).map((line) => line.slice(0, 11));
const single = (startAt: string) => practice.bookings.book(bookInput(startAt, { email: "bo@example.com" }));

describe("a session of a program that is moved", () => {
  test("takes those after it along, at their distances and times of day, as is shown before", async () => {
    const [, second] = await booked();
    const asked = input(second, "2026-06-18T11:00");
    const plan = await preview(asked);
    expect(
      plan.sessions.map(({ number, coachLocalStart, wasStartAt }) => [
        number,
        coachLocalStart,
        wasStartAt?.toISOString(),
      ]),
    ).toEqual([
      [0, "2026-06-02T10:00", "2026-06-02T14:00:00.000Z"],
      [1, "2026-06-18T11:00", "2026-06-09T14:00:00.000Z"],
      [2, "2026-06-25T10:00", "2026-06-16T14:00:00.000Z"],
      [3, "2026-07-02T10:00", "2026-06-23T14:00:00.000Z"],
    ]);
    const before = await given.everything();
    const shifted = await shift(asked, { shown: plan.fingerprint, message: "I am away." });
    expect(shifted.bookingIds).toHaveLength(3);
    expect(await starts()).toEqual(["06-02T10:00", "06-18T11:00", "06-25T10:00", "07-02T10:00"]);
    expect(await countFaults(practice.db)).toEqual(noFaults);
    await practice.seriesUndo.undo(coachId, { undo: shifted.undoId, idempotencyKey: crypto.randomUUID() });
    expect(await given.everything()).toEqual(before);
  });

  test("leaves the weekday of the others alone where the program wishes for one", async () => {
    const [, second] = await booked([2]);
    await shift(input(second, "2026-06-10T15:00"));
    expect(await starts()).toEqual(["06-02T10:00", "06-10T15:00", "06-16T10:00", "06-23T10:00"]);
  });

  test("moves alone where that is wanted", async () => {
    const [, second] = await booked();
    await shift(input(second, "2026-06-11T11:00", { shiftFollowing: false }));
    expect(await starts()).toEqual(["06-02T10:00", "06-11T11:00", "06-16T10:00", "06-23T10:00"]);
  });

  test("goes around what others have booked, and around what was put by hand", async () => {
    const [first] = await booked();
    await single("2026-06-10T14:00:00Z");
    const moves = [{ session: 3, start: { local: "2026-06-26T09:00", ...zone } }];
    await shift(input(first, "2026-06-03T10:00", { moves }));
    expect(await starts()).toEqual(["06-03T10:00", "06-10T10:00", "06-11T10:00", "06-18T10:00", "06-26T09:00"]);
    expect(await countFaults(practice.db)).toEqual(noFaults);
  });

  test("passes over a session that was cancelled", async () => {
    const [first, second] = await booked();
    await practice.agenda.cancel(coachId, { booking: second ?? "", idempotencyKey: crypto.randomUUID() });
    await shift(input(first, "2026-06-03T10:00"));
    const standing = (await given.sessions()).filter((line) => line.includes("confirmed"));
    expect(standing.map((line) => line.slice(0, 11))).toEqual(["06-03T10:00", "06-17T10:00", "06-24T10:00"]);
  });

  test("does not touch what is over", async () => {
    const [, second] = await booked();
    practice.clock.set(Date.parse("2026-06-03T12:00:00Z"));
    await shift(input(second, "2026-06-11T10:00"));
    expect(await starts()).toEqual(["06-02T10:00", "06-11T10:00", "06-18T10:00", "06-25T10:00"]);
  });

  test("is refused on somebody else's time, before the one before it, and when nothing would change", async () => {
    const [first, second] = await booked();
    await single("2026-06-10T14:00:00Z");
    expect(await problemOf(shift(input(second, "2026-06-10T10:00")))).toMatchObject({
      code: "PLAN_CHANGED",
      plan: { open: 1 },
    });
    expect(await problemOf(preview(input(second, "2026-06-02T09:00")))).toMatchObject({
      code: "NO_PLAN",
      message: "Session 2 was put too early: those before it do not fit before that time.",
    });
    expect(await problemOf(shift(input(first, "2026-06-02T10:00")))).toMatchObject({ field: "shift.start" });
    expect(await problemOf(preview(input(first, "2026-05-02T10:00")))).toMatchObject({ field: "shift.start" });
    expect(await problemOf(preview(input("x", "2026-06-02T10:00")))).toMatchObject({ code: "NOT_FOUND" });
    const { bookingId } = await single("2026-06-11T14:00:00Z");
    expect(await problemOf(preview(input(toGlobalId("Booking", bookingId), "2026-06-12T10:00")))).toMatchObject({
      code: "NOT_FOUND",
    });
    const moves = [{ session: 0, start: { local: "2026-06-26T09:00", ...zone } }];
    expect(await problemOf(preview(input(second, "2026-06-11T10:00", { moves })))).toMatchObject({
      field: "shift.moves.0.session",
    });
    practice.clock.set(Date.parse("2026-06-09T14:30:00Z"));
    expect(await problemOf(preview(input(second, "2026-06-11T10:00")))).toMatchObject({ field: "shift.booking" });
  });

  test("is refused when the calendar changed since it was shown", async () => {
    const [, second] = await booked();
    const asked = input(second, "2026-06-11T10:00");
    const { fingerprint } = await preview(asked);
    await single("2026-06-18T14:00:00Z");
    expect(await problemOf(shift(asked, { shown: fingerprint }))).toMatchObject({ code: "PLAN_CHANGED" });
  });
});
