import { ArgsType, createUnionType, Field, ID, Int, ObjectType } from "type-graphql";
import { Booking, LocalDateScalar, TimeZoneScalar } from "../../entities/index.ts";
import { connectionOf, edgeOf } from "../../platform/graphql/relay.ts";
import { InvalidInput, Refused } from "../../platform/problem.ts";
import { MomentInput } from "../time-zones/moment.inputs.ts";

@ArgsType()
export class AgendaRangeArgs {
  @Field(() => LocalDateScalar)
  from!: string;

  @Field(() => LocalDateScalar, { description: "Last date, included; at most 366 days." })
  to!: string;

  @Field(() => TimeZoneScalar, { nullable: true, description: "Zone of the dates; the coach's without." })
  timeZone?: string;
}

@ArgsType()
export class AgendaArgs extends AgendaRangeArgs {
  @Field(() => Int, { defaultValue: 100, description: "1 to 500." })
  first!: number;

  @Field(() => String, { nullable: true })
  after?: string;
}

@ArgsType()
export class ExplainSlotArgs {
  @Field(() => ID)
  sessionType!: string;

  @Field(() => MomentInput)
  start!: MomentInput;

  @Field(() => Int, { nullable: true, description: "One of the session type's lengths; its first without." })
  minutes?: number;
}

@ObjectType()
class BookingEdge extends edgeOf(Booking) {}

@ObjectType()
export class BookingConnection extends connectionOf(BookingEdge) {}

@ObjectType({
  description: "Everything that meets the range, holds and cancelled sessions included, in order of start.",
})
export class AgendaSnapshot {
  @Field(() => Int)
  revision!: number;

  @Field(() => [Booking])
  bookings!: Booking[];
}

@ObjectType({ description: "What changed since the last event." })
export class AgendaChange {
  @Field(() => Int)
  revision!: number;

  @Field(() => [Booking], { description: "New or changed." })
  bookings!: Booking[];

  @Field(() => [ID], { description: "No longer in the range." })
  removed!: string[];
}

export const AgendaEvent = createUnionType({
  name: "AgendaEvent",
  description: "First everything in the range, then only what changed.",
  types: () => [AgendaSnapshot, AgendaChange, InvalidInput, Refused] as const,
});

@ObjectType({ description: "What waits for the coach's answer." })
export class WaitingBookings {
  @Field(() => [Booking], { description: "The most urgent first; at most 200." })
  bookings!: Booking[];
}

export const WaitingBookingsEvent = createUnionType({
  name: "WaitingBookingsEvent",
  description: "All of them, now and after every change.",
  types: () => [WaitingBookings, Refused] as const,
});
