import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { hoursOf, problemOf, type TestHours } from "../../../test/hours.ts";
import { createPractice, newSessionType, type TestPractice } from "../../../test/practice.ts";
import type { CreateAvailabilityTemplateInput } from "./availability.inputs.ts";

let practice: TestPractice;
let hours: TestHours;

beforeAll(async () => {
  practice = await createPractice({ horizonDays: 730 });
  hours = hoursOf(practice);
});
afterAll(() => practice.close());
beforeEach(() => hours.clear());

const morning = (weekday: number, week?: number) => ({
  weekday,
  start: "09:00",
  end: "10:00",
  ...(week ? { week } : {}),
});

function template(fields: Partial<CreateAvailabilityTemplateInput>): CreateAvailabilityTemplateInput {
  return { name: "Summer", timeZone: "America/New_York", windows: [morning(1)], ...fields };
}
function create(fields: Partial<CreateAvailabilityTemplateInput>) {
  return hours.save(practice.availability.create(practice.coach.id, template(fields)));
}

describe("hours", () => {
  test("of alternate weeks follow the anchor, which is this week unless another is named", async () => {
    await create({ isDefault: true, cycleWeeks: 2, windows: [morning(1, 1), morning(2, 2), morning(5)] });
    expect(await hours.template()).toMatchObject({ name: "Summer", anchorDate: "2026-06-01" });
    expect(await hours.starts("2026-06-02", "2026-06-20")).toEqual([
      "2026-06-05T09:00",
      "2026-06-09T09:00",
      "2026-06-12T09:00",
      "2026-06-15T09:00",
      "2026-06-19T09:00",
    ]);
    const { globalId: id } = await hours.template();
    await hours.save(practice.availability.update(practice.coach.id, { id, anchorDate: "2026-06-08" }));
    expect(await hours.starts("2026-06-08", "2026-06-09")).toEqual(["2026-06-08T09:00"]);
  });

  test("may run past midnight, also into a day of their own", async () => {
    await create({ isDefault: true, windows: [{ weekday: 6, start: "22:00", end: "02:00" }] });
    expect(await hours.starts("2026-06-06", "2026-06-08")).toEqual([
      "2026-06-06T22:00",
      "2026-06-06T23:00",
      "2026-06-07T00:00",
      "2026-06-07T01:00",
    ]);
  });

  test("of a season take the place of the usual ones for as long as it lasts", async () => {
    await create({ isDefault: true, effectiveFrom: "2026-07-01", effectiveUntil: "2026-07-31" });
    expect((await hours.startsOn("2026-06-29")).length).toBe(7);
    expect(await hours.starts("2026-07-01", "2026-07-13")).toEqual(["2026-07-06T09:00", "2026-07-13T09:00"]);
    expect((await hours.startsOn("2026-08-03")).length).toBe(7);
  });

  test("that end without ever beginning take the place of the usual ones, too", async () => {
    await create({ isDefault: true, effectiveUntil: "2026-06-12" });
    expect(await hours.starts("2026-06-02", "2026-06-12")).toEqual(["2026-06-08T09:00"]);
    expect((await hours.startsOn("2026-06-15")).length).toBe(7);
  });

  test("of one session type are its own, and leave the others theirs", async () => {
    const type = await hours.sessionType();
    const other = newSessionType(practice.coach, { name: "Other" });
    await practice.db.transact(async ({ em }) => void em.persist(other));
    await create({ sessionType: other.globalId, windows: [morning(0)] });
    expect((await hours.startsOn("2026-06-08")).length).toBe(7);
    await create({ name: "Own", sessionType: type.globalId, windows: [morning(6)] });
    expect(await hours.starts("2026-06-02", "2026-06-14")).toEqual(["2026-06-06T09:00", "2026-06-13T09:00"]);
  });

  test("that are a copy hold for nobody until somebody says so", async () => {
    const { globalId: id } = await hours.template();
    const copy = await hours.save(practice.availability.copy(practice.coach.id, { id }));
    expect(copy).toMatchObject({ name: "Copy of Hours", isDefault: false, sessionType: null });
    expect(copy.windows).toHaveLength(10);
    await hours.save(practice.availability.update(practice.coach.id, { id: copy.globalId, isDefault: true }));
    expect(await hours.template()).toMatchObject({ name: "Copy of Hours" });
    await hours.save(practice.availability.delete(practice.coach.id, id));
    expect(await practice.availability.templatesOf(practice.coach.id)).toHaveLength(1);
  });
});

