import { randomUUID } from "node:crypto";
import { DAY, parseDateTime } from "../../src/core/local-date.ts";
import { zone } from "../../src/core/zone.ts";
import { knownZone } from "../../src/integrations/calendar/ical/zone-names.ts";
import { datesOfPattern } from "./graph-pattern.ts";

export type Json = Record<string, unknown>;

export class GraphProblem extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string) {
    super(code);
    this.status = status;
    this.code = code;
  }
}

interface Time {
  readonly start: number;
  readonly end: number;
}

/** A single event or a series; of a series also what is different about single occurrences, by their date. */
interface Stored {
  readonly id: string;
  readonly fields: Json;
  readonly time: Time;
  /** The zone it was made in, as it was named. */
  readonly zoneName: string;
  readonly isAllDay: boolean;
  readonly changed: number;
  readonly exceptions: ReadonlyMap<string, Exception>;
}

interface Exception {
  readonly fields: Json;
  readonly time: Time;
  readonly changed: number;
  readonly deleted: boolean;
}

/** One thing that a view shows. */
interface Entry extends Time {
  readonly id: string;
  readonly changed: number;
  /** All of it, and the little that a delta tells of an occurrence. */
  readonly whole: Json;
  readonly told: Json;
}

interface Link {
  readonly origin: string;
  readonly path: string;
}

/** A calendar as Graph keeps it: series are counted out in views, and a delta tells of occurrences by their time alone. */
export class GraphCalendar {
  readonly id: string;
  readonly name: string;
  readonly canEdit: boolean;
  readonly #stored = new Map<string, Stored>();
  readonly #removed = new Map<string, number>();
  /** Transaction ids, which stay used when their events are deleted. */
  readonly #used = new Map<string, { id: string; text: string }>();
  readonly #snapshots = new Map<string, { rest: Json[]; done: string }>();
  #clock = 0;
  #generation = 0;
  /** Called after each change with the id and what was done. */
  onChange: (id: string, changeType: string) => void = () => undefined;

  constructor(id: string, name: string, canEdit = true) {
    this.id = id;
    this.name = name;
    this.canEdit = canEdit;
  }

  /** Delta links of now are answered with 410 from now on. */
  expireLinks(): void {
    this.#generation++;
  }

  /** What a person sees in a window. */
  view(range: Time): Json[] {
    return this.#entries(range).map(({ whole }) => whole);
  }

  create(given: Json): Json {
    const transactionId = String(given["transactionId"] ?? randomUUID());
    const used = this.#used.get(transactionId);
    const there = used && this.#stored.get(used.id);
    if (there && used.text === JSON.stringify(given)) return this.#show(there);
    if (used) throw new GraphProblem(409, "ErrorDuplicateTransactionId");
    const id = `AAMk${randomUUID().replaceAll("-", "")}=`;
    this.#used.set(transactionId, { id, text: JSON.stringify(given) });
    const stored = this.#write({ iCalUId: `${randomUUID()}-graph`, ...given }, id, null);
    this.onChange(id, "created");
    return this.#show(stored);
  }

  get(id: string): Json {
    const stored = this.#stored.get(id);
    if (stored) return this.#show(stored);
    const { series, date } = this.#seriesOf(id);
    const entry = this.#occurrences(series).find((it) => it.id === `${series.id}.${date}`);
    if (!entry) throw new GraphProblem(404, "ErrorItemNotFound");
    return entry.whole;
  }

