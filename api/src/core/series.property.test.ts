import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weeklyTemplate } from "./availability.ts";
import { overlaps } from "./interval.ts";
import { DAY, formatDate, formatDateTime, HOUR, type LocalDateTime, MINUTE } from "./local-date.ts";
import { occurrencesUntil, type SeriesState } from "./series.ts";
import type { SeriesChange, SeriesEffect } from "./series-change.ts";
import { type ClashPolicy, checkOccurrences, type SeriesQuestion } from "./series-check.ts";
import { changeSeries } from "./series-effect.ts";
import { startPlan } from "./series-plan.ts";
import { propose, type SeriesProposal, settle } from "./series-proposal.ts";
import { isOpenEnded } from "./series-rule.ts";
import { emptyCalendar, type OwnBooking, type SlotQuery } from "./slot-query.ts";
import { checkSlot } from "./slots.ts";
import { zone } from "./zone.ts";

/** A Sunday; the clocks of Berlin change four weeks later. */
const begin = Date.parse("2027-02-28T12:00:00Z");
const timeZone = "Europe/Berlin";
const availability = {
  timeZone,
  templates: [weeklyTemplate([{ days: [1, 2, 3, 4, 5, 6], start: "08:00", end: "20:00" }])],
  timeOff: [{ fromDate: "2027-03-22", toDate: "2027-03-28" }],
};
const lengths = new Map([
  ["short", 30],
  ["long", 60],
]);

function queryOf(bookings: readonly OwnBooking[], now: number, more: Partial<SlotQuery["session"]> = {}): SlotQuery {
  const session = { minutes: 60, stepMinutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 10, capacity: 1 };
  return {
    now,
    range: { start: now, end: now + 500 * DAY },
    availability,
    session: { ...session, noticeMinutes: 0, grid: "window", ...more },
    calendar: { ...emptyCalendar, bookings },
  };
}

const own = (start: number, minutes: number): OwnBooking => ({
  ...{ start, end: start + minutes * MINUTE, bufferBeforeMinutes: 0, bufferAfterMinutes: 10 },
});
/** Half hours of the first twelve weeks. */
const bookings = fc.array(
  fc.record({ at: fc.integer({ min: 0, max: 84 * 48 }), minutes: fc.constantFrom(30, 60, 180, 600) }),
  { maxLength: 40 },
);
const asOthers = (drawn: readonly { at: number; minutes: number }[]) =>
  drawn.map(({ at, minutes }) => own(begin + at * 30 * MINUTE, minutes));
const rules = fc.constantFrom(
  "FREQ=WEEKLY;COUNT=8",
  "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;COUNT=9",
  "FREQ=MONTHLY;BYDAY=-1FR;COUNT=5",
  "FREQ=MONTHLY;UNTIL=20270830",
  "FREQ=DAILY;INTERVAL=3;UNTIL=20270420",
  "FREQ=WEEKLY",
);
const days = fc.integer({ min: 0, max: 100 });
const scope = fc.constantFrom("this" as const, "following" as const, "all" as const);
const policy = fc.constantFrom<ClashPolicy[]>("skip", "nearestOfDay", "nearestOfWeek", "append", "stay", "refuse");

/** What a coach does next: numbers that fit any series, made a change of this one when its turn comes. */
const doings = fc.record({
  kind: fc.constantFrom("move", "length", "type", "cancel", "pause", "resume", "extend", "end", "fill"),
  pick: fc.nat(60),
  scope,
  policy,
  by: fc.integer({ min: -10 * 48, max: 10 * 48 }),
  from: days,
  length: fc.integer({ min: 0, max: 20 }),
  keepExceptions: fc.boolean(),
  append: fc.boolean(),
  later: fc.integer({ min: 0, max: 12 }),
});
type Doing = typeof doings extends fc.Arbitrary<infer Drawn> ? Drawn : never;

