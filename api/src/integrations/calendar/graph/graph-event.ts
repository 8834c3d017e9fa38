import { findWindows } from "windows-iana";
import { formatDateTime, parseDateTime } from "../../../core/local-date.ts";
import { zone, zoneIds } from "../../../core/zone.ts";
import type { EventDetails, EventDraft, EventTime, OriginalStart, ProviderEvent } from "../calendar-provider.ts";
import { invalid } from "../failure.ts";
import { knownZone } from "../ical/zone-names.ts";
import { asJson, cutOff, type Json } from "./graph-client.ts";
import { patternOf, ruleOfPattern } from "./graph-recurrence.ts";

/** A property of our own, by which an event is found again however late; Graph forgets transaction ids. */
export const KEY_PROPERTY = "String {8f7e2a4c-51d3-4b0e-9c66-2d1a7b3f90e5} Name KairosKey";

const KEY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Null for an event that cannot be understood. */
export function readEvent(event: Json, series: Json | null = null): ProviderEvent | null {
  const whole: Json = series === null ? event : { ...series, ...event };
  const id = textOf(event["id"]);
  const time = timeOf(whole);
  if (id === "" || time === null) return null;
  const seriesId = textOf(event["seriesMasterId"]) || null;
  const key = textOf(whole["transactionId"]);
  return {
    ...{ id, etag: textOf(event["@odata.etag"]) || null, uid: textOf(whole["iCalUId"]) || id },
    ...{ key: KEY.test(key) ? key : null, seriesId },
    originalStart: seriesId === null ? null : originalOf(event, time),
    details: detailsOf(whole, time),
    recurrence: event["type"] === "seriesMaster" ? ruleOfPattern(asJson(event["recurrence"]), time) : null,
    exceptions: [],
  };
}

/** An event that was asked for by itself. */
export function readWhole(event: Json): ProviderEvent {
  const read = readEvent(event);
  if (read === null) throw cutOff();
  return read;
}

export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

/** Graph's times have no offset and seven digits after the second: `2027-03-01T15:00:00.0000000`, with a zone beside. */
function momentOf(value: unknown): { local: string; instant: number } | null {
  const { dateTime, timeZone } = asJson(value);
  const local = textOf(dateTime).slice(0, 19);
  const named = knownZone(textOf(timeZone) || "UTC");
  if (local.length < 16 || named === null) return null;
  return { local, instant: zone(named).instantOfWall(parseDateTime(local)) };
}

function timeOf(event: Json): EventTime | null {
  const start = momentOf(event["start"]);
  const end = momentOf(event["end"]);
  if (start === null || end === null) return null;
  const timeZone = knownZone(textOf(event["originalStartTimeZone"])) ?? "UTC";
  if (event["isAllDay"] !== true) {
    return { kind: "timed", start: start.instant, end: Math.max(start.instant, end.instant), timeZone };
  }
  const [from, to] = [dateOf(start, timeZone), dateOf(end, timeZone)];
  return { kind: "allDay", start: from, end: to };
}

/** Whole days are midnights; where they were turned into UTC they are midnights of the event's own zone. */
function dateOf({ local, instant }: { local: string; instant: number }, timeZone: string): string {
  return local.endsWith("T00:00:00") ? local.slice(0, 10) : zone(timeZone).localDate(instant);
}

/** An occurrence without a word about it is where the rule put it. */
function originalOf(event: Json, time: EventTime): OriginalStart {
  const told = Date.parse(textOf(event["originalStart"]));
  if (time.kind !== "timed") return Number.isNaN(told) ? time.start : new Date(told).toISOString().slice(0, 10);
  return Number.isNaN(told) ? time.start : told;
}

function detailsOf(event: Json, time: EventTime): EventDetails {
  return {
    title: textOf(event["subject"]),
    description: textOf(asJson(event["body"])["content"]).replaceAll("\r\n", "\n").trimEnd(),
    location: textOf(asJson(event["location"])["displayName"]),
    time,
    blocking: blockingOf(event),
    cancelled: event["isCancelled"] === true,
    isPrivate: event["sensitivity"] === "private" || event["sensitivity"] === "confidential",
  };
}

function blockingOf(event: Json): EventDetails["blocking"] {
  const answer = textOf(asJson(event["responseStatus"])["response"]);
  const showAs = textOf(event["showAs"]);
  if (showAs === "free" || showAs === "workingElsewhere" || answer === "declined") return "free";
  return showAs === "tentative" || answer === "tentativelyAccepted" ? "tentative" : "busy";
}

/** The body of a new event. */
export function writeNew(draft: EventDraft): Json {
  const { key } = draft;
  if (!KEY.test(key)) throw invalid("key is not a UUID");
  const singleValueExtendedProperties = [{ id: KEY_PROPERTY, value: key }];
  return { ...writeEvent(draft), transactionId: key, singleValueExtendedProperties };
}

/** What is written of a draft. What else the coach put on the event is left alone. */
export function writeEvent({ details, recurrence }: EventDraft): Json {
  return {
    ...writeDetails(details),
    ...(recurrence === null ? {} : { recurrence: patternOf(recurrence, windowsZone) }),
  };
}

export function writeDetails({ title, description, location, time, blocking, isPrivate }: EventDetails): Json {
  if (time.kind !== "timed") throw invalid("a session has instants");
  const at = zone(time.timeZone);
  const moment = (instant: number) => ({
    dateTime: formatDateTime(instant + at.offsetAt(instant)).padEnd(19, ":00"),
    timeZone: windowsZone(time.timeZone),
  });
  return {
    ...{ subject: title, body: { contentType: "text", content: description }, location: { displayName: location } },
    ...{ start: moment(time.start), end: moment(time.end), showAs: blocking },
    sensitivity: isPrivate ? "private" : "normal",
  };
}

/** Windows's name of a zone, which Outlook shows as it should be; a zone without one goes by its own. */
export function windowsZone(timeZone: string): string {
  const names = zoneIds().find(({ id, aliases }) => id === timeZone || aliases.includes(timeZone));
  const all = [timeZone, ...(names ? [names.id, ...names.aliases] : [])];
  return all.flatMap((name) => findWindows(name))[0] ?? timeZone;
}
