import type { GapUnit } from "../../../generated/schema.ts";
import { formatWeekday } from "../../../lib/calendar.ts";
import { formatDuration, formatTime } from "../../../lib/time.ts";

export interface Gap {
  readonly unit: GapUnit;
  readonly min: number;
  readonly wished: number;
  readonly max: number;
}

/** A step as far as it is told. */
export interface SpokenStep {
  /** What the coach calls it. */
  readonly name: string | null;
  readonly sessionType: { readonly name: string };
  readonly minutes: number;
  readonly count: number;
  readonly after: Gap;
  readonly every: Gap | null;
  readonly weekdays: readonly number[];
  readonly fromTime: string | null;
  readonly toTime: string | null;
}

export const titleOfStep = ({ name, sessionType }: Pick<SpokenStep, "name" | "sessionType">): string =>
  name || sessionType.name;

/** "Intake 1 h 30 min in week 1; then weekly Coaching 1 h × 8; then Review 30 min two weeks later" */
export function summaryOf(steps: readonly SpokenStep[]): string {
  return steps.map((step, index) => (index === 0 ? firstWords(step) : `then ${laterWords(step)}`)).join("; ");
}

/** A step in its own line: "weekly × 8", "two weeks later", "in week 1", "three weeks later, then weekly × 8". */
export function stepWords({ count, after, every }: SpokenStep, isFirst: boolean): string {
  const when = isFirst ? firstPlace(after) : laterBy(after);
  if (count === 1 || every === null) return when;
  const even = !isFirst && every.unit === after.unit && every.wished === after.wished;
  const row = `${everyWords(every)} × ${count}`;
  return even ? row : `${when}, then ${row}`;
}

/** "11 sessions over about 14 weeks" */
export function extentOf(steps: readonly SpokenStep[]): string {
  const sessions = steps.reduce((sum, { count }) => sum + count, 0);
  const days = steps.reduce((sum, { after, every, count }) => sum + daysOf(after) + (count - 1) * daysOf(every), 0);
  const span = days < 7 ? "within a week" : `over about ${countOf(Math.round(days / 7) + 1, "week")}`;
  return `${countOf(sessions, "session")} ${span}`;
}

/** "Mon or Wed, 09:00 – 12:00"; null where nothing is wished for. */
export function wishWords({ weekdays, fromTime, toTime }: SpokenStep): string | null {
  // 1 January 2023 was a Sunday.
  const days = weekdays.map((weekday) => formatWeekday(`2023-01-0${weekday + 1}`, "short"));
  return [days.length < 7 && listed(days), hoursOf(fromTime, toTime)].filter(Boolean).join(", ") || null;
}

/** "2 to 4 weeks apart", where there is room around what is wished; null where there is none. */
export function apartWords({ after, every }: SpokenStep, isFirst: boolean): string | null {
  const gap = every ?? (isFirst ? null : after);
  if (gap === null || gap.min === gap.max) return null;
  return `${gap.min} to ${countOf(gap.max, gap.unit === "WEEKS" ? "week" : "day")} apart`;
}

/** Days, 0 for the first seven after the start, as the number of the week they are; null for other distances. */
export function weekOfGap({ unit, min, wished, max }: Gap): number | null {
  return unit === "DAYS" && min % 7 === 0 && wished === min && max === min + 6 ? min / 7 + 1 : null;
}

export const gapOfWeek = (week: number): Gap => ({
  unit: "DAYS",
  min: 7 * (week - 1),
  wished: 7 * (week - 1),
  max: 7 * week - 1,
});

/** "two weeks later", "3 days later", "on the same day" */
export function laterBy({ unit, wished }: Pick<Gap, "unit" | "wished">): string {
  if (wished === 0) return unit === "WEEKS" ? "in the same week" : "on the same day";
  return `${inWords(wished)} ${unit === "WEEKS" ? "week" : "day"}${wished === 1 ? "" : "s"} later`;
}

const NUMBERS = [
  "no",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];
const inWords = (count: number): string => NUMBERS[count] ?? String(count);
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`;
const daysOf = (gap: Gap | null): number => (gap === null ? 0 : gap.wished * (gap.unit === "WEEKS" ? 7 : 1));

function firstWords(step: SpokenStep): string {
  const where = firstPlace(step.after);
  return step.count === 1 ? `${what(step)} ${where}` : `${repeated(step)}, from ${where.replace(/^(in|on) /, "")}`;
}

/** "in week 1", "on the start date", "3 days after the start" */
function firstPlace(gap: Gap): string {
  const week = weekOfGap(gap);
  if (week !== null) return `in week ${week}`;
  const unit = gap.unit === "WEEKS" ? "week" : "day";
  return gap.wished === 0 ? "on the start date" : `${countOf(gap.wished, unit)} after the start`;
}

function laterWords(step: SpokenStep): string {
  const { count, after, every } = step;
  if (count === 1) return `${what(step)} ${laterBy(after)}`;
  const even = every?.unit === after.unit && every.wished === after.wished;
  return even ? repeated(step) : `${repeated(step)}, from ${laterBy(after).replace(/ later$/, "")} on`;
}

const what = (step: SpokenStep): string => `${titleOfStep(step)} ${formatDuration(step.minutes)}`;
const repeated = (step: SpokenStep): string =>
  `${step.every ? everyWords(step.every) : ""} ${what(step)} × ${step.count}`.trim();

/** "weekly", "every two weeks", "daily", "every 10 days" */
function everyWords({ unit, wished }: Gap): string {
  if (wished === 1) return unit === "WEEKS" ? "weekly" : "daily";
  if (wished === 0) return "on one day";
  return `every ${inWords(wished)} ${unit === "WEEKS" ? "weeks" : "days"}`;
}

function hoursOf(from: string | null, to: string | null): string | null {
  if (from && to) return `${formatTime(from)} – ${to === "24:00" ? "midnight" : formatTime(to)}`;
  if (from) return `from ${formatTime(from)}`;
  return to && to !== "24:00" ? `until ${formatTime(to)}` : null;
}

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} or ${items.at(-1)}`;
