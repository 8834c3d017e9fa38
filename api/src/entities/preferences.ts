import { Embeddable, Property } from "@mikro-orm/decorators/legacy";
import { Field, Int, ObjectType } from "type-graphql";
import { HourCycle } from "./enums.ts";
import { LocaleScalar } from "./scalars.ts";

/** How somebody reads times; null follows the browser or, below it, the locale. */
@Embeddable()
@ObjectType({ description: "How somebody reads times; null where the locale, or the browser, decides." })
export class Preferences {
  @Field(() => LocaleScalar, { nullable: true })
  @Property({ type: "text", nullable: true })
  locale: string | null = null;

  @Field(() => HourCycle, { nullable: true })
  @Property({ type: "text", nullable: true })
  hourCycle: HourCycle | null = null;

  @Field(() => Int, { nullable: true, description: "0 = Sunday … 6 = Saturday." })
  @Property({ type: "smallint", nullable: true })
  firstWeekday: number | null = null;
}
