import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Booking, Coach } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { Live } from "../../platform/live/live.decorator.ts";
import { LiveFeed } from "../../platform/live/live-feed.ts";
import { answer, Problem } from "../../platform/problem.ts";
import {
  Booked,
  BookForClientInput,
  BookForClientResult,
  BookingCancelled,
  BookingMoved,
  CancelSessionInput,
  CancelSessionResult,
  RescheduleSessionInput,
  RescheduleSessionResult,
} from "../bookings/booking.inputs.ts";
import type { BookingLoaders } from "../bookings/booking.loaders.ts";
import { toUndo } from "../bookings/undo.service.ts";
import { isCoach, requireCoach } from "../coaches/coach.policy.ts";
import { ExplainSlotResult, SlotReason } from "../slots/slot.inputs.ts";
import type { AgendaFeeds } from "./agenda.feed.ts";
import {
  AgendaArgs,
  AgendaEvent,
  AgendaRangeArgs,
  BookingConnection,
  ExplainSlotArgs,
  WaitingBookingsEvent,
} from "./agenda.inputs.ts";
import type { AgendaService, Changed } from "./agenda.service.ts";
import type { AgendaViewService } from "./agenda-view.service.ts";

type Context = RequestContext<BookingLoaders>;

/** What a coach sees of her calendar and does with it. */
@Resolver(() => Coach)
export class AgendaResolver {
  private readonly service: AgendaService;
  private readonly view: AgendaViewService;
  private readonly feeds: AgendaFeeds;

  constructor({ service, view, feeds }: { service: AgendaService; view: AgendaViewService; feeds: AgendaFeeds }) {
    this.service = service;
    this.view = view;
    this.feeds = feeds;
  }

  @FieldResolver(() => BookingConnection, {
    nullable: true,
    description: "Her sessions in order of start. For the coach alone.",
  })
  agenda(@Root() coach: Coach, @Args(() => AgendaArgs) args: AgendaArgs, @Ctx() { viewer }: Context) {
    return isCoach(viewer, coach.id) ? this.view.page(coach, args) : null;
  }

  @Query(() => ExplainSlotResult, { description: "Why a start is or is not offered. For the coach." })
  explainSlot(@Args(() => ExplainSlotArgs) args: ExplainSlotArgs, @Ctx() { viewer }: Context) {
    return answer(async () => this.service.explain(requireCoach(viewer), args));
  }

  @Mutation(() => BookForClientResult)
  bookForClient(@Arg("input", () => BookForClientInput) input: BookForClientInput, @Ctx() context: Context) {
    return answer(async () => {
      const seat = await this.service.bookForClient(requireCoach(context.viewer), input);
      return Object.assign(new Booked(), { booking: await context.loaders.booking.load(seat.bookingId), token: null });
    });
  }

  @Mutation(() => CancelSessionResult, { description: "Cancels a session for everybody in it." })
  cancelSession(@Arg("input", () => CancelSessionInput) input: CancelSessionInput, @Ctx() context: Context) {
    return answer(async () => {
      const changed = await this.service.cancel(requireCoach(context.viewer), input);
      return Object.assign(new BookingCancelled(), await payloadOf(context, changed));
    });
  }

  @Mutation(() => RescheduleSessionResult, { description: "Moves a session with everybody in it." })
  rescheduleSession(
    @Arg("input", () => RescheduleSessionInput) input: RescheduleSessionInput,
    @Ctx() context: Context,
  ) {
    return answer(async () => {
      const changed = await this.service.reschedule(requireCoach(context.viewer), input);
      return Object.assign(new BookingMoved(), await payloadOf(context, changed));
    });
  }

  @Live(() => AgendaEvent, {
    shared: "coach",
    description: "The coach's calendar: first all of the range, then what changed.",
  })
  async agendaChanged(@Args(() => AgendaRangeArgs) args: AgendaRangeArgs, @Ctx() { viewer }: Context) {
    const feed = await answer(async () => this.feeds.of(requireCoach(viewer), args));
    return feed instanceof Problem ? LiveFeed.of(feed) : feed;
  }

  @Live(() => WaitingBookingsEvent, {
    shared: "coach",
    description: "The sessions with seats that wait for the coach's answer, now and after every change.",
  })
  async waitingBookingsChanged(@Ctx() { viewer }: Context) {
    const feed = await answer(async () => this.feeds.waiting(requireCoach(viewer)));
    return feed instanceof Problem ? LiveFeed.of(feed) : feed;
  }
}

async function payloadOf({ loaders }: Context, changed: Changed) {
  return { booking: await loaders.booking.load(changed.bookingId), undo: toUndo(changed) };
}

@Resolver(() => SlotReason)
export class SlotReasonResolver {
  @FieldResolver(() => Booking, { nullable: true, description: "The session that is in the way. For the coach alone." })
  async booking(@Root() { bookingId }: SlotReason, @Ctx() { viewer, loaders }: Context): Promise<Booking | null> {
    if (!bookingId) return null;
    const booking = await loaders.booking.load(bookingId);
    return isCoach(viewer, booking.coach.id) ? booking : null;
  }
}
