import type { Ref } from "@mikro-orm/core";
import { Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, Int, ObjectType } from "type-graphql";
import { Coach } from "./coach.ts";
import { Node } from "./node.ts";
import { LocalTimeScalar, TimeZoneScalar } from "./scalars.ts";

@ObjectType({ description: "Open time on one weekday, wall-clock times in the template's zone." })
export class AvailabilityWindow {
  @Field(() => Int, { description: "0 = Sunday … 6 = Saturday." })
  weekday!: number;

  @Field(() => LocalTimeScalar)
  start!: string;

  @Field(() => LocalTimeScalar, { description: "24:00 is the end of the day." })
  end!: string;
}

/** Named weekly hours in a zone. */
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

  @Field(() => Boolean, { description: "The hours that hold for every session type." })
  @Property({ type: "boolean" })
  isDefault: boolean = false;

  @Field(() => [AvailabilityWindow])
  @Property({ type: "json" })
  windows: AvailabilityWindow[] = [];

  @Property({ type: "timestamptz" })
  createdAt: Date = new Date();
}
