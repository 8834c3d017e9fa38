import { createUnionType, Field, ID, InputType, ObjectType } from "type-graphql";
import { LocalDateScalar, TimeZoneScalar, Travel } from "../../entities/index.ts";
import { InvalidInput, Refused } from "../../platform/problem.ts";

@InputType()
export class CreateTravelInput {
  @Field(() => String, { description: "Where she is: Lisbon. At most 80 characters." })
  place!: string;

  @Field(() => LocalDateScalar)
  fromDate!: string;

  @Field(() => LocalDateScalar, { description: "Last date, included." })
  toDate!: string;

  @Field(() => TimeZoneScalar)
  timeZone!: string;

  @Field(() => Boolean, { nullable: true, description: "Whether hours stay at home time; else they are read there." })
  keepHomeHours?: boolean;
}

@InputType({ description: "What is left out stays as it is." })
export class UpdateTravelInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  place?: string;

  @Field(() => LocalDateScalar, { nullable: true })
  fromDate?: string;

  @Field(() => LocalDateScalar, { nullable: true })
  toDate?: string;

  @Field(() => TimeZoneScalar, { nullable: true })
  timeZone?: string;

  @Field(() => Boolean, { nullable: true })
  keepHomeHours?: boolean;
}

@ObjectType()
export class TravelSaved {
  @Field(() => Travel)
  travel!: Travel;
}

@ObjectType()
export class TravelDeleted {
  @Field(() => ID)
  id!: string;
}

export const SaveTravelResult = createUnionType({
  name: "SaveTravelResult",
  types: () => [TravelSaved, InvalidInput, Refused] as const,
});
export const DeleteTravelResult = createUnionType({
  name: "DeleteTravelResult",
  types: () => [TravelDeleted, InvalidInput, Refused] as const,
});
