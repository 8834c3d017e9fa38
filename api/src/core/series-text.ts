import { DAY, formatDateTime, type LocalDate, type LocalDateTime, parseDateTime } from "./local-date.ts";
import { parseRule } from "./recurrence-rule.ts";
import type { SeriesState } from "./series.ts";
import { basicTime, formatRule, idsOf, isOpenEnded, originals, type SeriesDates, shiftRule } from "./series-rule.ts";
import { zone } from "./zone.ts";

const MOST_CHARACTERS = 20_000;

/**
 * The dates that the text of an iCalendar event names (RFC 5545 3.8.5): RRULE, EXDATE, RDATE and DTSTART, or the bare
 * rule, with or without its name. What it leaves out comes from `fallback`. Throws RangeError that names the line.
 */
export function readRecurrence(
  text: string,
  fallback: { readonly timeZone: string; readonly start: LocalDateTime },
): SeriesDates {
  if (text.length > MOST_CHARACTERS) throw new RangeError(`A recurrence has at most ${MOST_CHARACTERS} characters.`);
  const lines = linesOf(text);
  const first = lines.find(({ name }) => name === "DTSTART");
  const timeZone = first?.timeZone ?? fallback.timeZone;
  const start = first === undefined ? fallback.start : timesIn(first, timeZone)[0];
  if (start === undefined || !start.includes("T"))
    throw new RangeError("DTSTART is the time of the first session, not a date alone.");
  const rules = lines.filter(({ name }) => name === "RRULE");
  if (rules.length > 1) throw new RangeError("A series has one RRULE.");
  const rule = rules[0] === undefined ? null : formatRule(parseRule(rules[0].value));
  const excluded = lines.flatMap((line) => (line.name === "EXDATE" ? timesIn(line, timeZone) : []));
  const added = lines.flatMap((line) => (line.name === "RDATE" ? timesIn(line, timeZone) : []));
  if (added.some((time) => !time.includes("T"))) throw new RangeError("RDATE names times here, not whole dates.");
  return { timeZone, start, rule, excluded: [...new Set(excluded)].sort(), added: [...new Set(added)].sort() };
}

type Line = { readonly name: string; readonly timeZone: string | undefined; readonly value: string };

const KNOWN = new Set(["RRULE", "EXDATE", "RDATE", "DTSTART"]);

function linesOf(text: string): Line[] {
  // A line that begins with a blank goes on from the one before it (RFC 5545 3.1).
  const unfolded = text.replaceAll(/\r?\n[ \t]/g, "").split(/\r?\n/);
  return unfolded.flatMap((line) => (line.trim() === "" ? [] : [lineOf(line.trim())]));
}

function lineOf(line: string): Line {
  if (/^FREQ=/i.test(line)) return { name: "RRULE", timeZone: undefined, value: line };
  const match = /^([A-Za-z-]+)((?:;[^:"]*(?:"[^"]*")?)*):(.*)$/.exec(line);
  const name = match?.[1]?.toUpperCase() ?? "";
  if (match === null || !KNOWN.has(name)) {
    throw new RangeError(
      `“${line.slice(0, 60)}” is no line of a recurrence. Lines begin with RRULE, EXDATE, RDATE or DTSTART.`,
    );
  }
  let timeZone: string | undefined;
  for (const parameter of (match[2] ?? "").split(";").slice(1)) {
    const [key = "", value = ""] = parameter.split("=", 2);
    if (key.toUpperCase() === "TZID") timeZone = value.replaceAll('"', "");
    else if (key.toUpperCase() !== "VALUE" || value.toUpperCase() === "PERIOD") {
      throw new RangeError(`“;${parameter}” of ${name} is not supported.`);
    }
  }
  return { name, timeZone, value: match[3] ?? "" };
}

/** The values of a line as wall times of the series' zone, or as dates. */
function timesIn({ name, timeZone, value }: Line, own: string): (LocalDateTime | LocalDate)[] {
  return value.split(",").map((text) => {
    const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/.exec(text.trim());
    if (match === null)
      throw new RangeError(`“${text}” of ${name} is not a time. It reads like 20261231T093000 or 20261231.`);
    const date = `${match[1]}-${match[2]}-${match[3]}`;
    if (match[4] === undefined) return date;
    const wall = parseDateTime(`${date}T${match[4]}:${match[5]}:${match[6]}`);
    const from = match[7] === "Z" ? "UTC" : (timeZone ?? own);
    if (from === own) return formatDateTime(wall);
    return zone(own).toLocal(zone(from).instantOfWall(wall));
  });
}

/**
 * The series as text for other calendars: a rule where one can say it, and every session that lies elsewhere or is not
 * there as EXDATE and RDATE. Expanding it gives just the sessions that are booked; one without an end goes on.
 */
export function writeRecurrence({ plan, actual, filledUntil }: SeriesState): string {
  const at = zone(plan.timeZone);
  const base = baseOf(plan);
  const booked = [...actual.values()].flatMap((it) => (it.kind === "booked" ? [at.toLocal(it.start)] : []));
  const start = at.toInstant(base.start);
  const filled = originals(base, start, isOpenEnded(base) ? Math.max(filledUntil, start + 1) : lastOf(base, start));
  const named = new Set(filled.map((one) => at.toLocal(one.start)));
  const there = new Set(booked);
  const times = (walls: readonly LocalDateTime[]) => walls.map((wall) => basicTime(parseDateTime(wall))).join(",");
  const left = [...named].filter((wall) => !there.has(wall)).sort();
  const added = booked.filter((wall) => !named.has(wall)).sort();
  return [
    `DTSTART;TZID=${plan.timeZone}:${times([base.start])}`,
    ...(base.rule === null ? [] : [`RRULE:${inUtc(base.rule, plan.timeZone)}`]),
    ...(left.length === 0 ? [] : [`EXDATE;TZID=${plan.timeZone}:${times(left)}`]),
    ...(added.length === 0 ? [] : [`RDATE;TZID=${plan.timeZone}:${times(added)}`]),
  ].join("\n");
}

/** After the last session of a series that ends, however often it was made longer. */
function lastOf(dates: SeriesDates, start: number): number {
  const last = idsOf(dates).at(-1);
  return last === undefined ? start : zone(dates.timeZone).toInstant(last) + 1;
}

/** The rule as it is now, where all sessions share one shift that a rule can say; else as it was agreed first. */
function baseOf(plan: SeriesState["plan"]): SeriesDates {
  const { timeZone, start, rule, terms } = plan;
  const bare = { timeZone, start, rule, excluded: [], added: [] };
  const [only, ...others] = [...new Set(terms.map(({ shiftMinutes }) => shiftMinutes * 60_000))];
  if (only === undefined || only === 0 || others.length > 0) return bare;
  const shifted = rule === null ? null : shiftRule(rule, start, only);
  if (rule !== null && shifted === null) return bare;
  return { ...bare, start: formatDateTime(parseDateTime(start) + only), rule: shifted };
}

/** Beside a zone, UNTIL is an instant (RFC 5545 3.3.10). */
function inUtc(text: string, timeZone: string): string {
  const rule = parseRule(text);
  if (rule.until === undefined || rule.until.kind === "instant") return text;
  const wall = rule.until.kind === "date" ? (rule.until.epochDay + 1) * DAY - 1000 : rule.until.at;
  return formatRule({ ...rule, until: { kind: "instant", at: zone(timeZone).instantOfWall(wall) } });
}
