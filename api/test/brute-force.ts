import type { Availability, DayWindow, Template } from "../src/core/availability.ts";
import type { Interval } from "../src/core/interval.ts";
import type { OwnBooking, SlotQuery } from "../src/core/slots.ts";
import { joda } from "./js-joda.ts";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
type Day = ReturnType<typeof joda.LocalDate.parse>;

/** One local date's window: which date, and when it opens and closes. */
type Opening = { start: number; end: number; date: Day; zoneId: string };

/**
 * The plain reading of the rules, start by start and rule by rule over js-joda: slow, and sharing nothing with core.
 * Tests hold `findSlots` against it, the benchmark measures against it.
 */
export function bruteForceStarts(query: SlotQuery): number[] {
  const openings = openingsAround(query);
  const candidates = query.session.grid === "window" ? onWindows(query, openings) : onFreeStretches(query, openings);
  const length = query.session.minutes * MINUTE;
  const starts = candidates.filter(
    (start) =>
      start >= query.range.start &&
      start + length <= query.range.end &&
      start > query.now &&
      start >= query.now + query.session.noticeMinutes * MINUTE &&
      inHorizon(query, start) &&
      isOpen(query, openings, { start, end: start + length }) &&
      !isBlocked(query, { start, end: start + length }) &&
      !isHeld(query, { start, end: start + length }) &&
      !isOverLimit(query, start),
  );
  return [...new Set([...starts, ...joinable(query, openings)])].sort((a, b) => a - b);
}

function clash(a: Interval, b: Interval): boolean {
  return a.start < a.end && b.start < b.end && a.start < b.end && b.start < a.end;
}

function instantOf(date: Day, minutes: number, zoneId: string): number {
  const day = date.plusDays(Math.floor(minutes / 1440));
  const wall = day.atTime(joda.LocalTime.ofSecondOfDay((minutes % 1440) * 60));
  return wall.atZone(joda.ZoneId.of(zoneId)).toInstant().toEpochMilli();
}

/** The first instant that a zone calls this date or a later one. */
function startOf(date: Day, zoneId: string): number {
  const midnight = date.atStartOfDay();
  const at = joda.ZoneId.of(zoneId);
  const zoned = midnight.atZone(at);
  if (zoned.toLocalDateTime().equals(midnight)) return zoned.toInstant().toEpochMilli();
  return at.rules().transition(midnight).instant().toEpochMilli();
}

function localDate(instant: number, zoneId: string): Day {
  return joda.LocalDate.ofInstant(joda.Instant.ofEpochMilli(instant), joda.ZoneId.of(zoneId));
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function weekOf(date: Day): number {
  return Math.floor((date.toEpochDay() + 4) / 7);
}

function weekdayOf(date: Day): number {
  return date.dayOfWeek().value() % 7;
}

function templatesOn(availability: Availability, date: Day): Template[] {
  const text = date.toString();
  const covering = availability.templates.filter(
    ({ effectiveFrom, effectiveUntil }) => (effectiveFrom ?? "") <= text && text <= (effectiveUntil ?? "9999"),
  );
  const latest = covering
    .map(({ effectiveFrom }) => effectiveFrom ?? "")
    .sort()
    .at(-1);
  return covering.filter(({ effectiveFrom }) => (effectiveFrom ?? "") === latest);
}

function hoursOn(availability: Availability, date: Day): { zoneId: string; windows: DayWindow[] }[] {
  const text = date.toString();
  const stays = (availability.travel ?? []).filter(
    ({ fromDate, toDate }) => fromDate <= text && text <= (toDate ?? "9999"),
  );
  const away = stays.sort((a, b) => (a.fromDate < b.fromDate ? 1 : -1))[0]?.timeZone;
  const overrides = (availability.overrides ?? []).filter((override) => override.date === text);
  if (overrides.length > 0) {
    return overrides.map((override) => ({
      zoneId: away ?? override.timeZone ?? availability.timeZone,
      windows: [...override.windows],
    }));
  }
  return templatesOn(availability, date).map((template) => {
    const cycle = template.cycleWeeks ?? 1;
    const anchor = joda.LocalDate.parse(template.anchorDate ?? "1970-01-01");
    const week = ((((weekOf(date) - weekOf(anchor)) % cycle) + cycle) % cycle) + 1;
    const windows = template.windows.filter(
      (window) => window.weekday === weekdayOf(date) && (window.week ?? week) === week,
    );
    return { zoneId: away ?? template.timeZone ?? availability.timeZone, windows };
  });
}

function isOff(availability: Availability, date: Day): boolean {
  const text = date.toString();
  return (availability.timeOff ?? []).some((off) => "fromDate" in off && off.fromDate <= text && text <= off.toDate);
}

/** The merged openings of one local date; time off by the minute is left to `isOpen`. */
function openingsOf(availability: Availability, date: Day): Opening[] {
  if (isOff(availability, date)) return [];
  const tomorrow = date.plusDays(1);
  const openings: Opening[] = [];
  for (const { zoneId, windows } of hoursOn(availability, date)) {
    if (startOf(date, zoneId) >= startOf(tomorrow, zoneId)) continue;
    for (const window of windows) {
      const from = minutesOf(window.start);
      const to = minutesOf(window.end);
      if (from === to) continue;
      const midnight = startOf(tomorrow, zoneId);
      const overnight = to < from;
      let end = to === 1440 ? midnight : instantOf(overnight ? tomorrow : date, to, zoneId);
      if (overnight && isOff(availability, tomorrow)) end = midnight;
      openings.push({ date, zoneId, start: instantOf(date, from, zoneId), end });
    }
  }
  const merged: Opening[] = [];
  for (const opening of openings.filter((it) => it.start < it.end).sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last !== undefined && opening.start <= last.end) last.end = Math.max(last.end, opening.end);
    else merged.push({ ...opening });
  }
  return merged;
}