function changeFor(doing: Doing, { plan, actual }: SeriesState, now: number): SeriesChange | null {
  const { from, append, by, length } = doing;
  const date = (offset: number) => formatDate(Math.floor(begin / DAY) + offset);
  const reason = "Because";
  const ids = [...actual].filter(([, it]) => it.kind === "booked" && it.start > now).map(([id]) => id);
  const id = ids.length === 0 ? null : (ids[doing.pick % ids.length] ?? null);
  switch (doing.kind) {
    case "pause":
      return { kind: "pause", fromDate: date(from), toDate: length === 0 ? null : date(from + length), reason, append };
    case "resume":
      return { kind: "resume", fromDate: date(from) };
    case "extend":
      return {
        kind: "extend",
        by: length < 3 ? "never" : length > 9 ? { more: length - 9 } : { until: date(from + 60) },
      };
    case "end":
      return { kind: "end", lastDate: date(from), reason };
    case "fill":
      return { kind: "fill" };
  }
  const found = id === null ? undefined : actual.get(id);
  if (id === null || found?.kind !== "booked") return null;
  const picked = { scope: doing.scope, id };
  if (doing.kind === "cancel") return { kind: "cancel", ...picked, reason };
  if (doing.kind === "length") return { kind: "length", ...picked, minutes: 30 + length * 5 };
  if (doing.kind === "type") return { kind: "type", ...picked, sessionTypeId: "short", minutes: 30 };
  const wall = found.start + zone(plan.timeZone).offsetAt(found.start) + by * 30 * MINUTE;
  return { kind: "move", ...picked, to: formatDateTime(wall) };
}

/** The calendar that an effect is checked against: without the sessions that it moves or drops. */
function questionOf(
  effect: SeriesEffect,
  state: SeriesState,
  others: readonly OwnBooking[],
  doing: { policy: ClashPolicy; now: number },
): SeriesQuestion {
  const leaving = new Set(effect.steps.flatMap((step) => (step.kind !== "stay" && step.was ? [step.id] : [])));
  const standing = bookedOf(state).filter(({ id }) => !leaving.has(id));
  const query = queryOf([...others, ...standing.map(({ start, minutes }) => own(start, minutes))], doing.now);
  const queries = new Map([...lengths.keys()].map((id) => [id, query]));
  return { queries, asker: "coach", timeZone, policy: doing.policy, choices: new Map(), alternatives: 0 };
}

function bookedOf({ actual }: SeriesState) {
  return [...actual].flatMap(([id, it]) => (it.kind === "booked" ? [{ id, ...it }] : []));
}

function check(
  state: SeriesState,
  others: readonly OwnBooking[],
  now: number,
  exceptional: ReadonlySet<LocalDateTime>,
): void {
  const { plan, actual, filledUntil } = state;
  const planned = new Map(occurrencesUntil(plan, now + 2200 * DAY).map((one) => [one.id, one]));
  for (const { id, start } of planned.values()) {
    if (start > now && (!isOpenEnded(plan) || start < filledUntil)) expect(actual.has(id), `${id} is there`).toBe(true);
  }
  for (const [id, it] of actual) {
    const plannedOne = planned.get(id);
    expect(plannedOne, `${id} is of the rule`).toBeDefined();
    if (plannedOne && plannedOne.start > now && it.kind === "paused") expect(plannedOne.pause).not.toBe(null);
    if (plannedOne?.pause && it.kind === "booked") expect(it.start <= now || exceptional.has(id)).toBe(true);
    if (it.kind !== "booked") expect(it.reason).not.toBe("");
    else if (!exceptional.has(id) && plannedOne) {
      const { start, minutes, sessionTypeId } = plannedOne;
      expect({ id, ...it }).toEqual({ id, kind: "booked", start, minutes, sessionTypeId });
    }
  }
  const sessions = bookedOf(state).map(({ start, minutes }) => ({ start, end: start + (minutes + 10) * MINUTE }));
  sessions.sort((a, b) => a.start - b.start);
  for (const [i, session] of sessions.entries()) {
    const next = sessions[i + 1];
    expect(next !== undefined && overlaps(session, next), "two sessions overlap").toBe(false);
    if (session.start > now) {
      expect(
        others.some((other) => overlaps({ ...other, end: other.end + 10 * MINUTE }, session)),
        "a session overlaps another",
      ).toBe(false);
    }
  }
}

/** Sessions that an ordinary step does not put where the plan says. */
function exceptionsOf(proposal: SeriesProposal, change: SeriesChange): LocalDateTime[] {
  if ("scope" in change && change.scope === "this") return proposal.steps.map(({ id }) => id);
  return proposal.checked.flatMap(({ outcome, wanted }) =>
    outcome.kind === "booked" && outcome.how !== "free" ? [wanted.id] : [],
  );
}

