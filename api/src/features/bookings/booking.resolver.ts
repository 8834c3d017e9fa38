import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { Booking } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { Live } from "../../platform/live/live.decorator.ts";
import { LiveFeed } from "../../platform/live/live-feed.ts";
import { answer, Problem } from "../../platform/problem.ts";
import { fingerprint } from "../../platform/secrets.ts";
import type { LinkService } from "../links/link.service.ts";
import type { AttemptService } from "./attempt.service.ts";
import type { BookingFeeds } from "./booking.feed.ts";
import {
  Booked,
  BookingAccessResult,
  BookingCancelled,
  BookingMoved,
  BookSessionInput,
  BookSessionResult,
  CancelBookingInput,
  CancelBookingResult,
  EmailProofNeeded,
  HoldReleased,
  HoldSlotInput,
  HoldSlotResult,
  RescheduleBookingInput,
  RescheduleBookingResult,
} from "./booking.inputs.ts";
import type { BookingLoaders } from "./booking.loaders.ts";
import type { BookingService } from "./booking.service.ts";
import type { HoldService } from "./hold.service.ts";

type Context = RequestContext<BookingLoaders>;

export interface BookingResolverDependencies {
  readonly bookings: BookingService;
  readonly holds: HoldService;
  readonly links: LinkService;
  readonly attempts: AttemptService;
  readonly feeds: BookingFeeds;
}

/** What a client can do, without an account: everything rests on links and on secret tokens. */
@Resolver(() => Booking)
export class BookingResolver {
  private readonly bookings: BookingService;
  private readonly holds: HoldService;
  private readonly links: LinkService;
  private readonly attempts: AttemptService;
  private readonly feeds: BookingFeeds;

  constructor({ bookings, holds, links, attempts, feeds }: BookingResolverDependencies) {
    this.bookings = bookings;
    this.holds = holds;
    this.links = links;
    this.attempts = attempts;
    this.feeds = feeds;
  }

  @Query(() => BookingAccessResult, { description: "A booking, opened with the secret token of a seat in it." })
  booking(@Arg("token", () => String) token: string) {
    return answer(() => this.bookings.access(token));
  }

  @Mutation(() => HoldSlotResult, { description: "Keeps a slot for five minutes; nobody else sees it meanwhile." })
  holdSlot(@Arg("input", () => HoldSlotInput) input: HoldSlotInput, @Ctx() { ip }: Context) {
    return answer(async () => {
      await this.attempts.admit("hold", { address: ip, coach: input.coach, time: input.startAt });
      return this.holds.hold(input, ownerOf(ip));
    });
  }

  @Mutation(() => HoldReleased)
  async releaseHold(@Arg("holdToken", () => String) holdToken: string): Promise<HoldReleased> {
    return { released: await this.holds.release(holdToken) };
  }

  @Mutation(() => BookSessionResult, { description: "Books a slot of a link." })
  bookSession(@Arg("input", () => BookSessionInput) input: BookSessionInput, @Ctx() { loaders, ip }: Context) {
    return answer(async () => {
      await this.attempts.admit("book", { address: ip, coach: input.coach, email: input.client.email });
      const { bookingId, attendeeId, proofUntil } = await this.bookings.book(input, ownerOf(ip));
      if (proofUntil !== null) {
        const holdToken = this.holds.tokenOf(attendeeId);
        const { email } = input.client;
        return Object.assign(new EmailProofNeeded(), { holdToken, email, expiresAt: new Date(proofUntil) });
      }
      const booking = await loaders.booking.load(bookingId);
      const redirectUrl = await this.links.redirectAfter(input, input.redirectTo);
      return Object.assign(new Booked(), { booking, token: this.bookings.tokenOf(attendeeId), redirectUrl });
    });
  }

  @Mutation(() => CancelBookingResult, { description: "Gives up a seat, as long as the session type allows it." })
  cancelBooking(@Arg("input", () => CancelBookingInput) input: CancelBookingInput) {
    return answer(async () => {
      await this.bookings.cancel(input);
      const { booking } = await this.bookings.access(input.token);
      return Object.assign(new BookingCancelled(), { booking });
    });
  }

  @Mutation(() => RescheduleBookingResult, { description: "Moves a seat to another slot of the same session type." })
  rescheduleBooking(
    @Arg("input", () => RescheduleBookingInput) input: RescheduleBookingInput,
    @Ctx() { loaders }: Context,
  ) {
    return answer(async () => {
      const seat = await this.bookings.reschedule(input);
      return Object.assign(new BookingMoved(), { booking: await loaders.booking.load(seat.bookingId) });
    });
  }

  @Live(() => BookingAccessResult, {
    shared: "everyone",
    description: "The booking of a seat, now and after every change.",
  })
  async bookingChanged(@Arg("token", () => String) token: string) {
    const feed = await answer(() => this.feeds.of(token));
    return feed instanceof Problem ? LiveFeed.of(feed) : feed;
  }
}

/** Tells visitors apart without keeping their addresses. */
function ownerOf(ip: string): string {
  return fingerprint(ip).toString("base64url");
}
