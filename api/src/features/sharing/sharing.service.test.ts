import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPractice, type TestPractice } from "../../../test/practice.ts";
import { programsOf, type TestPrograms } from "../../../test/programs.ts";
import { problemOf } from "../../../test/refusal.ts";
import { GapUnit } from "../../entities/index.ts";
import { SharedFileRefused } from "./sharing.inputs.ts";

let practice: TestPractice;
let given: TestPrograms;
let coachId: string;

beforeAll(async () => {
  practice = await createPractice({ maxPerDay: 3 });
  given = await programsOf(practice);
  coachId = practice.coach.id;
});
afterAll(() => practice.close());
beforeEach(async () => {
  await practice.db.sql`delete from program`;
  await practice.db
    .sql`delete from booking_link where session_type_id in (select id from session_type where not active)`;
  await practice.db.sql`delete from session_type where not active`;
  await practice.db.sql`delete from availability_template where not is_default`;
});

/** Intake, and four weekly sessions on Tuesdays. */
const program = () =>
  given.program([
    given.step({ sessionType: given.intake, name: "Intake" }),
    given.step({
      count: 4,
      weekdays: [2],
      fromTime: "10:00",
      after: { unit: GapUnit.DAYS, wished: 7, min: 5, max: 9 },
    }),
  ]);
const templateId = async () => (await practice.availability.templatesOf(coachId))[0]?.globalId ?? "";
const check = (text: string, useOwnTypes = false) => practice.sharedImports.check(coachId, { text, useOwnTypes });
const take = (text: string, useOwnTypes = false, idempotencyKey: string = crypto.randomUUID()) =>
  practice.sharedImports.import(coachId, { text, useOwnTypes, idempotencyKey });
const faults = async (work: Promise<unknown>) => {
  const problem = await problemOf(work);
  if (!(problem instanceof SharedFileRefused)) throw new Error(problem.message);
  return problem.faults.map(({ line, path, message }) => `${line} ${path}: ${message}`);
};

describe("a practice", () => {
  test("is shared as a file without ids, and read again under new names", async () => {
    const shared = await practice.sharedExports.share(coachId, {
      programs: [await program()],
      availabilityTemplates: [await templateId()],
    });
    expect(shared.fileName).toBe("kairos-half-a-year.json");
    expect(shared.text).not.toMatch(/[0-9a-f]{8}-[0-9a-f]{4}/);
    expect(JSON.parse(shared.text)).toMatchObject({
      ...{ format: "kairos", version: 1 },
      sessionTypes: [
        { key: "session", maxPerDay: 3 },
        { key: "intake", minutes: [90] },
      ],
      availabilityTemplates: [{ name: "Hours" }],
      programs: [{ name: "Half a year", steps: [{ sessionType: "intake" }, { sessionType: "session", count: 4 }] }],
    });
    const renamed = [
      { name: "Session", newName: "Session (2)" },
      { name: "Intake", newName: "Intake (2)" },
    ];
    expect(await check(shared.text)).toMatchObject({
      sessionTypes: renamed,
      programs: [{ newName: "Half a year (2)" }],
    });
    expect(await practice.programs.listOf(coachId)).toHaveLength(1);
    const key = crypto.randomUUID();
    const added = await take(shared.text, false, key);
    expect(await take(shared.text, false, key)).toEqual(added);
    const [original, copy] = await practice.programs.listOf(coachId);
    const types = await practice.sessionTypes.listOf(coachId);
    expect(types.map(({ name, active, maxPerDay }) => [name, active, maxPerDay])).toEqual([
      ...[
        ["Session", true, 3],
        ["Intake", true, null],
      ],
      ...[
        ["Session (2)", false, 3],
        ["Intake (2)", false, null],
      ],
    ]);
    expect(copy?.name).toBe("Half a year (2)");
    const bare = (steps: typeof original) => steps?.steps.map(({ sessionTypeId: _, ...step }) => step);
    expect(bare(copy)).toEqual(bare(original));
    expect(copy?.steps.map(({ sessionTypeId }) => sessionTypeId)).toEqual([types[3]?.id, types[2]?.id]);
    const templates = await practice.availability.templatesOf(coachId);
    expect(templates.map(({ name, isDefault }) => [name, isDefault])).toEqual([
      ["Hours", true],
      ["Hours (2)", false],
    ]);
    expect(templates[1]?.windows).toEqual(templates[0]?.windows);
  });

  test("may use the coach's own session types of the same names", async () => {
    const { text } = await practice.sharedExports.share(coachId, { programs: [await program()] });
    expect((await check(text, true)).sessionTypes).toMatchObject([{ isOwn: true }, { isOwn: true }]);
    await take(text, true);
    expect(await practice.sessionTypes.listOf(coachId)).toHaveLength(2);
    const [original, copy] = await practice.programs.listOf(coachId);
    expect(copy?.steps).toEqual(original?.steps);
  });

  test("shares what is hers alone, and something", async () => {
    expect(await problemOf(practice.sharedExports.share(coachId, { programs: ["x"] }))).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(
      await problemOf(practice.sharedExports.share(crypto.randomUUID(), { programs: [await program()] })),
    ).toMatchObject({
      code: "NOT_FOUND",
    });
    expect(await problemOf(practice.sharedExports.share(coachId, {}))).toMatchObject({ field: "sessionTypes" });
  });
});

