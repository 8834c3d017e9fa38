import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { zone } from "../../core/zone.ts";
import { BookingLink, Client, Coach, DateTimeScalar, LocalDateScalar, SessionType } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { Live } from "../../platform/live/live.decorator.ts";
import { LiveFeed } from "../../platform/live/live-feed.ts";
import { answer, Problem } from "../../platform/problem.ts";
import { requireWholeNumber } from "../../platform/validation.ts";
import type { ClientLoaders } from "../clients/client.loaders.ts";
import type { CoachLoaders } from "../coaches/coach.loaders.ts";
import { isCoach, requireCoach } from "../coaches/coach.policy.ts";
import type { SessionTypeLoaders } from "../session-types/session-type.loaders.ts";
import type { LinkFeeds } from "./link.feed.ts";
import { BookingPage, BookingPageResult, LinkUnavailable, Prefill } from "./link.inputs.ts";
import type { LinkLoaders } from "./link.loaders.ts";
import { bookableDates, linkState } from "./link.policy.ts";
import type { LinkService } from "./link.service.ts";
import { AttendeeConnection, LinkState, LinksEvent } from "./link-saving.inputs.ts";

type Context = RequestContext<ClientLoaders & CoachLoaders & LinkLoaders & SessionTypeLoaders>;

@Resolver(() => BookingLink)
export class LinkResolver {
  private readonly service: LinkService;
  private readonly clock: Clock;

  constructor(service: LinkService, clock: Clock) {
    this.service = service;
    this.clock = clock;
  }

  @Query(() => BookingPageResult, {
    description: "What a link leads to. Unknown, switched off, expired and used up look alike.",
  })
  async bookingPage(
    @Arg("coach", () => String) coachSlug: string,
    @Arg("link", () => String) linkSlug: string,
    @Ctx() { loaders }: Context,
    @Arg("bookingToken", () => String, {
      nullable: true,
      description: "A seat: to its holder the link stays open, so that she can move it.",
    })
    bookingToken?: string,
  ): Promise<typeof BookingPageResult> {
    const now = this.clock.now();
    const link = await this.service.page(coachSlug, linkSlug, now, bookingToken);
    if (!link) return new LinkUnavailable();
    const [coach, sessionType] = await Promise.all([
      loaders.coach.load(link.coach.id),
      loaders.sessionType.load(link.sessionType.id),
    ]);
    const dates = bookableDates(sessionType, link, zone(coach.timeZone).localDate(now));
    const prefill = link.client && Object.assign(new Prefill(), detailsOf(link.client.getEntity()));
    return Object.assign(new BookingPage(), { coach, sessionType, link, prefill, ...dates });
  }

  @FieldResolver(() => SessionType)
  sessionType(@Root() link: BookingLink, @Ctx() { loaders }: Context): Promise<SessionType> {
    return loaders.sessionType.load(link.sessionType.id);
  }

  @FieldResolver(() => String, { description: "Path of the booking page: /:coach/:link." })
  async path(@Root() link: BookingLink, @Ctx() { loaders }: Context): Promise<string> {
    const coach = await loaders.coach.load(link.coach.id);
    return `/${coach.slug}/${link.slug}`;
  }

  @FieldResolver(() => [Int], { description: "The lengths that can be booked through it, ascending." })
  async minutes(@Root() link: BookingLink, @Ctx() { loaders }: Context): Promise<number[]> {
    const { minutes } = await loaders.sessionType.load(link.sessionType.id);
    return link.minutes ? minutes.filter((length) => link.minutes?.includes(length)) : minutes;
  }

  @FieldResolver(() => String, { nullable: true, description: "For the coach alone." })
  name(@Root() link: BookingLink, @Ctx() { viewer }: Context): string | null {
    return isCoach(viewer, link.coach.id) ? link.name : null;
  }

  @FieldResolver(() => Client, { nullable: true, description: "Whom it was made for. For the coach alone." })
  client(@Root() link: BookingLink, @Ctx() { viewer, loaders }: Context): Promise<Client> | null {
    return link.client && isCoach(viewer, link.coach.id) ? loaders.client.load(link.client.id) : null;
  }

