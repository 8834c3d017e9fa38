import { afterAll, beforeAll, expect, test } from "vitest";
import { createPractice, type TestPractice } from "../../../test/practice.ts";
import { problemOf } from "../../../test/refusal.ts";
import type { SessionType } from "../../entities/index.ts";

let practice: TestPractice;

beforeAll(async () => {
  practice = await createPractice({ maxPerDay: 3, bookableUntil: "2026-12-31", requiresApproval: true });
});
afterAll(() => practice.close());

test("a session type is duplicated with all of its rules and a link of its own", async () => {
  const coachId = practice.coach.id;
  const [original] = await practice.sessionTypes.listOf(coachId);
  if (!original) throw new Error("There is no session type.");
  const copy = await practice.sessionTypes.duplicate(coachId, { id: original.globalId });
  const rulesOf = ({ name: _name, ...type }: SessionType) => ({ ...type, id: null, createdAt: null });
  expect(copy.name).toBe("Copy of Session");
  const kept = (await practice.sessionTypes.listOf(coachId)).find(({ id }) => id === copy.id);
  expect(kept && JSON.stringify(rulesOf(kept))).toBe(JSON.stringify(rulesOf(original)));
  const links = await practice.db.sql`select slug from booking_link where session_type_id = ${copy.id}`;
  expect(links).toEqual([{ slug: "copy-of-session" }]);
  const again = await practice.sessionTypes.duplicate(coachId, { id: copy.globalId, name: "Longer" });
  expect(again.name).toBe("Longer");
  expect(await problemOf(practice.sessionTypes.duplicate(coachId, { id: "x" }))).toMatchObject({ code: "NOT_FOUND" });
  const empty = practice.sessionTypes.duplicate(coachId, { id: copy.globalId, name: " " });
  expect(await problemOf(empty)).toMatchObject({ field: "name" });
});
