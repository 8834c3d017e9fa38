import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { zone } from "../../core/zone.ts";
import {
  Attendee,
  Booking,
  Client,
  Coach,
  DateTimeScalar,
  LocalDateTimeScalar,
  Place,
  SessionType,
  TimeZoneScalar,
} from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import type { ClientLoaders } from "../clients/client.loaders.ts";
import type { CoachLoaders } from "../coaches/coach.loaders.ts";
import { isCoach } from "../coaches/coach.policy.ts";
import type { SessionTypeLoaders } from "../session-types/session-type.loaders.ts";
import type { BookingLoaders } from "./booking.loaders.ts";
import { placeForClient } from "./booking.policy.ts";

type Context = RequestContext<BookingLoaders & ClientLoaders & CoachLoaders & SessionTypeLoaders>;

@Resolver(() => Booking)
export class BookingFieldsResolver {
  @FieldResolver(() => Coach)
  coach(@Root() booking: Booking, @Ctx() { loaders }: Context): Promise<Coach> {
    return loaders.coach.load(booking.coach.id);
  }

  @FieldResolver(() => SessionType)
  sessionType(@Root() booking: Booking, @Ctx() { loaders }: Context): Promise<SessionType> {
    return loaders.sessionType.load(booking.sessionType.id);
  }

  @FieldResolver(() => Place)
  place(@Root() booking: Booking, @Ctx() { viewer }: Context): Place {
    return isCoach(viewer, booking.coach.id) ? booking.place : placeForClient(booking.place, booking.status);
  }

  @FieldResolver(() => LocalDateTimeScalar, {
    description: "Wall-clock start in a zone; without one, in the zone of the agreement.",
  })
  localStart(
    @Root() booking: Booking,
    @Arg("timeZone", () => TimeZoneScalar, { nullable: true }) timeZone?: string,
  ): string {
    return zone(timeZone ?? booking.timeZone).toLocal(booking.startAt.getTime());
  }

  @FieldResolver(() => LocalDateTimeScalar)
  localEnd(
    @Root() booking: Booking,
    @Arg("timeZone", () => TimeZoneScalar, { nullable: true }) timeZone?: string,
  ): string {
    return zone(timeZone ?? booking.timeZone).toLocal(booking.endAt.getTime());
  }

  @FieldResolver(() => Int, {
    description: "Minutes east of UTC at the start, in a zone; without one, in that of the agreement.",
  })
  offsetMinutes(
    @Root() booking: Booking,
    @Arg("timeZone", () => TimeZoneScalar, { nullable: true }) timeZone?: string,
  ): number {
    return zone(timeZone ?? booking.timeZone).offsetMinutesAt(booking.startAt.getTime());
  }

  @FieldResolver(() => [Attendee], { nullable: true, description: "Who comes. For the coach alone." })
  attendees(@Root() booking: Booking, @Ctx() { viewer, loaders }: Context): Promise<Attendee[]> | null {
    return isCoach(viewer, booking.coach.id) ? loaders.attendees.load(booking.id) : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Seats in all: 1, or those of the group. For the coach alone.",
  })
  async capacity(@Root() booking: Booking, @Ctx() { viewer, loaders }: Context): Promise<number | null> {
    if (!isCoach(viewer, booking.coach.id)) return null;
    // A course keeps the seats that it was booked with.
    if (booking.capacity === 1 || booking.series) return booking.capacity;
    return (await loaders.sessionType.load(booking.sessionType.id)).capacity;
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: "Until when a held slot is kept. For the coach alone.",
  })
  holdExpiresAt(@Root() booking: Booking, @Ctx() { viewer }: Context): Date | null {
    return isCoach(viewer, booking.coach.id) ? booking.holdExpiresAt : null;
  }
}

@Resolver(() => SessionType)
export class SessionTypePlaceResolver {
  @FieldResolver(() => Place)
  place(@Root() type: SessionType, @Ctx() { viewer }: Context): Place {
    return isCoach(viewer, type.coach.id) ? type.place : placeForClient(type.place, null);
  }
}

@Resolver(() => Attendee)
export class AttendeeFieldsResolver {
  @FieldResolver(() => Booking)
  booking(@Root() seat: Attendee, @Ctx() { loaders }: Context): Promise<Booking> {
    return loaders.booking.load(seat.booking.id);
  }

  @FieldResolver(() => Client, {
    nullable: true,
    description: "The coach's record of this person. For the coach alone.",
  })
  async client(@Root() seat: Attendee, @Ctx() { viewer, loaders }: Context): Promise<Client | null> {
    if (!seat.client || !viewer?.coachId) return null;
    const client = await loaders.client.load(seat.client.id);
    return isCoach(viewer, client.coach.id) ? client : null;
  }

  @FieldResolver(() => LocalDateTimeScalar, { description: "Start of the session in the attendee's zone." })
  async localStart(@Root() seat: Attendee, @Ctx() { loaders }: Context): Promise<string> {
    return zone(seat.timeZone).toLocal((await loaders.booking.load(seat.booking.id)).startAt.getTime());
  }

  @FieldResolver(() => LocalDateTimeScalar, { description: "End of the session in the attendee's zone." })
  async localEnd(@Root() seat: Attendee, @Ctx() { loaders }: Context): Promise<string> {
    return zone(seat.timeZone).toLocal((await loaders.booking.load(seat.booking.id)).endAt.getTime());
  }
}
