import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { Live } from "../../platform/live/live.decorator.ts";
import { LiveFeed } from "../../platform/live/live-feed.ts";
import { answer, Problem } from "../../platform/problem.ts";
import { fingerprint } from "../../platform/secrets.ts";
import { Booked } from "../bookings/booking.inputs.ts";
import type { BookingLoaders } from "../bookings/booking.loaders.ts";
import type { BookingService } from "../bookings/booking.service.ts";
import type { OfferService } from "./offer.service.ts";
import type { WaitlistFeeds } from "./waitlist.feed.ts";
import {
  AcceptOfferInput,
  AcceptOfferResult,
  AnswerOfferInput,
  DeclineOfferResult,
  JoinWaitlistInput,
  JoinWaitlistResult,
  LeaveWaitlistResult,
  OfferDeclined,
  WaitingResult,
  WaitlistJoined,
} from "./waitlist.inputs.ts";
import type { WaitlistService } from "./waitlist.service.ts";
import type { WaitlistViewService } from "./waitlist-view.service.ts";

type Context = RequestContext<BookingLoaders>;

export interface WaitingDependencies {
  readonly waitlist: WaitlistService;
  readonly offers: OfferService;
  readonly bookings: BookingService;
  readonly view: WaitlistViewService;
  readonly feeds: WaitlistFeeds;
}

/** What somebody who waits can do, without an account: everything rests on the secret token of the entry. */
@Resolver()
export class WaitingResolver {
  private readonly deps: WaitingDependencies;

  constructor(deps: WaitingDependencies) {
    this.deps = deps;
  }

  @Query(() => WaitingResult, { description: "A wait, opened with the secret token of its entry." })
  waiting(@Arg("token", () => String) token: string) {
    return answer(() => this.deps.view.access(token));
  }

  @Mutation(() => JoinWaitlistResult, { description: "Waits for time that is taken now." })
  joinWaitlist(@Arg("input", () => JoinWaitlistInput) input: JoinWaitlistInput, @Ctx() { ip }: Context) {
    return answer(async () => {
      const { waitlist, view } = this.deps;
      const { entryId } = await waitlist.join(input, fingerprint(ip).toString("base64url"));
      const token = waitlist.tokenOf(entryId);
      return Object.assign(new WaitlistJoined(), { token, waiting: await view.access(token) });
    });
  }

  @Mutation(() => LeaveWaitlistResult, { description: "Ends a wait; an offer that is open goes to the next." })
  leaveWaitlist(@Arg("token", () => String) token: string) {
    return answer(async () => {
      await this.deps.waitlist.leave(token);
      return this.deps.view.access(token);
    });
  }

  @Mutation(() => AcceptOfferResult, { description: "Books what is offered." })
  acceptOffer(@Arg("input", () => AcceptOfferInput) input: AcceptOfferInput, @Ctx() { loaders }: Context) {
    return answer(async () => {
      const { bookings, offers } = this.deps;
      const seat = await offers.accept(input);
      const booking = await loaders.booking.load(seat.bookingId);
      return Object.assign(new Booked(), { booking, token: bookings.tokenOf(seat.attendeeId) });
    });
  }

  @Mutation(() => DeclineOfferResult, {
    description: "Lets an offer pass on to the next. Whoever waited for that one start alone waits no longer.",
  })
  declineOffer(@Arg("input", () => AnswerOfferInput) input: AnswerOfferInput) {
    return answer(async () => {
      await this.deps.offers.decline(input);
      return Object.assign(new OfferDeclined(), { waiting: await this.deps.view.access(input.token) });
    });
  }

  @Live(() => WaitingResult, { shared: "everyone", description: "A wait and its offer, now and after every change." })
  async waitingChanged(@Arg("token", () => String) token: string) {
    const feed = await answer(() => this.deps.feeds.ofToken(token));
    return feed instanceof Problem ? LiveFeed.of(feed) : feed;
  }
}
