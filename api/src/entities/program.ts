import type { Ref } from "@mikro-orm/core";
import { Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, Int, ObjectType } from "type-graphql";
import { Coach } from "./coach.ts";
import { Node } from "./node.ts";
import { ProgramStep } from "./program-step.ts";
import { DateTimeScalar } from "./scalars.ts";

/** A plan of several sessions, to be booked at once for a client. */
@Entity({ tableName: "program" })
@ObjectType({ implements: Node, description: "An ordered plan of sessions, to be booked at once for a client." })
export class Program extends Node {
  @ManyToOne(() => Coach, { ref: true })
  coach!: Ref<Coach>;

  @Field(() => String)
  @Property({ type: "text" })
  name!: string;

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  description: string | null = null;

  @Field(() => [ProgramStep])
  @Property({ type: "json" })
  steps: ProgramStep[] = [];

  @Field(() => Int, { description: "By how many weeks the last session may be later than wished." })
  @Property({ type: "integer" })
  spareWeeks: number = 2;

  @Field(() => Int, { description: "Raised by every change of the program." })
  @Property({ type: "integer" })
  version: number = 1;

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt: Date = new Date();

  @Field(() => Int, { description: "Sessions in all." })
  get sessionCount(): number {
    return this.steps.reduce((sum, { count }) => sum + count, 0);
  }
}
