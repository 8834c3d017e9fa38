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
  // A series that changed is taken anew as a whole, whichever of its occurrences Graph names.
  const renewed = cursor.full ? [] : [...series];
  for (const [id, master] of renewed) {
    changes.push({ kind: "removed", id });
    for (const item of await instancesIn(client, id, cursor)) take(readEvent(item, master));
  }
  for (const item of items) {
    const id = textOf(item["id"]);
    const seriesId = textOf(item["seriesMasterId"]);
    if ("@removed" in item) changes.push({ kind: "removed", id });
    else if (seriesId === "") {
      if (!isSeries(item)) take(readEvent(item));
    } else if (cursor.full || !series.has(seriesId)) {
      const master = series.get(seriesId) ?? (await masterOf(client, calendarId, seriesId));
      series.set(seriesId, master);
      take(readEvent(item, master));
    }
  }
  return { changes, unreadable };
}

function isSeries(item: Json): boolean {
  return item["type"] === "seriesMaster" && !("@removed" in item);
}

/** A series that is gone by now has occurrences that will be told of as removed. */
function masterOf(client: GraphClient, calendarId: string, id: string): Promise<Json> {
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
