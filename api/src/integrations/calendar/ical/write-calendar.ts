import ical, {
  type ICalCalendar,
  ICalEventClass,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalMomentTimezoneStub,
} from "ical-generator";
import { zone } from "../../../core/zone.ts";
import type { EventDetails, EventDraft } from "../calendar-provider.ts";
import { invalid } from "../failure.ts";
import { uidOfKey } from "./read-calendar.ts";
import { recurrenceLines } from "./recurrence-lines.ts";
import { vtimezone } from "./vtimezone.ts";

/**
 * The iCalendar object of a draft: one UID, the rule with what is left out, and its exceptions by RECURRENCE-ID, in the
 * zones they were agreed in. `stamp` is now.
 */
export function writeCalendar(draft: EventDraft, stamp: number): string {
  const { details, recurrence, exceptions } = draft;
  if (details.time.kind !== "timed") throw invalid("a session has instants");
  const { timeZone } = details.time;
  const calendar = ical({ prodId: { company: "Kairos", product: "Sessions", language: "EN" } });
  const first = Math.min(details.time.start, ...exceptions.map(({ originalStart }) => Number(originalStart)));
  const year = Number(zone(timeZone).toLocal(first).slice(0, 4));
  calendar.timezone({ name: null, generator: (name) => vtimezone(name, year - 1) });
  const event = addEvent(calendar, draft, details, stamp);
  if (recurrence !== null) {
    const left = exceptions.filter((exception) => exception.details === null);
    const excluded = left.map(({ originalStart }) => zone(timeZone).toLocal(Number(originalStart)));
    const lines = recurrenceLines({ ...recurrence, excluded: [...recurrence.excluded, ...excluded] });
    event.repeating(lines.join("\r\n"));
  }
  for (const { originalStart, details: changed } of exceptions) {
    if (changed === null || typeof originalStart !== "number") continue;
    addEvent(calendar, draft, changed, stamp).recurrenceId(new WallTime(originalStart, timeZone));
  }
  return calendar.toString();
}

function addEvent(calendar: ICalCalendar, { key, sequence }: EventDraft, details: EventDetails, stamp: number) {
  const { title, description, location, time, blocking, isPrivate } = details;
  if (time.kind !== "timed") throw invalid("a session has instants");
  const { start, end, timeZone } = time;
  return calendar.createEvent({
    ...{ id: uidOfKey(key), sequence, stamp: new Date(stamp), summary: title, timezone: timeZone },
    ...{ start: new WallTime(start, timeZone), end: new WallTime(end, timeZone) },
    ...(description !== "" && { description }),
    ...(location !== "" && { location }),
    status: blocking === "tentative" ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED,
    transparency: blocking === "free" ? ICalEventTransparency.TRANSPARENT : ICalEventTransparency.OPAQUE,
    class: isPrivate ? ICalEventClass.PRIVATE : ICalEventClass.PUBLIC,
  });
}

/**
 * An instant as the wall of a zone shows it, in the form of moment that ical-generator takes: a plain Date it would
 * write in the zone of this process, or by the rules of the runtime.
 */
class WallTime implements ICalMomentTimezoneStub {
  readonly _isAMomentObject = true;
  readonly #instant: number;
  readonly #timeZone: string;

  constructor(instant: number, timeZone: string) {
    this.#instant = instant;
    this.#timeZone = timeZone;
  }

  format(format?: string): string {
    const local = zone(this.#timeZone).toLocal(this.#instant);
    const [date = "", time = ""] = local.replaceAll(/[-:]/g, "").split("T");
    return format === "YYYYMMDD" ? date : time.padEnd(6, "0");
  }

  tz(): string;
  tz(timeZone: string): ICalMomentTimezoneStub;
  tz(timeZone?: string): string | ICalMomentTimezoneStub {
    return timeZone === undefined ? this.#timeZone : new WallTime(this.#instant, timeZone);
  }

  utc(): ICalMomentTimezoneStub {
    return new WallTime(this.#instant, "UTC");
  }

  clone(): ICalMomentTimezoneStub {
    return this;
  }

  isValid(): boolean {
    return true;
  }

  toDate(): Date {
    return new Date(this.#instant);
  }

  toJSON(): string {
    return this.toDate().toJSON();
  }
}
