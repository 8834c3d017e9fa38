import { DAY, formatDateTime, parseDate, parseDateTime } from "../../../core/local-date.ts";
import { parseRule } from "../../../core/recurrence-rule.ts";
import { zone } from "../../../core/zone.ts";
import type { EventTime, Recurrence } from "../calendar-provider.ts";

/** One line of RRULE, RDATE or EXDATE, unfolded. */
const LINE = /^(RRULE|RDATE|EXDATE)((?:;[^:";]+(?:"[^"]*"[^:";]*)*)*):(.*)$/i;
const TIME = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/;
/** Nobody leaves out more by hand, and a file must not make us keep more. */
const MOST_DATES = 5000;

/**
 * The recurrence that lines of iCalendar say for an event that begins at a time; null when they say none. `zoneOf`
 * gives the zone of a TZID, null for one that means nothing.
 */
export function readRecurrence(
  lines: readonly string[],
  time: EventTime,
  zoneOf: (tzid: string) => string | null,
): Recurrence | null {
  const timeZone = time.kind === "timed" ? time.timeZone : null;
  const start = timeZone !== null && time.kind === "timed" ? zone(timeZone).toLocal(time.start) : String(time.start);
  const found = { rules: [] as string[], excluded: [] as string[], added: [] as string[] };
  for (const line of lines) {
    const [, name = "", parameters = "", value = ""] = LINE.exec(line) ?? [];
    if (name.toUpperCase() === "RRULE") found.rules.push(value.toUpperCase());
    else if (name !== "") {
      const list = name.toUpperCase() === "EXDATE" ? found.excluded : found.added;
      const tzid = /;TZID="?([^";]+)/i.exec(parameters)?.[1];
      const from = tzid === undefined ? null : zoneOf(tzid);
      for (const text of value.split(",").slice(0, MOST_DATES - list.length)) {
        const local = localOf(text.trim(), from, timeZone, time.kind === "allDay");
        if (local !== null) list.push(local);
      }
    }
  }
  return found.rules.length + found.added.length === 0 ? null : { start, timeZone, ...found };
}

/** A date or a wall time in the zone of the series; a period of RDATE counts by its start. */
function localOf(text: string, from: string | null, timeZone: string | null, wholeDays: boolean): string | null {
  const [, year, month, day, hour, minute, second, utc] = TIME.exec(text.split("/")[0] ?? "") ?? [];
  if (year === undefined) return null;
  const date = `${year}-${month}-${day}`;
  try {
    parseDate(date);
    if (hour === undefined || wholeDays) return date;
    const wall = parseDateTime(`${date}T${hour}:${minute}:${second}`);
    const source = utc === "Z" ? "UTC" : from;
    if (timeZone === null || source === null || source === timeZone) return formatDateTime(wall);
    return zone(timeZone).toLocal(zone(source).instantOfWall(wall));
  } catch {
    return null;
  }
}

/** The lines that say a recurrence, RRULE first. */
export function recurrenceLines({ rules, excluded, added, timeZone }: Recurrence): string[] {
  return [
    ...rules.map((rule) => `RRULE:${withInstantUntil(rule, timeZone)}`),
    ...dateLines("EXDATE", excluded, timeZone),
    ...dateLines("RDATE", added, timeZone),
  ];
}

function dateLines(name: string, locals: readonly string[], timeZone: string | null): string[] {
  return locals.map((local) => {
    if (!local.includes("T")) return `${name};VALUE=DATE:${local.replaceAll("-", "")}`;
    return `${name}${timeZone === null ? "" : `;TZID=${timeZone}`}:${basic(local)}`;
  });
}

/** A rule of timed events ends at an instant in UTC (RFC 5545 3.3.10). */
function withInstantUntil(rule: string, timeZone: string | null): string {
  const { until } = parseRule(rule);
  if (until === undefined || until.kind === "instant" || timeZone === null) return rule;
  const wall = until.kind === "date" ? (until.epochDay + 1) * DAY - 1000 : until.at;
  return rule.replace(/UNTIL=[^;]*/i, `UNTIL=${basicUtc(zone(timeZone).instantOfWall(wall))}`);
}

function basic(local: string): string {
  const text = local.replaceAll(/[-:]/g, "");
  return text.length === 13 ? `${text}00` : text;
}

/** An instant in the basic form, `20260308T143000Z`. */
export function basicUtc(instant: number): string {
  return `${basic(formatDateTime(instant))}Z`;
}
