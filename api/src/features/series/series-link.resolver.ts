import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import type { AttemptService } from "../bookings/attempt.service.ts";
import { Booked } from "../bookings/booking.inputs.ts";
import type { BookingLoaders } from "../bookings/booking.loaders.ts";
import type { BookingService } from "../bookings/booking.service.ts";
import {
  BookLinkSeriesInput,
  BookLinkSeriesResult,
  LinkSeriesBooked,
  PreviewLinkSeriesInput,
  PreviewLinkSeriesResult,
} from "./series-link.inputs.ts";
import type { SeriesLinkService } from "./series-link.service.ts";

export interface SeriesLinkResolverDependencies {
  readonly service: SeriesLinkService;
  readonly bookings: BookingService;
  readonly attempts: AttemptService;
}

/** Recurring sessions that clients book through a link. */
@Resolver()
export class SeriesLinkResolver {
  private readonly deps: SeriesLinkResolverDependencies;

  constructor(deps: SeriesLinkResolverDependencies) {
    this.deps = deps;
  }

  @Query(() => PreviewLinkSeriesResult, { description: "What booking a series through a link would do." })
  previewLinkSeries(@Arg("input", () => PreviewLinkSeriesInput) input: PreviewLinkSeriesInput) {
    return answer(() => this.deps.service.preview(input));
  }

  @Mutation(() => BookLinkSeriesResult, { description: "All sessions of a series for a client, or none." })
  bookLinkSeries(
    @Arg("input", () => BookLinkSeriesInput) input: BookLinkSeriesInput,
    @Ctx() { loaders, ip }: RequestContext<BookingLoaders>,
  ) {
    return answer(async () => {
      const { service, bookings, attempts } = this.deps;
      await attempts.admit("book", { address: ip, coach: input.coach, email: input.client.email });
      const { seats } = await service.book(input);
      const sessions = seats.map(async ({ bookingId, attendeeId }) =>
        Object.assign(new Booked(), {
          booking: await loaders.booking.load(bookingId),
          token: bookings.tokenOf(attendeeId),
        }),
      );
      return Object.assign(new LinkSeriesBooked(), { sessions: await Promise.all(sessions) });
    });
  }
}
