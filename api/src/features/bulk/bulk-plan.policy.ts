import type { LocalDate, LocalDateTime } from "../../core/local-date.ts";
import { DAY, formatDateTime, MINUTE, parseDateTime, weekday } from "../../core/local-date.ts";
import type { ClashPolicy, ProgramStep } from "../../entities/index.ts";
import { type ProgramSession, sessionsOf } from "../programs/placing.policy.ts";
import type { ProgramQuestion } from "../programs/plan.policy.ts";
import type { SeriesDatesInput } from "../series/series.inputs.ts";
import type { BulkClock } from "./bulk.inputs.ts";

/** What everybody of a run gets, as it was when the run was drafted. A JSON value of the run. */
export type BulkPlan = ProgramForMany | SeriesForMany;

export interface ProgramForMany {
  readonly kind: "program";
  readonly programId: string;
  readonly steps: readonly ProgramStep[];
  readonly spareWeeks: number;
  readonly startDate: LocalDate;
  readonly clock: BulkClock;
}

export interface SeriesForMany {
  readonly kind: "series";
  readonly sessionTypeId: string;
  readonly start: LocalDateTime;
  readonly recurrence: string;
  readonly minutes: number | null;
  readonly policy: ClashPolicy;
  readonly clock: BulkClock;
}

/** What of somebody on the list decides when her sessions are. */
export interface ItemWish {
  readonly timeZone: string;
  /** Her own beginning: a date, or a date and a time. */
  readonly start: string | null;
}

/** The question for the sessions of one client; her own time of day is wished for where the program wishes for none. */
export function questionFor(plan: ProgramForMany, wish: ItemWish, coachZone: string): ProgramQuestion {
  const { start } = wish;
  const sessions = sessionsOf(plan.steps);
  return {
    timeZone: plan.clock === "client" ? wish.timeZone : coachZone,
    startDate: start?.slice(0, 10) ?? plan.startDate,
    spareWeeks: plan.spareWeeks,
    sessions: start !== null && start.length > 10 ? sessions.map((session) => wishing(session, start)) : sessions,
    moves: new Map(),
    alternatives: 0,
  };
}

function wishing(session: ProgramSession, start: LocalDateTime): ProgramSession {
  const { weekdays = [], fromTime, toTime, minutes } = session;
  const wall = parseDateTime(start);
  const end = wall + minutes * MINUTE;
  // A wish ends with its day.
  const until = Math.floor(end / DAY) === Math.floor(wall / DAY) ? formatDateTime(end).slice(11) : "24:00";
  return {
    ...session,
    ...(weekdays.length === 0 ? { weekdays: [weekday(start.slice(0, 10))] } : {}),
    ...(fromTime === undefined && toTime === undefined ? { fromTime: start.slice(11), toTime: until } : {}),
  };
}

/** The dates of the series of one client. */
export function datesFor(plan: SeriesForMany, { timeZone, start }: ItemWish, coachZone: string): SeriesDatesInput {
  const own = start !== null && start.length === 10 ? `${start}T${plan.start.slice(11)}` : start;
  return {
    start: own ?? plan.start,
    timeZone: plan.clock === "client" ? timeZone : coachZone,
    recurrence: plan.recurrence,
    minutes: plan.minutes,
    policy: plan.policy,
  };
}
