import { civilOf, DAY, epochDayOf, formatDateTime, weekdayOfDay } from "../../../core/local-date.ts";
import { type Zone, zone } from "../../../core/zone.ts";

/** A change of the clocks, by the wall time before it. */
interface Change {
  readonly wall: number;
  readonly from: number;
  readonly to: number;
}

const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];
/** How far changes are looked at: rules that hold for so long are taken to go on. */
const YEARS = 6;

/**
 * The VTIMEZONE of a zone for events from a year on (RFC 5545 3.6.5): what holds at its start, then each change as a
 * rule where the coming years keep one, else by its dates.
 */
export function vtimezone(timeZone: string, year: number): string {
  const at = zone(timeZone);
  const begin = Date.UTC(year, 0, 1);
  const changes = changesOf(at, begin, Date.UTC(year + YEARS, 0, 1));
  const offset = at.offsetAt(begin);
  const standard = Math.min(offset, ...changes.map(({ to }) => to));
  const kinds = Map.groupBy(changes, ({ from, to }) => `${from} ${to}`);
  return [
    ...["BEGIN:VTIMEZONE", `TZID:${timeZone}`],
    ...observance({ from: offset, to: offset, standard, starts: [begin + offset], rule: null }),
    ...[...kinds.values()].flatMap((kind) => {
      const [first] = kind;
      if (first === undefined) return [];
      const rule = ruleOf(kind);
      const starts = rule === null ? kind.map(({ wall }) => wall) : [first.wall];
      return observance({ from: first.from, to: first.to, standard, starts, rule });
    }),
    "END:VTIMEZONE",
  ].join("\r\n");
}

function changesOf(at: Zone, begin: number, end: number): Change[] {
  const changes: Change[] = [];
  for (let next = at.nextTransition(begin); next !== null && next < end; next = at.nextTransition(next)) {
    const from = at.offsetAt(next - 1);
    changes.push({ wall: next + from, from, to: at.offsetAt(next) });
  }
  return changes;
}

/** The yearly rule that all of these changes keep: the nth or the last such weekday of a month at a time of day. */
function ruleOf(changes: readonly Change[]): string | null {
  const [first] = changes;
  if (first === undefined || changes.length < YEARS) return null;
  const facts = changes.map(({ wall }) => {
    const day = Math.floor(wall / DAY);
    const civil = civilOf(day);
    const { year, month } = civil;
    const end = month === 12 ? epochDayOf(year + 1, 1, 1) : epochDayOf(year, month + 1, 1);
    const isLast = day + 7 >= end;
    return { month, weekday: weekdayOfDay(day), time: wall - day * DAY, nth: Math.ceil(civil.day / 7), isLast };
  });
  const same = (key: "month" | "weekday" | "time" | "nth") => new Set(facts.map((fact) => fact[key])).size === 1;
  const [{ month = 0, weekday = 0, nth = 0 } = {}] = facts;
  if (!same("month") || !same("weekday") || !same("time")) return null;
  if (!same("nth") && !facts.every(({ isLast }) => isLast)) return null;
  return `FREQ=YEARLY;BYMONTH=${month};BYDAY=${same("nth") && nth < 5 ? nth : -1}${WEEKDAYS[weekday]}`;
}

interface Observance {
  readonly from: number;
  readonly to: number;
  readonly standard: number;
  readonly starts: readonly number[];
  readonly rule: string | null;
}

function observance({ from, to, standard, starts, rule }: Observance): string[] {
  const name = to === standard ? "STANDARD" : "DAYLIGHT";
  const [first = 0, ...more] = starts;
  return [
    `BEGIN:${name}`,
    ...[`DTSTART:${basic(first)}`, `TZOFFSETFROM:${offsetText(from)}`, `TZOFFSETTO:${offsetText(to)}`],
    ...(rule === null ? [] : [`RRULE:${rule}`]),
    ...more.map((wall) => `RDATE:${basic(wall)}`),
    `END:${name}`,
  ];
}

function basic(wall: number): string {
  const text = formatDateTime(wall).replaceAll(/[-:]/g, "");
  return text.length === 13 ? `${text}00` : text;
}

function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / 60_000;
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const seconds = Math.round((minutes % 1) * 60);
  return `${offset < 0 ? "-" : "+"}${two(minutes / 60)}${two(minutes % 60)}${seconds === 0 ? "" : two(seconds)}`;
}
