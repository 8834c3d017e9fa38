import { Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { zone } from "../../core/zone.ts";
import { Booking, LocalDateTimeScalar, Offer, SessionType, WaitlistEntry } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import type { BookingLoaders } from "../bookings/booking.loaders.ts";
import { isCoach } from "../coaches/coach.policy.ts";
import type { SessionTypeLoaders } from "../session-types/session-type.loaders.ts";
import { PassedOver } from "./waitlist.inputs.ts";
import type { WaitlistLoaders } from "./waitlist.loaders.ts";

type Context = RequestContext<BookingLoaders & SessionTypeLoaders & WaitlistLoaders>;

/** An entry is reached by its coach or by its token alone; what only she may see says so. */
@Resolver(() => WaitlistEntry)
export class WaitlistEntryResolver {
  @FieldResolver(() => SessionType)
  sessionType(@Root() entry: WaitlistEntry, @Ctx() { loaders }: Context): Promise<SessionType> {
    return loaders.sessionType.load(entry.sessionType.id);
  }

  @FieldResolver(() => LocalDateTimeScalar, { nullable: true, description: "The wanted start in the client's zone." })
  localStart(@Root() { startAt, timeZone }: WaitlistEntry): string | null {
    return startAt && zone(timeZone).toLocal(startAt.getTime());
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "1 for the next in line among those who want some of the same time; null once the wait is over.",
  })
  position(@Root() entry: WaitlistEntry, @Ctx() { loaders }: Context): Promise<number | null> | null {
    return entry.status === "waiting" ? loaders.waitlistPosition.load(entry.id) : null;
  }

  @FieldResolver(() => Offer, { nullable: true, description: "What is offered to her now." })
  async offer(@Root() entry: WaitlistEntry, @Ctx() { loaders }: Context): Promise<Offer | null> {
    return (await loaders.offersOfEntry.load(entry.id)).find(({ status }) => status === "open") ?? null;
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: "Whether the coach wants her to come first. For the coach alone.",
  })
  favoured(@Root() entry: WaitlistEntry, @Ctx() { viewer }: Context): boolean | null {
    return isCoach(viewer, entry.coach.id) ? entry.favoured : null;
  }

  @FieldResolver(() => [Offer], {
    nullable: true,
    description: "All her offers, the latest first. For the coach alone.",
  })
  offers(@Root() entry: WaitlistEntry, @Ctx() { viewer, loaders }: Context): Promise<Offer[]> | null {
    return isCoach(viewer, entry.coach.id) ? loaders.offersOfEntry.load(entry.id) : null;
  }

  @FieldResolver(() => [PassedOver], {
    nullable: true,
    description:
      "When and why she was passed over for what she waits for, the latest first; at most 50. For the coach alone.",
  })
  passedOver(@Root() entry: WaitlistEntry, @Ctx() { viewer, loaders }: Context): Promise<PassedOver[]> | null {
    return isCoach(viewer, entry.coach.id) ? loaders.passesOfEntry.load(entry.id) : null;
  }
}

@Resolver(() => Offer)
export class OfferResolver {
  @FieldResolver(() => WaitlistEntry)
  entry(@Root() offer: Offer, @Ctx() { loaders }: Context): Promise<WaitlistEntry> {
    return loaders.waitlistEntry.load(offer.entry.id);
  }

  @FieldResolver(() => LocalDateTimeScalar, { description: "The offered start in the client's zone." })
  async localStart(@Root() offer: Offer, @Ctx() { loaders }: Context): Promise<string> {
    return zone((await loaders.waitlistEntry.load(offer.entry.id)).timeZone).toLocal(offer.startAt.getTime());
  }

  @FieldResolver(() => Booking, {
    nullable: true,
    description: "What holds the time, or the session that it became. For the coach alone.",
  })
  booking(@Root() offer: Offer, @Ctx() { viewer, loaders }: Context): Promise<Booking> | null {
    return offer.booking && isCoach(viewer, offer.coach.id) ? loaders.booking.load(offer.booking.id) : null;
  }

  @FieldResolver(() => [PassedOver], {
    nullable: true,
    description: "Who was ahead in the list, and why she did not get this offer; at most 50. For the coach alone.",
  })
  passedOver(@Root() offer: Offer, @Ctx() { viewer, loaders }: Context): Promise<PassedOver[]> | null {
    return isCoach(viewer, offer.coach.id) ? loaders.passesOfOffer.load(offer.id) : null;
  }
}

@Resolver(() => Booking)
export class BookingOffersResolver {
  @FieldResolver(() => [Offer], {
    nullable: true,
    description: "The open offers that hold this time or seats of it. For the coach alone.",
  })
  offers(@Root() booking: Booking, @Ctx() { viewer, loaders }: Context): Promise<Offer[]> | null {
    return isCoach(viewer, booking.coach.id) ? loaders.openOffersOfBooking.load(booking.id) : null;
  }
}
