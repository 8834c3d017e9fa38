import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { isOpenEnded } from "../../core/series-rule.ts";
import { Booking, Coach, LocalDateScalar, Series, SessionType } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import type { BookingLoaders } from "../bookings/booking.loaders.ts";
import { toUndo } from "../bookings/undo.service.ts";
import { isCoach, requireCoach } from "../coaches/coach.policy.ts";
import type { SessionTypeLoaders } from "../session-types/session-type.loaders.ts";
import type { ChangeUndoService } from "./change-undo.service.ts";
import {
  BookSeriesInput,
  BookSeriesResult,
  PreviewSeriesInput,
  PreviewSeriesResult,
  SeriesBooked,
  SeriesConnection,
  SeriesMember,
  SeriesOccurrence,
  SeriesPattern,
  SeriesPause,
} from "./series.inputs.ts";
import type { SeriesLoaders } from "./series.loaders.ts";
import { patternOf } from "./series.policy.ts";
import type { SeriesService } from "./series.service.ts";
import {
  ChangeSeriesInput,
  ChangeSeriesResult,
  SeriesChanged,
  SeriesChangeInput,
  SeriesChangeUndone,
  UndoSeriesChangeInput,
  UndoSeriesChangeResult,
} from "./series-change.inputs.ts";
import type { ChangedSeries, SeriesChangeService } from "./series-change.service.ts";
import { AddSeriesMemberInput, RemoveSeriesMemberInput } from "./series-course.inputs.ts";
import type { SeriesCourseService } from "./series-course.service.ts";
import { SeriesPreviewOccurrence } from "./series-preview.inputs.ts";
import type { SeriesViewService } from "./series-view.service.ts";

type Context = RequestContext<BookingLoaders & SeriesLoaders & SessionTypeLoaders>;

export interface SeriesResolverDependencies {
  readonly service: SeriesService;
  readonly changes: SeriesChangeService;
  readonly courses: SeriesCourseService;
  readonly undos: ChangeUndoService;
}

/** Recurring sessions, for the coach. */
@Resolver()
export class SeriesResolver {
  private readonly service: SeriesService;
  private readonly changes: SeriesChangeService;
  private readonly courses: SeriesCourseService;
  private readonly undos: ChangeUndoService;

  constructor({ service, changes, courses, undos }: SeriesResolverDependencies) {
    this.service = service;
    this.changes = changes;
    this.courses = courses;
    this.undos = undos;
  }

  @Query(() => PreviewSeriesResult, { description: "What booking a series would do, session by session." })
  previewSeries(@Arg("input", () => PreviewSeriesInput) input: PreviewSeriesInput, @Ctx() { viewer }: Context) {
    return answer(async () => this.service.preview(requireCoach(viewer), input));
  }

  @Query(() => PreviewSeriesResult, {
    description: "What a change of a series would do: what moves, what clashes, which exceptions stay, who is told.",
  })
  previewSeriesChange(@Arg("input", () => SeriesChangeInput) input: SeriesChangeInput, @Ctx() { viewer }: Context) {
    return answer(async () => this.changes.preview(requireCoach(viewer), input));
  }

  @Mutation(() => BookSeriesResult, { description: "All sessions of a series, or none." })
  bookSeries(@Arg("input", () => BookSeriesInput) input: BookSeriesInput, @Ctx() { viewer, loaders }: Context) {
    return answer(async () => {
      const booked = await this.service.book(requireCoach(viewer), input);
      const bookings = await Promise.all(booked.bookingIds.map((id) => loaders.booking.load(id)));
      bookings.sort((a, b) => a.startAt.getTime() - b.startAt.getTime());
      const series = await loaders.series.load(booked.seriesId);
      return Object.assign(new SeriesBooked(), { series, bookings, undo: toUndo(booked) });
    });
  }

  @Mutation(() => ChangeSeriesResult, { description: "Exactly what its preview shows, or nothing." })
  changeSeries(@Arg("input", () => ChangeSeriesInput) input: ChangeSeriesInput, @Ctx() context: Context) {
    return answer(async () => changedPayload(context, await this.changes.change(requireCoach(context.viewer), input)));
  }

  @Mutation(() => ChangeSeriesResult, { description: "A client takes part in all sessions to come." })
  addSeriesMember(@Arg("input", () => AddSeriesMemberInput) input: AddSeriesMemberInput, @Ctx() context: Context) {
    return answer(async () => changedPayload(context, await this.courses.join(requireCoach(context.viewer), input)));
  }

  @Mutation(() => ChangeSeriesResult, { description: "A client gives up her seats in all sessions to come." })
  removeSeriesMember(
    @Arg("input", () => RemoveSeriesMemberInput) input: RemoveSeriesMemberInput,
    @Ctx() context: Context,
  ) {
    return answer(async () => changedPayload(context, await this.courses.leave(requireCoach(context.viewer), input)));
  }

  @Mutation(() => UndoSeriesChangeResult, {
    description:
      "Takes a booking or a change of many sessions back, whole and exactly, if nothing happened to them since.",
  })
  undoSeriesChange(
    @Arg("input", () => UndoSeriesChangeInput) input: UndoSeriesChangeInput,
    @Ctx() { viewer, loaders }: Context,
  ) {
    return answer(async () => {
      const { seriesIds } = await this.undos.undo(requireCoach(viewer), input);
      const series = await Promise.all(seriesIds.map((id) => loaders.series.load(id)));
      return Object.assign(new SeriesChangeUndone(), { series });
    });
  }
}

