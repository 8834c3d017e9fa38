import { agreedInstant, yearly, yearOf } from "../../core/agreed.ts";
import type { Availability, DayWindow, Template, TemplateWindow, TimeOff } from "../../core/availability.ts";
import type { Interval } from "../../core/interval.ts";
import { zone } from "../../core/zone.ts";
import type { Sql } from "../../platform/db.ts";

/** A template in force: of one session type, or, without one, of all that have none of their own. */
export interface HoursTemplate {
  readonly id: string;
  readonly name: string;
  readonly sessionTypeId?: string;
  readonly timeZone: string;
  readonly windows: readonly TemplateWindow[];
  readonly cycleWeeks: number;
  readonly anchorDate?: string;
  readonly effectiveFrom?: string;
  readonly effectiveUntil?: string;
}

export interface HoursOverride {
  readonly id: string;
  readonly date: string;
  readonly timeZone: string;
  readonly windows: readonly DayWindow[];
}

/** Whole dates, or an exact period with its instants and the wall times they were agreed in. */
interface HoursTimeOff {
  readonly id: string;
  readonly fromDate: string;
  readonly toDate: string;
  readonly yearly: boolean;
  readonly timeZone?: string;
  readonly localStart?: string;
  readonly localEnd?: string;
  readonly start?: number;
  readonly end?: number;
}

interface HoursTravel {
  readonly id: string;
  readonly fromDate: string;
  readonly toDate: string;
  readonly timeZone: string;
  readonly keepHomeHours: boolean;
}

/** Everything that makes a coach's hours, as the view `coach_hours` gives it. */
export interface CoachHours {
  readonly timeZone: string;
  readonly templates: readonly HoursTemplate[];
  readonly overrides: readonly HoursOverride[];
  readonly timeOff: readonly HoursTimeOff[];
  readonly holidays: ReadonlyArray<{ readonly id: string; readonly fromDate: string; readonly toDate: string }>;
  readonly travel: readonly HoursTravel[];
}

/** All hours of a coach in one statement, whatever their number. */
export async function readHours(sql: Sql, coachId: string): Promise<CoachHours> {
  const rows = await sql<CoachHours>`
    select time_zone as "timeZone", templates, overrides, time_off as "timeOff", holidays, travel
    from coach_hours where coach_id = ${coachId}`;
  const [hours] = rows;
  if (!hours) throw new Error(`There is no coach ${coachId}.`);
  return hours;
}

/**
 * The hours of one session type for core, or those of all types that have none of their own. What returns yearly is
 * laid out around the period alone.
 */
export function availabilityOf(hours: CoachHours, sessionTypeId: string | null, period: Interval): Availability {
  return {
    timeZone: hours.timeZone,
    templates: templatesFor(hours, sessionTypeId).map(toTemplate),
    overrides: hours.overrides,
    timeOff: [...hours.timeOff.flatMap((off) => occurrencesOf(off, period)), ...hours.holidays],
    // Where hours stay at home time, the stay changes nothing about them.
    travel: hours.travel.filter((stay) => !stay.keepHomeHours),
  };
}

/** A session type with templates of its own has those, else it has the default ones. */
export function templatesFor({ templates }: CoachHours, sessionTypeId: string | null): readonly HoursTemplate[] {
  const own = sessionTypeId ? templates.filter((template) => template.sessionTypeId === sessionTypeId) : [];
  return own.length > 0 ? own : templates.filter((template) => template.sessionTypeId === undefined);
}

/** Hours without a period give way to a season; core tells them apart by the beginning that only a season has. */
function toTemplate(template: HoursTemplate): Template {
  const isSeason = template.effectiveUntil !== undefined;
  return { ...template, effectiveFrom: template.effectiveFrom ?? (isSeason ? "1970-01-01" : undefined) };
}

function occurrencesOf(off: HoursTimeOff, period: Interval): TimeOff[] {
  const { id, fromDate, toDate, timeZone, localStart, localEnd, start, end } = off;
  if (!off.yearly) {
    if (!timeZone || !localStart || !localEnd || start === undefined || end === undefined)
      return [{ id, fromDate, toDate }];
    return [{ id, start: agreedInstant(timeZone, localStart, start), end: agreedInstant(timeZone, localEnd, end) }];
  }
  const years = yearsAround(period);
  if (!timeZone || !localStart || !localEnd) {
    return yearly({ from: fromDate, to: toDate }, years).map(({ from, to }) => ({ id, fromDate: from, toDate: to }));
  }
  const at = zone(timeZone);
  const spans = yearly({ from: localStart, to: localEnd }, years);
  return spans.map(({ from, to }) => ({ id, start: at.toInstant(from), end: at.toInstant(to) }));
}

/** One more year on each side: for what reaches over New Year, and for the packed grid, which looks back. */
function yearsAround({ start, end }: Interval): { first: number; last: number } {
  const utc = zone("UTC");
  return { first: yearOf(utc.localDate(start)) - 1, last: yearOf(utc.localDate(end)) + 1 };
}
