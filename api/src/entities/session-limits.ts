import { Embeddable, Property } from "@mikro-orm/decorators/legacy";
import { Field, Int, ObjectType } from "type-graphql";

/** The most sessions and session minutes of a day, week or month; null where there is no limit. Six columns, `max_…`. */
@Embeddable()
@ObjectType({
  description: "The most sessions and session minutes over all session types; null where there is no limit.",
})
export class SessionLimits {
  @Field(() => Int, { nullable: true, description: "Sessions on one date of the coach's calendar." })
  @Property({ type: "integer", nullable: true })
  perDay: number | null = null;

  @Field(() => Int, { nullable: true, description: "Sessions from Sunday to Saturday." })
  @Property({ type: "integer", nullable: true })
  perWeek: number | null = null;

  @Field(() => Int, { nullable: true, description: "Sessions in a calendar month." })
  @Property({ type: "integer", nullable: true })
  perMonth: number | null = null;

  @Field(() => Int, { nullable: true, description: "Session minutes on one date." })
  @Property({ type: "integer", nullable: true })
  minutesPerDay: number | null = null;

  @Field(() => Int, { nullable: true, description: "Session minutes from Sunday to Saturday." })
  @Property({ type: "integer", nullable: true })
  minutesPerWeek: number | null = null;

  @Field(() => Int, { nullable: true, description: "Session minutes in a calendar month." })
  @Property({ type: "integer", nullable: true })
  minutesPerMonth: number | null = null;
}
