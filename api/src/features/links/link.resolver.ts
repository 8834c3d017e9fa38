import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { addDays } from "../../core/local-date.ts";
import { zone } from "../../core/zone.ts";
import { BookingLink, Coach, DateTimeScalar, SessionType } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import type { CoachLoaders } from "../coaches/coach.loaders.ts";
import { isCoach } from "../coaches/coach.policy.ts";
import type { SessionTypeLoaders } from "../session-types/session-type.loaders.ts";
import { BookingPage, BookingPageResult, LinkUnavailable } from "./link.inputs.ts";
import type { LinkService } from "./link.service.ts";

type Context = RequestContext<CoachLoaders & SessionTypeLoaders>;

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
  ): Promise<typeof BookingPageResult> {
    const now = this.clock.now();
    const link = await this.service.page(coachSlug, linkSlug, now);
    if (!link) return new LinkUnavailable();
    const [coach, sessionType] = await Promise.all([
      loaders.coach.load(link.coach.id),
      loaders.sessionType.load(link.sessionType.id),
    ]);
    const today = zone(coach.timeZone).localDate(now);
    const { bookableFrom, bookableUntil, horizonDays } = sessionType;
    const firstDate = bookableFrom && bookableFrom > today ? bookableFrom : today;
    const lastDate = bookableUntil ?? addDays(today, horizonDays);
    return Object.assign(new BookingPage(), { coach, sessionType, link, firstDate, lastDate });
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

  @FieldResolver(() => Boolean, { nullable: true, description: "For the coach alone." })
  active(@Root() link: BookingLink, @Ctx() { viewer }: Context): boolean | null {
    return isCoach(viewer, link.coach.id) ? link.active : null;
  }

  @FieldResolver(() => Int, { nullable: true, description: "How often it was booked through. For the coach alone." })
  uses(@Root() link: BookingLink, @Ctx() { viewer }: Context): number | null {
    return isCoach(viewer, link.coach.id) ? link.uses : null;
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

  constructor(service: LinkService) {
    this.service = service;
  }

  @FieldResolver(() => [BookingLink], { nullable: true, description: "For the coach alone." })
  bookingLinks(@Root() coach: Coach, @Ctx() { viewer }: RequestContext): Promise<BookingLink[]> | null {
    return isCoach(viewer, coach.id) ? this.service.listOf(coach.id) : null;
  }
}