describe("a series under any sequence of changes", () => {
  test("is its rule and its exceptions, booked once and nowhere on top of anything", { timeout: 120_000 }, () => {
    let done = 0;
    const made = {
      rule: rules,
      hour: fc.integer({ min: 8, max: 18 }),
      day: fc.integer({ min: 1, max: 14 }),
      drawn: bookings,
      policy,
    };
    fc.assert(
      fc.property(fc.record(made), fc.array(doings, { maxLength: 8 }), (series, sequence) => {
        const others = asOthers(series.drawn);
        const first = formatDateTime((Math.floor(begin / DAY) + series.day) * DAY + series.hour * HOUR);
        const plan = startPlan(
          { timeZone, start: first, rule: series.rule, excluded: [], added: [] },
          { minutes: 60, sessionTypeId: "long" },
        );
        let state: SeriesState = { plan, actual: new Map(), filledUntil: 0 };
        let now = begin;
        const exceptional = new Set<LocalDateTime>();
        const act = (change: SeriesChange, doing: { policy: ClashPolicy; keepExceptions: boolean }) => {
          let proposal: SeriesProposal;
          try {
            const effect = changeSeries(state, change, { now, keepExceptions: doing.keepExceptions });
            proposal = propose(effect, questionOf(effect, state, others, { ...doing, now }), now);
          } catch (error) {
            if (error instanceof RangeError) return;
            throw error;
          }
          if (proposal.open > 0) return;
          const before = state;
          state = settle(state, proposal, () => "Taken");
          done++;
          for (const id of exceptionsOf(proposal, change)) exceptional.add(id);
          check(state, others, now, exceptional);
          for (const { id, start } of bookedOf(before)) {
            if (start <= now) expect(state.actual.get(id)).toEqual(before.actual.get(id));
          }
        };
        act({ kind: "fill" }, { policy: "skip", keepExceptions: true });
        for (const doing of sequence) {
          now += doing.later * DAY;
          const change = changeFor(doing, state, now);
          if (change !== null) act(change, doing);
        }
      }),
      { numRuns: 400 },
    );
    expect(done).toBeGreaterThan(1000);
  });
});

describe("what a series finds free", () => {
  test("is what one client after the other would be offered", { timeout: 60_000 }, () => {
    const session = fc.record({
      grid: fc.constantFrom("window" as const, "restart" as const),
      limits: fc.constantFrom(undefined, { perDay: 1 }, { perWeek: 2 }, { perMonth: 3, minutesPerDay: 90 }),
      horizon: fc.constantFrom(undefined, { kind: "rollingDays" as const, days: 20 }),
      noticeMinutes: fc.constantFrom(0, 3000),
      minutes: fc.constantFrom(30, 60),
      bufferBeforeMinutes: fc.constantFrom(0, 15),
    });
    const starts = fc.array(fc.integer({ min: 0, max: 40 * 48 }), { maxLength: 20 });
    fc.assert(
      fc.property(session, bookings, starts, (more, drawn, wishes) => {
        const query = queryOf(asOthers(drawn), begin, more);
        const { minutes, bufferBeforeMinutes } = query.session;
        const wanted = [...new Set(wishes)]
          .sort((a, b) => a - b)
          .map((at) => ({ id: String(at), start: begin + at * 30 * MINUTE, minutes, sessionTypeId: "type" }));
        const question = {
          asker: "client" as const,
          timeZone,
          policy: "refuse" as const,
          choices: new Map(),
          alternatives: 0,
        };
        const checked = checkOccurrences({ ...question, queries: new Map([["type", query]]) }, wanted);
        const calendar = [...query.calendar.bookings];
        for (const { wanted: one, reasons } of checked) {
          const verdict = checkSlot({ ...query, calendar: { ...emptyCalendar, bookings: calendar } }, one.start);
          expect(reasons.length === 0).toBe(verdict.offered);
          if (verdict.offered) calendar.push({ ...own(one.start, minutes), bufferBeforeMinutes });
        }
      }),
      { numRuns: 300 },
    );
  });
});
