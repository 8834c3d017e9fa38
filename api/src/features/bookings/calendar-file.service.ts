import ical, { ICalCalendarMethod, ICalEventStatus } from "ical-generator";
import { Attendee, Booking, type BookingStatus } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import type { TokenSigner } from "../../platform/secrets.ts";
import type { BookingAccess } from "./booking.inputs.ts";
import { asOf, placeForClient, showAsSeat } from "./booking.policy.ts";
import { type CalendarEntry, googleCalendarUrl, outlookCalendarUrl } from "./calendar-link.policy.ts";

/** Where a client finds her session for a calendar of her own. */
export interface CalendarAddresses {
  readonly file: string;
  readonly google: string;
  readonly outlook: string;
}

export interface CalendarFileDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly tokens: TokenSigner;
  /** The origin of the page on which the client moves or cancels. */
  readonly publicUrl: string;
}

/** A session as others' calendars take it: a file, or an address with everything in it. */
export class CalendarFileService {
  private readonly deps: CalendarFileDependencies;

  constructor(deps: CalendarFileDependencies) {
    this.deps = deps;
  }

  /** The session of a seat as an iCalendar file with that one event, in UTC; null for a token that opens none. */
  async fileOf(token: string): Promise<string | null> {
    const seatId = this.deps.tokens.verify("seat", token);
    const seat = seatId && (await this.deps.db.em().findOne(Attendee, { id: seatId, client: { $ne: null } }));
    if (!seat) return null;
    const booking = await this.bookingOf(seat.booking.id);
    const { status } = asOf(showAsSeat(booking, seat), this.deps.clock.now());
    const calendar = ical({ prodId: { company: "Kairos", product: "Sessions", language: "EN" } });
    calendar.method(ICalCalendarMethod.PUBLISH);
    const { title, description, location, start, end } = this.entryOf(booking, seat);
    calendar.createEvent({
      ...{ id: `${seat.id}@kairos`, sequence: booking.version, stamp: new Date(this.deps.clock.now()) },
      ...{ start: new Date(start), end: new Date(end), summary: title, description, location },
      status: statusOf(status),
    });
    return calendar.toString();
  }

  /** The addresses for a seat in a booking, as its client sees it. */
  async addressesOf({ booking, attendee }: Pick<BookingAccess, "booking" | "attendee">): Promise<CalendarAddresses> {
    const entry = this.entryOf(Object.assign(await this.bookingOf(booking.id), { status: booking.status }), attendee);
    return {
      file: calendarFilePath(this.deps.tokens.sign("seat", attendee.id)),
      google: googleCalendarUrl(entry),
      outlook: outlookCalendarUrl(entry),
    };
  }

  private entryOf(
    { coach, sessionType, place, status, startAt, endAt }: Booking,
    { id, guests }: Pick<Attendee, "id" | "guests">,
  ): CalendarEntry {
    const { kind, detail: location } = placeForClient(place, status);
    const ownPage = `${this.deps.publicUrl}/manage/${this.deps.tokens.sign("seat", id)}`;
    const lines = [
      ...(kind === "video" && location ? [`Join here: ${location}`] : []),
      ...(kind === "phone" && location ? [`Call ${location}`] : []),
      ...(guests.length > 0 ? [`With ${guests.map(({ name, email }) => name ?? email).join(", ")}`] : []),
      `Move or cancel: ${ownPage}`,
    ];
    return {
      title: `${sessionType.getEntity().name} with ${coach.getEntity().name}`,
      ...{ description: lines.join("\n"), location, start: startAt.getTime(), end: endAt.getTime() },
    };
  }

  private bookingOf(id: string): Promise<Booking> {
    return this.deps.db.em().findOneOrFail(Booking, { id }, { populate: ["coach", "sessionType"] });
  }
}

function calendarFilePath(token: string): string {
  return `/api/sessions/${token}/session.ics`;
}

function statusOf(status: BookingStatus): ICalEventStatus {
  if (status === "cancelled") return ICalEventStatus.CANCELLED;
  return status === "pending" || status === "held" ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
}
