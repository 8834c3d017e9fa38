import ICAL from "ical.js";
import { addDays, DAY, epochDayOf, formatDate, formatDateTime, parseDateTime } from "../../../core/local-date.ts";
import { zone } from "../../../core/zone.ts";
import type { EventDetails, EventTime, OriginalStart, ProviderEvent } from "../calendar-provider.ts";
import type { CalendarText, ReadOptions } from "../calendar-text.ts";
import { invalid } from "../failure.ts";
import { readContentLines } from "./content-lines.ts";
import { readRecurrence } from "./recurrence-lines.ts";
import { knownZone, zoneReader } from "./zone-names.ts";

/** So many events are read at a stretch before others have their turn. */
const AT_A_STRETCH = 200;
/** Nothing is taken from before or after: no rule or length reaches beyond. */
const FIRST_DAY = epochDayOf(1900, 1, 1);
const LAST_DAY = epochDayOf(2200, 1, 1);

/** UIDs of ours carry the key. */
const OWN_UID = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@kairos$/;

export function uidOfKey(key: string): string {
  const uid = `${key}@kairos`;
  if (!OWN_UID.test(uid)) throw invalid("key is not a UUID");
  return uid;
}

/** `CalendarTexts.read`. */
export async function readCalendar(text: string, { self }: ReadOptions): Promise<CalendarText> {
  const { events, zones, properties, whole } = readContentLines(text);
  if (!whole) throw invalid("no whole calendar");
  const zoneOf = zoneReader(zones);
  const named = (name: string) => properties.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1) ?? "";
  const fallback = knownZone(named("X-WR-TIMEZONE"));
  const parts = new Map<string, Part[]>();
  let unreadable = 0;
  for (const [i, lines] of events.entries()) {
    if (i % AT_A_STRETCH === AT_A_STRETCH - 1) await new Promise((resolve) => setImmediate(resolve));
    const part = readPart(lines, { zoneOf, fallback, self: self.map((address) => address.toLowerCase()) });
    if (part === null) unreadable++;
    else if (!parts.get(part.uid)?.push(part)) parts.set(part.uid, [part]);
  }
  return { events: [...parts.values()].map(eventOf), unreadable, name: named("X-WR-CALNAME") };
}

interface Context {
  readonly zoneOf: (tzid: string, year: number) => string | null;
  /** For zones that mean nothing. */
  readonly fallback: string | null;
  readonly self: readonly string[];
}

/** One VEVENT: an event, or one occurrence of it that is different. */
interface Part {
  readonly uid: string;
  readonly sequence: number;
  readonly originalStart: OriginalStart | null;
  readonly details: EventDetails;
  readonly recurrence: ProviderEvent["recurrence"];
}

function eventOf(parts: readonly Part[]): ProviderEvent {
  const latest = new Map<OriginalStart | null, Part>();
  for (const part of parts) {
    const known = latest.get(part.originalStart);
    if (known === undefined || known.sequence <= part.sequence) latest.set(part.originalStart, part);
  }
  // Who was invited to single occurrences alone has no event they belong to: the first stands for it.
  const main = latest.get(null) ?? [...latest.values()][0];
  if (main === undefined) throw new Error("An event has parts.");
  const { uid, details, recurrence } = main;
  const exceptions = [...latest.values()].flatMap(({ originalStart, ...part }) =>
    originalStart === null || originalStart === main.originalStart
      ? []
      : [{ originalStart, details: part.details.cancelled ? null : part.details }],
  );
  const key = OWN_UID.exec(uid)?.[1] ?? null;
  const identity = { id: uid, etag: null, uid, key, seriesId: null, originalStart: null };
  return { ...identity, details, recurrence, exceptions };
}

function readPart(lines: readonly string[], context: Context): Part | null {
  try {
    const text = ["BEGIN:VEVENT", ...lines, "END:VEVENT"].join("\r\n");
    const component = ICAL.Component.fromString(text);
    const time = timeOf(component, context);
    const uid = textOf(component, "uid");
    if (time === null || uid === "") return null;
    const original = component.getFirstProperty("recurrence-id");
    const start = original ? momentOf(original, context) : null;
    const year = Number(formatDateTime(time.kind === "timed" ? time.start : parseStart(time.start)).slice(0, 4));
    return {
      ...{ uid, sequence: Number(textOf(component, "sequence")) || 0 },
      originalStart: start === null ? null : (start.instant ?? start.local),
      details: detailsOf(component, time, context.self),
      recurrence: original ? null : readRecurrence(lines, time, (tzid) => context.zoneOf(tzid, year)),
    };
  } catch {
    return null;
  }
}

function parseStart(local: string): number {
  return parseDateTime(local.includes("T") ? local : `${local}T00:00`);
}

interface Moment {
  /** A local date, or a wall time in `timeZone`, or wherever one is. */
  readonly local: string;
  readonly instant: number | null;
  readonly timeZone: string | null;
}