const LOOK_BACK_DAYS = 10;

function openingsAround({ availability, range }: SlotQuery): Opening[] {
  const openings: Opening[] = [];
  const end = localDate(range.end, "UTC").plusDays(2);
  for (
    let date = localDate(range.start, "UTC").minusDays(LOOK_BACK_DAYS);
    !date.isAfter(end);
    date = date.plusDays(1)
  ) {
    openings.push(...openingsOf(availability, date));
  }
  return openings;
}

function timeOffPeriods(availability: Availability): Interval[] {
  return (availability.timeOff ?? []).flatMap((off) => ("start" in off ? [off] : []));
}

/** Whether openings follow each other without a break from the start to the end of an interval. */
function isOpen({ availability }: SlotQuery, openings: Opening[], wanted: Interval): boolean {
  if (timeOffPeriods(availability).some((off) => clash(off, wanted))) return false;
  let reached = wanted.start;
  while (reached < wanted.end) {
    const next = openings.filter((it) => it.start <= reached && reached < it.end).map((it) => it.end);
    if (next.length === 0) return false;
    reached = Math.max(...next);
  }
  return true;
}

function onWindows({ session, range }: SlotQuery, openings: Opening[]): number[] {
  const starts: number[] = [];
  for (const opening of openings) {
    if (opening.end < range.start || opening.start > range.end) continue;
    for (let start = opening.start; start < opening.end; start += session.stepMinutes * MINUTE) {
      const later = openings.some((it) => it.date.isAfter(opening.date) && it.start <= start && start < it.end);
      if (!later) starts.push(start);
    }
  }
  return starts;
}

/** Walks every minute: where time becomes free, a grid begins on the next fitting minute of the coach's clock. */
function onFreeStretches(query: SlotQuery, openings: Opening[]): number[] {
  const { session, range } = query;
  const starts: number[] = [];
  const snap = [60, 30, 20, 15, 10, 5].find((minutes) => session.stepMinutes % minutes === 0) ?? 1;
  let origin: number | null = null;
  for (let minute = range.start - (LOOK_BACK_DAYS - 3) * DAY; minute < range.end; minute += MINUTE) {
    const moment = { start: minute, end: minute + MINUTE };
    if (!isOpen(query, openings, moment) || isBlocked(query, moment)) {
      origin = null;
      continue;
    }
    if (origin === null) {
      const latest = openings
        .filter((it) => it.start <= minute && minute < it.end)
        .sort((a, b) => a.date.compareTo(b.date));
      const zoneId = latest.at(-1)?.zoneId ?? "UTC";
      origin = minute;
      while (clockMinute(origin, zoneId) % snap !== 0) origin += MINUTE;
    }
    const since = minute - origin;
    const end = minute + session.minutes * MINUTE;
    if (since < 0 || since % (session.stepMinutes * MINUTE) !== 0) continue;
    if (isOpen(query, openings, { start: minute, end }) && !isBlocked(query, { start: minute, end }))
      starts.push(minute);
  }
  return starts;
}

