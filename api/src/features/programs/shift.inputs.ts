import { createUnionType, Field, ID, InputType, ObjectType } from "type-graphql";
import { Booking, ProgramBooking, TimeZoneScalar } from "../../entities/index.ts";
import { IdempotencyConflict, InvalidInput, Refused } from "../../platform/problem.ts";
import { Undo } from "../bookings/undo-offer.inputs.ts";
import { MomentInput } from "../time-zones/moment.inputs.ts";
import { NoPlan, PlanChanged, ProgramMoveInput, ProgramPlan } from "./plan.inputs.ts";

@InputType({ description: "Where a session of a program that is booked goes, and whether those after it follow." })
export class ShiftProgramInput {
  @Field(() => ID, { description: "A session to come." })
  booking!: string;

  @Field(() => MomentInput)
  start!: MomentInput;

  @Field(() => Boolean, {
    defaultValue: true,
    description: "Whether those after it keep their distances, and move with it; else they stay where they are.",
  })
  shiftFollowing!: boolean;

  @Field(() => [ProgramMoveInput], {
    nullable: true,
    description: "Those after it that are put by hand, by their programSession.",
  })
  moves?: ProgramMoveInput[] | null;

  @Field(() => TimeZoneScalar, { nullable: true, description: "Zone of the client's local times; her own without." })
  clientTimeZone?: string | null;
}

@InputType()
export class ShiftProgramSessionInput {
  @Field(() => ShiftProgramInput)
  shift!: ShiftProgramInput;

  @Field(() => String, { nullable: true, description: "For the client; at most 2,000 characters." })
  message?: string | null;

  @Field(() => String, { nullable: true, description: "The fingerprint of the preview that was agreed to." })
  shown?: string | null;

  @Field(() => String)
  idempotencyKey!: string;
}

@ObjectType()
export class ProgramShifted {
  @Field(() => ProgramBooking)
  programBooking!: ProgramBooking;

  @Field(() => [Booking], { description: "Those that moved, in order of start." })
  bookings!: Booking[];

  @Field(() => Undo)
  undo!: Undo;
}

export const PreviewProgramShiftResult = createUnionType({
  name: "PreviewProgramShiftResult",
  types: () => [ProgramPlan, NoPlan, InvalidInput, Refused] as const,
});
export const ShiftProgramResult = createUnionType({
  name: "ShiftProgramResult",
  types: () => [ProgramShifted, PlanChanged, NoPlan, IdempotencyConflict, InvalidInput, Refused] as const,
});
