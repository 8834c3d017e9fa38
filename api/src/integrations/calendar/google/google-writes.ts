import type { EventAddress, EventDraft, EventException, ProviderEvent } from "../calendar-provider.ts";
import { orElse, Refusal } from "../failure.ts";
import type { GoogleCalendarClient } from "./google-client.ts";
import { idOfKey, instanceId, isGone, readWhole, writeDetails, writeEvent } from "./google-event.ts";

export async function getEvent(client: GoogleCalendarClient, at: EventAddress): Promise<ProviderEvent> {
  const event = await client.ask((api) => api.events.get({ calendarId: at.calendarId, eventId: at.id }));
  if (event.status === "cancelled") throw new Refusal({ kind: "notFound", detail: "deleted" }, 410);
  const read = readWhole(event);
  if (read.recurrence === null) return read;
  const exceptions = await exceptionsOf(client, at, read.uid);
  return { ...read, exceptions };
}

/** The exceptions of a series, which Google keeps under the same UID. */
async function exceptionsOf({ ask }: GoogleCalendarClient, { calendarId, id }: EventAddress, iCalUID: string) {
  const exceptions: EventException[] = [];
  let pageToken: string | undefined;
  do {
    const list = await ask((api) =>
      api.events.list({ calendarId, iCalUID, showDeleted: true, maxResults: 2500, ...(pageToken && { pageToken }) }),
    );
    for (const item of list.items ?? []) {
      if (item.recurringEventId !== id) continue;
      const { originalStart, details } = readWhole(item);
      if (originalStart !== null) exceptions.push({ originalStart, details: details.cancelled ? null : details });
    }
    pageToken = list.nextPageToken ?? undefined;
  } while (pageToken !== undefined);
  return exceptions;
}

export async function createEvent(
  client: GoogleCalendarClient,
  calendarId: string,
  draft: EventDraft,
): Promise<ProviderEvent> {
  const at = { calendarId, id: idOfKey(draft.key) };
  const requestBody = { id: at.id, ...writeEvent(draft) };
  const written = await orElse(
    client.ask((api) => api.events.insert({ calendarId, requestBody, sendUpdates: "none" })),
    ({ status }) => status === 409,
    () => null,
  );
  if (written === null) return getEvent(client, at);
  if (draft.exceptions.length === 0) return readWhole(written);
  await writeExceptions(client, at, draft, []);
  return getEvent(client, at);
}

export async function updateEvent(
  client: GoogleCalendarClient,
  at: EventAddress,
  etag: string,
  draft: EventDraft,
): Promise<ProviderEvent> {
  const { calendarId, id: eventId } = at;
  const written = await orElse(
    client.ask((api) =>
      api.events.patch(
        { calendarId, eventId, sendUpdates: "none", requestBody: writeEvent(draft) },
        { headers: { "If-Match": etag } },
      ),
    ),
    // Google forbids to change what was deleted; whether that is the reason, reading tells.
    ({ failure }) => failure.kind === "forbidden",
    async (refusal) => {
      await getEvent(client, at);
      throw refusal;
    },
  );
  if (isGone(written)) throw new Refusal({ kind: "notFound", detail: "deleted" }, 410);
  const read = readWhole(written);
  if (read.recurrence === null) return read;
  await writeExceptions(client, at, draft, await exceptionsOf(client, at, read.uid));
  return getEvent(client, at);
}

/** Makes the exceptions outside those of the draft: writes its own, and puts back what it does not name. */
async function writeExceptions(
  { ask }: GoogleCalendarClient,
  at: EventAddress,
  { details: plain, exceptions }: EventDraft,
  there: readonly EventException[],
): Promise<void> {
  const { calendarId, id } = at;
  const wanted = new Map(exceptions.map((exception) => [exception.originalStart, exception.details]));
  for (const { originalStart } of there) {
    if (wanted.has(originalStart) || typeof originalStart !== "number" || plain.time.kind !== "timed") continue;
    const time = { ...plain.time, start: originalStart, end: originalStart + plain.time.end - plain.time.start };
    wanted.set(originalStart, { ...plain, time });
  }
  for (const [originalStart, details] of wanted) {
    const requestBody = details === null ? { status: "cancelled" } : writeDetails(details);
    const eventId = instanceId(id, originalStart);
    const written = ask((api) => api.events.patch({ calendarId, eventId, sendUpdates: "none", requestBody }));
    // An occurrence that the rule does not have (any more) needs no leaving out.
    await orElse(
      written,
      ({ status }) => details === null && status === 404,
      () => null,
    );
  }
}

export async function removeEvent(
  { ask }: GoogleCalendarClient,
  { calendarId, id: eventId }: EventAddress,
  etag: string | null,
): Promise<null> {
  const headers = etag === null ? {} : { "If-Match": etag };
  const removed = ask((api) => api.events.delete({ calendarId, eventId, sendUpdates: "none" }, { headers }));
  await orElse(
    removed,
    ({ failure }) => failure.kind === "notFound",
    () => null,
  );
  return null;
}
