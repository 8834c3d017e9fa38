import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { RecurrenceCase } from "../../test/recurrence-cases.ts";
import { weeklyTemplate } from "./availability.ts";
import { DAY, type LocalDateTime, MINUTE } from "./local-date.ts";
import { clockShifts, occurrencesOf, occurrencesUntil, type SeriesPlan, type SeriesState } from "./series.ts";
import type { SeriesChange } from "./series-change.ts";
import type { Choice, ClashPolicy, SeriesQuestion } from "./series-check.ts";
import { changeSeries } from "./series-effect.ts";
import { startPlan } from "./series-plan.ts";
import { propose, settle } from "./series-proposal.ts";
import { emptyCalendar, type OwnBooking, type SlotQuery } from "./slot-query.ts";
import { zone } from "./zone.ts";

const now = Date.parse("2026-06-01T08:00:00Z");
const hours = {
  timeZone: "Europe/Berlin",
  templates: [weeklyTemplate([{ days: [1, 2, 3, 4, 5], start: "09:00", end: "17:00" }])],
};
const booking = (local: string, minutes = 60): OwnBooking => {
  const start = zone("Europe/Berlin").toInstant(local);
  return { start, end: start + minutes * MINUTE, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 };
};
function queryOf(bookings: readonly OwnBooking[], session: Partial<SlotQuery["session"]> = {}): SlotQuery {
  const rules = {
    minutes: 60,
    stepMinutes: 60,
    bufferBeforeMinutes: 0,
    bufferAfterMinutes: 0,
    capacity: 1,
    noticeMinutes: 0,
  };
  return {
    now,
    range: { start: now, end: now + 400 * DAY },
    availability: hours,
    session: { ...rules, grid: "window", ...session },
    calendar: { ...emptyCalendar, bookings },
  };
}
const dates = (rule: string | null, more = {}) => ({
  ...{ timeZone: "Europe/Berlin", start: "2026-06-02T10:00", rule, excluded: [], added: [] },
  ...more,
});
const planOf = (rule: string | null, more = {}) => startPlan(dates(rule, more), { minutes: 60, sessionTypeId: "type" });
/** Hours that no session lies outside of. */
const anyTime: Trial = {
  query: {
    ...queryOf([]),
    range: { start: now, end: now + 600 * DAY },
    availability: {
      ...hours,
      templates: [weeklyTemplate([{ days: [0, 1, 2, 3, 4, 5, 6], start: "00:00", end: "24:00" }])],
    },
  },
};
const nothing = (plan: SeriesPlan): SeriesState => ({ plan, actual: new Map(), filledUntil: 0 });

interface Trial {
  readonly query?: SlotQuery;
  readonly policy?: ClashPolicy;
  readonly choices?: Record<LocalDateTime, Choice>;
  readonly asker?: "coach" | "client";
}
function questionOf({ query = queryOf([]), policy = "refuse", choices = {}, asker = "coach" }: Trial): SeriesQuestion {
  const queries = new Map(["type", "other"].map((id) => [id, query]));
  return {
    queries,
    asker,
    timeZone: "Europe/Berlin",
    policy,
    choices: new Map(Object.entries(choices)),
    alternatives: 3,
  };
}
function start(plan: SeriesPlan, trial: Trial = {}) {
  const state = nothing(plan);
  const effect = changeSeries(state, { kind: "fill" }, { now, keepExceptions: true });
  return propose(effect, questionOf(trial), now);
}
function booked(plan: SeriesPlan, trial: Trial = {}): SeriesState {
  return settle(nothing(plan), start(plan, trial), () => "taken");
}
function change(state: SeriesState, what: SeriesChange, trial: Trial & { keepExceptions?: boolean } = {}): SeriesState {
  const effect = changeSeries(state, what, { now, keepExceptions: trial.keepExceptions ?? true });
  return settle(state, propose(effect, questionOf(trial), now), () => "taken");
}
const times = ({ actual, plan }: SeriesState) =>
  [...actual].flatMap(([, it]) => (it.kind === "booked" ? [zone(plan.timeZone).toLocal(it.start)] : [])).sort();

