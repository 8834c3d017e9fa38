const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const INDEX = ["first", "second", "third", "fourth", "last"];
const DAY = 86_400_000;
const LAST = Date.UTC(2030, 0);

interface Pattern {
  readonly type: string;
  readonly interval: number;
  readonly daysOfWeek?: readonly string[];
  readonly dayOfMonth?: number;
  readonly month?: number;
  readonly index?: string;
  readonly firstDayOfWeek?: string;
}

interface Range {
  readonly type: string;
  readonly startDate: string;
  readonly endDate?: string;
  readonly numberOfOccurrences?: number;
}

/** The dates of a patternedRecurrence, day by day as its description says; nothing of ours is used for it. */
export function datesOfPattern(recurrence: unknown, first: string): string[] {
  const { pattern, range } = recurrence as { pattern: Pattern; range: Range };
  const start = Date.parse(first);
  const end = range.type === "endDate" ? Date.parse(String(range.endDate)) : LAST;
  const most = range.type === "numbered" ? Number(range.numberOfOccurrences) : Infinity;
  const dates: string[] = [];
  for (let at = start; at <= end && dates.length < most; at += DAY) {
    if (falls(pattern, new Date(start), new Date(at))) dates.push(new Date(at).toISOString().slice(0, 10));
  }
  return dates;
}

function falls(pattern: Pattern, start: Date, day: Date): boolean {
  const months = (day.getUTCFullYear() - start.getUTCFullYear()) * 12 + day.getUTCMonth() - start.getUTCMonth();
  const isNamed = pattern.daysOfWeek?.includes(String(WEEKDAYS[day.getUTCDay()])) ?? false;
  const isYearly = months % (12 * pattern.interval) === 0 && day.getUTCMonth() + 1 === pattern.month;
  switch (pattern.type) {
    case "daily":
      return ((day.getTime() - start.getTime()) / DAY) % pattern.interval === 0;
    case "weekly": {
      const begins = WEEKDAYS.indexOf(pattern.firstDayOfWeek ?? "sunday");
      const week = (date: Date) => Math.floor((date.getTime() / DAY + 4 - begins) / 7);
      return isNamed && (week(day) - week(start)) % pattern.interval === 0;
    }
    case "absoluteMonthly":
      return months % pattern.interval === 0 && day.getUTCDate() === pattern.dayOfMonth;
    case "absoluteYearly":
      return isYearly && day.getUTCDate() === pattern.dayOfMonth;
    case "relativeMonthly":
      return months % pattern.interval === 0 && isNamed && isNth(pattern, day);
    case "relativeYearly":
      return isYearly && isNamed && isNth(pattern, day);
    default:
      throw new Error(`There is no pattern of type ${pattern.type}.`);
  }
}

/** Among the named days of its month. */
function isNth({ index = "first", daysOfWeek = [] }: Pattern, day: Date): boolean {
  const [year, month] = [day.getUTCFullYear(), day.getUTCMonth()];
  const days = Array.from({ length: new Date(Date.UTC(year, month + 1, 0)).getUTCDate() }, (_, i) => i + 1);
  const named = days.filter((date) =>
    daysOfWeek.includes(String(WEEKDAYS[new Date(Date.UTC(year, month, date)).getUTCDay()])),
  );
  return named.at(index === "last" ? -1 : INDEX.indexOf(index)) === day.getUTCDate();
}