describe("what is refused, by field", () => {
  const many = (count: number) => Array.from({ length: count }, () => morning(1));
  test.each([
    ["a window as short as nothing", { windows: [{ ...morning(1), end: "09:00" }] }, "windows.0.end"],
    ["a window that begins at the end of the day", { windows: [{ ...morning(1), start: "24:00" }] }, "windows.0.start"],
    ["500 windows a day", { windows: many(500) }, "windows.12"],
    [
      "13 windows a day, some of every week and some of one",
      { cycleWeeks: 2, windows: [...many(6), ...many(7).map((window) => ({ ...window, week: 2 }))] },
      "windows.12",
    ],
    ["a weekday beyond Saturday", { windows: [morning(7)] }, "windows.0.weekday"],
    ["a week outside of the cycle", { cycleWeeks: 2, windows: [morning(1, 3)] }, "windows.0.week"],
    ["a week of hours that repeat weekly", { windows: [morning(1, 1)] }, "windows.0.week"],
    ["a cycle of five weeks", { cycleWeeks: 5 }, "cycleWeeks"],
    [
      "a period that ends before it begins",
      { effectiveFrom: "2026-07-02", effectiveUntil: "2026-07-01" },
      "effectiveUntil",
    ],
    ["a date that the zone skipped", { timeZone: "Pacific/Apia", effectiveFrom: "2011-12-30" }, "effectiveFrom"],
    [
      "an anchor that the zone skipped",
      { timeZone: "Pacific/Apia", cycleWeeks: 2, anchorDate: "2011-12-30" },
      "anchorDate",
    ],
    ["a session type of nobody", { sessionType: "nobody" }, "sessionType"],
    ["an empty name", { name: " " }, "name"],
  ])("%s", async (_, wrong, field) => {
    expect(await problemOf(() => create(wrong))).toMatchObject({ code: "INVALID_INPUT", field });
    expect(await practice.availability.templatesOf(practice.coach.id)).toHaveLength(1);
  });

  test("two seasons that claim the same days for one session type", async () => {
    await create({ name: "June", isDefault: true, effectiveFrom: "2026-06-01", effectiveUntil: "2026-06-30" });
    const claim = (fields: Partial<CreateAvailabilityTemplateInput>) =>
      problemOf(() => create({ isDefault: true, ...fields }));
    expect(await claim({ effectiveFrom: "2026-06-30" })).toMatchObject({
      field: "effectiveFrom",
      message: expect.stringContaining("June"),
    });
    expect(await claim({ effectiveUntil: "2026-06-01" })).toMatchObject({ field: "effectiveUntil" });
    await create({ isDefault: true, effectiveFrom: "2026-07-01", effectiveUntil: "2026-07-31" });
    await create({ isDefault: true, effectiveUntil: "2026-05-31" });
    const sessionType = (await hours.sessionType()).globalId;
    await create({ sessionType, effectiveFrom: "2026-06-01", effectiveUntil: "2026-06-30" });
    await create({ sessionType, name: "Always" });
    expect(await problemOf(() => create({ sessionType }))).toMatchObject({
      field: "sessionType",
      message: expect.stringContaining("Always"),
    });
  });

  test("to be without hours that hold", async () => {
    const { globalId: id } = await hours.template();
    const { coach, availability } = practice;
    expect(await problemOf(() => hours.save(availability.update(coach.id, { id, isDefault: false })))).toMatchObject({
      field: "isDefault",
    });
    expect(await problemOf(() => hours.save(availability.delete(coach.id, id)))).toMatchObject({ field: "id" });
  });

  test("to be the hours of one type and of all others at once", async () => {
    const sessionType = (await hours.sessionType()).globalId;
    expect(await problemOf(() => create({ isDefault: true, sessionType }))).toMatchObject({ field: "isDefault" });
  });

  test("a shorter cycle than the windows need", async () => {
    const { globalId: id } = await create({ cycleWeeks: 3, windows: [morning(1, 3)] });
    const shorten = () => hours.save(practice.availability.update(practice.coach.id, { id, cycleWeeks: 2 }));
    expect(await problemOf(shorten)).toMatchObject({ field: "windows.0.week" });
  });
});