describe("a series", () => {
  test("is booked at one wall time, whatever the clocks do", () => {
    const plan = planOf("FREQ=WEEKLY;COUNT=3", { start: "2026-10-19T10:00" });
    expect(occurrencesUntil(plan, now + 400 * DAY).map(({ start: at }) => new Date(at).toISOString())).toEqual([
      "2026-10-19T08:00:00.000Z",
      "2026-10-26T09:00:00.000Z",
      "2026-11-02T09:00:00.000Z",
    ]);
  });

  test("says where one side's clocks shift, and the session with them", () => {
    const plan = planOf("FREQ=WEEKLY;COUNT=4", { start: "2026-10-19T15:00" });
    const starts = occurrencesUntil(plan, now + 400 * DAY).map((one) => one.start);
    expect(clockShifts(starts, "Europe/Berlin")).toEqual([0, -60, 0, 0]);
    expect(clockShifts(starts, "America/New_York")).toEqual([0, 0, -60, 0]);
    expect(starts.map((at) => zone("America/New_York").toLocal(at).slice(11))).toEqual([
      "09:00",
      "10:00",
      "09:00",
      "09:00",
    ]);
  });

  test.each([
    ["FREQ=SECONDLY", /FREQ=SECONDLY is not supported/],
    ["FREQ=WEEKLY;COUNT=10000", /at most 500 sessions; this one has 10000/],
    ["FREQ=WEEKLY;COUNT=99999999999", /COUNT=99999999999 is out of range/],
    ["FREQ=DAILY;UNTIL=20290101", /at most 500 sessions in all/],
    ["FREQ=WEEKLY;UNTIL=20260101", /ends before its first session on 2026-06-02/],
    ["FREQ=WEEKLY;COLOUR=RED", /“COLOUR=RED” is not a part/],
    ["FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30", /names no date after the first/],
    ["FREQ=DAILY;BYHOUR=9,10,11", /at most 500 sessions within a year/],
    ["FREQ=YEARLY;COUNT=9", /at most 5 years/],
  ])("refuses %s with the reason", (rule, message) => {
    expect(() => planOf(rule)).toThrow(message);
  });

  test("leaves out months without its day", () => {
    const plan = planOf("FREQ=MONTHLY;COUNT=4", { start: "2026-08-31T10:00" });
    expect(occurrencesUntil(plan, now + 900 * DAY).map(({ id }) => id.slice(0, 10))).toEqual([
      "2026-08-31",
      "2026-10-31",
      "2026-12-31",
      "2027-01-31",
    ]);
  });
});

