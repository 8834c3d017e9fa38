import type { BusyQuestion, Change, ChangePage, ChangeQuestion, ProviderEvent } from "../calendar-provider.ts";
import { orElse, unavailable } from "../failure.ts";
import { readCalendar } from "../ical/read-calendar.ts";
import { basicUtc } from "../ical/recurrence-lines.ts";
import { busyOf } from "../occurrences.ts";
import { type DavClient, type DavResource, refused, textOf } from "./dav-client.ts";

/**
 * Where a reading stands: at a sync token (RFC 6578), or with a server that has none at a tag of the whole collection
 * and the tag of each event. `pending` names what has changed and is still to be fetched.
 */
interface Cursor {
  readonly full: boolean;
  readonly mark:
    | { readonly token: string }
    | { readonly tag: string; readonly known: Readonly<Record<string, string>> };
  readonly pending: readonly string[];
  /** Whether the server has more to tell than it did. */
  readonly truncated: boolean;
  readonly from: number;
}

interface Step {
  readonly cursor: Cursor;
  readonly removed: readonly string[];
}

export async function listChanges(
  client: DavClient,
  { calendarId, cursor: text, window }: ChangeQuestion,
  self: readonly string[],
  pageSize: number,
): Promise<ChangePage> {
  const known = readCursor(text);
  const { cursor, removed } = await stepFrom(client, calendarId, known, window.start);
  const batch = cursor.pending.slice(0, pageSize);
  const rest = cursor.pending.slice(batch.length);
  const fetched = await fetchEvents(client, calendarId, batch, self);
  const more = rest.length > 0 || cursor.truncated;
  const next: Cursor = { ...cursor, pending: rest, full: cursor.full && rest.length > 0 };
  return {
    changes: [...removed.map((id): Change => ({ kind: "removed", id })), ...fetched.changes],
    cursor: JSON.stringify(next),
    ...{ more, full: cursor.full, coversUntil: null, unreadable: fetched.unreadable },
  };
}

function readCursor(text: string | null): Cursor | null {
  return text === null ? null : JSON.parse(text);
}

function stepFrom(client: DavClient, calendarId: string, known: Cursor | null, from: number): Promise<Step> {
  if (known === null) return begin(client, calendarId, from);
  if (known.pending.length > 0) return Promise.resolve({ cursor: known, removed: [] });
  return "token" in known.mark
    ? askByToken(client, calendarId, known, known.mark.token)
    : askByTag(client, calendarId, known, known.mark);
}

const stateProperties = {
  "d:propfind": { "d:prop": { "d:sync-token": {}, "cs:getctag": {}, "d:supported-report-set": {} } },
};

async function stateOf(client: DavClient, calendarId: string): Promise<{ token: string | null; tag: string | null }> {
  const { resources } = await client.ask(calendarId, "PROPFIND", "0", stateProperties);
  const properties = resources[0]?.properties ?? {};
  const hasSync = JSON.stringify(properties["supportedReportSet"] ?? "").includes("syncCollection");
  return { token: hasSync ? textOf(properties["syncToken"]) : null, tag: textOf(properties["getctag"]) };
}

/** The mark is taken before the list, so that what changes in between is told of again rather than never. */
async function begin(client: DavClient, calendarId: string, from: number): Promise<Step> {
  const { token, tag } = await stateOf(client, calendarId);
  const listed = await listTags(client, calendarId, from);
  const mark = token === null ? { tag: tag ?? "", known: listed } : { token };
  return { cursor: { full: true, mark, pending: Object.keys(listed), truncated: false, from }, removed: [] };
}

async function askByToken(client: DavClient, calendarId: string, known: Cursor, token: string): Promise<Step> {
  const body = { "d:sync-level": "1", "d:sync-token": token, "d:prop": { "d:getetag": {} } };
  // The report is defined for depth 0 alone; how deep it goes is its sync-level (RFC 6578 3.2).
  const asked = client.ask(calendarId, "REPORT", "0", { "d:sync-collection": body });
  const { resources, syncToken } = await orElse(
    asked,
    // What a server cannot count from is dead, whatever it calls it.
    ({ status, failure: { kind } }) => kind !== "cursorExpired" && (status === 409 || status === 410 || status === 507),
    ({ status }) => {
      throw refused("cursorExpired", String(status));
    },
  );
  if (syncToken === null) throw unavailable("cut off");
  const own = resources.filter(({ path }) => !path.endsWith("/"));
  const pending = own.filter(({ status }) => status < 400).map(({ path }) => path);
  const removed = own.filter(({ status }) => status === 404).map(({ path }) => path);
  const truncated = resources.some(({ status }) => status === 507);
  return { cursor: { ...known, mark: { token: syncToken }, pending, truncated, full: false }, removed };
}