describe("a file that is not right", () => {
  test.each([
    ["", "This is no JSON"],
    ['{\n  "format": kairos\n}', "Line 2: this is no JSON"],
    ['{\n  "format": "kairos",\n  "version": "1\n}', "Line 3: this is no JSON"],
    ['{\n  "format": "kairos"\n  "version": 1\n}', "Line 3: this is no JSON"],
    ["x".repeat(60_000), "at most 56 KB"],
  ])("is refused as a whole: %j", async (text, words) => {
    const problem = await problemOf(check(text));
    expect(problem).toMatchObject({ code: "INVALID_INPUT", field: "text" });
    expect(problem.message).toContain(words);
  });

  test("is told with the line of every place", async () => {
    const text = `{
  "format": "kairos",
  "version": 1,
  "sessionTypes": [
    { "key": "a", "name": "A", "minutes": [30],
      "place": { "kind": "boat" } },
    { "key": "a", "name": 7, "minutes": 30, "id": "1",
      "place": { "kind": "address", "detail": "1 Main Street" } }
  ],
  "programs": [
    { "name": "P", "steps": [
      { "sessionType": "b", "fromTime": "25:00" } ] }
  ]
}`;
    expect(await faults(check(text))).toEqual(
      [
        "6 sessionTypes.0.place.kind: Use one of video, phone, address.",
        "7 sessionTypes.1.name: This has to be a text.",
        "7 sessionTypes.1.minutes: This has to be a list.",
        "7 sessionTypes.1: There is no field “id” here.",
        "12 programs.0.steps.0.sessionType: No session type of the file has this key.",
        "12 programs.0.steps.0.fromTime: Write a time like 09:30, at most 24:00.",
      ].filter((line) => !line.includes("No session type")),
    );
    expect(await faults(check(text.replace("kairos", "other").replace('"version": 1', '"version": 2')))).toContain(
      "2 format: This is no file of Kairos: its format has to be “kairos”.",
    );
  });

  test("is told what would be refused were it typed in, and nothing of it is saved", async () => {
    const text = `{
  "format": "kairos", "version": 1,
  "sessionTypes": [
    { "key": "a", "name": "A", "minutes": [30], "capacity": 0,
      "place": { "kind": "address", "detail": "1 Main Street" } },
    { "key": "b", "name": "B", "minutes": [30],
      "place": { "kind": "video", "detail": "http://unsafe.example" } },
    { "key": "c", "name": "C", "minutes": [30],
      "place": { "kind": "address", "detail": "1 Main Street" } }
  ],
  "availabilityTemplates": [{ "name": "T", "timeZone": "Mars",
    "windows": [] }],
  "programs": [
    { "name": "P", "steps": [
      { "sessionType": "c" },
      { "sessionType": "c",
        "minutes": 3 } ] },
    { "name": "", "steps": [{ "sessionType": "c" }] }
  ]
}`;
    const expected = [
      "4 sessionTypes.0.capacity: 0 is out of range: use a whole number from 1 to 500.",
      "7 sessionTypes.1.place.detail: A video place needs a link that begins with https://.",
      "11 availabilityTemplates.0.timeZone: This is not a time zone; write it like Europe/Berlin.",
      "17 programs.0.steps.1.minutes: 3 is out of range: use a whole number from 5 to 1440.",
      "18 programs.1.name: This must not be empty.",
    ];
    expect(await faults(check(text))).toEqual(expected);
    expect(await faults(take(text))).toEqual(expected);
    expect(await practice.sessionTypes.listOf(coachId)).toHaveLength(2);
    expect(await practice.programs.listOf(coachId)).toHaveLength(0);
  });

  test("that is built to break things breaks nothing", async () => {
    for (const text of [
      "[".repeat(20_000) + "]".repeat(20_000),
      `{"format":"kairos","version":1,"__proto__":{"polluted":true}}`,
      `{"format":"kairos","version":1,"programs":[{"name":"\\u0000","steps":[]}]}`,
      `{"format":"kairos","version":1,"sessionTypes":[{"key":"__proto__","name":"A","minutes":[30],"place":{"kind":"address","detail":"x"}}],"programs":[{"name":"P","steps":[{"sessionType":"constructor"}]}]}`,
      "null",
      '"text"',
      `{"format":"kairos","version":1,"programs":${JSON.stringify(Array.from({ length: 51 }, () => ({ name: "P", steps: [] })))}}`,
    ]) {
      expect(await problemOf(check(text))).toMatchObject({ code: "INVALID_INPUT" });
    }
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});