async function changedPayload({ loaders }: Context, changed: ChangedSeries): Promise<SeriesChanged> {
  const series = await loaders.series.load(changed.seriesId);
  return Object.assign(new SeriesChanged(), { series, undo: toUndo(changed) });
}

@Resolver(() => Series)
export class SeriesFieldsResolver {
  private readonly view: SeriesViewService;

  constructor(view: SeriesViewService) {
    this.view = view;
  }

  @FieldResolver(() => SessionType, { description: "Of the sessions to come." })
  sessionType(@Root() series: Series, @Ctx() { loaders }: Context): Promise<SessionType> {
    return loaders.sessionType.load(series.sessionType.id);
  }

  @FieldResolver(() => SeriesPattern, { description: "How it repeats from now on." })
  pattern(@Root() series: Series): SeriesPattern {
    return patternOf(series);
  }

  @FieldResolver(() => Int, { description: "Length of the sessions to come." })
  minutes(@Root() { plan }: Series): number {
    return plan.terms.at(-1)?.minutes ?? 0;
  }

  @FieldResolver(() => Boolean)
  isEndless(@Root() { plan }: Series): boolean {
    return isOpenEnded(plan);
  }

  @FieldResolver(() => Int, { description: "Sessions that are booked and still to come." })
  async sessionsToCome(@Root() { id }: Series, @Ctx() { loaders }: Context): Promise<number> {
    return (await loaders.seriesToCome.load(id)).count;
  }

  @FieldResolver(() => Booking, { nullable: true, description: "The first of the sessions to come." })
  async nextBooking(@Root() { id }: Series, @Ctx() { loaders }: Context): Promise<Booking | null> {
    const { nextBookingId } = await loaders.seriesToCome.load(id);
    return nextBookingId ? loaders.booking.load(nextBookingId) : null;
  }

  @FieldResolver(() => String, {
    description: "As RRULE, EXDATE and RDATE lines (RFC 5545): just the sessions that are booked.",
  })
  recurrence(@Root() series: Series): Promise<string> {
    return this.view.recurrence(series);
  }

  @FieldResolver(() => [SeriesPause])
  pauses(@Root() { plan }: Series): SeriesPause[] {
    return plan.pauses.map((pause) => Object.assign(new SeriesPause(), { ...pause, reason: pause.reason || null }));
  }

  @FieldResolver(() => [SeriesMember], { description: "Who takes part in all sessions to come. For the coach alone." })
  members(@Root() series: Series, @Ctx() { viewer, loaders }: Context): Promise<SeriesMember[]> | SeriesMember[] {
    return isCoach(viewer, series.coach.id) ? loaders.seriesMembers.load(series.id) : [];
  }

  @FieldResolver(() => [SeriesOccurrence], {
    description: "Its dates in a range of local dates, both included; at most 1,830 days.",
  })
  occurrences(
    @Root() series: Series,
    @Arg("from", () => LocalDateScalar) from: string,
    @Arg("to", () => LocalDateScalar) to: string,
  ): Promise<SeriesOccurrence[]> {
    return this.view.occurrences(series, from, to);
  }
}

@Resolver(() => SeriesOccurrence)
export class SeriesOccurrenceResolver {
  @FieldResolver(() => Booking, { nullable: true, description: "The session, also a cancelled one." })
  booking(@Root() { bookingId }: SeriesOccurrence, @Ctx() { loaders }: Context): Promise<Booking> | null {
    return bookingId ? loaders.booking.load(bookingId) : null;
  }
}

@Resolver(() => SeriesPreviewOccurrence)
export class SeriesPreviewResolver {
  @FieldResolver(() => SessionType)
  sessionType(@Root() { sessionTypeId }: SeriesPreviewOccurrence, @Ctx() { loaders }: Context): Promise<SessionType> {
    return loaders.sessionType.load(sessionTypeId);
  }
}

@Resolver(() => Booking)
export class BookingSeriesResolver {
  @FieldResolver(() => Series, {
    nullable: true,
    description: "The series that it is a session of. For the coach alone.",
  })
  series(@Root() booking: Booking, @Ctx() { viewer, loaders }: Context): Promise<Series> | null {
    return booking.series && isCoach(viewer, booking.coach.id) ? loaders.series.load(booking.series.id) : null;
  }
}

@Resolver(() => Coach)
export class CoachSeriesResolver {
  private readonly view: SeriesViewService;

  constructor(view: SeriesViewService) {
    this.view = view;
  }

  @FieldResolver(() => SeriesConnection, {
    nullable: true,
    description: "Her series, the youngest first. For the coach alone.",
  })
  series(
    @Root() coach: Coach,
    @Ctx() { viewer }: Context,
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after?: string,
    @Arg("client", () => ID, { nullable: true, description: "Only those of this client." }) client?: string,
  ) {
    return isCoach(viewer, coach.id) ? this.view.page(coach.id, { first, after, client }) : null;
  }
}
