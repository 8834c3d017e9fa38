import { randomUUID } from "node:crypto";
import type { calendar_v3 } from "googleapis/build/src/apis/calendar/index.js";
import { DAY } from "../../src/core/local-date.ts";
import { expandDates, expandSeries } from "../../src/core/recurrence.ts";
import { zone } from "../../src/core/zone.ts";
import type { Recurrence } from "../../src/integrations/calendar/calendar-provider.ts";
import { basicUtc, readRecurrence } from "../../src/integrations/calendar/ical/recurrence-lines.ts";

export type GoogleEvent = calendar_v3.Schema$Event;
type When = calendar_v3.Schema$EventDateTime;

export class GoogleProblem extends Error {
  readonly status: number;
  readonly reason: string;
  constructor(status: number, reason: string) {
    super(reason);
    this.status = status;
    this.reason = reason;
  }
}

const gone = () => new GoogleProblem(404, "notFound");
const FOREVER = Date.UTC(2100, 0);

/** A calendar as Google keeps it: deleted events stay as cancelled ones, exceptions are events with ids of their own. */
export class GoogleCalendar {
  readonly id: string;
  readonly summary: string;
  readonly timeZone: string;
  readonly accessRole: string;
  readonly #events = new Map<string, { event: GoogleEvent; changed: number }>();
  readonly #snapshots = new Map<string, { rest: GoogleEvent[]; syncToken: string }>();
  #clock = 0;
  #generation = 0;
  /** Called after each change. */
  onChange: () => void = () => undefined;

  constructor(id: string, summary: string, timeZone: string, accessRole = "owner") {
    Object.assign(this, { id, summary, timeZone, accessRole });
    this.id = id;
    this.summary = summary;
    this.timeZone = timeZone;
    this.accessRole = accessRole;
  }

  /** Sync tokens of now are answered with 410 from now on. */
  expireTokens(): void {
    this.#generation++;
  }

