import { createObject, deleteObject, updateObject } from "tsdav";
import type { Access, CalendarProvider, EventAddress, EventDraft, ProviderEvent } from "../calendar-provider.ts";
import { invalid, orElse, outcomeOf } from "../failure.ts";
import { keepForeign } from "../ical/keep-foreign.ts";
import { writeCalendar } from "../ical/write-calendar.ts";
import { listCalendars } from "./dav-calendars.ts";
import { getEvent, getText, listBusy, listChanges } from "./dav-changes.ts";
import { type DavClient, type DavOptions, openDav } from "./dav-client.ts";
import { connect } from "./dav-connect.ts";

/** Apple's calendars and every other CalDAV server (RFC 4791). A series comes with its exceptions in it. */
export function createCaldavCalendar(options: DavOptions): CalendarProvider {
  const ask = <T>(access: Access, work: (client: DavClient, self: readonly string[]) => Promise<T>) =>
    outcomeOf(async () => work(openDav(options, access), selfOf(access)));
  const noPush = () => outcomeOf<never>(() => Promise.reject(invalid("CalDAV has no watches")));
  return {
    name: "caldav",
    pushes: false,
    signIn: { kind: "password", connect: (request) => outcomeOf(() => connect(options, request)) },
    calendars: (access) => ask(access, listCalendars),
    changes: (access, question) =>
      ask(access, (client, self) => listChanges(client, question, self, options.pageSize ?? 100)),
    get: (access, at) => ask(access, (client, self) => getEvent(client, at.calendarId, at.id, self)),
    create: (access, calendarId, draft) => ask(access, (client, self) => create(client, calendarId, draft, self)),
    update: (access, at, etag, draft) => ask(access, (client, self) => update(client, at, etag, draft, self)),
    remove: (access, at, etag) => ask(access, (client, self) => remove(client, at, etag, self)),
    busy: (access, question) => ask(access, (client, self) => listBusy(client, question, self)),
    watch: noPush,
    renew: noPush,
    stop: noPush,
    readNotices: () => ({ kind: "notices", notices: [] }),
  };
}

/** The coach among the guests of a meeting. */
function selfOf({ credentials }: Access): readonly string[] {
  return credentials.kind === "password" ? [credentials.username] : [];
}

const contentType = { "content-type": "text/calendar; charset=utf-8" };

/** The address is made of the key, so a second event cannot come to be. */
async function create(
  client: DavClient,
  calendarId: string,
  draft: EventDraft,
  self: readonly string[],
): Promise<ProviderEvent> {
  const path = `${calendarId.replace(/\/?$/, "/")}${draft.key}.ics`;
  const data = writeCalendar(draft, Date.now());
  const written = client.write((fetched, headers) =>
    createObject({
      ...{ url: client.urlOf(path), data, fetch: fetched },
      headers: { ...headers, ...contentType, "if-none-match": "*" },
    }),
  );
  await orElse(
    written,
    ({ failure }) => failure.kind === "preconditionFailed",
    () => null,
  );
  // A server may change what it stores, and keep its tag to itself: so it is read.
  return getEvent(client, calendarId, path, self);
}

/** What the coach added to the event stays in it, so the old text is read first. */
async function update(
  client: DavClient,
  { calendarId, id }: EventAddress,
  etag: string,
  draft: EventDraft,
  self: readonly string[],
): Promise<ProviderEvent> {
  const before = await getText(client, calendarId, id);
  const data = keepForeign(writeCalendar(draft, Date.now()), before);
  await client.write((fetched, headers) =>
    updateObject({ url: client.urlOf(id), data, etag, fetch: fetched, headers: { ...headers, ...contentType } }),
  );
  return getEvent(client, calendarId, id, self);
}

async function remove(
  client: DavClient,
  { calendarId, id }: EventAddress,
  etag: string | null,
  self: readonly string[],
) {
  const removed = client.write((fetched, headers) =>
    deleteObject({ url: client.urlOf(id), fetch: fetched, headers, ...(etag !== null && { etag }) }),
  );
  await orElse(
    removed,
    ({ failure: { kind } }) => kind === "notFound" || kind === "preconditionFailed",
    async (refusal) => {
      // Some servers say of what is gone that it has another tag.
      const gone = await orElse(
        getEvent(client, calendarId, id, self),
        ({ failure: { kind } }) => kind === "notFound",
        () => null,
      );
      if (gone !== null) throw refusal;
    },
  );
  return null;
}
