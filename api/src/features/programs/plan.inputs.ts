import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import {
  Booking,
  DateTimeScalar,
  LocalDateScalar,
  LocalDateTimeScalar,
  ProgramBooking,
  TimeZoneScalar,
} from "../../entities/index.ts";
import { connectionOf, edgeOf } from "../../platform/graphql/relay.ts";
import { IdempotencyConflict, InvalidInput, Problem, Refused } from "../../platform/problem.ts";
import { SlotTaken } from "../bookings/booking.inputs.ts";
import { UndoExpired } from "../bookings/undo.inputs.ts";
import { Undo } from "../bookings/undo-offer.inputs.ts";
import { ClientInput } from "../clients/client.inputs.ts";
import { Slot, SlotReason } from "../slots/slot.inputs.ts";
import { MomentInput } from "../time-zones/moment.inputs.ts";

@InputType({ description: "Where a session of a program is put by hand." })
export class ProgramMoveInput {
  @Field(() => Int, { description: "Which session, from 0." })
  session!: number;

  @Field(() => MomentInput)
  start!: MomentInput;
}

@InputType()
export class PlanProgramInput {
  @Field(() => ID)
  program!: string;

  @Field(() => LocalDateScalar, { description: "From which the first gap counts." })
  startDate!: string;

  @Field(() => TimeZoneScalar, {
    nullable: true,
    description: "Of dates, weekdays and wished times: the coach's, which it is without, or the client's.",
  })
  timeZone?: string | null;

  @Field(() => TimeZoneScalar, { nullable: true, description: "Zone of the client's local times in the answer." })
  clientTimeZone?: string | null;

  @Field(() => [ProgramMoveInput], { nullable: true, description: "Sessions put by hand; the others go around them." })
  moves?: ProgramMoveInput[] | null;
}

@InputType({ description: "For a client: all sessions or none. Notice and horizon do not bind the coach." })
export class BookProgramInput extends PlanProgramInput {
  @Field(() => ID, { nullable: true, description: "A client of hers; or give newClient." })
  client?: string | null;

  @Field(() => ClientInput, { nullable: true })
  newClient?: ClientInput | null;

  @Field(() => String, { nullable: true, description: "With each seat; at most 2,000 characters." })
  note?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The fingerprint of the plan that was agreed to; anything else than that is refused.",
  })
  shown?: string | null;

  @Field(() => String)
  idempotencyKey!: string;
}

export const ProgramWish = { WEEKDAY: "weekday", TIME: "time", GAP: "gap" } as const;
export type ProgramWish = (typeof ProgramWish)[keyof typeof ProgramWish];
registerEnumType(ProgramWish, {
  name: "ProgramWish",
  description: "What a step of a program wishes for.",
  valuesConfig: {
    WEEKDAY: { description: "One of its weekdays." },
    TIME: { description: "Its times of day." },
    GAP: { description: "The distance from the session before." },
  },
});

export const UnkeptBecause = { TAKEN: "taken", GAP: "gap", OTHERS: "others" } as const;
export type UnkeptBecause = (typeof UnkeptBecause)[keyof typeof UnkeptBecause];
registerEnumType(UnkeptBecause, {
  name: "UnkeptBecause",
  description: "Why a wish could not be kept.",
  valuesConfig: {
    TAKEN: { description: "No such time is free between the sessions around it." },
    GAP: { description: "No such date lies between the sessions around it." },
    OTHERS: { description: "Other wishes would have had to give way, or a limit would be broken." },
  },
});

@ObjectType({ description: "A wish that a session of a plan could not have." })
export class UnkeptProgramWish {
  @Field(() => ProgramWish)
  wish!: ProgramWish;

  @Field(() => UnkeptBecause)
  because!: UnkeptBecause;

  @Field(() => String)
  message!: string;

  @Field(() => [SlotReason], { description: "What stands against the first time that is all that is wished." })
  reasons!: SlotReason[];
}

@ObjectType({ description: "One session of a plan; nothing was booked." })
export class PlannedSession {
  @Field(() => Int, { description: "From 0." })
  number!: number;

  @Field(() => Int, { description: "The step of the program that it belongs to, from 0." })
  step!: number;

  /** Resolved as `sessionType`. */
  sessionTypeId!: string;

  @Field(() => DateTimeScalar)
  startAt!: Date;

  @Field(() => DateTimeScalar)
  endAt!: Date;

