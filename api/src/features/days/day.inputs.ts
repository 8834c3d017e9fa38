import { ArgsType, createUnionType, Field, ID, Int, ObjectType } from "type-graphql";
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

@ArgsType()
export class AvailabilityDaysArgs {
  @Field(() => LocalDateScalar)
  from!: string;

  @Field(() => LocalDateScalar, { description: "Last date, included; at most 366 days." })
  to!: string;

  @Field(() => TimeZoneScalar, {
    nullable: true,
    description:
      "Zone of the dates and local times; without one, each date is read on the clocks she has before her then.",
  })
  timeZone?: string;

  @Field(() => ID, {
    nullable: true,
    description: "Whose hours, where session types have their own; the default ones without.",
  })
  sessionType?: string;
}

@ObjectType({ description: "Open time within one date. A stretch over midnight is told on both dates." })
export class OpenWindow {
  @Field(() => DateTimeScalar)
  startAt!: Date;

  @Field(() => DateTimeScalar)
  endAt!: Date;

  @Field(() => LocalDateTimeScalar)
  localStart!: string;

  @Field(() => LocalDateTimeScalar, { description: "Midnight is 00:00 of the date after." })
  localEnd!: string;
}

@ObjectType({ description: "One date with what makes its hours, bookings aside." })
export class AvailabilityDay {
  @Field(() => LocalDateScalar)
  date!: string;

  @Field(() => TimeZoneScalar, { description: "Whose midnights make the date, and the zone of its local times." })
  timeZone!: string;

  @Field(() => [OpenWindow], { description: "In order of time; none where it is closed." })
  windows!: OpenWindow[];

  @Field(() => DateOverride, { nullable: true })
  dateOverride!: DateOverride | null;

  @Field(() => [TimeOff], { description: "Time off that touches the date; of a yearly one also the years to come." })
  timeOff!: TimeOff[];

  @Field(() => [Holiday], { description: "Those she works on, too." })
  holidays!: Holiday[];

  @Field(() => Travel, { nullable: true })
  travel!: Travel | null;
}

@ObjectType({ description: "Dates with their hours, each time whole." })
export class AvailabilityDays {
  @Field(() => Int, { description: "The coach's revision at which this was true." })
  revision!: number;

  @Field(() => [AvailabilityDay])
  days!: AvailabilityDay[];
}

export const AvailabilityDaysResult = createUnionType({
  name: "AvailabilityDaysResult",
  types: () => [AvailabilityDays, InvalidInput, Refused] as const,
});
