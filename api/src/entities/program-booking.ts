import type { Ref } from "@mikro-orm/core";
import { Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, Int, ObjectType } from "type-graphql";
import { Client } from "./client.ts";
import { Coach } from "./coach.ts";
import { Node } from "./node.ts";
import { Program } from "./program.ts";
import { ProgramStep } from "./program-step.ts";
import { DateTimeScalar, LocalDateScalar, TimeZoneScalar } from "./scalars.ts";

/** A program as it was booked for a client; it stays what it was, whatever becomes of the program. */
@Entity({ tableName: "program_booking" })
@ObjectType({ implements: Node, description: "A program as it was booked for a client." })
export class ProgramBooking extends Node {
  @ManyToOne(() => Coach, { ref: true })
  coach!: Ref<Coach>;

  @ManyToOne(() => Program, { ref: true, nullable: true })
  program: Ref<Program> | null = null;

  @ManyToOne(() => Client, { ref: true })
  client!: Ref<Client>;

  @Field(() => String, { description: "What the program was called then." })
  @Property({ type: "text" })
  name!: string;

  @Field(() => [ProgramStep], { description: "As they were then." })
  @Property({ type: "json" })
  steps: ProgramStep[] = [];

  @Field(() => LocalDateScalar)
  @Property({ type: "date" })
  startDate!: string;

  @Field(() => TimeZoneScalar, { description: "Zone of its dates and wished times." })
  @Property({ type: "text" })
  timeZone!: string;

  @Field(() => Int, { description: "Raised by every change of the whole." })
  @Property({ type: "integer" })
  version: number = 1;

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt: Date = new Date();
}
