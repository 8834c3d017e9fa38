import { Args, Query, Resolver } from "type-graphql";
import { Live } from "../../platform/live/live.decorator.ts";
import { LiveFeed } from "../../platform/live/live-feed.ts";
import { answer, Problem } from "../../platform/problem.ts";
import type { SlotFeeds } from "./slot.feed.ts";
import { SlotsArgs, SlotsEvent, SlotsResult, WhyNotArgs, WhyNotResult } from "./slot.inputs.ts";
import type { SlotService } from "./slot.service.ts";

@Resolver()
export class SlotResolver {
  private readonly service: SlotService;
  private readonly feeds: SlotFeeds;

  constructor(service: SlotService, feeds: SlotFeeds) {
    this.service = service;
    this.feeds = feeds;
  }

  @Query(() => SlotsResult, { description: "The slots of a link by local date." })
  slots(@Args(() => SlotsArgs) args: SlotsArgs) {
    return answer(() => this.service.list(args));
  }

  @Query(() => WhyNotResult, { description: "Why a start of a link is not offered, as far as a visitor may know it." })
  whyNot(@Args(() => WhyNotArgs) args: WhyNotArgs) {
    return answer(() => this.service.whyNot(args));
  }

  @Live(() => SlotsEvent, {
    shared: "everyone",
    description: "First all slots of the range, then the days that changed.",
  })
  async slotsChanged(@Args(() => SlotsArgs) args: SlotsArgs) {
    const feed = await answer(() => this.feeds.of(args));
    return feed instanceof Problem ? LiveFeed.of(feed) : feed;
  }
}