function clockMinute(instant: number, zoneId: string): number {
  return joda.LocalDateTime.ofInstant(joda.Instant.ofEpochMilli(instant), joda.ZoneId.of(zoneId)).minute();
}

function widened(taken: Interval, before: number, after: number): Interval {
  return { start: taken.start - before * MINUTE, end: taken.end + after * MINUTE };
}

function bookingReach(booking: OwnBooking, { session }: SlotQuery): Interval {
  if (booking.start >= booking.end) return booking;
  const before = booking.bufferBeforeMinutes + session.bufferAfterMinutes;
  return widened(booking, before, booking.bufferAfterMinutes + session.bufferBeforeMinutes);
}

/** Whether anything that does not only hide, but takes time, is in the way of a session. */
function isBlocked(query: SlotQuery, wanted: Interval): boolean {
  const { calendar, session } = query;
  const taken = [...calendar.busy, ...calendar.seated.filter((seated) => seated.taken >= session.capacity)];
  for (const busy of taken) {
    if (busy.start >= busy.end) continue;
    if (clash(wanted, widened(busy, session.bufferAfterMinutes, session.bufferBeforeMinutes))) return true;
  }
  return calendar.bookings.some((booking) => clash(wanted, bookingReach(booking, query)));
}

function isHeld({ calendar, session, now }: SlotQuery, wanted: Interval): boolean {
  return calendar.holds.some((hold) => {
    if (hold.mine === true || hold.expiresAt <= now || hold.start >= hold.end) return false;
    if (hold.bufferBeforeMinutes === undefined && hold.bufferAfterMinutes === undefined) return clash(wanted, hold);
    const before = (hold.bufferBeforeMinutes ?? 0) + session.bufferAfterMinutes;
    return clash(wanted, widened(hold, before, (hold.bufferAfterMinutes ?? 0) + session.bufferBeforeMinutes));
  });
}

function inHorizon({ availability, session, now }: SlotQuery, start: number): boolean {
  const { horizon } = session;
  if (horizon === undefined) return true;
  const date = localDate(start, availability.timeZone);
  if (horizon.kind === "rollingDays") {
    return !date.isAfter(localDate(now, availability.timeZone).plusDays(horizon.days));
  }
  const text = date.toString();
  return (horizon.fromDate ?? "") <= text && text <= (horizon.toDate ?? "9999");
}

function isOverLimit({ availability, session, calendar, coachLimits }: SlotQuery, start: number): boolean {
  const date = localDate(start, availability.timeZone);
  return [
    { limits: session.limits ?? {}, bookings: calendar.bookings.filter((booking) => booking.otherType !== true) },
    { limits: coachLimits ?? {}, bookings: calendar.bookings },
  ].some(({ limits, bookings }) => {
    const same = (sameAs: (other: Day) => boolean) =>
      bookings.filter((booking) => sameAs(localDate(booking.start, availability.timeZone)));
    const day = same((other) => other.equals(date));
    const week = same((other) => weekOf(other) === weekOf(date));
    const month = same((other) => other.toString().slice(0, 7) === date.toString().slice(0, 7));
    const minutes = (list: OwnBooking[]) =>
      list.reduce((sum, it) => sum + (it.end - it.start) / MINUTE, session.minutes);
    return (
      day.length >= (limits.perDay ?? Infinity) ||
      week.length >= (limits.perWeek ?? Infinity) ||
      month.length >= (limits.perMonth ?? Infinity) ||
      minutes(day) > (limits.minutesPerDay ?? Infinity) ||
      minutes(week) > (limits.minutesPerWeek ?? Infinity) ||
      minutes(month) > (limits.minutesPerMonth ?? Infinity)
    );
  });
}

/** Group sessions that have seats left. */
function joinable(query: SlotQuery, openings: Opening[]): number[] {
  const { session, calendar, range, now } = query;
  return calendar.bookings
    .filter(
      ({ start, end, seatsTaken }) =>
        seatsTaken !== undefined &&
        seatsTaken < session.capacity &&
        end - start === session.minutes * MINUTE &&
        start >= range.start &&
        end <= range.end &&
        start > now &&
        start >= now + session.noticeMinutes * MINUTE &&
        inHorizon(query, start) &&
        isOpen(query, openings, { start, end }),
    )
    .map(({ start }) => start);
}
