import type { Ref } from "@mikro-orm/core";
import { Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { Coach } from "./coach.ts";
import { Node } from "./node.ts";
import { LocalDateScalar } from "./scalars.ts";

/** A public holiday of the coach's country and region in one year. */
@Entity({ tableName: "holiday" })
@ObjectType({ implements: Node, description: "A public holiday where the coach lives, first and last date included." })
export class Holiday extends Node {
  @ManyToOne(() => Coach, { ref: true })
  coach!: Ref<Coach>;

  @Field(() => LocalDateScalar)
  @Property({ type: "date" })
  fromDate!: string;

  @Field(() => LocalDateScalar)
  @Property({ type: "date" })
  toDate!: string;

  @Field(() => String)
  @Property({ type: "text" })
  name!: string;

  /** What makes it return: the same in every year. */
  @Property({ type: "text" })
  rule!: string;

  @Field(() => Boolean, { description: "False: she works on this day." })
  @Property({ type: "boolean" })
  observed: boolean = true;
}
