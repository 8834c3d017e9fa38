import { readFileSync } from "node:fs";
import { disputedTags, type RecurrenceCase, recurrenceAnswer } from "./recurrence-cases.ts";
import { expectedSlots, type SlotCase, slotAnswer } from "./slot-cases.ts";

/** Runs files of published cases through core: `npm run cases -- FILE…`. The kind of a file is told by its rows. */

type Tally = { passed: number; failed: number };
type Outcome = { group: string; title: string; expected: string; got: string; apart: boolean };

const isSlotCase = (row: object): row is SlotCase => "session" in row && "expect" in row;
const isRecurrenceCase = (row: object): row is RecurrenceCase => "dtstart" in row && "expected" in row;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** The rows of a file: a list, or an object with a list of `cases`. */
function rowsOf(path: string): object[] {
  const content: unknown = JSON.parse(readFileSync(path, "utf8"));
  const held = content !== null && typeof content === "object" && "cases" in content ? content.cases : content;
  if (!Array.isArray(held)) throw new Error(`${path} holds no list of cases`);
  return held.filter((row: unknown): row is object => row !== null && typeof row === "object");
}

/** An answer as text; what core refuses is an answer as well. */
function attempt(answer: () => string[]): string {
  try {
    return answer().join(" ");
  } catch (error) {
    return `refused: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function outcomesOf(row: object): Outcome[] {
  if (isSlotCase(row)) {
    return (["window", "restart"] as const).flatMap((grid) => {
      const expected = expectedSlots(row, grid);
      if (expected === undefined) return [];
      const got = attempt(() => slotAnswer(row, grid));
      const title = `${row.id} (${grid}): ${row.title ?? ""}`;
      return [{ group: `slots/${row.group ?? "all"}`, title, expected: expected.join(" "), got, apart: false }];
    });
  }
  if (isRecurrenceCase(row)) {
    const got = attempt(() => recurrenceAnswer(row));
    const title = `${row.id}: ${row.rrule ?? "single"} ${row.note ?? ""}`;
    const apart = row.tags?.some((tag) => disputedTags.includes(tag)) ?? false;
    return [{ group: `recurrence/${row.group ?? "all"}`, title, expected: row.expected.join(" "), got, apart }];
  }
  return [];
}

/** Prints one file's failures and adds its outcomes to the tallies by group. Returns how many rows it knew. */
function runFile(path: string, groups: Map<string, Tally>, apart: Tally): number {
  let known = 0;
  for (const row of rowsOf(path)) {
    for (const outcome of outcomesOf(row)) {
      known++;
      const passed = outcome.expected === outcome.got;
      const tally = outcome.apart ? apart : (groups.get(outcome.group) ?? { passed: 0, failed: 0 });
      if (!outcome.apart) groups.set(outcome.group, tally);
      if (passed) tally.passed++;
      else tally.failed++;
      if (passed) continue;
      const mark = outcome.apart ? "differs, counted apart" : "FAILED";
      print(`${mark}  ${outcome.title}\n  expected  ${outcome.expected}\n  got       ${outcome.got}`);
    }
  }
  return known;
}

function main(paths: string[]): number {
  if (paths.length === 0) {
    print("Name the case files: npm run cases -- api/test/cases/slots.json api/test/cases/recurrence.json");
    return 2;
  }
  const groups = new Map<string, Tally>();
  const apart: Tally = { passed: 0, failed: 0 };
  let unknown = 0;
  for (const path of paths) {
    if (runFile(path, groups, apart) > 0) continue;
    print(`${path} holds neither slot nor recurrence cases`);
    unknown++;
  }
  const total: Tally = { passed: 0, failed: 0 };
  for (const [group, { passed, failed }] of groups) {
    print(`${group.padEnd(28)} ${String(passed).padStart(4)} passed  ${String(failed).padStart(3)} failed`);
    total.passed += passed;
    total.failed += failed;
  }
  if (apart.passed + apart.failed > 0) {
    print(`Counted apart (${disputedTags.join(", ")}): ${apart.passed} agree, ${apart.failed} differ`);
  }
  print(`${total.passed} passed, ${total.failed} failed`);
  return total.failed + unknown > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
