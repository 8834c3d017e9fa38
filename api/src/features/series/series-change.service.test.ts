import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { recordStatements } from "../../../bench/statements.ts";
import { createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { addDays, DAY } from "../../core/local-date.ts";
import { occurrencesUntil } from "../../core/series.ts";
import { isOpenEnded } from "../../core/series-rule.ts";
import { ClashPolicy, Client, Series, SessionType } from "../../entities/index.ts";
import { Refusal } from "../../platform/problem.ts";
import type { SeriesChangeInput } from "./series-change.inputs.ts";
import { loadSeries } from "./series-state.service.ts";

let practice: TestPractice;
let coachId: string;
let sessionType: string;
let client: string;

beforeAll(async () => {
  practice = await createPractice({ minutes: [60, 30], bufferAfterMinutes: 10 });
  coachId = practice.coach.id;
  const [type] = await practice.db.sql<{ id: string }>`select id from session_type`;
  sessionType = Object.assign(new SessionType(), { id: type?.id }).globalId;
  const ann = new Client();
  await practice.db.sql`
    insert into client (id, coach_id, name, email, time_zone) values (${ann.id}, ${coachId}, 'Ann', 'ann@example.com', 'Europe/Berlin')`;
  client = ann.globalId;
});
afterAll(() => practice.close());

const key = () => ({ idempotencyKey: crypto.randomUUID() });
async function clear(): Promise<void> {
  practice.clock.set(NOW);
  await practice.db.sql`delete from change_undo`;
  await practice.db.sql`delete from booking`;
  await practice.db.sql`delete from series`;
}
const book = (recurrence: string, policy: ClashPolicy, start = "2026-06-02T10:00") =>
  practice.series.book(coachId, { sessionType, clients: [client], dates: { start, recurrence, policy }, ...key() });

/** Every row that a change of series may touch, but for versions. */
async function everything(): Promise<unknown> {
  const rows = await practice.db.sql<{ all: unknown }>`
    select jsonb_build_object(
      'bookings', (select jsonb_agg(to_jsonb(b) - 'version' order by id) from booking b),
      'seats', (select jsonb_agg(to_jsonb(s) order by id) from attendee s),
      'series', (select jsonb_agg(to_jsonb(s) - 'version' order by id) from series s),
      'members', (select jsonb_agg(to_jsonb(m) order by id) from series_member m),
      'gaps', (select jsonb_agg(to_jsonb(g) order by series_id, recurrence_id) from series_gap g)) as all`;
  return rows[0]?.all;
}

/** What is wrong with what the tables say of a series. */
async function faultsOf(seriesId: string, now: number): Promise<string[]> {
  const series = await loadSeries(practice.db.sql, seriesId, coachId);
  if (!series) return ["The series is gone."];
  const { plan, actual, filledUntil } = series.state;
  const until = isOpenEnded(plan) ? filledUntil : now + 2000 * DAY;
  const planned = occurrencesUntil(plan, until).filter(({ start }) => start > now);
  const missing = planned.filter(({ id }) => !actual.has(id)).map(({ id }) => `nothing for ${id}`);
  const silent = [...actual]
    .filter(([, it]) => it.kind !== "booked" && it.reason === "")
    .map(([id]) => `no reason for ${id}`);
  const unseated = await practice.db.sql<{ at: string }>`
    select local_start as at from booking where status = 'confirmed' and 1 <> (
      select count(*) from attendee where booking_id = booking.id and cancelled_at is null)`;
  return [...missing, ...silent, ...unseated.map(({ at }) => `not one seat at ${at}`)];
}

const day = fc.integer({ min: 0, max: 60 });
const doings = fc.record({
  kind: fc.constantFrom("move", "length", "cancel", "pause", "resume", "extend", "end"),
  pick: fc.nat(30),
  scope: fc.constantFrom("this" as const, "following" as const, "all" as const),
  policy: fc.constantFrom(ClashPolicy.SKIP, ClashPolicy.NEAREST_OF_WEEK, ClashPolicy.APPEND, ClashPolicy.STAY),
  by: fc.integer({ min: -9, max: 9 }),
  day,
  length: fc.integer({ min: 1, max: 20 }),
  keepExceptions: fc.boolean(),
  back: fc.boolean(),
  later: fc.integer({ min: 0, max: 9 }),
});
type Doing = typeof doings extends fc.Arbitrary<infer Drawn> ? Drawn : never;

async function changeFor(doing: Doing, seriesId: string): Promise<Partial<SeriesChangeInput>> {
  const rows = await practice.db.sql<{ id: string; at: string }>`
    select recurrence_id as id, local_start as at from booking
    where series_id = ${seriesId} and status = 'confirmed' and start_at > ${new Date(practice.clock.now())} order by start_at`;
  const { id, at } = rows[doing.pick % Math.max(1, rows.length)] ?? { id: "2026-06-02T10:00", at: "2026-06-02T10:00" };
  const pick = { scope: doing.scope, recurrenceId: id };
  const date = addDays("2026-06-01", doing.day);
  switch (doing.kind) {
    case "move":
      return {
        move: {
          ...pick,
          start: { local: `${addDays(at.slice(0, 10), doing.by)}T${doing.by % 2 ? "14:00" : "09:00"}` },
        },
      };
    case "length":
      return { length: { ...pick, minutes: 30 + doing.length } };
    case "cancel":
      return { cancel: pick };
    case "pause":
      return {
        pause: { fromDate: date, toDate: doing.length > 15 ? null : addDays(date, doing.length), append: doing.back },
      };
    case "resume":
      return { resumeFrom: date };
    case "end":
      return { end: { lastDate: date } };
    default:
      return { extend: doing.length > 15 ? { endless: true } : { more: doing.length } };
  }
}

test("any sequence of changes leaves a whole series, and taking one back restores every row", {
  timeout: 120_000,
}, async () => {
  const rules = fc.constantFrom(
    "FREQ=WEEKLY;COUNT=7",
    "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=8",
    "FREQ=MONTHLY;BYDAY=1TU;COUNT=4",
  );
  let [done, undone] = [0, 0];
  await fc.assert(
    fc.asyncProperty(rules, fc.array(doings, { minLength: 3, maxLength: 7 }), async (rule, sequence) => {
      await clear();
      await book("FREQ=WEEKLY;COUNT=3", ClashPolicy.SKIP, "2026-06-16T09:00");
      const { seriesId } = await book(rule, ClashPolicy.SKIP);
      const series = Object.assign(new Series(), { id: seriesId }).globalId;
      for (const doing of sequence) {
        practice.clock.set(practice.clock.now() + doing.later * DAY);
        const change = {
          series,
          policy: doing.policy,
          keepExceptions: doing.keepExceptions,
          ...(await changeFor(doing, seriesId)),
        };
        const before = await everything();
        const changed = await practice.seriesChanges.change(coachId, { change, ...key() }).catch((error: unknown) => {
          if (error instanceof Refusal) return null;
          throw error;
        });
        expect(await faultsOf(seriesId, practice.clock.now())).toEqual([]);
        if (!changed) {
          expect(await everything()).toEqual(before);
          continue;
        }
        done++;
        if (!doing.back) continue;
        await practice.seriesUndo.undo(coachId, { undo: changed.undoId, ...key() });
        expect(await everything()).toEqual(before);
        undone++;
      }
    }),
    { numRuns: 25 },
  );
  expect(done).toBeGreaterThan(30);
  expect(undone).toBeGreaterThan(10);
});

test("previews and changes take as many statements for 52 sessions as for 4", async () => {
  const counts = async (count: number) => {
    await clear();
    const recurrence = `FREQ=WEEKLY;COUNT=${count}`;
    const dates = { start: "2026-06-02T10:00", recurrence, policy: ClashPolicy.SKIP };
    await book("FREQ=WEEKLY;COUNT=2", ClashPolicy.SKIP);
    const previewed = await recordStatements(() => practice.series.preview(coachId, { sessionType, dates }));
    let seriesId = "";
    const booked = await recordStatements(async () => {
      seriesId = (await book(recurrence, ClashPolicy.NEAREST_OF_DAY)).seriesId;
    });
    const series = Object.assign(new Series(), { id: seriesId }).globalId;
    const move = { scope: "all" as const, recurrenceId: "2026-06-02T10:00", start: { local: "2026-06-03T10:00" } };
    const change = { series, move, keepExceptions: true, policy: ClashPolicy.NEAREST_OF_DAY };
    const shown = await recordStatements(() => practice.seriesChanges.preview(coachId, change));
    const changed = await recordStatements(() => practice.seriesChanges.change(coachId, { change, ...key() }));
    return [previewed, booked, shown, changed].map(({ length }) => length);
  };
  const few = await counts(4);
  expect(await counts(52)).toEqual(few);
  expect(few[0]).toBeLessThanOrEqual(6);
  expect(few[1]).toBeLessThanOrEqual(20);
});
