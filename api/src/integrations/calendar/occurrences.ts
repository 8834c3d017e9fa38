import { type Interval, merge } from "../../core/interval.ts";
import { addDays, DAY, daysBetween, formatDateTime, parseDateTime } from "../../core/local-date.ts";
import { expandDates, expandSeries } from "../../core/recurrence.ts";
import { zone } from "../../core/zone.ts";
import type { EventDetails, EventTime, OriginalStart, ProviderEvent, Recurrence } from "./calendar-provider.ts";

/** One time that an event takes place. Instants are epoch milliseconds. */
interface EventOccurrence extends Interval {
  /** The event that says so; for an exception under an id of its own, that one. */
  readonly eventId: string;
  /** Its place in its series; null for a single event. */
  readonly originalStart: OriginalStart | null;
  readonly details: EventDetails;
}

interface Expansion {
  /** Sorted by start. */
  readonly occurrences: readonly EventOccurrence[];
  /** Ids of events whose rule is more than can be followed: only their first occurrence and exceptions are named. */
  readonly unfollowed: readonly string[];
}

/**
 * When events take place within a range, recurring ones expanded with their exceptions; what was cancelled is left out.
 * An exception that came under an id of its own has to be in the same list as its series. Floating times and whole days
 * lie in `timeZone`.
 */
export function occurrencesOf(events: readonly ProviderEvent[], range: Interval, timeZone: string): Expansion {
  const series = new Set(events.filter(({ recurrence }) => recurrence !== null).map(({ id }) => id));
  const apart = Map.groupBy(events, ({ seriesId }) => (seriesId !== null && series.has(seriesId) ? seriesId : ""));
  const occurrences: EventOccurrence[] = [];
  const unfollowed: string[] = [];
  for (const event of apart.get("") ?? []) {
    const replaced = exceptionsOf(event, apart.get(event.id) ?? []);
    const starts = startsOf(event, range, timeZone);
    if (starts === null) unfollowed.push(event.id);
    for (const { time, originalStart } of starts ?? [{ time: event.details.time, originalStart: firstOf(event) }]) {
      if (originalStart !== null && isReplaced(replaced, originalStart, timeZone)) continue;
      occurrences.push(occurrence(event.id, originalStart, { ...event.details, time }, timeZone));
    }
    for (const { eventId, originalStart, details } of replaced) {
      if (details !== null) occurrences.push(occurrence(eventId, originalStart, details, timeZone));
    }
  }
  const within = occurrences.filter((it) => !it.details.cancelled && touches(it, range));
  return { occurrences: within.sort((a, b) => a.start - b.start || a.end - b.end), unfollowed };
}

/** The instants that a time covers. */
function intervalOf(time: EventTime, timeZone: string): Interval {
  if (time.kind === "timed") return { start: time.start, end: time.end };
  const at = zone(timeZone);
  if (time.kind === "floating") return { start: at.toInstant(time.start), end: at.toInstant(time.end) };
  return { start: at.startOfDay(time.start), end: at.startOfDay(time.end) };
}

/** When events make busy, tentatively or not: sorted and disjoint. */
export function busyOf(events: readonly ProviderEvent[], range: Interval, timeZone: string): Interval[] {
  const taken = occurrencesOf(events, range, timeZone).occurrences.filter(({ details }) => details.blocking !== "free");
  return merge(taken.map(({ start, end }) => ({ start: Math.max(start, range.start), end: Math.min(end, range.end) })));
}

interface Replacement {
  readonly eventId: string;
  readonly originalStart: OriginalStart;
  readonly details: EventDetails | null;
}

function exceptionsOf(event: ProviderEvent, apart: readonly ProviderEvent[]): Replacement[] {
  const embedded = event.exceptions.map((exception) => ({ eventId: event.id, ...exception }));
  const own = apart.flatMap(({ id, originalStart, details }) =>
    originalStart === null ? [] : [{ eventId: id, originalStart, details: details.cancelled ? null : details }],
  );
  return [...embedded, ...own];
}

/** Some programs name an occurrence of a timed series by its date alone. */
function isReplaced(replaced: readonly Replacement[], start: OriginalStart, timeZone: string): boolean {
  return replaced.some(({ originalStart }) => {
    if (originalStart === start) return true;
    if (typeof originalStart === "number" || originalStart.includes("T")) return false;
    return (typeof start === "number" ? zone(timeZone).localDate(start) : start.slice(0, 10)) === originalStart;
  });
}

function firstOf({ recurrence, details, originalStart }: ProviderEvent): OriginalStart | null {
  if (recurrence === null) return originalStart;
  return details.time.kind === "timed" ? details.time.start : recurrence.start;
}

interface Start {
  readonly time: EventTime;
  readonly originalStart: OriginalStart | null;
}

/** Where the rule puts an event, before exceptions; null when the rule is too much. */
function startsOf(event: ProviderEvent, range: Interval, timeZone: string): Start[] | null {
  const { recurrence, details } = event;
  if (recurrence === null) return [{ time: details.time, originalStart: event.originalStart }];
  try {
    return expand(recurrence, details.time, range, timeZone);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function expand(recurrence: Recurrence, time: EventTime, range: Interval, timeZone: string): Start[] {
  const { start, excluded: exclude, added: add } = recurrence;
  const rules: (string | null)[] = recurrence.rules.length === 0 ? [null] : [...recurrence.rules];
  if (time.kind === "allDay") {
    const days = daysBetween(time.start, time.end);
    const at = zone(timeZone);
    const dates = { from: addDays(at.localDate(range.start), -days), until: addDays(at.localDate(range.end), 1) };
    const found = new Set(rules.flatMap((rule) => expandDates({ start, rule, exclude, add }, dates)));
    return [...found].map((date) => ({
      time: { kind: "allDay", start: date, end: addDays(date, days) },
      originalStart: date,
    }));
  }
  const length = lengthOf(time);
  const series = { timeZone: recurrence.timeZone ?? timeZone, start, exclude, add };
  const reach = { start: range.start - length - DAY, end: range.end };
  const found = new Map(
    rules.flatMap((rule) => expandSeries({ ...series, rule }, reach)).map((it) => [it.start, it.local]),
  );
  return [...found].map(([at, local]) =>
    time.kind === "timed"
      ? { time: { ...time, start: at, end: at + length }, originalStart: at }
      : { time: { ...time, start: local, end: later(local, length) }, originalStart: local },
  );
}

/** The length in milliseconds, which all occurrences share exactly (RFC 5545 3.8.5.3). */
function lengthOf(time: Exclude<EventTime, { kind: "allDay" }>): number {
  if (time.kind === "timed") return time.end - time.start;
  return parseDateTime(time.end) - parseDateTime(time.start);
}

function later(local: string, length: number): string {
  return formatDateTime(parseDateTime(local) + length);
}

function occurrence(eventId: string, originalStart: OriginalStart | null, details: EventDetails, timeZone: string) {
  return { eventId, originalStart, details, ...intervalOf(details.time, timeZone) };
}

/** Also what takes no time at all is in the range it lies in. */
function touches({ start, end }: Interval, range: Interval): boolean {
  return start < range.end && (end > range.start || (start === end && start >= range.start));
}
