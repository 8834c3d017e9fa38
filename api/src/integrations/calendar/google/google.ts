import type {
  Access,
  BusyQuestion,
  CalendarProvider,
  ChangePage,
  ChangeQuestion,
  ProviderCalendar,
  ProviderEvent,
} from "../calendar-provider.ts";
import { orElse, outcomeOf, Refusal } from "../failure.ts";
import { busyOf } from "../occurrences.ts";
import { cutOff, type GoogleCalendarClient, type GoogleOptions, openCalendar } from "./google-client.ts";
import { changeOf, readEvent } from "./google-event.ts";
import { readGoogleNotices, renewWatch, startWatch, stopWatch } from "./google-notice.ts";
import { googleSignIn } from "./google-sign-in.ts";
import { createEvent, getEvent, removeEvent, updateEvent } from "./google-writes.ts";

/** More pages than this in one question are not asked for. */
const MOST_PAGES = 50;

/** Google Calendar v3. Recurring events come as their rule, with exceptions as events of their own. */
export function createGoogleCalendar(options: GoogleOptions): CalendarProvider {
  const ask = <T>(access: Access, work: (client: GoogleCalendarClient) => Promise<T>) =>
    outcomeOf(async () => work(await openCalendar(options, access)));
  return {
    name: "google",
    pushes: true,
    signIn: googleSignIn(options),
    calendars: (access) => ask(access, listCalendars),
    changes: (access, question) => ask(access, (client) => listChanges(client, question, options.pageSize ?? 500)),
    get: (access, at) => ask(access, (client) => getEvent(client, at)),
    create: (access, calendarId, draft) => ask(access, (client) => createEvent(client, calendarId, draft)),
    update: (access, at, etag, draft) => ask(access, (client) => updateEvent(client, at, etag, draft)),
    remove: (access, at, etag) => ask(access, (client) => removeEvent(client, at, etag)),
    busy: (access, question) => ask(access, (client) => listBusy(client, question)),
    watch: (access, calendarId, request) => ask(access, (client) => startWatch(client, calendarId, request)),
    renew: (access, calendarId, watch, request) =>
      ask(access, (client) => renewWatch(client, calendarId, watch, request)),
    stop: (access, watch) => ask(access, (client) => stopWatch(client, watch)),
    readNotices: readGoogleNotices,
  };
}

async function listCalendars({ ask }: GoogleCalendarClient): Promise<ProviderCalendar[]> {
  const calendars: ProviderCalendar[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const list = await ask((api) => api.calendarList.list({ maxResults: 250, ...(pageToken && { pageToken }) }));
    if (!Array.isArray(list.items)) throw cutOff();
    for (const { id, summaryOverride, summary, backgroundColor, timeZone, accessRole, primary } of list.items) {
      if (!id) throw cutOff();
      calendars.push({
        ...{ id, name: summaryOverride ?? summary ?? id, colour: backgroundColor ?? null, timeZone: timeZone ?? null },
        ...{ writable: accessRole === "owner" || accessRole === "writer", isPrimary: primary === true },
      });
    }
    pageToken = list.nextPageToken ?? undefined;
    if (pageToken === undefined) break;
  }
  return calendars;
}

/** Where a reading stands. Google keeps the parameters of the first reading in its tokens, `from` among them. */
interface Cursor {
  readonly syncToken: string | null;
  readonly pageToken: string | null;
  readonly from: number;
}

async function listChanges(
  { ask }: GoogleCalendarClient,
  { calendarId, cursor, window }: ChangeQuestion,
  maxResults: number,
): Promise<ChangePage> {
  const { syncToken, pageToken, from } = readCursor(cursor) ?? { syncToken: null, pageToken: null, from: window.start };
  const full = syncToken === null;
  const list = await orElse(
    ask((api) =>
      api.events.list({
        ...{ calendarId, maxResults, singleEvents: false, maxAttendees: 1 },
        ...(full ? { timeMin: new Date(from).toISOString() } : { syncToken }),
        ...(pageToken !== null && { pageToken }),
      }),
    ),
    // A token that Google cannot read any more is “400 invalid”; without one, 400 is our own fault.
    ({ status }) => status === 400 && cursor !== null,
    ({ failure }) => {
      throw new Refusal({ kind: "cursorExpired", detail: failure.detail }, 400);
    },
  );
  const { items, nextPageToken, nextSyncToken, timeZone } = list;
  if (!Array.isArray(items) || !(nextPageToken || nextSyncToken)) throw cutOff();
  const next: Cursor = nextPageToken
    ? { syncToken, pageToken: nextPageToken, from }
    : { syncToken: nextSyncToken ?? null, pageToken: null, from };
  const changes = items.map((event) => changeOf(event, timeZone ?? "UTC")).filter((change) => change !== null);
  return {
    ...{ changes, cursor: JSON.stringify(next), more: Boolean(nextPageToken), full, coversUntil: null },
    unreadable: items.length - changes.length,
  };
}

function readCursor(text: string | null): Cursor | null {
  return text === null ? null : JSON.parse(text);
}

async function listBusy({ ask }: GoogleCalendarClient, { calendarId, range, timeZone }: BusyQuestion) {
  const events: ProviderEvent[] = [];
  let pageToken: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const list = await ask((api) =>
      api.events.list({
        ...{ calendarId, maxResults: 2500, singleEvents: true, maxAttendees: 1 },
        ...{ timeMin: new Date(range.start).toISOString(), timeMax: new Date(range.end).toISOString() },
        ...(pageToken && { pageToken }),
      }),
    );
    if (!Array.isArray(list.items)) throw cutOff();
    events.push(...list.items.flatMap((event) => readEvent(event, list.timeZone ?? "UTC") ?? []));
    pageToken = list.nextPageToken ?? undefined;
    if (pageToken === undefined) break;
  }
  return busyOf(events, range, timeZone);
}
