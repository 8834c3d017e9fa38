import type { Ref } from "@mikro-orm/core";
import { Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { Coach } from "./coach.ts";
import { Node } from "./node.ts";
import { LocalDateScalar, LocalTimeScalar, TimeZoneScalar } from "./scalars.ts";

@ObjectType({ description: "Open time on one date, wall-clock times in the override's zone." })
export class DayWindow {
  @Field(() => LocalTimeScalar)
  start!: string;

  @Field(() => LocalTimeScalar, {
    description: "24:00 is the end of the day; an end before the start lies on the next day.",
  })
  end!: string;
}

/** The hours of one date in place of the weekly ones. */
@Entity({ tableName: "date_override" })
@ObjectType({
  implements: Node,
  description: "The hours of one date in place of the weekly ones; without windows it is closed.",
})
export class DateOverride extends Node {
  @ManyToOne(() => Coach, { ref: true })
  coach!: Ref<Coach>;

  @Field(() => LocalDateScalar)
  @Property({ type: "date" })
  date!: string;

  @Field(() => TimeZoneScalar)
  @Property({ type: "text" })
  timeZone!: string;

  @Field(() => [DayWindow])
  @Property({ type: "json" })
  windows: DayWindow[] = [];

  @Property({ type: "timestamptz" })
  createdAt: Date = new Date();
}