  find(wanted: (fields: Json) => boolean): Json[] {
    return [...this.#stored.values()].filter(({ fields }) => wanted(fields)).map((stored) => this.#show(stored));
  }

  patch(id: string, given: Json, ifMatch?: string): Json {
    this.#check(this.get(id), ifMatch);
    const stored = this.#stored.get(id);
    if (stored) {
      this.#forgetOccurrences(stored, given);
      this.#write({ ...stored.fields, ...given }, id, stored);
    } else {
      const { series, date } = this.#seriesOf(id);
      const before = this.#occurrence(series, date);
      const time = given["start"] ? timeOf(given) : before.time;
      const fields = { ...before.fields, ...given };
      this.#except(series, date, { fields, time, changed: ++this.#clock, deleted: false });
    }
    this.onChange(id, "updated");
    return this.get(id);
  }

  delete(id: string, ifMatch?: string): void {
    this.#check(this.get(id), ifMatch);
    const stored = this.#stored.get(id);
    if (stored) {
      for (const entry of this.#occurrences(stored)) this.#removed.set(entry.id, ++this.#clock);
      this.#removed.set(id, ++this.#clock);
      this.#stored.delete(id);
    } else {
      const { series, date } = this.#seriesOf(id);
      const { fields, time } = this.#occurrence(series, date);
      // A delta has no word for this: it lists what is left of the series.
      const changed = ++this.#clock;
      this.#except({ ...series, changed }, date, { fields, time, changed, deleted: true });
    }
    this.onChange(id, "deleted");
  }

  /** Single sessions of a series in a range. */
  instances(id: string, range: Time): Json[] {
    const stored = this.#stored.get(id);
    if (!stored?.fields["recurrence"]) throw new GraphProblem(404, "ErrorItemNotFound");
    return this.#occurrences(stored)
      .filter((entry) => isWithin(entry, range))
      .map(({ whole }) => whole);
  }

  delta(query: Json, size: number, { origin, path }: Link): Json {
    const link = (name: string, token: string) => `${origin}${path}?${name}=${encodeURIComponent(token)}`;
    const known = query["$skiptoken"] ? this.#snapshots.get(String(query["$skiptoken"])) : this.#changes(query);
    if (!known) throw new GraphProblem(410, "SyncStateNotFound");
    const value = known.rest.slice(0, size);
    const rest = known.rest.slice(value.length);
    const context = { "@odata.context": `${origin}/v1.0/$metadata#Collection(event)` };
    if (rest.length === 0) return { ...context, value, "@odata.deltaLink": link("$deltatoken", known.done) };
    const token = randomUUID();
    this.#snapshots.set(token, { ...known, rest });
    return { ...context, value, "@odata.nextLink": link("$skiptoken", token) };
  }

  #changes(query: Json): { rest: Json[]; done: string } {
    const token = query["$deltatoken"];
    const [generation, since, from, to] =
      typeof token === "string"
        ? token.split("~").map(Number)
        : [this.#generation, -1, Date.parse(String(query["startDateTime"])), Date.parse(String(query["endDateTime"]))];
    if (generation !== this.#generation) throw new GraphProblem(410, "SyncStateNotFound");
    const range = { start: Number(from), end: Number(to) };
    const seen = Number(since);
    // Increments name occurrences, and not the series they are of.
    const entries = this.#entries(range, seen < 0).filter(({ changed }) => changed > seen);
    const removed = [...this.#removed].filter(
      ([id, changed]) => seen >= 0 && changed > seen && !this.#isThere(id, range),
    );
    const gone = removed.map(([id]) => ({ id, "@removed": { reason: "deleted" } }));
    const done = `${this.#generation}~${this.#clock}~${range.start}~${range.end}`;
    return { rest: [...entries.map(({ told }) => told), ...gone], done };
  }

  #isThere(id: string, range: Time): boolean {
    return this.#entries(range, true).some((entry) => entry.id === id);
  }

  #entries(range: Time, withSeries = false): Entry[] {
    return [...this.#stored.values()].flatMap((stored) => {
      const own = { ...stored.time, id: stored.id, changed: stored.changed, whole: this.#show(stored) };
      if (!stored.fields["recurrence"]) return isWithin(own, range) ? [{ ...own, told: own.whole }] : [];
      const occurrences = this.#occurrences(stored).filter((entry) => isWithin(entry, range));
      return withSeries && occurrences.length > 0 ? [{ ...own, told: own.whole }, ...occurrences] : occurrences;
    });
  }

  #occurrences(stored: Stored): Entry[] {
    const { fields, time, exceptions } = stored;
    if (!fields["recurrence"]) return [];
    const at = zone(stored.isAllDay ? "UTC" : (knownZone(stored.zoneName) ?? "UTC"));
    const local = at.toLocal(time.start);
    return datesOfPattern(fields["recurrence"], local.slice(0, 10)).flatMap((date): Entry[] => {
      const original = at.toInstant(`${date}T${local.slice(11)}`);
      const exception = exceptions.get(date);
      if (exception?.deleted) return [];
      const when = exception?.time ?? { start: original, end: original + time.end - time.start };
      const id = `${stored.id}.${date}`;
      const changed = Math.max(stored.changed, exception?.changed ?? 0);
      const type = exception ? "exception" : "occurrence";
      const place = { id, type, seriesMasterId: stored.id, originalStart: new Date(original).toISOString() };
      const { recurrence: _rule, singleValueExtendedProperties: _own, ...rest } = exception?.fields ?? fields;
      const whole: Json = { ...this.#shape(stored, rest, when, changed), ...place };
      const { "@odata.etag": etag, start, end } = whole;
      const told = exception ? whole : { "@odata.etag": etag, id, type, seriesMasterId: stored.id, start, end };
      return [{ ...when, id, changed, whole, told }];
    });
  }

  #occurrence(series: Stored, date: string): { fields: Json; time: Time } {
    const entry = this.#occurrences(series).find(({ id }) => id === `${series.id}.${date}`);
    if (!entry) throw new GraphProblem(404, "ErrorItemNotFound");
    const { start, end } = entry;
    return { fields: series.exceptions.get(date)?.fields ?? series.fields, time: { start, end } };
  }