  @Field(() => LocalDateTimeScalar, { description: "In the coach's zone." })
  coachLocalStart!: string;

  @Field(() => LocalDateTimeScalar, { description: "In the client's zone." })
  clientLocalStart!: string;

  @Field(() => Int, { description: "By how much the coach's clocks moved since the session before; mostly 0." })
  coachClockShiftMinutes!: number;

  @Field(() => Int, { description: "By how much the client's clocks moved since the session before; mostly 0." })
  clientClockShiftMinutes!: number;

  @Field(() => Boolean, { description: "Whether somebody put it there." })
  isMoved!: boolean;

  @Field(() => [SlotReason], { description: "What stands against a time that somebody put it to." })
  reasons!: SlotReason[];

  @Field(() => Boolean, { description: "Whether it can be there all the same." })
  mayKeep!: boolean;

  @Field(() => [UnkeptProgramWish])
  unkept!: UnkeptProgramWish[];

  @Field(() => [Slot], { description: "Free times near it, the nearest first; in the zone of the plan." })
  nearest!: Slot[];

  @Field(() => DateTimeScalar, { nullable: true, description: "When it is now; null for a new one." })
  wasStartAt?: Date | null;
}

@ObjectType({ description: "When the sessions of a program would be; nothing was booked." })
export class ProgramPlan {
  @Field(() => Int, { description: "The coach's revision at which this was true." })
  revision!: number;

  @Field(() => String, { description: "Give it as `shown`, so that nothing else is done than what was seen." })
  fingerprint!: string;

  @Field(() => TimeZoneScalar, { description: "Of its dates and wished times." })
  timeZone!: string;

  @Field(() => LocalDateScalar, { description: "The last date that a session may take." })
  lastDate!: string;

  @Field(() => [PlannedSession], { description: "In order." })
  sessions!: PlannedSession[];

  @Field(() => Int, { description: "How many were put where they cannot be; nothing can be done while there are any." })
  open!: number;
}

@ObjectType({ implements: Problem, description: "There is no such plan, whatever the other sessions do." })
export class NoPlan extends Problem {
  @Field(() => Int, { description: "The first session without a time, from 0." })
  session!: number;

  @Field(() => LocalDateScalar, { description: "It would have to lie between this date" })
  fromDate!: string;

  @Field(() => LocalDateScalar, { description: "and this one, both included." })
  toDate!: string;

  @Field(() => [SlotReason], { description: "What stands against the first wished time of these dates." })
  reasons!: SlotReason[];

  constructor(message: string) {
    super("NO_PLAN", message);
  }
}

@ObjectType({
  implements: Problem,
  description: "A session has no place, or it is not what was shown. Nothing was saved.",
})
export class PlanChanged extends Problem {
  @Field(() => ProgramPlan, { description: "As it is now." })
  plan: ProgramPlan;

  constructor(plan: ProgramPlan, message: string) {
    super("PLAN_CHANGED", message);
    this.plan = plan;
  }
}

@ObjectType()
export class ProgramBooked {
  @Field(() => ProgramBooking)
  programBooking!: ProgramBooking;

  @Field(() => [Booking], { description: "In order of start." })
  bookings!: Booking[];

  @Field(() => Undo)
  undo!: Undo;
}

@InputType()
export class UndoProgramChangeInput {
  @Field(() => ID, { description: "Of the answer to the booking or the change." })
  undo!: string;

  @Field(() => String)
  idempotencyKey!: string;
}

@ObjectType({ description: "Everything is exactly as it was before." })
export class ProgramChangeUndone {
  @Field(() => Boolean)
  undone!: boolean;
}

export const PlanProgramResult = createUnionType({
  name: "PlanProgramResult",
  types: () => [ProgramPlan, NoPlan, InvalidInput, Refused] as const,
});
export const UndoProgramChangeResult = createUnionType({
  name: "UndoProgramChangeResult",
  types: () => [ProgramChangeUndone, UndoExpired, SlotTaken, IdempotencyConflict, InvalidInput, Refused] as const,
});
export const BookProgramResult = createUnionType({
  name: "BookProgramResult",
  types: () => [ProgramBooked, PlanChanged, NoPlan, IdempotencyConflict, InvalidInput, Refused] as const,
});

@ObjectType()
class ProgramBookingEdge extends edgeOf(ProgramBooking) {}

@ObjectType()
export class ProgramBookingConnection extends connectionOf(ProgramBookingEdge) {}
