import { createUnionType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { AvailabilityTemplate, LocalDateScalar, LocalTimeScalar, TimeZoneScalar } from "../../entities/index.ts";
import { InvalidInput, Refused } from "../../platform/problem.ts";

@InputType()
export class DayWindowInput {
  @Field(() => LocalTimeScalar)
  start!: string;

  @Field(() => LocalTimeScalar, {
    description: "24:00 is the end of the day; an end before the start lies on the next day.",
  })
  end!: string;
}

@InputType()
export class AvailabilityWindowInput extends DayWindowInput {
  @Field(() => Int, {
    nullable: true,
    description: "Week of the cycle, from 1; without it the hours hold in every week.",
  })
  week?: number | null;

  @Field(() => Int, { description: "0 = Sunday … 6 = Saturday." })
  weekday!: number;
}

/** What both ways of saving a template may say; null takes a period, an anchor or a session type away. */
@InputType()
abstract class AvailabilityTemplateFields {
  @Field(() => Boolean, {
    nullable: true,
    description:
      "Make these the hours that hold: without a period in place of the present ones, with a period as a season.",
  })
  isDefault?: boolean;

  @Field(() => Int, { nullable: true, description: "1 to 4 weeks until the hours repeat." })
  cycleWeeks?: number;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "A date in week 1 of the cycle; the present week without.",
  })
  anchorDate?: string | null;

  @Field(() => LocalDateScalar, { nullable: true })
  effectiveFrom?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "The last date, included." })
  effectiveUntil?: string | null;

  @Field(() => ID, { nullable: true, description: "The one session type that these hours are for." })
  sessionType?: string | null;
}

@InputType()
export class CreateAvailabilityTemplateInput extends AvailabilityTemplateFields {
  @Field(() => String)
  name!: string;

  @Field(() => TimeZoneScalar)
  timeZone!: string;

  @Field(() => [AvailabilityWindowInput])
  windows!: AvailabilityWindowInput[];
}

@InputType({ description: "What is left out stays as it is." })
export class UpdateAvailabilityTemplateInput extends AvailabilityTemplateFields {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  name?: string;

  @Field(() => TimeZoneScalar, { nullable: true })
  timeZone?: string;

  @Field(() => [AvailabilityWindowInput], { nullable: true, description: "Replaces all windows." })
  windows?: AvailabilityWindowInput[];
}

@InputType()
export class CopyAvailabilityTemplateInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: "Name of the copy; “Copy of …” without." })
  name?: string;
}

@ObjectType()
export class AvailabilityTemplateSaved {
  @Field(() => AvailabilityTemplate)
  availabilityTemplate!: AvailabilityTemplate;
}

@ObjectType()
export class AvailabilityTemplateDeleted {
  @Field(() => ID)
  id!: string;
}

export const SaveAvailabilityTemplateResult = createUnionType({
  name: "SaveAvailabilityTemplateResult",
  types: () => [AvailabilityTemplateSaved, InvalidInput, Refused] as const,
});
export const DeleteAvailabilityTemplateResult = createUnionType({
  name: "DeleteAvailabilityTemplateResult",
  types: () => [AvailabilityTemplateDeleted, InvalidInput, Refused] as const,
});