  #seriesOf(id: string): { series: Stored; date: string } {
    const [seriesId = "", date = ""] = id.split(".");
    const series = this.#stored.get(seriesId);
    if (!series) throw new GraphProblem(404, "ErrorItemNotFound");
    return { series, date };
  }

  /** Another rule or time makes other occurrences, with none of the old exceptions. */
  #forgetOccurrences(stored: Stored, given: Json): void {
    if (!given["recurrence"] && !given["start"]) return;
    for (const { id } of this.#occurrences(stored)) this.#removed.set(id, ++this.#clock);
  }

  #except(series: Stored, date: string, exception: Exception): void {
    this.#stored.set(series.id, { ...series, exceptions: new Map([...series.exceptions, [date, exception]]) });
  }

  #write(fields: Json, id: string, before: Stored | null): Stored {
    if (!fields["start"] || !fields["end"]) throw new GraphProblem(400, "ErrorPropertyValidationFailure");
    const isNewTime =
      before === null ||
      fields["start"] !== before.fields["start"] ||
      fields["recurrence"] !== before.fields["recurrence"];
    const exceptions = isNewTime ? new Map<string, Exception>() : before.exceptions;
    const zoneName = String((fields["start"] as Json)["timeZone"] ?? "UTC");
    const isAllDay = fields["isAllDay"] === true;
    const stored = { id, fields, time: timeOf(fields), zoneName, isAllDay, changed: ++this.#clock, exceptions };
    this.#stored.set(id, stored);
    this.#removed.delete(id);
    return stored;
  }

  #check(shown: Json, ifMatch: string | undefined): void {
    if (ifMatch !== undefined && ifMatch !== shown["@odata.etag"])
      throw new GraphProblem(412, "ErrorIrresolvableConflict");
  }

  #show(stored: Stored): Json {
    const { id, fields, time, changed } = stored;
    const { singleValueExtendedProperties: _own, ...rest } = fields;
    const type = fields["recurrence"] ? "seriesMaster" : "singleInstance";
    return { ...this.#shape(stored, rest, time, changed), id, type };
  }

  #shape({ zoneName, isAllDay }: Stored, fields: Json, time: Time, changed: number): Json {
    const at = (instant: number) => ({
      dateTime: `${new Date(instant).toISOString().slice(0, 19)}.0000000`,
      timeZone: "UTC",
    });
    const body = fields["body"] as Json | undefined;
    // Exchange ends lines as Windows does, and adds one.
    const content = String(body?.["content"] ?? "").replaceAll("\n", "\r\n");
    return {
      ...{ "@odata.etag": `W/"${changed}"`, changeKey: String(changed), isAllDay, isCancelled: false, showAs: "busy" },
      ...{ sensitivity: "normal", responseStatus: { response: "organizer", time: "0001-01-01T00:00:00Z" } },
      ...fields,
      body: { contentType: "text", content: content === "" ? "" : `${content}\r\n` },
      ...{ start: at(time.start), end: at(time.end), originalStartTimeZone: zoneName, originalEndTimeZone: zoneName },
    };
  }
}

function isWithin(time: Time, range: Time): boolean {
  return time.start < range.end && (time.end > range.start || time.start === time.end);
}

function timeOf(fields: Json): Time {
  const instant = (value: unknown) => {
    const { dateTime, timeZone } = (value ?? {}) as Json;
    const named = knownZone(String(timeZone ?? "UTC"));
    if (named === null || typeof dateTime !== "string") throw new GraphProblem(400, "ErrorInvalidTimeZone");
    const local = dateTime.slice(0, 19);
    return fields["isAllDay"] === true ? parseDateTime(local) : zone(named).toInstant(local);
  };
  const [start, end] = [instant(fields["start"]), instant(fields["end"])];
  if (fields["isAllDay"] === true && (start % DAY !== 0 || end % DAY !== 0))
    throw new GraphProblem(400, "ErrorInvalidAllDay");
  return { start, end };
}
