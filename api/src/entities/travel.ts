import type { Ref } from "@mikro-orm/core";
import { Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { Coach } from "./coach.ts";
import { Node } from "./node.ts";
import { LocalDateScalar, TimeZoneScalar } from "./scalars.ts";

/** A stay in another place. Sessions that are booked keep their instant. */
@Entity({ tableName: "travel" })
@ObjectType({
  implements: Node,
  description: "A stay in another place, first and last date included. Booked sessions keep their instant.",
})
export class Travel extends Node {
  @ManyToOne(() => Coach, { ref: true })
  coach!: Ref<Coach>;

  @Field(() => String, { description: "Where she is: Lisbon." })
  @Property({ type: "text" })
  place!: string;

  @Field(() => LocalDateScalar)
  @Property({ type: "date" })
  fromDate!: string;

  @Field(() => LocalDateScalar)
  @Property({ type: "date" })
  toDate!: string;

  @Field(() => TimeZoneScalar)
  @Property({ type: "text" })
  timeZone!: string;

  @Field(() => Boolean, {
    description: "Whether hours stay at home time; else they are read in the zone of the place.",
  })
  @Property({ type: "boolean" })
  keepHomeHours: boolean = false;

  @Property({ type: "timestamptz" })
  createdAt: Date = new Date();
}
