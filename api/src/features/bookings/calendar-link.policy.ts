/** A session as it is put into a calendar of the client's own; instants are epoch milliseconds. */
export interface CalendarEntry {
  readonly title: string;
  readonly description: string;
  readonly location: string;
  readonly start: number;
  readonly end: number;
}

/** An address that opens Google Calendar with the session filled in. */
export function googleCalendarUrl({ title, description, location, start, end }: CalendarEntry): string {
  const dates = `${compact(start)}/${compact(end)}`;
  return withQuery("https://calendar.google.com/calendar/render", {
    ...{ action: "TEMPLATE", text: title, dates, details: description, location },
  });
}

/** The same for Outlook on the web. */
export function outlookCalendarUrl({ title, description, location, start, end }: CalendarEntry): string {
  return withQuery("https://outlook.live.com/calendar/0/action/compose", {
    ...{ rru: "addevent", subject: title, body: description, location },
    ...{ startdt: new Date(start).toISOString(), enddt: new Date(end).toISOString() },
  });
}

/** Spaces as %20: Outlook shows a plus as it is. */
function withQuery(address: string, parameters: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(parameters).map(
    ([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`,
  );
  return `${address}?${pairs.join("&")}`;
}

/** 20260302T140000Z */
function compact(instant: number): string {
  return new Date(instant).toISOString().replace(/[-:]|\.\d{3}/g, "");
}
