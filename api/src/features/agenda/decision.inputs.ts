import { createUnionType, Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { Booking } from "../../entities/index.ts";
import { IdempotencyConflict, InvalidInput, Problem, Refused } from "../../platform/problem.ts";
import { AlreadyCancelled } from "../bookings/booking.inputs.ts";
import { Undo } from "../bookings/undo-offer.inputs.ts";

export const Attendance = { COMPLETED: "COMPLETED", NO_SHOW: "NO_SHOW" } as const;
export type Attendance = (typeof Attendance)[keyof typeof Attendance];
registerEnumType(Attendance, { name: "Attendance", description: "What became of a session." });

@InputType()
export class DecideBookingInput {
  @Field(() => ID)
  booking!: string;

  @Field(() => ID, { nullable: true, description: "One seat of a group; all that wait without it." })
  attendee?: string | null;

  @Field(() => String, { nullable: true, description: "For the client; at most 2,000 characters." })
  message?: string | null;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class RecordAttendanceInput {
  @Field(() => ID)
  booking!: string;

  @Field(() => ID, { nullable: true, description: "One seat of a group; the whole session without it." })
  attendee?: string | null;

  @Field(() => Attendance)
  attendance!: Attendance;

  @Field(() => String)
  idempotencyKey!: string;
}

@ObjectType()
export class BookingApproved {
  @Field(() => Booking)
  booking!: Booking;

  @Field(() => Undo)
  undo!: Undo;
}

@ObjectType()
export class BookingDeclined {
  @Field(() => Booking)
  booking!: Booking;

  @Field(() => Undo)
  undo!: Undo;
}

@ObjectType()
export class AttendanceRecorded {
  @Field(() => Booking)
  booking!: Booking;

  @Field(() => Undo)
  undo!: Undo;
}

@ObjectType({ implements: Problem, description: "There is nothing to decide: answered before, lapsed, or given up." })
export class NotWaiting extends Problem {
  constructor() {
    super(
      "NOT_WAITING",
      "This session does not wait for your answer: it was answered before, was given up, or lapsed.",
    );
  }
}

@ObjectType({ implements: Problem, description: "The session has not begun." })
export class NotYet extends Problem {
  constructor() {
    super("NOT_YET", "This session has not begun. Note who came once it has.");
  }
}

export const ApproveBookingResult = createUnionType({
  name: "ApproveBookingResult",
  types: () => [BookingApproved, NotWaiting, IdempotencyConflict, InvalidInput, Refused] as const,
});
export const DeclineBookingResult = createUnionType({
  name: "DeclineBookingResult",
  types: () => [BookingDeclined, NotWaiting, IdempotencyConflict, InvalidInput, Refused] as const,
});
export const RecordAttendanceResult = createUnionType({
  name: "RecordAttendanceResult",
  types: () => [AttendanceRecorded, NotYet, AlreadyCancelled, IdempotencyConflict, InvalidInput, Refused] as const,
});
