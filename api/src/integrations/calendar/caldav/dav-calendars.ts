import type { ProviderCalendar } from "../calendar-provider.ts";
import { knownZone } from "../ical/zone-names.ts";
import { asXml, type DavClient, type DavResource, textOf } from "./dav-client.ts";

const wanted = {
  "d:propfind": {
    "d:prop": {
      "d:displayname": {},
      "d:resourcetype": {},
      "d:current-user-privilege-set": {},
      "c:supported-calendar-component-set": {},
      "c:calendar-timezone": {},
      "ca:calendar-color": {},
    },
  },
};

/** The collections for events in a user's home; those for tasks, the inbox and the like are left out. */
export async function listCalendars(client: DavClient): Promise<ProviderCalendar[]> {
  const { resources } = await client.ask(client.at.href, "PROPFIND", "1", wanted);
  const calendars = resources.filter(({ status, properties }) => {
    if (status !== 200 && status !== 207) return false;
    return "calendar" in asXml(properties["resourcetype"]) && takesEvents(properties["supportedCalendarComponentSet"]);
  });
  const first = calendars.find(isWritable);
  return calendars.map((calendar) => calendarOf(calendar, calendar === first));
}

function takesEvents(components: unknown): boolean {
  const { comp } = asXml(components);
  const names = (Array.isArray(comp) ? comp : [comp]).map((it) => asXml(asXml(it)["_attributes"])["name"]);
  return comp === undefined || names.includes("VEVENT");
}

function calendarOf(calendar: DavResource, isPrimary: boolean): ProviderCalendar {
  const { path, properties } = calendar;
  const colour = /^#[0-9a-f]{6}/i.exec(textOf(properties["calendarColor"]) ?? "")?.[0] ?? null;
  const tzid = /^TZID:(.+)$/m.exec(textOf(properties["calendarTimezone"]) ?? "")?.[1];
  return {
    ...{ id: path, name: textOf(properties["displayname"]) || nameOf(path), colour },
    ...{ timeZone: tzid === undefined ? null : knownZone(tzid), writable: isWritable(calendar), isPrimary },
  };
}

function nameOf(path: string): string {
  return decodeURIComponent(path.replace(/\/$/, "").split("/").at(-1) ?? path);
}

/** Without a word about privileges, trying will tell. */
function isWritable({ properties }: DavResource): boolean {
  const { privilege } = asXml(properties["currentUserPrivilegeSet"]);
  if (privilege === undefined) return true;
  const names = (Array.isArray(privilege) ? privilege : [privilege]).flatMap((it) => Object.keys(asXml(it)));
  return names.some((name) => name === "all" || name === "write" || name === "writeContent" || name === "bind");
}
