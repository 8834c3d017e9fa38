import { createUnionType, Field, InputType, ObjectType } from "type-graphql";
import { DateOverride, LocalDateScalar, TimeZoneScalar } from "../../entities/index.ts";
import { InvalidInput, Refused } from "../../platform/problem.ts";
import { DayWindowInput } from "../availability/availability.inputs.ts";

@InputType({ description: "The same hours for many dates at once, in place of what held on them." })
export class SetDateOverridesInput {
  @Field(() => [LocalDateScalar], { description: "1 to 366 dates." })
  dates!: string[];

  @Field(() => [DayWindowInput], { description: "No windows close the dates." })
  windows!: DayWindowInput[];

  @Field(() => TimeZoneScalar, { nullable: true, description: "The coach's zone without." })
  timeZone?: string;
}

@ObjectType()
export class DateOverridesSaved {
  @Field(() => [DateOverride])
  dateOverrides!: DateOverride[];
}

@ObjectType()
export class DateOverridesRemoved {
  @Field(() => [LocalDateScalar], { description: "Dates on which the weekly hours hold again." })
  dates!: string[];
}

export const SetDateOverridesResult = createUnionType({
  name: "SetDateOverridesResult",
  types: () => [DateOverridesSaved, InvalidInput, Refused] as const,
});
export const RemoveDateOverridesResult = createUnionType({
  name: "RemoveDateOverridesResult",
  types: () => [DateOverridesRemoved, InvalidInput, Refused] as const,
});
