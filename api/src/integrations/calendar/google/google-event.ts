import type { calendar_v3 } from "googleapis/build/src/apis/calendar/index.js";
import { isZone } from "../../../core/zone.ts";
import type {
  Change,
  EventDetails,
  EventDraft,
  EventTime,
  OriginalStart,
  ProviderEvent,
} from "../calendar-provider.ts";
import { invalid } from "../failure.ts";
import { basicUtc, readRecurrence, recurrenceLines } from "../ical/recurrence-lines.ts";
import { cutOff } from "./google-client.ts";

type GoogleEvent = calendar_v3.Schema$Event;

/** Ids are ours to choose, of 0–9 and a–v: they carry the key, and the second insert of one is refused. */
const OWN_ID = /^kairos([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})(?:_|$)/;

export function idOfKey(key: string): string {
  const id = `kairos${key.replaceAll("-", "")}`;
  if (!OWN_ID.test(id)) throw invalid("key is not a UUID");
  return id;
}

function keyOfId(id: string): string | null {
  return OWN_ID.exec(id)?.slice(1).join("-") ?? null;
}

/** The id of one occurrence of a timed series. */
export function instanceId(seriesId: string, originalStart: OriginalStart): string {
  if (typeof originalStart !== "number") throw invalid("a session's exception has an instant");
  return `${seriesId}_${basicUtc(originalStart)}`;
}

/** Null for an event that cannot be understood. */
export function changeOf(event: GoogleEvent, calendarZone: string): Change | null {
  if (!event.id) return null;
  if (isGone(event)) return { kind: "removed", id: event.id };
  const read = readEvent(event, calendarZone);
  return read === null ? null : { kind: "changed", event: read };
}

/** A cancelled occurrence is kept by its series and says that it is left out; any other cancelled event is gone. */
export function isGone({ status, recurringEventId }: GoogleEvent): boolean {
  return status === "cancelled" && !recurringEventId;
}

export function readEvent(event: GoogleEvent, calendarZone: string): ProviderEvent | null {
  const { id } = event;
  const original = event.originalStartTime ? timeOf(event.originalStartTime, null, calendarZone) : null;
  // A cancelled occurrence may come with nothing but its place in the series.
  const time = event.start ? timeOf(event.start, event.end ?? null, calendarZone) : original;
  if (!id || time === null) return null;
  return {
    ...{ id, etag: event.etag ?? null, uid: event.iCalUID ?? id, key: keyOfId(id) },
    seriesId: event.recurringEventId ?? null,
    originalStart: original === null ? null : original.start,
    details: detailsOf(event, time),
    recurrence: readRecurrence(event.recurrence ?? [], time, (tzid) => (isZone(tzid) ? tzid : null)),
    exceptions: [],
  };
}

/** An event that was asked for by itself. */
export function readWhole(event: GoogleEvent): ProviderEvent {
  const read = readEvent(event, "UTC");
  if (read === null) throw cutOff();
  return read;
}

function timeOf(
  start: calendar_v3.Schema$EventDateTime,
  end: calendar_v3.Schema$EventDateTime | null,
  calendarZone: string,
): EventTime | null {
  if (start.date) return { kind: "allDay", start: start.date, end: end?.date ?? start.date };
  const from = Date.parse(start.dateTime ?? "");
  const to = Date.parse(end?.dateTime ?? start.dateTime ?? "");
  if (Number.isNaN(from) || Number.isNaN(to)) return null;
  const named = start.timeZone ?? calendarZone;
  return { kind: "timed", start: from, end: Math.max(from, to), timeZone: isZone(named) ? named : "UTC" };
}

function detailsOf(event: GoogleEvent, time: EventTime): EventDetails {
  return {
    title: event.summary ?? "",
    description: event.description ?? "",
    location: event.location ?? "",
    time,
    blocking: blockingOf(event),
    cancelled: event.status === "cancelled",
    isPrivate: event.visibility === "private" || event.visibility === "confidential",
  };
}

function blockingOf({ status, transparency, attendees, eventType }: GoogleEvent): EventDetails["blocking"] {
  const answer = attendees?.find(({ self }) => self)?.responseStatus;
  if (transparency === "transparent" || answer === "declined") return "free";
  if (eventType === "workingLocation" || eventType === "birthday") return "free";
  return status === "tentative" || answer === "tentative" || answer === "needsAction" ? "tentative" : "busy";
}

/** What is written of a draft. What else the coach put on the event (a colour, notes to herself) is left alone. */
export function writeEvent({ details, recurrence, key }: EventDraft): GoogleEvent {
  return {
    ...writeDetails(details),
    ...(recurrence === null ? {} : { recurrence: recurrenceLines(recurrence) }),
    // For other programs; we go by the id, since a copy made by hand carries this along.
    extendedProperties: { private: { kairos: key } },
  };
}

export function writeDetails({ title, description, location, time, blocking, isPrivate }: EventDetails): GoogleEvent {
  if (time.kind !== "timed") throw invalid("a session has instants");
  const { timeZone } = time;
  return {
    ...{ summary: title, description, location },
    start: { dateTime: new Date(time.start).toISOString(), timeZone },
    end: { dateTime: new Date(time.end).toISOString(), timeZone },
    status: blocking === "tentative" ? "tentative" : "confirmed",
    transparency: blocking === "free" ? "transparent" : "opaque",
    visibility: isPrivate ? "private" : "default",
  };
}
