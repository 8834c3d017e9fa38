import { invalid } from "../failure.ts";

/** What a text of iCalendar has in it, as unfolded lines; cheap to make, and bounded whatever the text is. */
export interface CalendarLines {
  /** The lines of each VEVENT that matter to us. */
  readonly events: readonly (readonly string[])[];
  /** The lines of each VTIMEZONE, with its parts. */
  readonly zones: readonly (readonly string[])[];
  /** Lines of the calendar itself. */
  readonly properties: readonly string[];
  /** Whether the calendar was there and had an end. */
  readonly whole: boolean;
}

/** Nobody has so many; a text of 5 MB could name forty thousand. */
const MOST_EVENTS = 20_000;
const MOST_ZONES = 300;
const MOST_LINES = 2000;
/** A longer line is cut: no title or rule needs as much. */
const LONGEST_LINE = 65_536;

/** What we read of an event. The rest (pictures, alarms, lists of guests) is skipped unread. */
const wanted =
  /^(UID|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|SEQUENCE|SUMMARY|DESCRIPTION|LOCATION|STATUS|TRANSP|CLASS|ATTENDEE|X-MICROSOFT-CDO-BUSYSTATUS)[;:]/i;

/** Takes a text apart (RFC 5545 3.1). Throws a refusal for more events than anybody has. */
export function readContentLines(text: string): CalendarLines {
  const reader = new Reader();
  let line: string | null = null;
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf("\n", from);
    const end = newline < 0 ? text.length : newline;
    const first = text.charCodeAt(from);
    const stop = text.charCodeAt(end - 1) === 13 && end > from ? end - 1 : end;
    if (first === 32 || first === 9) {
      const room = LONGEST_LINE - (line?.length ?? LONGEST_LINE);
      if (room > 0) line += text.slice(from + 1, Math.min(stop, from + 1 + room));
    } else {
      if (line !== null) reader.take(line);
      line = text.slice(from, Math.min(stop, from + LONGEST_LINE));
    }
    from = end + 1;
  }
  if (line !== null) reader.take(line);
  return reader;
}

class Reader implements CalendarLines {
  readonly events: string[][] = [];
  readonly zones: string[][] = [];
  readonly properties: string[] = [];
  whole = false;
  readonly #open: string[] = [];
  #event: string[] | null = null;
  #zone: string[] | null = null;

  take(line: string): void {
    const begun = /^BEGIN:([\w-]+)\s*$/i.exec(line)?.[1]?.toUpperCase();
    const ended = /^END:([\w-]+)\s*$/i.exec(line)?.[1]?.toUpperCase();
    if (begun !== undefined) this.#begin(begun);
    else if (ended !== undefined) this.#end(ended);
    else if (this.#zone !== null) {
      if (this.#zone.length < MOST_LINES) this.#zone.push(line);
    } else if (this.#event !== null) {
      const isOwn = this.#open.at(-1) === "VEVENT";
      if (isOwn && this.#event.length < MOST_LINES && wanted.test(line)) this.#event.push(line);
    } else if (this.#open.length === 1 && this.properties.length < 100) this.properties.push(line);
  }

  #begin(name: string): void {
    this.#open.push(name);
    if (this.#open.length > 20) throw invalid("calendar nested too deep");
    if (this.#zone !== null) this.#zone.push(`BEGIN:${name}`);
    else if (name === "VEVENT" && this.#event === null) this.#event = [];
    else if (name === "VTIMEZONE" && this.zones.length < MOST_ZONES) this.#zone = [];
  }

  #end(name: string): void {
    const at = this.#open.lastIndexOf(name);
    if (at < 0) return;
    // What was left open within it ends with it.
    this.#open.length = at;
    if (name === "VCALENDAR") this.whole = true;
    if (name === "VTIMEZONE" && this.#zone !== null) {
      this.zones.push(this.#zone);
      this.#zone = null;
    } else if (this.#zone !== null) this.#zone.push(`END:${name}`);
    if (name === "VEVENT" && this.#event !== null) {
      if (this.events.length === MOST_EVENTS) throw invalid(`more than ${MOST_EVENTS} events`);
      this.events.push(this.#event);
      this.#event = null;
    }
  }
}
