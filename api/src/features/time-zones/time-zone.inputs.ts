import { Field, Int, ObjectType } from "type-graphql";
import { LocalDateTimeScalar, TimeZoneScalar } from "../../entities/index.ts";

@ObjectType()
export class TimeZoneInfo {
  @Field(() => TimeZoneScalar)
  id!: string;

  @Field(() => Int, { description: "Minutes east of UTC now." })
  offsetMinutes!: number;

  @Field(() => LocalDateTimeScalar, { description: "What its clocks show now." })
  local!: string;

  @Field(() => String, { description: "The city it is named after: New York." })
  city!: string;

  @Field(() => [String], { description: "Codes of the countries that keep it: US." })
  countries!: string[];

  @Field(() => [String], { description: "Other names of the same zone, such as Asia/Calcutta." })
  aliases!: string[];
}

@ObjectType()
export class TimeZoneCatalog {
  @Field(() => String, { description: "Release of the time zone database behind every answer: 2026f." })
  release!: string;

  @Field(() => [TimeZoneInfo])
  zones!: TimeZoneInfo[];
}