  /** What a person sees in it, cancelled ones left out. */
  get events(): GoogleEvent[] {
    return [...this.#events.values()].map(({ event }) => event).filter(({ status }) => status !== "cancelled");
  }

  insert(given: GoogleEvent): GoogleEvent {
    const id = given.id ?? randomUUID().replaceAll("-", "");
    if (!/^[a-v0-9]{5,1024}$/.test(id)) throw new GoogleProblem(400, "invalid");
    if (this.#events.has(id)) throw new GoogleProblem(409, "duplicate");
    if (!given.start || !given.end) throw new GoogleProblem(400, "required");
    const { start, end, ...rest } = given;
    return this.#put({
      ...{ kind: "calendar#event", status: "confirmed", created: new Date().toISOString(), eventType: "default" },
      ...{ iCalUID: given.iCalUID ?? `${id}@google.com`, sequence: 0, ...rest, id },
      ...{ start: this.#when(start), end: this.#when(end) },
    });
  }

  get(id: string): GoogleEvent {
    const event = this.#events.get(id)?.event ?? this.#occurrence(id);
    if (!event) throw gone();
    return event;
  }

  patch(id: string, given: GoogleEvent, ifMatch?: string): GoogleEvent {
    const before = this.get(id);
    if (before.status === "cancelled" && !before.recurringEventId) throw new GoogleProblem(403, "forbidden");
    if (ifMatch !== undefined && ifMatch !== before.etag) throw new GoogleProblem(412, "conditionNotMet");
    const when = {
      ...(given.start && { start: this.#when(given.start) }),
      ...(given.end && { end: this.#when(given.end) }),
    };
    const after = this.#put({ ...before, ...given, ...when, id, sequence: (before.sequence ?? 0) + 1 });
    if (after.recurrence && (given.start || given.recurrence)) this.#dropStrayExceptions(after);
    return after;
  }

  delete(id: string, ifMatch?: string): void {
    const before = this.get(id);
    if (before.status === "cancelled") throw new GoogleProblem(410, "deleted");
    if (ifMatch !== undefined && ifMatch !== before.etag) throw new GoogleProblem(412, "conditionNotMet");
    this.#cancel(before);
    for (const { event } of [...this.#events.values()]) {
      if (event.recurringEventId === id && event.status !== "cancelled") this.#cancel(event);
    }
  }

  list(query: Readonly<Record<string, unknown>>): calendar_v3.Schema$Events {
    const { items, nextPageToken, nextSyncToken } = this.#page(query);
    return {
      ...{ kind: "calendar#events", etag: `"${this.#clock}"`, summary: this.summary, timeZone: this.timeZone },
      ...{ accessRole: this.accessRole, updated: new Date().toISOString(), defaultReminders: [], items },
      ...(nextPageToken ? { nextPageToken } : { ...(nextSyncToken && { nextSyncToken }) }),
    };
  }

  #page({ pageToken, maxResults = "250", ...query }: Readonly<Record<string, unknown>>) {
    const known = pageToken === undefined ? this.#select(query) : this.#snapshots.get(String(pageToken));
    if (!known) throw new GoogleProblem(400, "invalid");
    const items = known.rest.slice(0, Number(maxResults));
    const rest = known.rest.slice(items.length);
    if (rest.length === 0) return { items, nextSyncToken: known.syncToken };
    const nextPageToken = randomUUID();
    this.#snapshots.set(nextPageToken, { ...known, rest });
    return { items, nextPageToken };
  }

  #select(query: Readonly<Record<string, unknown>>): { rest: GoogleEvent[]; syncToken: string } {
    const { syncToken, timeMin, timeMax, iCalUID, singleEvents, showDeleted } = query;
    const all = [...this.#events.values()];
    const from = typeof timeMin === "string" ? Date.parse(timeMin) : -Infinity;
    const next = `sync.${this.#generation}.${this.#clock}.${from}`;
    if (typeof syncToken === "string") {
      if (timeMin || timeMax || iCalUID || query["orderBy"] || query["q"]) throw new GoogleProblem(400, "invalid");
      const [word, generation, since] = syncToken.split(".");
      if (word !== "sync") throw new GoogleProblem(400, "invalid");
      if (Number(generation) !== this.#generation) throw new GoogleProblem(410, "fullSyncRequired");
      const changed = all.filter((it) => it.changed > Number(since)).sort((a, b) => a.changed - b.changed);
      return { rest: changed.map(({ event }) => slim(event)), syncToken: next };
    }
    const to = typeof timeMax === "string" ? Date.parse(timeMax) : FOREVER;
    const shown = all
      .map(({ event }) => event)
      .filter((event) => {
        if (iCalUID !== undefined && event.iCalUID !== iCalUID) return false;
        return showDeleted === "true" || event.status !== "cancelled" || event.recurringEventId != null;
      });
    if (singleEvents === "true") return { rest: this.#expanded(shown, from, to), syncToken: "" };
    const rest = shown.filter((event) => event.recurrence || (endOf(event) > from && startOf(event) < to)).map(slim);
    return { rest, syncToken: iCalUID === undefined ? next : "" };
  }

  #expanded(shown: readonly GoogleEvent[], from: number, to: number): GoogleEvent[] {
    const taken = new Set(shown.map(({ id }) => id));
    const found = shown.flatMap((event) =>
      event.recurrence ? this.#occurrences(event, from, to).filter(({ id }) => !taken.has(id)) : [event],
    );
    return found.filter((event) => event.status !== "cancelled" && endOf(event) > from && startOf(event) < to);
  }

  #occurrences(master: GoogleEvent, from: number, to: number): GoogleEvent[] {
    const length = endOf(master) - startOf(master);
    return startsOf(master, { start: from - length, end: to }).map((start) => {
      const allDay = master.start?.date != null;
      const at = (instant: number): When =>
        allDay
          ? { date: new Date(instant).toISOString().slice(0, 10) }
          : { dateTime: new Date(instant).toISOString(), timeZone: master.start?.timeZone ?? this.timeZone };
      const { recurrence: _none, ...rest } = master;
      const stamp = allDay ? new Date(start).toISOString().slice(0, 10).replaceAll("-", "") : basicUtc(start);
      return {
        ...{ ...rest, id: `${master.id}_${stamp}`, recurringEventId: master.id ?? null, originalStartTime: at(start) },
        ...{ start: at(start), end: at(start + length) },
      };
    });
  }

  #occurrence(id: string): GoogleEvent | undefined {
    const [, masterId = "", stamp] = /^(.+)_(\d{8}(?:T\d{6}Z)?)$/.exec(id) ?? [];
    const master = this.#events.get(masterId)?.event;
    if (!stamp || !master?.recurrence || master.status === "cancelled") return undefined;
    const text = stamp.replace(/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z)?$/, "$1-$2-$3T$4:$5:$6Z");
    const at = Date.parse(text.endsWith("T::Z") ? text.slice(0, 10) : text);
    return this.#occurrences(master, at, at + 1).find((event) => event.id === id);
  }

  /** A change of the rule or of the time lets go of exceptions that have no place in it any more. */
  #dropStrayExceptions(master: GoogleEvent): void {
    for (const { event } of [...this.#events.values()]) {
      if (event.recurringEventId !== master.id || !event.id || !event.originalStartTime) continue;
      const at = instantOf(event.originalStartTime);
      if (startsOf(master, { start: at, end: at + 1 }).length === 0) {
        this.#events.delete(event.id);
      }
    }
  }

  #cancel(event: GoogleEvent): void {
    this.#put({ ...event, status: "cancelled" });
  }

  #put(event: GoogleEvent): GoogleEvent {
    const changed = ++this.#clock;
    const stored = { ...event, etag: `"${changed}000"`, updated: new Date().toISOString() };
    this.#events.set(String(event.id), { event: stored, changed });
    this.onChange();
    return stored;
  }

  /** Google answers times with the offset of their zone, or of the calendar's. */
  #when(given: When): When {
    if (given.date) return { date: given.date };
    const named = given.timeZone ?? this.timeZone;
    const instant = Date.parse(given.dateTime ?? "");
    if (Number.isNaN(instant)) throw new GoogleProblem(400, "invalid");
    const minutes = zone(named).offsetMinutesAt(instant);
    const local = new Date(instant + minutes * 60_000).toISOString().slice(0, 19);
    const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
    const offset = `${minutes < 0 ? "-" : "+"}${two(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;
    return { dateTime: `${local}${offset}`, timeZone: named };
  }
}

/** A deleted event is told of by its id alone, a left-out occurrence with its place besides. */
function slim(event: GoogleEvent): GoogleEvent {
  if (event.status !== "cancelled") return event;
  const { kind, id, etag, status, recurringEventId, originalStartTime } = event;
  const place = recurringEventId && originalStartTime ? { recurringEventId, originalStartTime } : {};
  return { ...(kind && { kind }), ...(id && { id }), ...(etag && { etag }), status, ...place };
}

function instantOf(when: When | undefined): number {
  return Date.parse(when?.dateTime ?? when?.date ?? "");
}

const startOf = (event: GoogleEvent) => instantOf(event.start);
const endOf = (event: GoogleEvent) => instantOf(event.end);

function startsOf(master: GoogleEvent, range: { start: number; end: number }): number[] {
  const at = startOf(master);
  const timeZone = master.start?.timeZone ?? "UTC";
  const date = master.start?.date;
  const time = date
    ? ({ kind: "allDay", start: date, end: master.end?.date ?? date } as const)
    : ({ kind: "timed", start: at, end: endOf(master), timeZone } as const);
  const recurrence: Recurrence | null = readRecurrence(master.recurrence ?? [], time, (tzid) => tzid);
  if (!recurrence) return [];
  const { start, rules, excluded: exclude, added: add } = recurrence;
  const bounded = { start: Math.max(range.start, at - DAY), end: Math.min(range.end, FOREVER) };
  return rules.flatMap((rule) => {
    if (!date) return expandSeries({ timeZone, start, rule, exclude, add }, bounded).map((it) => it.start);
    const [from = "", until = ""] = [bounded.start, bounded.end + DAY].map((it) =>
      new Date(it).toISOString().slice(0, 10),
    );
    return expandDates({ start, rule, exclude, add }, { from, until }).map((it) => Date.parse(it));
  });
}
