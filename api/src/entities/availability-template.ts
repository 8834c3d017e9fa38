import type { Ref } from "@mikro-orm/core";
import { Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, Int, ObjectType } from "type-graphql";
import { Coach } from "./coach.ts";
import { Node } from "./node.ts";
import { LocalDateScalar, LocalTimeScalar, TimeZoneScalar } from "./scalars.ts";
import { SessionType } from "./session-type.ts";

@ObjectType({ description: "Open time on one weekday, wall-clock times in the template's zone." })
export class AvailabilityWindow {
  @Field(() => Int, { nullable: true, description: "Week of the cycle, from 1; null for every week." })
  week?: number | null;

  @Field(() => Int, { description: "0 = Sunday … 6 = Saturday." })
  weekday!: number;

  @Field(() => LocalTimeScalar)
  start!: string;

  @Field(() => LocalTimeScalar, {
    description: "24:00 is the end of the day; an end before the start lies on the next day.",
  })
  end!: string;
}

/**
 * Named weekly hours in a zone. In force are the default ones and those of a session type; of these, one without a
 * period fills the days that no season, one with a period, claims.
 */
@Entity({ tableName: "availability_template" })
@ObjectType({ implements: Node, description: "Named weekly hours in a zone." })
export class AvailabilityTemplate extends Node {
  @ManyToOne(() => Coach, { ref: true })
  coach!: Ref<Coach>;

  @Field(() => String)
  @Property({ type: "text" })
  name!: string;

  @Field(() => TimeZoneScalar)
  @Property({ type: "text" })
  timeZone!: string;

  @Field(() => Boolean, { description: "The hours that hold for every session type without hours of its own." })
  @Property({ type: "boolean" })
  isDefault: boolean = false;

  @Field(() => [AvailabilityWindow])
  @Property({ type: "json" })
  windows: AvailabilityWindow[] = [];

  @Field(() => Int, {
    description: "1 to 4: after how many weeks the hours repeat; weeks run from Sunday to Saturday.",
  })
  @Property({ type: "integer" })
  cycleWeeks: number = 1;

  @Field(() => LocalDateScalar, { nullable: true, description: "A date in week 1 of the cycle." })
  @Property({ type: "date", nullable: true })
  anchorDate: string | null = null;

  @Field(() => LocalDateScalar, { nullable: true, description: "The first date of a season." })
  @Property({ type: "date", nullable: true })
  effectiveFrom: string | null = null;

  @Field(() => LocalDateScalar, { nullable: true, description: "The last date of a season, included." })
  @Property({ type: "date", nullable: true })
  effectiveUntil: string | null = null;

  /** The one session type that these hours are for. */
  @ManyToOne(() => SessionType, { ref: true, nullable: true })
  sessionType: Ref<SessionType> | null = null;

  @Property({ type: "timestamptz" })
  createdAt: Date = new Date();
}
