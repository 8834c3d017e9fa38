import { DAY, daysBetween, formatDateTime, MINUTE, parseTime } from "../../core/local-date.ts";
import { zone } from "../../core/zone.ts";
import type { ProgramStep } from "../../entities/index.ts";
import { type ProgramSession, sessionsOf } from "./placing.policy.ts";
import type { ProgramQuestion } from "./plan.policy.ts";

/** By how much the last session may be later than its distances wish. */
const SPARE_WEEKS = 4;

/** A session of a program that stands, by its number within the program. */
export interface StandingSession {
  readonly number: number;
  readonly sessionTypeId: string;
  readonly start: number;
  readonly end: number;
}

export interface ShiftQuestion {
  readonly steps: readonly ProgramStep[];
  readonly timeZone: string;
  /** In order of their numbers. */
  readonly standing: readonly StandingSession[];
  /** Which of them was moved, by its place among them, and to where. */
  readonly moved: number;
  readonly to: number;
  readonly shiftFollowing: boolean;
  /** What follows and was put by hand: instants by place. */
  readonly moves: ReadonlyMap<number, number>;
  readonly now: number;
}

/**
 * The question for where the sessions of a program go when one is moved: those before it stay, and those after it
 * keep the program's distances and, if they can, their time of day.
 */
export function questionForShift(question: ShiftQuestion): ProgramQuestion {
  const { steps, timeZone, standing, moved, to, shiftFollowing, now } = question;
  const all = sessionsOf(steps);
  const at = zone(timeZone);
  const moves = new Map<number, number>();
  const sessions = standing.map((session, place): ProgramSession => {
    const { sessionTypeId, start, end } = session;
    const own = question.moves.get(place);
    if (place === moved) moves.set(place, to);
    else if (place > moved && own !== undefined) moves.set(place, own);
    else if (place < moved || !shiftFollowing || start <= now) moves.set(place, start);
    const minutes = (end - start) / MINUTE;
    const before = standing[place - 1];
    const asked = all[session.number];
    const bare = { step: asked?.step ?? 0, sessionTypeId, minutes };
    if (!before || !asked) return { ...bare, after: { min: 0, wished: 0, max: 0 } };
    const present = daysBetween(at.localDate(before.start), at.localDate(start));
    return {
      ...bare,
      after: gapBetween(all.slice(before.number + 1, session.number + 1), present),
      ...wishOf(asked, session, timeZone),
    };
  });
  const startDate = at.localDate(Math.min(standing[0]?.start ?? to, moves.get(0) ?? Number.POSITIVE_INFINITY));
  return { timeZone, startDate, spareWeeks: SPARE_WEEKS, sessions, moves, alternatives: 3 };
}

/** Over sessions that were cancelled, their gaps add up; what is there now is always possible. */
function gapBetween(between: readonly ProgramSession[], present: number): ProgramSession["after"] {
  const sum = (key: "min" | "wished" | "max") => between.reduce((total, { after }) => total + after[key], 0);
  return { min: Math.max(0, Math.min(sum("min"), present)), wished: sum("wished"), max: Math.max(sum("max"), present) };
}

/** The weekdays of the program, and the present time of day, where that is as the program wishes. */
function wishOf({ weekdays, fromTime, toTime }: ProgramSession, { start, end }: StandingSession, timeZone: string) {
  const at = zone(timeZone);
  const wall = start + at.offsetAt(start);
  const from = (wall - Math.floor(wall / DAY) * DAY) / MINUTE;
  const until = Math.min(1440, from + (end - start) / MINUTE);
  const isWished = parseTime(fromTime ?? "00:00") <= from && until <= parseTime(toTime ?? "24:00");
  const days = { weekdays: weekdays ?? [] };
  if (!isWished)
    return { ...days, ...(fromTime === undefined ? {} : { fromTime }), ...(toTime === undefined ? {} : { toTime }) };
  const timeOf = (minutes: number) => (minutes === 1440 ? "24:00" : formatDateTime(minutes * MINUTE).slice(11, 16));
  return { ...days, fromTime: timeOf(from), toTime: timeOf(until) };
}