async function askByTag(
  client: DavClient,
  calendarId: string,
  cursor: Cursor,
  { tag: before, known }: { tag: string; known: Readonly<Record<string, string>> },
): Promise<Step> {
  const { tag } = await stateOf(client, calendarId);
  if (tag !== null && tag === before) return { cursor: { ...cursor, full: false }, removed: [] };
  const listed = await listTags(client, calendarId, cursor.from);
  const pending = Object.keys(listed).filter((path) => listed[path] !== known[path]);
  const removed = Object.keys(known).filter((path) => !(path in listed));
  return { cursor: { ...cursor, mark: { tag: tag ?? "", known: listed }, pending, full: false }, removed };
}

/** The tag of each event that ends after an instant. */
async function listTags(client: DavClient, calendarId: string, from: number): Promise<Record<string, string>> {
  const { resources } = await query(client, calendarId, { "d:getetag": {} }, { start: basicUtc(from) });
  const events = resources.filter(({ path, status }) => status < 400 && !path.endsWith("/"));
  return Object.fromEntries(events.map(({ path, properties }) => [path, textOf(properties["getetag"]) ?? ""]));
}

function query(client: DavClient, calendarId: string, properties: object, range: { start: string; end?: string }) {
  const within = { "c:time-range": { _attributes: range } };
  const filter = {
    "c:comp-filter": {
      _attributes: { name: "VCALENDAR" },
      "c:comp-filter": { _attributes: { name: "VEVENT" }, ...within },
    },
  };
  return client.ask(calendarId, "REPORT", "1", { "c:calendar-query": { "d:prop": properties, "c:filter": filter } });
}

/** Fetches events by their paths. Who is gone by now is removed. */
async function fetchEvents(client: DavClient, calendarId: string, paths: readonly string[], self: readonly string[]) {
  const changes: Change[] = [];
  let unreadable = 0;
  if (paths.length === 0) return { changes, unreadable };
  const found = await multiget(client, calendarId, paths);
  for (const path of paths) {
    const resource = found.get(path);
    if (resource === undefined) throw unavailable("cut off");
    const event = resource.status === 404 ? null : await readResource(resource, self);
    if (event === null && resource.status !== 404) unreadable++;
    changes.push(event === null ? { kind: "removed", id: path } : { kind: "changed", event });
  }
  return { changes, unreadable };
}

const dataProperties = { "d:getetag": {}, "c:calendar-data": {} };

async function multiget(client: DavClient, calendarId: string, paths: readonly string[]) {
  const body = { "d:prop": dataProperties, "d:href": paths.map((path) => client.pathOf(path)) };
  const { resources } = await client.ask(calendarId, "REPORT", "1", { "c:calendar-multiget": body });
  return new Map(resources.map((resource) => [resource.path, resource]));
}

/** The event in a resource; null for one that holds none, such as a task, or that cannot be understood. */
async function readResource({ path, properties }: DavResource, self: readonly string[]): Promise<ProviderEvent | null> {
  const text = textOf(properties["calendarData"]);
  if (text === null) return null;
  const read = await orElse(
    readCalendar(text, { self }),
    () => true,
    () => null,
  );
  const event = read?.events[0];
  return event ? { ...event, id: path, etag: textOf(properties["getetag"]) } : null;
}

export async function getEvent(client: DavClient, calendarId: string, id: string, self: readonly string[]) {
  const event = await readResource(await getResource(client, calendarId, id), self);
  if (event === null) throw refused("notFound", "unreadable");
  return event;
}

/** The text of an event, as the server has it. */
export async function getText(client: DavClient, calendarId: string, id: string): Promise<string> {
  const { properties } = await getResource(client, calendarId, id);
  return textOf(properties["calendarData"]) ?? "";
}

async function getResource(client: DavClient, calendarId: string, id: string): Promise<DavResource> {
  const resource = (await multiget(client, calendarId, [id])).get(client.pathOf(id));
  if (resource === undefined || resource.status === 404) throw refused("notFound", "404");
  return resource;
}

export async function listBusy(
  client: DavClient,
  { calendarId, range, timeZone }: BusyQuestion,
  self: readonly string[],
) {
  const limits = { start: basicUtc(range.start), end: basicUtc(range.end) };
  const { resources } = await query(client, calendarId, dataProperties, limits);
  const events = await Promise.all(resources.map((resource) => readResource(resource, self)));
  return busyOf(
    events.filter((event) => event !== null),
    range,
    timeZone,
  );
}
