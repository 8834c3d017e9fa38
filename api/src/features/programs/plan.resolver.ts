import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from "type-graphql";
import { Booking, Client, Coach, Program, ProgramBooking, SessionType } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import type { BookingLoaders } from "../bookings/booking.loaders.ts";
import { toUndo } from "../bookings/undo.service.ts";
import type { ClientLoaders } from "../clients/client.loaders.ts";
import { isCoach, requireCoach } from "../coaches/coach.policy.ts";
import type { ChangeUndoService } from "../series/change-undo.service.ts";
import type { SessionTypeLoaders } from "../session-types/session-type.loaders.ts";
import {
  BookProgramInput,
  BookProgramResult,
  PlannedSession,
  PlanProgramInput,
  PlanProgramResult,
  ProgramBooked,
  ProgramBookingConnection,
  ProgramChangeUndone,
  UndoProgramChangeInput,
  UndoProgramChangeResult,
} from "./plan.inputs.ts";
import type { PlanService } from "./plan.service.ts";
import type { ProgramLoaders } from "./program.loaders.ts";
import type { ProgramBookingService } from "./program-booking.service.ts";
import type { ProgramViewService } from "./program-view.service.ts";
import {
  PreviewProgramShiftResult,
  ProgramShifted,
  ShiftProgramInput,
  ShiftProgramResult,
  ShiftProgramSessionInput,
} from "./shift.inputs.ts";
import type { ShiftService } from "./shift.service.ts";

type Context = RequestContext<BookingLoaders & ClientLoaders & ProgramLoaders & SessionTypeLoaders>;

export interface PlanResolverDependencies {
  readonly plans: PlanService;
  readonly booking: ProgramBookingService;
  readonly shifts: ShiftService;
  readonly undos: ChangeUndoService;
}

/** Programs for clients, for the coach. */
@Resolver()
export class PlanResolver {
  private readonly deps: PlanResolverDependencies;

  constructor(deps: PlanResolverDependencies) {
    this.deps = deps;
  }

  @Query(() => PlanProgramResult, {
    description:
      "When the sessions of a program would be: each where it fits best, with what could not be kept and why.",
  })
  planProgram(@Arg("input", () => PlanProgramInput) input: PlanProgramInput, @Ctx() { viewer }: Context) {
    return answer(async () => this.deps.plans.preview(requireCoach(viewer), input));
  }

  @Mutation(() => BookProgramResult, { description: "All sessions of a program for a client, or none." })
  bookProgram(@Arg("input", () => BookProgramInput) input: BookProgramInput, @Ctx() { viewer, loaders }: Context) {
    return answer(async () => {
      const booked = await this.deps.booking.book(requireCoach(viewer), input);
      const programBooking = await loaders.programBooking.load(booked.programBookingId);
      const bookings = await loaders.programSessions.load(booked.programBookingId);
      return Object.assign(new ProgramBooked(), { programBooking, bookings, undo: toUndo(booked) });
    });
  }

  @Query(() => PreviewProgramShiftResult, {
    description: "Where the sessions of a booked program would go when one of them is moved.",
  })
  previewProgramShift(@Arg("input", () => ShiftProgramInput) input: ShiftProgramInput, @Ctx() { viewer }: Context) {
    return answer(async () => this.deps.shifts.preview(requireCoach(viewer), input));
  }

  @Mutation(() => ShiftProgramResult, { description: "Exactly what its preview shows, or nothing." })
  shiftProgram(
    @Arg("input", () => ShiftProgramSessionInput) input: ShiftProgramSessionInput,
    @Ctx() { viewer, loaders }: Context,
  ) {
    return answer(async () => {
      const shifted = await this.deps.shifts.shift(requireCoach(viewer), input);
      const programBooking = await loaders.programBooking.load(shifted.programBookingId);
      const bookings = await Promise.all(shifted.bookingIds.map((id) => loaders.booking.load(id)));
      bookings.sort((a, b) => a.startAt.getTime() - b.startAt.getTime());
      return Object.assign(new ProgramShifted(), { programBooking, bookings, undo: toUndo(shifted) });
    });
  }

  @Mutation(() => UndoProgramChangeResult, {
    description: "Takes the booking or a change of a program back, whole and exactly, if nothing happened to it since.",
  })
  undoProgramChange(
    @Arg("input", () => UndoProgramChangeInput) input: UndoProgramChangeInput,
    @Ctx() { viewer }: Context,
  ) {
    return answer(async () => {
      await this.deps.undos.undo(requireCoach(viewer), input);
      return Object.assign(new ProgramChangeUndone(), { undone: true });
    });
  }
}

@Resolver(() => PlannedSession)
export class PlannedSessionResolver {
  @FieldResolver(() => SessionType)
  sessionType(@Root() { sessionTypeId }: PlannedSession, @Ctx() { loaders }: Context): Promise<SessionType> {
    return loaders.sessionType.load(sessionTypeId);
  }
}

@Resolver(() => ProgramBooking)
export class ProgramBookingResolver {
  @FieldResolver(() => Client)
  client(@Root() { client }: ProgramBooking, @Ctx() { loaders }: Context): Promise<Client> {
    return loaders.client.load(client.id);
  }

  @FieldResolver(() => Program, { nullable: true, description: "Null once it was deleted." })
  program(@Root() { program }: ProgramBooking, @Ctx() { loaders }: Context): Promise<Program> | null {
    return program ? loaders.program.load(program.id) : null;
  }

  @FieldResolver(() => [Booking], { description: "Its sessions in order, cancelled ones included." })
  bookings(@Root() { id }: ProgramBooking, @Ctx() { loaders }: Context): Promise<Booking[]> {
    return loaders.programSessions.load(id);
  }
}

@Resolver(() => Booking)
export class BookingProgramResolver {
  @FieldResolver(() => ProgramBooking, {
    nullable: true,
    description: "The program that it is a session of. For the coach alone.",
  })
  programBooking(@Root() booking: Booking, @Ctx() { viewer, loaders }: Context): Promise<ProgramBooking> | null {
    if (!booking.programBooking || !isCoach(viewer, booking.coach.id)) return null;
    return loaders.programBooking.load(booking.programBooking.id);
  }
}

@Resolver(() => Coach)
export class CoachProgramsResolver {
  private readonly view: ProgramViewService;

  constructor(view: ProgramViewService) {
    this.view = view;
  }

  @FieldResolver(() => ProgramBookingConnection, {
    nullable: true,
    description: "What was booked from her programs, the youngest first. For the coach alone.",
  })
  programBookings(
    @Root() coach: Coach,
    @Ctx() { viewer }: Context,
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 100." }) first: number,
    @Arg("after", () => String, { nullable: true }) after?: string,
    @Arg("client", () => ID, { nullable: true, description: "Only those of this client." }) client?: string,
  ) {
    return isCoach(viewer, coach.id) ? this.view.page(coach.id, { first, after, client }) : null;
  }
}
