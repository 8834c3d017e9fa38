import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPractice, type TestPractice } from "../../../test/practice.ts";
import type { RecurrenceCase } from "../../../test/recurrence-cases.ts";
import { DAY } from "../../core/local-date.ts";
import { fillHorizon } from "../../core/series-plan.ts";
import { zone } from "../../core/zone.ts";
import { ClashPolicy, SessionType } from "../../entities/index.ts";
import { Refusal } from "../../platform/problem.ts";

const { cases }: { cases: RecurrenceCase[] } = JSON.parse(
  readFileSync(new URL("../../../test/cases/recurrence.json", import.meta.url), "utf8"),
);
let practice: TestPractice;
let sessionType: string;

beforeAll(async () => {
  practice = await createPractice();
  const [type] = await practice.db.sql<{ id: string }>`select id from session_type`;
  sessionType = Object.assign(new SessionType(), { id: type?.id }).globalId;
});
afterAll(() => practice.close());

const basic = (wall: string) => wall.replaceAll(/[-:]/g, "");

/** The rows of an event in a calendar file, as somebody would paste them. */
function textOf({ tzid, dtstart, rrule, exdate = [], rdate = [] }: RecurrenceCase): string {
  const line = (name: string, walls: readonly string[]) =>
    walls.length === 0 ? [] : [`${name};TZID=${tzid}:${walls.map(basic).join(",")}`];
  const rule = rrule == null ? [] : [`RRULE:${rrule}`];
  return [...line("DTSTART", [dtstart]), ...rule, ...line("EXDATE", exdate), ...line("RDATE", rdate)].join("\r\n");
}

/** What the preview of a series says that begins as the case does, seen on the day before. */
async function startsOf(row: RecurrenceCase, now: number): Promise<string[]> {
  practice.clock.set(now);
  const { occurrences } = await practice.series.preview(practice.coach.id, {
    sessionType,
    dates: { start: row.dtstart.slice(0, 16), timeZone: row.tzid, recurrence: textOf(row), policy: ClashPolicy.SKIP },
  });
  return occurrences.map(({ startAt }) => startAt.toISOString().replace(".000Z", "Z"));
}

test("published recurrence cases come true for a series that is previewed, or are refused with a reason", {
  timeout: 120_000,
}, async () => {
  const refused: Record<string, number> = {};
  let held = 0;
  for (const row of cases) {
    if (row.tzid === null || row.allDay) continue;
    const now = zone(row.tzid).toInstant(row.dtstart) - DAY;
    const [from = "", until = ""] = row.window;
    const end = new Date(Math.min(Date.parse(until), fillHorizon(now))).toISOString();
    const within = (start: string) => start >= from && start < end;
    try {
      const starts = await startsOf(row, now);
      expect(starts.filter(within), row.id).toEqual(row.expected.filter(within));
      if (row.expected.some(within)) held++;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const reason = error.problem.message.replaceAll(/\d+/g, "n");
      refused[reason] = (refused[reason] ?? 0) + 1;
    }
  }
  expect(refused).toEqual({ "A series has at most n sessions within a year; this one has more.": 3 });
  // The windows of five more lie beyond the year that a series without an end is shown for.
  expect(held).toBe(229);
});
