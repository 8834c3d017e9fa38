import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { Coach, WaitlistEntry } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { Live } from "../../platform/live/live.decorator.ts";
import { LiveFeed } from "../../platform/live/live-feed.ts";
import { answer, Problem } from "../../platform/problem.ts";
import { isCoach, requireCoach } from "../coaches/coach.policy.ts";
import type { WaitlistFeeds } from "./waitlist.feed.ts";
import {
  OfferByHandInput,
  OfferByHandResult,
  OfferMade,
  OfferWithdrawn,
  WaitingEntryChanged,
  WaitingEntryResult,
  Waitlist,
  WaitlistEvent,
  WaitlistSettings,
  WaitlistSettingsResult,
  WithdrawOfferResult,
} from "./waitlist.inputs.ts";
import type { WaitlistLoaders } from "./waitlist.loaders.ts";
import type { WaitlistDeskService } from "./waitlist-desk.service.ts";
import type { WaitlistViewService } from "./waitlist-view.service.ts";

type Context = RequestContext<WaitlistLoaders>;

/** What a coach sees of her waitlist and does with it. */
@Resolver(() => Coach)
export class WaitlistResolver {
  private readonly desk: WaitlistDeskService;
  private readonly view: WaitlistViewService;
  private readonly feeds: WaitlistFeeds;

  constructor({ desk, view, feeds }: { desk: WaitlistDeskService; view: WaitlistViewService; feeds: WaitlistFeeds }) {
    this.desk = desk;
    this.view = view;
    this.feeds = feeds;
  }

  @FieldResolver(() => Waitlist, { nullable: true, description: "Who waits for her time. For the coach alone." })
  waitlist(@Root() coach: Coach, @Ctx() { viewer }: Context): Promise<Waitlist> | null {
    return isCoach(viewer, coach.id) ? this.view.list(coach.id) : null;
  }

  @FieldResolver(() => WaitlistSettings, { nullable: true, description: "For the coach alone." })
  waitlistSettings(@Root() coach: Coach, @Ctx() { viewer }: Context): Promise<WaitlistSettings> | null {
    return isCoach(viewer, coach.id) ? this.view.settings(coach.id) : null;
  }

  @Query(() => WaitlistEntry, { nullable: true, description: "One entry of her list. For the coach." })
  waitlistEntry(@Arg("id", () => ID) id: string, @Ctx() { viewer }: Context): Promise<WaitlistEntry | null> | null {
    return viewer?.coachId ? this.view.entry(viewer.coachId, id) : null;
  }

  @Mutation(() => OfferByHandResult, { description: "Offers a time to one of those who wait, out of turn." })
  offerByHand(@Arg("input", () => OfferByHandInput) input: OfferByHandInput, @Ctx() { viewer, loaders }: Context) {
    return answer(async () => {
      const { offerId } = await this.desk.offer(requireCoach(viewer), input);
      return Object.assign(new OfferMade(), { offer: await loaders.offer.load(offerId) });
    });
  }

  @Mutation(() => WithdrawOfferResult, { description: "Ends an open offer; the time goes to the next." })
  withdrawOffer(@Arg("offer", () => ID) id: string, @Ctx() { viewer, loaders }: Context) {
    return answer(async () => {
      const { offerId } = await this.desk.withdraw(requireCoach(viewer), id);
      return Object.assign(new OfferWithdrawn(), { offer: await loaders.offer.load(offerId) });
    });
  }

  @Mutation(() => WaitingEntryResult, { description: "Those who are favoured come before all others." })
  favourWaiting(
    @Arg("entry", () => ID) id: string,
    @Arg("favoured", () => Boolean) favoured: boolean,
    @Ctx() { viewer, loaders }: Context,
  ) {
    return answer(async () => {
      const entryId = await this.desk.favour(requireCoach(viewer), id, favoured);
      return Object.assign(new WaitingEntryChanged(), { entry: await loaders.waitlistEntry.load(entryId) });
    });
  }

  @Mutation(() => WaitingEntryResult, { description: "Takes somebody off the list." })
  removeFromWaitlist(@Arg("entry", () => ID) id: string, @Ctx() { viewer, loaders }: Context) {
    return answer(async () => {
      const entryId = await this.desk.remove(requireCoach(viewer), id);
      return Object.assign(new WaitingEntryChanged(), { entry: await loaders.waitlistEntry.load(entryId) });
    });
  }

  @Mutation(() => WaitlistSettingsResult)
  updateWaitlistSettings(
    @Arg("offerMinutes", () => Int, { description: "5 to 1,440." }) offerMinutes: number,
    @Ctx() { viewer }: Context,
  ) {
    return answer(() => this.desk.updateSettings(requireCoach(viewer), offerMinutes));
  }

  @Live(() => WaitlistEvent, { shared: "coach", description: "The coach's waitlist, now and after every change." })
  async waitlistChanged(@Ctx() { viewer }: Context) {
    const feed = await answer(async () => this.feeds.ofCoach(requireCoach(viewer)));
    return feed instanceof Problem ? LiveFeed.of(feed) : feed;
  }
}
