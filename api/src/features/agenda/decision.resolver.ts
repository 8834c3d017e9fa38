import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Booking, Coach } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import type { BookingLoaders } from "../bookings/booking.loaders.ts";
import { toUndo } from "../bookings/undo.service.ts";
import { isCoach, requireCoach } from "../coaches/coach.policy.ts";
import type { AgendaViewService } from "./agenda-view.service.ts";
import {
  ApproveBookingResult,
  AttendanceRecorded,
  BookingApproved,
  BookingDeclined,
  DecideBookingInput,
  DeclineBookingResult,
  RecordAttendanceInput,
  RecordAttendanceResult,
} from "./decision.inputs.ts";
import type { Decided, DecisionService } from "./decision.service.ts";

type Context = RequestContext<BookingLoaders>;

/** What a coach decides about bookings. */
@Resolver(() => Coach)
export class DecisionResolver {
  private readonly service: DecisionService;
  private readonly view: AgendaViewService;

  constructor(service: DecisionService, view: AgendaViewService) {
    this.service = service;
    this.view = view;
  }

  @FieldResolver(() => [Booking], {
    nullable: true,
    description:
      "Sessions with seats that wait for her answer, the most urgent first; at most 200. For the coach alone.",
  })
  waitingBookings(@Root() coach: Coach, @Ctx() { viewer }: Context): Promise<Booking[]> | null {
    return isCoach(viewer, coach.id) ? this.view.waiting(coach.id) : null;
  }

  @Mutation(() => ApproveBookingResult, { description: "Confirms what waits for approval in a booking." })
  approveBooking(@Arg("input", () => DecideBookingInput) input: DecideBookingInput, @Ctx() context: Context) {
    return answer(async () => {
      const decided = await this.service.approve(requireCoach(context.viewer), input);
      return Object.assign(new BookingApproved(), await payloadOf(context, decided));
    });
  }

  @Mutation(() => DeclineBookingResult, {
    description: "Turns down what waits for approval in a booking; its time is free again.",
  })
  declineBooking(@Arg("input", () => DecideBookingInput) input: DecideBookingInput, @Ctx() context: Context) {
    return answer(async () => {
      const decided = await this.service.decline(requireCoach(context.viewer), input);
      return Object.assign(new BookingDeclined(), await payloadOf(context, decided));
    });
  }

  @Mutation(() => RecordAttendanceResult, { description: "Notes who came to a session that has begun." })
  recordAttendance(@Arg("input", () => RecordAttendanceInput) input: RecordAttendanceInput, @Ctx() context: Context) {
    return answer(async () => {
      const decided = await this.service.recordAttendance(requireCoach(context.viewer), input);
      return Object.assign(new AttendanceRecorded(), await payloadOf(context, decided));
    });
  }
}

async function payloadOf({ loaders }: Context, decided: Decided) {
  return { booking: await loaders.booking.load(decided.bookingId), undo: toUndo(decided) };
}
