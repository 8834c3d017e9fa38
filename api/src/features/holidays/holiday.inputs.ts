import { createUnionType, Field, ID, InputType, ObjectType } from "type-graphql";
import { Holiday } from "../../entities/index.ts";
import { InvalidInput, Refused } from "../../platform/problem.ts";

@ObjectType({ description: "A country, or a state or region in one, whose public holidays are known." })
export class HolidayPlace {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  name!: string;
}

@ObjectType({ description: "Where a coach's public holidays are." })
export class HolidayChoice {
  @Field(() => HolidayPlace)
  country!: HolidayPlace;

  @Field(() => HolidayPlace, { nullable: true })
  state!: HolidayPlace | null;

  @Field(() => HolidayPlace, { nullable: true })
  region!: HolidayPlace | null;
}

@InputType({ description: "Codes as the query holidayPlaces gives them; without a country there are no holidays." })
export class ChooseHolidaysInput {
  @Field(() => String, { nullable: true })
  country?: string | null;

  @Field(() => String, { nullable: true })
  state?: string | null;

  @Field(() => String, { nullable: true })
  region?: string | null;
}

@InputType({ description: "Switches holidays; the same holiday of later years begins as it was switched last." })
export class ObserveHolidaysInput {
  @Field(() => [ID], { description: "1 to 366 holidays." })
  holidays!: string[];

  @Field(() => Boolean, { description: "False: she works on these days." })
  observed!: boolean;
}

@ObjectType()
export class HolidaysSaved {
  @Field(() => [Holiday], { description: "All of them, in order of date." })
  holidays!: Holiday[];
}

@ObjectType()
export class HolidayPlaceList {
  @Field(() => [HolidayPlace], { description: "In order of name; empty where there is nothing finer to choose." })
  places!: HolidayPlace[];
}

export const SaveHolidaysResult = createUnionType({
  name: "SaveHolidaysResult",
  types: () => [HolidaysSaved, InvalidInput, Refused] as const,
});
export const HolidayPlacesResult = createUnionType({
  name: "HolidayPlacesResult",
  types: () => [HolidayPlaceList, InvalidInput] as const,
});