  @FieldResolver(() => LocalDateScalar, { nullable: true, description: "For the coach alone." })
  fromDate(@Root() link: BookingLink, @Ctx() { viewer }: Context): string | null {
    return isCoach(viewer, link.coach.id) ? link.fromDate : null;
  }

  @FieldResolver(() => LocalDateScalar, { nullable: true, description: "For the coach alone." })
  toDate(@Root() link: BookingLink, @Ctx() { viewer }: Context): string | null {
    return isCoach(viewer, link.coach.id) ? link.toDate : null;
  }

  @FieldResolver(() => String, { nullable: true, description: "For the coach alone." })
  redirectUrl(@Root() link: BookingLink, @Ctx() { viewer }: Context): string | null {
    return isCoach(viewer, link.coach.id) ? link.redirectUrl : null;
  }

  @FieldResolver(() => LinkState, { nullable: true, description: "For the coach alone." })
  async state(@Root() link: BookingLink, @Ctx() { viewer, loaders }: Context): Promise<LinkState | null> {
    if (!isCoach(viewer, link.coach.id)) return null;
    return linkState(link, await loaders.linkUses.load(link.id), this.clock.now());
  }

  @FieldResolver(() => AttendeeConnection, {
    nullable: true,
    description: "Who booked through it, the latest first. For the coach alone.",
  })
  usedBy(
    @Root() link: BookingLink,
    @Ctx() { viewer }: Context,
    @Arg("first", () => Int, { defaultValue: 20, description: "1 to 200." }) first: number,
    @Arg("after", () => String, { nullable: true }) after?: string,
  ) {
    if (!isCoach(viewer, link.coach.id)) return null;
    return this.service.usedBy(link.id, { first: requireWholeNumber("first", first, 1, 200), after });
  }

  @FieldResolver(() => Boolean, { nullable: true, description: "For the coach alone." })
  active(@Root() link: BookingLink, @Ctx() { viewer }: Context): boolean | null {
    return isCoach(viewer, link.coach.id) ? link.active : null;
  }

  @FieldResolver(() => Int, { nullable: true, description: "How often it was booked through. For the coach alone." })
  uses(@Root() link: BookingLink, @Ctx() { viewer, loaders }: Context): Promise<number> | null {
    return isCoach(viewer, link.coach.id) ? loaders.linkUses.load(link.id) : null;
  }

  @FieldResolver(() => Int, { nullable: true, description: "How often it may be booked through. For the coach alone." })
  maxUses(@Root() link: BookingLink, @Ctx() { viewer }: Context): number | null {
    return isCoach(viewer, link.coach.id) ? link.maxUses : null;
  }

  @FieldResolver(() => DateTimeScalar, { nullable: true, description: "For the coach alone." })
  expiresAt(@Root() link: BookingLink, @Ctx() { viewer }: Context): Date | null {
    return isCoach(viewer, link.coach.id) ? link.expiresAt : null;
  }
}

@Resolver(() => Coach)
export class CoachLinksResolver {
  private readonly service: LinkService;
  private readonly feeds: LinkFeeds;

  constructor(service: LinkService, feeds: LinkFeeds) {
    this.service = service;
    this.feeds = feeds;
  }

  @Live(() => LinksEvent, {
    shared: "coach",
    description: "Now, and whenever a link was changed, ended or booked through. Ask for what is needed of the links.",
  })
  async bookingLinksChanged(@Ctx() { viewer }: RequestContext) {
    const feed = await answer(async () => this.feeds.ofCoach(requireCoach(viewer)));
    return feed instanceof Problem ? LiveFeed.of(feed) : feed;
  }

  @FieldResolver(() => [BookingLink], { nullable: true, description: "For the coach alone." })
  bookingLinks(@Root() coach: Coach, @Ctx() { viewer }: RequestContext): Promise<BookingLink[]> | null {
    return isCoach(viewer, coach.id) ? this.service.listOf(coach.id) : null;
  }
}

function detailsOf({ name, email, phone }: Client) {
  return { name, email, phone };
}