function momentOf(property: ICAL.Property, { zoneOf, fallback }: Context): Moment | null {
  const value = property.getFirstValue();
  if (!(value instanceof ICAL.Time)) return null;
  const day = epochDayOf(value.year, value.month, value.day);
  const isBeyond = day < FIRST_DAY || day >= LAST_DAY;
  const epochDay = Math.min(Math.max(day, FIRST_DAY), LAST_DAY);
  if (value.isDate) return { local: formatDate(epochDay), instant: null, timeZone: null };
  const seconds = isBeyond ? 0 : (value.hour * 60 + value.minute) * 60 + value.second;
  const wall = epochDay * DAY + seconds * 1000;
  const tzid = property.getFirstParameter("tzid");
  const isUtc = value.zone === ICAL.Timezone.utcTimezone;
  const timeZone = isUtc ? "UTC" : tzid ? (zoneOf(tzid, value.year) ?? fallback) : null;
  const instant = timeZone === null ? null : zone(timeZone).instantOfWall(wall);
  return { local: formatDateTime(wall), instant, timeZone };
}

function timeOf(component: ICAL.Component, context: Context): EventTime | null {
  const from = component.getFirstProperty("dtstart");
  const start = from ? momentOf(from, context) : null;
  if (start === null) return null;
  const until = component.getFirstProperty("dtend");
  const end = until ? momentOf(until, context) : null;
  const length = component.getFirstPropertyValue("duration");
  const duration = length instanceof ICAL.Duration ? length : null;
  if (!start.local.includes("T")) {
    const days = duration === null ? 1 : duration.weeks * 7 + duration.days;
    const last = end?.local.slice(0, 10) ?? addDays(start.local, Math.min(Math.max(days, 1), LAST_DAY - FIRST_DAY));
    return { kind: "allDay", start: start.local, end: last > start.local ? last : addDays(start.local, 1) };
  }
  const wall = duration === null ? null : lengthened(parseDateTime(start.local), duration);
  if (start.instant === null || start.timeZone === null) {
    const last = wall === null ? (end?.local ?? start.local) : formatDateTime(wall.date + wall.rest);
    return { kind: "floating", start: start.local, end: last.includes("T") && last > start.local ? last : start.local };
  }
  const at = zone(start.timeZone);
  const stop = wall === null ? endOf(end, start.timeZone) : at.instantOfWall(wall.date) + wall.rest;
  return {
    ...{ kind: "timed", start: start.instant, timeZone: start.timeZone },
    end: Math.max(start.instant, stop ?? start.instant),
  };
}

/** Days of a duration are days on the wall, hours are exact (RFC 5545 3.3.6). */
function lengthened(start: number, duration: ICAL.Duration): { date: number; rest: number } {
  const days = Math.min(duration.weeks * 7 + duration.days, LAST_DAY - FIRST_DAY);
  const rest = ((duration.hours * 60 + duration.minutes) * 60 + duration.seconds) * 1000;
  const date = Math.min(start + (duration.isNegative ? 0 : days * DAY), LAST_DAY * DAY);
  return { date, rest: duration.isNegative ? 0 : Math.min(rest, LAST_DAY * DAY - date) };
}

/** An end without a zone of its own is in that of the start. */
function endOf(end: Moment | null, timeZone: string): number | null {
  if (end === null) return null;
  return end.instant ?? zone(timeZone).instantOfWall(parseStart(end.local));
}

function detailsOf(component: ICAL.Component, time: EventTime, self: readonly string[]): EventDetails {
  return {
    title: textOf(component, "summary"),
    description: textOf(component, "description"),
    location: textOf(component, "location"),
    time,
    blocking: blockingOf(component, self),
    cancelled: textOf(component, "status").toUpperCase() === "CANCELLED",
    isPrivate: /^(PRIVATE|CONFIDENTIAL)$/i.test(textOf(component, "class")),
  };
}

function blockingOf(component: ICAL.Component, self: readonly string[]): EventDetails["blocking"] {
  const word = (name: string) => textOf(component, name).toUpperCase();
  const busyStatus = word("x-microsoft-cdo-busystatus");
  const mine = component.getAllProperties("attendee").find((attendee) => {
    return self.includes(
      String(attendee.getFirstValue())
        .replace(/^mailto:/i, "")
        .toLowerCase(),
    );
  });
  const answer = String(mine?.getFirstParameter("partstat") ?? "").toUpperCase();
  if (word("transp") === "TRANSPARENT" || answer === "DECLINED") return "free";
  if (busyStatus === "FREE" || busyStatus === "WORKINGELSEWHERE") return "free";
  const isOpen = answer === "TENTATIVE" || answer === "NEEDS-ACTION";
  return isOpen || word("status") === "TENTATIVE" || busyStatus === "TENTATIVE" ? "tentative" : "busy";
}

function textOf(component: ICAL.Component, name: string): string {
  const value = component.getFirstPropertyValue(name);
  return value === null || value === undefined ? "" : String(value);
}
