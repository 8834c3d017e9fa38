import { ArgsType, createUnionType, Field, Int, ObjectType, registerEnumType } from "type-graphql";
import {
  DateOverride,
  DateTimeScalar,
  Holiday,
  LocalDateScalar,
  LocalDateTimeScalar,
  TimeOff,
  TimeZoneScalar,
  Travel,
} from "../../entities/index.ts";
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

@ObjectType({ description: "A group session without a seat left: it cannot be booked, but waited for." })
export class FullSession {
  @Field(() => DateTimeScalar)
  startAt!: Date;

  @Field(() => DateTimeScalar)
  endAt!: Date;

  @Field(() => LocalDateTimeScalar, { description: "Wall-clock start in the zone that was asked for." })
  localStart!: string;

  @Field(() => Int, { description: "Minutes east of UTC at the start, in that zone." })
  offsetMinutes!: number;
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

  @Field(() => [FullSession], { description: "The group sessions of the range that are full, in order of time." })
  fullSessions!: FullSession[];
}

@ObjectType({
  description: "The days that differ from what was sent before, each whole; without slots it is closed now.",
})
export class SlotChange {
  @Field(() => Int)
  revision!: number;

  @Field(() => [SlotDay])
  days!: SlotDay[];

  @Field(() => [FullSession], { description: "All of the range, whether or not they differ." })
  fullSessions!: FullSession[];
}

export const SlotReasonCode = {
  OUTSIDE_HOURS: "OUTSIDE_HOURS",
  DATE_OVERRIDE: "DATE_OVERRIDE",
  TIME_OFF: "TIME_OFF",
  HOLIDAY: "HOLIDAY",
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

export const LimitUnit = { MINUTES: "MINUTES", SESSIONS: "SESSIONS" } as const;
export type LimitUnit = (typeof LimitUnit)[keyof typeof LimitUnit];
registerEnumType(LimitUnit, { name: "LimitUnit", description: "What a limit counts." });

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

  @Field(() => Int, { nullable: true, description: "How much counts against the limit already." })
  count?: number;

  @Field(() => Int, { nullable: true })
  limit?: number;

  @Field(() => LimitUnit, {
    nullable: true,
    description: "What count and limit are numbers of, where a limit hides it.",
  })
  countedIn?: LimitUnit;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "When this reason ends or began to hold: notice, horizon, hold.",
  })
  until?: Date;

  @Field(() => DateOverride, {
    nullable: true,
    description: "The hours that replaced those of the date. For the coach alone.",
  })
  dateOverride?: DateOverride | null;

  @Field(() => TimeOff, { nullable: true, description: "For the coach alone." })
  timeOff?: TimeOff | null;

  @Field(() => Holiday, { nullable: true, description: "For the coach alone." })
  holiday?: Holiday | null;

  @Field(() => Travel, {
    nullable: true,
    description: "The stay in whose zone the hours of the date are read. For the coach alone.",
  })
  travel?: Travel | null;
}

@ObjectType({ description: "Why a start is or is not offered, in the order in which the rules apply." })
export class SlotExplanation {
  @Field(() => Boolean)
  offered!: boolean;

  @Field(() => [SlotReason])
  reasons!: SlotReason[];
}

export const WhyNotCode = {
  PAST: "PAST",
  TOO_SOON: "TOO_SOON",
  TOO_FAR: "TOO_FAR",
  CLOSED: "CLOSED",
  OTHER_TIMES: "OTHER_TIMES",
  TAKEN: "TAKEN",
} as const;
export type WhyNotCode = (typeof WhyNotCode)[keyof typeof WhyNotCode];
registerEnumType(WhyNotCode, {
  name: "WhyNotCode",
  description: "Why a start is not offered, as far as a visitor may know it.",
  valuesConfig: {
    TOO_SOON: { description: "Closer than the notice that is asked for." },
    TOO_FAR: { description: "Further ahead than can be booked." },
    CLOSED: { description: "Outside of the hours, for whatever reason." },
    OTHER_TIMES: { description: "Sessions begin at other times." },
    TAKEN: { description: "Somebody has it, or no more fits." },
  },
});

@ObjectType({ description: "Whether a start is offered, and if not, roughly why." })
export class WhyNot {
  @Field(() => Boolean)
  offered!: boolean;

  @Field(() => WhyNotCode, { nullable: true })
  reason!: WhyNotCode | null;

  @Field(() => String, { nullable: true })
  message!: string | null;
}

@ArgsType()
export class WhyNotArgs {
  @Field(() => String)
  coach!: string;

  @Field(() => String)
  link!: string;

  @Field(() => DateTimeScalar)
  startAt!: Date;

  @Field(() => Int, { nullable: true, description: "One of the session type's lengths; its first without." })
  minutes?: number;
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
export const WhyNotResult = createUnionType({
  name: "WhyNotResult",
  types: () => [WhyNot, LinkUnavailable, InvalidInput] as const,
});
export const ExplainSlotResult = createUnionType({
  name: "ExplainSlotResult",
  types: () => [SlotExplanation, InvalidInput, Refused] as const,
});
