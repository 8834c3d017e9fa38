import { createUnionType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { AvailabilityTemplate, LocalDateScalar, LocalTimeScalar, TimeOff, TimeZoneScalar } from "../../entities/index.ts";
import { InvalidInput, Refused } from "../../platform/problem.ts";

@InputType()
export class AvailabilityWindowInput {
  @Field(() => Int, { description: "0 = Sunday … 6 = Saturday." })
  weekday!: number;

  @Field(() => LocalTimeScalar)
  start!: string;

  @Field(() => LocalTimeScalar, { description: "After start; 24:00 is the end of the day." })
  end!: string;
}

@InputType()
export class CreateAvailabilityTemplateInput {
  @Field(() => String)
  name!: string;

  @Field(() => TimeZoneScalar)
  timeZone!: string;

  @Field(() => [AvailabilityWindowInput])
  windows!: AvailabilityWindowInput[];

  @Field(() => Boolean, { nullable: true, description: "Make these the hours that hold, in place of the present ones." })
  isDefault?: boolean;
}

@InputType({ description: "What is left out stays as it is." })
export class UpdateAvailabilityTemplateInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  name?: string;

  @Field(() => TimeZoneScalar, { nullable: true })
  timeZone?: string;

  @Field(() => [AvailabilityWindowInput], { nullable: true, description: "Replaces all windows." })
  windows?: AvailabilityWindowInput[];

  @Field(() => Boolean, { nullable: true })
  isDefault?: boolean;
}

@InputType()
export class CreateTimeOffInput {
  @Field(() => LocalDateScalar)
  fromDate!: string;

  @Field(() => LocalDateScalar, { description: "Last date, included." })
  toDate!: string;

  @Field(() => String, { nullable: true, description: "At most 200 characters; seen by the coach alone." })
  reason?: string;
}

@ObjectType()
export class AvailabilityTemplateSaved {
  @Field(() => AvailabilityTemplate)
  availabilityTemplate!: AvailabilityTemplate;
}

@ObjectType()
export class TimeOffSaved {
  @Field(() => TimeOff)
  timeOff!: TimeOff;
}

@ObjectType()
export class TimeOffDeleted {
  @Field(() => ID)
  id!: string;
}

export const SaveAvailabilityTemplateResult = createUnionType({
  name: "SaveAvailabilityTemplateResult",
  types: () => [AvailabilityTemplateSaved, InvalidInput, Refused] as const,
});
export const SaveTimeOffResult = createUnionType({
  name: "SaveTimeOffResult",
  types: () => [TimeOffSaved, InvalidInput, Refused] as const,
});
export const DeleteTimeOffResult = createUnionType({
  name: "DeleteTimeOffResult",
  types: () => [TimeOffDeleted, Refused] as const,
});
