import type { Ref } from "@mikro-orm/core";
import { Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { Coach } from "./coach.ts";
import { Node } from "./node.ts";
import { LocalDateScalar } from "./scalars.ts";

/** Dates on which a coach is away. */
@Entity({ tableName: "time_off" })
@ObjectType({ implements: Node, description: "Dates on which a coach is away, first and last included." })
export class TimeOff extends Node {
  @ManyToOne(() => Coach, { ref: true })
  coach!: Ref<Coach>;

  @Field(() => LocalDateScalar)
  @Property({ type: "date" })
  fromDate!: string;

  @Field(() => LocalDateScalar)
  @Property({ type: "date" })
  toDate!: string;

  @Field(() => String, { nullable: true, description: "Seen by the coach alone." })
  @Property({ type: "text", nullable: true })
  reason: string | null = null;

  @Property({ type: "timestamptz" })
  createdAt: Date = new Date();
}
