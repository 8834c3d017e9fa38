import { ArgsType, createUnionType, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateTimeScalar, LocalDateScalar, LocalDateTimeScalar, TimeZoneScalar } from "../../entities/index.ts";
import { InvalidInput, Refused } from "../../platform/problem.ts";
import { LinkUnavailable } from "../links/link.inputs.ts";

@ObjectType({ description: "A start that can be booked." })
export class Slot {
  @Field(() => DateTimeScalar)
  startAt!: Date;

  @Field(() => DateTimeScalar)
  endAt!: Date;

  @Field(() => LocalDateTimeScalar, { description: "Wall-clock start in the zone that was asked for." })
  localStart!: string;

  @Field(() => Int, { description: "Minutes east of UTC at the start, in that zone; tells a repeated hour apart." })
  offsetMinutes!: number;

  @Field(() => Int)
  seatsLeft!: number;
}

@ObjectType({ description: "The slots that start on one local date of the zone that was asked for." })
export class SlotDay {
  @Field(() => LocalDateScalar)
  date!: string;

  @Field(() => [Slot])
  slots!: Slot[];
}

@ObjectType({ description: "Every day of a range that has slots." })
export class SlotList {
  @Field(() => Int, { description: "The coach's revision at which this was true." })
  revision!: number;

  @Field(() => TimeZoneScalar)
  timeZone!: string;

  @Field(() => LocalDateScalar)
  from!: string;

  @Field(() => LocalDateScalar)
  to!: string;

  @Field(() => Int)
  minutes!: number;

  @Field(() => [SlotDay])
  days!: SlotDay[];
}

@ObjectType({ description: "The days that differ from what was sent before, each whole; without slots it is closed now." })
export class SlotChange {
  @Field(() => Int)
  revision!: number;

  @Field(() => [SlotDay])
  days!: SlotDay[];
}

export const SlotReasonCode = {
  OUTSIDE_HOURS: "OUTSIDE_HOURS",
  DATE_OVERRIDE: "DATE_OVERRIDE",
  TIME_OFF: "TIME_OFF",
  OFF_GRID: "OFF_GRID",
  IN_PAST: "IN_PAST",
  NOTICE: "NOTICE",
  HORIZON: "HORIZON",
  BOOKING: "BOOKING",
  BUFFER: "BUFFER",
  BUSY: "BUSY",
  HOLD: "HOLD",
  LIMIT: "LIMIT",
  SEATS_FULL: "SEATS_FULL",
  SKIPPED_HOUR: "SKIPPED_HOUR",
} as const;
export type SlotReasonCode = (typeof SlotReasonCode)[keyof typeof SlotReasonCode];
registerEnumType(SlotReasonCode, { name: "SlotReasonCode", description: "The rules that can hide a start." });

@ObjectType({ description: "One rule that hides a start, with its cause." })
export class SlotReason {
  @Field(() => SlotReasonCode)
  code!: SlotReasonCode;

  @Field(() => String)
  message!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: "Start of what is in the way." })
  startAt?: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  endAt?: Date;

  /** Resolved as `booking` by the agenda. */
  bookingId?: string;

  @Field(() => Int, { nullable: true, description: "How many sessions count against the limit." })
  count?: number;

  @Field(() => Int, { nullable: true })
  limit?: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "When this reason ends or began to hold: notice, horizon, hold." })
  until?: Date;
}

@ObjectType({ description: "Why a start is or is not offered, in the order in which the rules apply." })
export class SlotExplanation {
  @Field(() => Boolean)
  offered!: boolean;

  @Field(() => [SlotReason])
  reasons!: SlotReason[];
}

@ArgsType()
export class SlotsArgs {
  @Field(() => String)
  coach!: string;

  @Field(() => String)
  link!: string;

  @Field(() => LocalDateScalar, { description: "First local date, in timeZone." })
  from!: string;

  @Field(() => LocalDateScalar, { description: "Last local date, included; at most 366 days." })
  to!: string;

  @Field(() => TimeZoneScalar)
  timeZone!: string;

  @Field(() => Int, { nullable: true, description: "One of the session type's lengths; its first without." })
  minutes?: number;

  @Field(() => String, { nullable: true, description: "A seat: its own booking counts as free." })
  bookingToken?: string;

  @Field(() => String, { nullable: true, description: "A hold: the time it keeps counts as free." })
  holdToken?: string;
}

export const SlotsResult = createUnionType({
  name: "SlotsResult",
  types: () => [SlotList, LinkUnavailable, InvalidInput] as const,
});
export const SlotsEvent = createUnionType({
  name: "SlotsEvent",
  description: "First the whole list, then changed days.",
  types: () => [SlotList, SlotChange, LinkUnavailable, InvalidInput] as const,
});
export const ExplainSlotResult = createUnionType({
  name: "ExplainSlotResult",
  types: () => [SlotExplanation, InvalidInput, Refused] as const,
});
