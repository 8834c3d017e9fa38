import { Args, Ctx, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { Live } from "../../platform/live/live.decorator.ts";
import { LiveFeed } from "../../platform/live/live-feed.ts";
import { answer, Problem } from "../../platform/problem.ts";
import { requireCoach } from "../coaches/coach.policy.ts";
import type { DayFeeds } from "./day.feed.ts";
import { AvailabilityDaysArgs, AvailabilityDaysResult } from "./day.inputs.ts";
import type { DayService } from "./day.service.ts";

@Resolver()
export class DayResolver {
  private readonly service: DayService;
  private readonly feeds: DayFeeds;

  constructor(service: DayService, feeds: DayFeeds) {
    this.service = service;
    this.feeds = feeds;
  }

  @Query(() => AvailabilityDaysResult, { description: "Dates with their open time and what makes it. For the coach." })
  availabilityDays(@Args(() => AvailabilityDaysArgs) args: AvailabilityDaysArgs, @Ctx() { viewer }: RequestContext) {
    return answer(async () => this.service.read(requireCoach(viewer), args));
  }

  @Live(() => AvailabilityDaysResult, {
    shared: "coach",
    description: "The same now, and whole again whenever a change of hours makes a difference.",
  })
  async availabilityDaysChanged(
    @Args(() => AvailabilityDaysArgs) args: AvailabilityDaysArgs,
    @Ctx() { viewer }: RequestContext,
  ) {
    const feed = await answer(async () => this.feeds.of(requireCoach(viewer), args));
    return feed instanceof Problem ? LiveFeed.of(feed) : feed;
  }
}
