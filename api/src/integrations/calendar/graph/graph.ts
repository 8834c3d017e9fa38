import type { Access, CalendarProvider, ProviderCalendar } from "../calendar-provider.ts";
import { outcomeOf } from "../failure.ts";
import { listBusy, listChanges } from "./graph-changes.ts";
import { cutOff, GraphClient, type GraphOptions } from "./graph-client.ts";
import { textOf } from "./graph-event.ts";
import { readGraphNotices, renewWatch, startWatch, stopWatch } from "./graph-notice.ts";
import { graphSignIn } from "./graph-sign-in.ts";
import { createEvent, getEvent, removeEvent, updateEvent } from "./graph-writes.ts";

/** Outlook and Microsoft 365. Recurring events come counted out, within the window that a reading began with. */
export function createGraphCalendar(options: GraphOptions): CalendarProvider {
  const ask = <T>(access: Access, work: (client: GraphClient) => Promise<T>) =>
    outcomeOf(async () => work(await GraphClient.open(options, access)));
  return {
    name: "microsoft",
    pushes: true,
    signIn: graphSignIn(options),
    calendars: (access) => ask(access, listCalendars),
    changes: (access, question) => ask(access, (client) => listChanges(client, question)),
    get: (access, at) => ask(access, (client) => getEvent(client, at)),
    create: (access, calendarId, draft) => ask(access, (client) => createEvent(client, calendarId, draft)),
    update: (access, at, etag, draft) => ask(access, (client) => updateEvent(client, at, etag, draft)),
    remove: (access, at, etag) => ask(access, (client) => removeEvent(client, at, etag)),
    busy: (access, question) => ask(access, (client) => listBusy(client, question)),
    watch: (access, calendarId, request) => ask(access, (client) => startWatch(client, calendarId, request)),
    renew: (access, calendarId, watch, request) =>
      ask(access, (client) => renewWatch(client, calendarId, watch, request)),
    stop: (access, watch) => ask(access, (client) => stopWatch(client, watch)),
    readNotices: readGraphNotices,
  };
}

async function listCalendars(client: GraphClient): Promise<ProviderCalendar[]> {
  const items = await client.list("/me/calendars?$top=100");
  return items.map((item) => {
    const id = textOf(item["id"]);
    if (id === "") throw cutOff();
    const colour = /^#[0-9a-f]{6}$/i.exec(textOf(item["hexColor"]))?.[0] ?? null;
    return {
      ...{ id, name: textOf(item["name"]), colour, timeZone: null },
      ...{ writable: item["canEdit"] === true, isPrimary: item["isDefaultCalendar"] === true },
    };
  });
}