describe("a preview", () => {
  const weekly = planOf("FREQ=WEEKLY;COUNT=4");

  test("names what stands against each session, and the nearest free times", () => {
    const query = queryOf([booking("2026-06-09T10:00"), booking("2026-06-23T09:30")]);
    const { checked, open } = start(weekly, { query });
    expect(checked.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([[], ["booking"], [], ["booking"]]);
    expect(open).toBe(2);
    expect(checked[1]?.nearest.map((slot) => zone("Europe/Berlin").toLocal(slot.start))).toEqual([
      "2026-06-09T09:00",
      "2026-06-09T11:00",
      "2026-06-09T12:00",
    ]);
  });

  test("lets a coach keep a session outside her hours, not one on top of another", () => {
    const query = queryOf([booking("2026-06-09T20:00")]);
    const plan = planOf("FREQ=WEEKLY;COUNT=2", { start: "2026-06-02T20:00" });
    const keep: Choice = { kind: "keep" };
    const { checked } = start(plan, { query, choices: { "2026-06-02T20:00": keep, "2026-06-09T20:00": keep } });
    expect(checked.map(({ mayKeep, outcome }) => [mayKeep, outcome.kind])).toEqual([
      [true, "booked"],
      [false, "open"],
    ]);
  });

  test("counts its own sessions against a limit", () => {
    const query = queryOf([], { limits: { perMonth: 3 } });
    const { checked } = start(planOf("FREQ=WEEKLY;COUNT=6"), { query });
    expect(checked.map(({ reasons }) => reasons[0]?.code)).toEqual([
      undefined,
      undefined,
      undefined,
      "limit",
      "limit",
      undefined,
    ]);
  });

  test("binds a client to notice and horizon", () => {
    const query = queryOf([], { horizon: { kind: "rollingDays", days: 10 } });
    expect(start(weekly, { query }).open).toBe(0);
    expect(start(weekly, { query, asker: "client" }).checked.map(({ reasons }) => reasons[0]?.code)).toEqual([
      undefined,
      undefined,
      "horizon",
      "horizon",
    ]);
  });

  test.each<[ClashPolicy, string[]]>([
    ["skip", ["06-02T10:00", "06-16T10:00", "06-23T10:00"]],
    ["nearestOfDay", ["06-02T10:00", "06-09T16:00", "06-16T10:00", "06-23T10:00"]],
    ["append", ["06-02T10:00", "06-16T10:00", "06-23T10:00", "07-07T10:00"]],
  ])("does what “%s” says", (policy, expected) => {
    // The first one after the end is taken as well.
    const query = queryOf([booking("2026-06-09T09:00", 420), booking("2026-06-30T10:00")]);
    expect(times(booked(weekly, { query, policy }))).toEqual(expected.map((time) => `2026-${time}`));
  });

  test("finds the nearest time of the week where the day is full", () => {
    const query = queryOf([booking("2026-06-09T09:00", 480)]);
    expect(times(booked(weekly, { query, policy: "nearestOfWeek" }))[1]).toBe("2026-06-08T16:00");
  });

  test("never gives one free time to two sessions", () => {
    const plan = planOf("FREQ=DAILY;COUNT=2;BYHOUR=10;BYMINUTE=0,15");
    const { checked } = start(plan, { policy: "nearestOfDay", query: queryOf([booking("2026-06-02T10:00", 300)]) });
    const starts = checked.flatMap(({ outcome }) => (outcome.kind === "booked" ? [outcome.at.start] : []));
    expect(new Set(starts).size).toBe(2);
  });
});

describe("a change", () => {
  const state = booked(planOf("FREQ=WEEKLY;COUNT=5"));

  test("of this session leaves the others and the rule alone", () => {
    const moved = change(state, { kind: "move", scope: "this", id: "2026-06-09T10:00", to: "2026-06-11T15:00" });
    expect(times(moved)).toEqual([
      "2026-06-02T10:00",
      "2026-06-11T15:00",
      "2026-06-16T10:00",
      "2026-06-23T10:00",
      "2026-06-30T10:00",
    ]);
    expect(moved.plan).toEqual(state.plan);
  });

  test("of this and following keeps recurrence ids, and exceptions unless said otherwise", () => {
    const exception = change(state, { kind: "move", scope: "this", id: "2026-06-23T10:00", to: "2026-06-25T15:00" });
    const what: SeriesChange = { kind: "move", scope: "following", id: "2026-06-16T10:00", to: "2026-06-17T11:00" };
    const moved = change(exception, what);
    expect(times(moved)).toEqual([
      "2026-06-02T10:00",
      "2026-06-09T10:00",
      "2026-06-17T11:00",
      "2026-06-25T15:00",
      "2026-07-01T11:00",
    ]);
    expect([...moved.actual.keys()]).toEqual([...state.actual.keys()]);
    expect(times(change(exception, what, { keepExceptions: false }))[3]).toBe("2026-06-24T11:00");
  });

  test("of all leaves what has begun", () => {
    const effect = changeSeries(
      state,
      { kind: "length", scope: "all", id: "2026-06-16T10:00", minutes: 90 },
      { now: zone("Europe/Berlin").toInstant("2026-06-09T10:00"), keepExceptions: true },
    );
    expect(effect.steps.map(({ id }) => id)).toEqual(["2026-06-16T10:00", "2026-06-23T10:00", "2026-06-30T10:00"]);
  });

  test("that cancels what follows ends the rule with the session before", () => {
    const ended = change(state, { kind: "cancel", scope: "following", id: "2026-06-16T10:00", reason: "Moving away" });
    expect(times(ended)).toEqual(["2026-06-02T10:00", "2026-06-09T10:00"]);
    expect(ended.plan.rule).toBe("FREQ=WEEKLY;UNTIL=20260609T100000");
    expect(times(change(ended, { kind: "extend", by: { more: 1 } }))[2]).toBe("2026-06-16T10:00");
  });

  test("that cancels everything keeps the first session as cancelled", () => {
    const none = change(state, { kind: "cancel", scope: "all", id: "2026-06-16T10:00", reason: "Ill" });
    expect([...none.actual]).toEqual([["2026-06-02T10:00", { kind: "cancelled", reason: "Ill" }]]);
  });

  test("that pauses a series drops a vacation and makes up for it at the end; resuming early brings it back", () => {
    const vacation = { fromDate: "2026-06-08", toDate: "2026-06-20", reason: "Vacation" };
    const paused = change(state, { kind: "pause", ...vacation, append: true });
    expect(times(paused)).toEqual([
      "2026-06-02T10:00",
      "2026-06-23T10:00",
      "2026-06-30T10:00",
      "2026-07-07T10:00",
      "2026-07-14T10:00",
    ]);
    expect(paused.actual.get("2026-06-09T10:00")).toEqual({ kind: "paused", reason: "Vacation" });
    const resumed = change(paused, { kind: "resume", fromDate: "2026-06-15" });
    expect(times(resumed)).toHaveLength(6);
    expect(times(resumed)[1]).toBe("2026-06-16T10:00");
  });

  test("by a week moves every session to where the next one was", () => {
    const moved = change(state, { kind: "move", scope: "all", id: "2026-06-02T10:00", to: "2026-06-09T10:00" });
    expect(times(moved)).toEqual([
      "2026-06-09T10:00",
      "2026-06-16T10:00",
      "2026-06-23T10:00",
      "2026-06-30T10:00",
      "2026-07-07T10:00",
    ]);
  });

  test("may leave what clashes where it is, and what would then be on top of it too", () => {
    const query = queryOf([booking("2026-06-30T10:00"), booking("2026-07-07T10:00")]);
    const what: SeriesChange = { kind: "move", scope: "all", id: "2026-06-02T10:00", to: "2026-06-09T10:00" };
    // The last two find their new places taken; the one before keeps its place for want of the fourth's.
    const five = booked(planOf("FREQ=WEEKLY;COUNT=4"));
    expect(times(change(five, what, { query, policy: "stay" }))).toEqual(times(five));
  });

  test("of a session that is over is refused", () => {
    const late = zone("Europe/Berlin").toInstant("2026-06-10T10:00");
    const what: SeriesChange = { kind: "cancel", scope: "following", id: "2026-06-09T10:00", reason: "" };
    expect(() => changeSeries(state, what, { now: late, keepExceptions: true })).toThrow(/has begun or is over/);
  });

  test("of a series without an end is taken back whole, up to the last session that is filled", () => {
    const open = booked(planOf("FREQ=WEEKLY"), anyTime);
    const move = (to: LocalDateTime): SeriesChange => ({
      kind: "move",
      scope: "following",
      id: "2026-06-16T10:00",
      to,
    });
    const earlier = change(open, move("2026-06-10T08:00"), anyTime);
    const back = change(earlier, move("2026-06-16T10:00"), anyTime);
    expect(times(back)).toEqual(expect.arrayContaining(times(open)));
    expect(times(back)).toHaveLength(times(earlier).length);
  });

  test("that takes the end away keeps the sessions beyond what a series without an end is filled to", () => {
    const long = booked(planOf("FREQ=MONTHLY;COUNT=16"), anyTime);
    const endless = change(long, { kind: "extend", by: "never" }, anyTime);
    expect(times(endless)).toEqual(times(long));
  });

  test("fills a series without an end as time goes by", () => {
    const open = booked(planOf("FREQ=WEEKLY"));
    expect(open.actual.size).toBe(54);
    const later = now + 30 * DAY;
    const effect = changeSeries(open, { kind: "fill" }, { now: later, keepExceptions: true });
    expect(effect.steps.map(({ kind }) => kind)).toEqual(["set", "set", "set", "set"]);
    expect(effect.filledUntil).toBe(later + 373 * DAY);
  });
});

describe("published recurrence cases", () => {
  const { cases }: { cases: RecurrenceCase[] } = JSON.parse(
    readFileSync(new URL("../../test/cases/recurrence.json", import.meta.url), "utf8"),
  );

  test.each(cases)("hold for a series: $id", (row) => {
    const isDate = row.allDay ?? row.tzid === null;
    const wall = (text: string) => (isDate ? `${text.slice(0, 10)}T00:00` : text.slice(0, 16));
    const plan: SeriesPlan = {
      timeZone: row.tzid ?? "UTC",
      start: wall(row.dtstart),
      rule: row.rrule ?? null,
      excluded: (row.exdate ?? []).map((text) => (isDate ? text.slice(0, 10) : text)),
      added: (row.rdate ?? []).map(wall),
      terms: [{ from: wall(row.dtstart), shiftMinutes: 0, minutes: 60, sessionTypeId: "type" }],
      pauses: [],
    };
    const instant = (text: string) => Date.parse(text.length === 10 ? `${text}T00:00Z` : text);
    const [from = "", until = ""] = row.window;
    const found = occurrencesOf(plan, { start: instant(from), end: instant(until) });
    const text = (at: number) => new Date(at).toISOString().replace(".000Z", "Z");
    expect(found.map((one) => (isDate ? text(one.start).slice(0, 10) : text(one.start)))).toEqual(row.expected);
  });
});
