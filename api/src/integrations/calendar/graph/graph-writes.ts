import { DAY } from "../../../core/local-date.ts";
import type {
  EventAddress,
  EventDetails,
  EventDraft,
  EventException,
  OriginalStart,
  ProviderEvent,
} from "../calendar-provider.ts";
import { orElse, Refusal } from "../failure.ts";
import { occurrencesOf } from "../occurrences.ts";
import { type GraphClient, itemsOf, type Json } from "./graph-client.ts";
import { KEY_PROPERTY, readEvent, readWhole, writeDetails, writeEvent, writeNew } from "./graph-event.ts";

/** How far single sessions of a series without an end are looked at. */
const FAR = 730 * DAY;

const eventsPath = (calendarId: string) => `/me/calendars/${encodeURIComponent(calendarId)}/events`;
const eventPath = ({ calendarId, id }: EventAddress) => `${eventsPath(calendarId)}/${encodeURIComponent(id)}`;

export async function getEvent(client: GraphClient, at: EventAddress): Promise<ProviderEvent> {
  const event = readWhole(await client.ask(eventPath(at)));
  if (event.recurrence === null) return event;
  return { ...event, exceptions: exceptionsOf(event, await instancesOf(client, event)) };
}

/** The single sessions of a series, as Graph has them. */
async function instancesOf(client: GraphClient, series: ProviderEvent): Promise<ProviderEvent[]> {
  const { start, end } = reachOf(series);
  const range = `startDateTime=${isoOf(start)}&endDateTime=${isoOf(end)}`;
  const items = await client.list(`/me/events/${encodeURIComponent(series.id)}/instances?${range}`);
  return items.flatMap((item) => readEvent(item) ?? []);
}

function reachOf({ details: { time } }: ProviderEvent): { start: number; end: number } {
  const start = time.kind === "timed" ? time.start : Date.parse(time.start);
  return { start: start - 30 * DAY, end: Math.max(start, Date.now()) + FAR };
}

export function isoOf(instant: number): string {
  return new Date(instant).toISOString();
}

/** What is different from the rule: sessions elsewhere, and those that the rule has and Graph has not. */
function exceptionsOf(series: ProviderEvent, instances: readonly ProviderEvent[]): EventException[] {
  const there = new Map<OriginalStart | null, EventDetails>(
    instances.map(({ originalStart, details }) => [originalStart, details]),
  );
  const reach = reachOf(series);
  // Sessions moved to beyond the last of them are still within the reach; those that the rule has there are not asked for.
  const planned = occurrencesOf([series], { start: reach.start, end: reach.end - 31 * DAY }, "UTC").occurrences;
  return planned.flatMap(({ originalStart, details: plan }): EventException[] => {
    if (originalStart === null) return [];
    const details = there.get(originalStart);
    if (details === undefined) return [{ originalStart, details: null }];
    return isSame(details, plan) ? [] : [{ originalStart, details }];
  });
}

function isSame(a: EventDetails, b: EventDetails): boolean {
  return JSON.stringify(writable(a)) === JSON.stringify(writable(b));
}

function writable({ title, description, location, time, blocking, isPrivate }: EventDetails) {
  const at = time.kind === "timed" ? [time.start, time.end] : time;
  return [title, description, location, at, blocking, isPrivate];
}

/**
 * Found by our own property first: what was written long ago, and its answer lost, is not written again. A transaction id
 * that Graph has seen on an event that is not there any more belongs to one that was deleted.
 */
export async function createEvent(client: GraphClient, calendarId: string, draft: EventDraft): Promise<ProviderEvent> {
  const known = await findByKey(client, calendarId, draft.key);
  if (known !== null) return getEvent(client, { calendarId, id: known });
  const written = await orElse(
    client.ask(eventsPath(calendarId), { method: "POST", body: writeNew(draft) }),
    ({ failure }) => failure.detail.endsWith("ErrorDuplicateTransactionId"),
    () => null,
  );
  if (written === null) {
    const there = await findByKey(client, calendarId, draft.key);
    if (there === null) throw new Refusal({ kind: "notFound", detail: "deleted" });
    return getEvent(client, { calendarId, id: there });
  }
  const made = readWhole(written);
  const isPlain = draft.exceptions.length === 0 && draft.recurrence?.excluded.length === 0;
  if (draft.recurrence === null || isPlain) return made;
  await writeExceptions(client, calendarId, made, draft);
  return getEvent(client, { calendarId, id: made.id });
}

async function findByKey(client: GraphClient, calendarId: string, key: string): Promise<string | null> {
  const property = `ep/id eq '${KEY_PROPERTY}' and ep/value eq '${key}'`;
  const filter = encodeURIComponent(`singleValueExtendedProperties/any(ep: ${property})`);
  const [found] = itemsOf(await client.ask(`${eventsPath(calendarId)}?$filter=${filter}`));
  return found ? readWhole(found).id : null;
}

export async function updateEvent(
  client: GraphClient,
  at: EventAddress,
  etag: string,
  draft: EventDraft,
): Promise<ProviderEvent> {
  const body = writeEvent(draft);
  const written = readWhole(await client.ask(eventPath(at), { method: "PATCH", body, ifMatch: etag }));
  if (draft.recurrence === null) return written;
  await writeExceptions(client, at.calendarId, written, draft);
  return getEvent(client, at);
}

/** Makes the single sessions outside those of the draft. */
async function writeExceptions(
  client: GraphClient,
  calendarId: string,
  series: ProviderEvent,
  draft: EventDraft,
): Promise<void> {
  const { recurrence, details, exceptions } = draft;
  const planned = occurrencesOf([{ ...series, recurrence, details, exceptions }], reachOf(series), "UTC").occurrences;
  const wanted = new Map(planned.map((it): [OriginalStart | null, EventDetails] => [it.originalStart, it.details]));
  for (const instance of await instancesOf(client, series)) {
    const plan = wanted.get(instance.originalStart);
    const path = eventPath({ calendarId, id: instance.id });
    if (plan === undefined) await orElse(client.ask(path, { method: "DELETE" }), isGone, (): Json => ({}));
    else if (!isSame(plan, instance.details)) {
      await client.ask(path, { method: "PATCH", body: writeDetails(plan) });
    }
  }
}

const isGone = ({ failure }: Refusal) => failure.kind === "notFound";

export async function removeEvent(client: GraphClient, at: EventAddress, etag: string | null): Promise<null> {
  const removed = client.ask(eventPath(at), { method: "DELETE", ...(etag !== null && { ifMatch: etag }) });
  await orElse(removed, isGone, (): Json => ({}));
  return null;
}
