import type { BusyQuestion, Change, ChangePage, ChangeQuestion, ProviderEvent } from "../calendar-provider.ts";
import { orElse } from "../failure.ts";
import { busyOf } from "../occurrences.ts";
import { cutOff, type GraphClient, itemsOf, type Json, linkOf } from "./graph-client.ts";
import { readEvent, textOf } from "./graph-event.ts";
import { isoOf } from "./graph-writes.ts";

/** Where a reading stands. Graph's links keep the window that the reading began with. */
interface Cursor {
  readonly link: string;
  readonly full: boolean;
  readonly until: number;
  readonly from: number;
}

/**
 * One page of what changed in a window. Graph counts recurring events out by itself: each occurrence is an event, and
 * the series is only used to fill in what an occurrence is not told with.
 */
export async function listChanges(client: GraphClient, question: ChangeQuestion): Promise<ChangePage> {
  const { calendarId, cursor: text, window } = question;
  const known: Cursor | null = text === null ? null : JSON.parse(text);
  const cursor = known ?? {
    link: viewPath(calendarId, "/delta", window),
    full: true,
    until: window.end,
    from: window.start,
  };
  const answer = await client.ask(cursor.link);
  const [more, done] = [linkOf(answer, "@odata.nextLink"), linkOf(answer, "@odata.deltaLink")];
  const link = more ?? done;
  if (link === null) throw cutOff();
  const items = itemsOf(answer);
  const { changes, unreadable } = await changesOf(client, calendarId, items, cursor);
  const next: Cursor = { ...cursor, link, full: cursor.full && more !== null };
  return {
    ...{ changes, unreadable, cursor: JSON.stringify(next), more: more !== null },
    ...{ full: cursor.full, coversUntil: cursor.until },
  };
}

function viewPath(calendarId: string, kind: "" | "/delta", range: { start: number; end: number }): string {
  const window = `startDateTime=${isoOf(range.start)}&endDateTime=${isoOf(range.end)}`;
  return `/me/calendars/${encodeURIComponent(calendarId)}/calendarView${kind}?${window}`;
}

async function changesOf(client: GraphClient, calendarId: string, items: readonly Json[], cursor: Cursor) {
  const series = new Map(items.filter(isSeries).map((item) => [textOf(item["id"]), item]));
  const changes: Change[] = [];
  let unreadable = 0;
  const take = (event: ProviderEvent | null) => {
    if (event === null) unreadable++;
    else changes.push({ kind: "changed", event });
  };
  const masterOf = async (id: string) => {
    const master = series.get(id) ?? (await fetchSeries(client, calendarId, id));
    series.set(id, master);
    return master;
  };
  // An increment has no word for an occurrence that was deleted: a series it touches is taken anew as a whole.
  const touched = cursor.full
    ? []
    : new Set([...series.keys(), ...items.map((item) => textOf(item["seriesMasterId"]))]);
  for (const id of touched) {
    if (id === "") continue;
    changes.push({ kind: "removed", id });
    const master = await masterOf(id);
    for (const item of await instancesIn(client, id, cursor)) take(readEvent(item, master));
  }
  for (const item of items) {
    const seriesId = textOf(item["seriesMasterId"]);
    if ("@removed" in item) changes.push({ kind: "removed", id: textOf(item["id"]) });
    else if (seriesId === "" && !isSeries(item)) take(readEvent(item));
    else if (seriesId !== "" && cursor.full) take(readEvent(item, await masterOf(seriesId)));
  }
  return { changes, unreadable };
}

function isSeries(item: Json): boolean {
  return item["type"] === "seriesMaster" && !("@removed" in item);
}

/** A series that is gone by now has occurrences that will be told of as removed. */
function fetchSeries(client: GraphClient, calendarId: string, id: string): Promise<Json> {
  const path = `/me/calendars/${encodeURIComponent(calendarId)}/events/${encodeURIComponent(id)}`;
  return orElse(
    client.ask(path),
    ({ failure }) => failure.kind === "notFound",
    (): Json => ({}),
  );
}

function instancesIn(client: GraphClient, id: string, { from, until }: Cursor): Promise<Json[]> {
  const range = `startDateTime=${isoOf(from)}&endDateTime=${isoOf(until)}`;
  const listed = client.list(`/me/events/${encodeURIComponent(id)}/instances?${range}`);
  return orElse(
    listed,
    ({ failure }) => failure.kind === "notFound",
    (): Json[] => [],
  );
}

export async function listBusy(client: GraphClient, { calendarId, range, timeZone }: BusyQuestion) {
  const items = await client.list(viewPath(calendarId, "", range));
  return busyOf(
    items.flatMap((item) => readEvent(item) ?? []),
    range,
    timeZone,
  );
}
