import type { Ref } from "@mikro-orm/core";
import { Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, Int, ObjectType } from "type-graphql";
import { BulkStatus } from "./bulk-enums.ts";
import { Coach } from "./coach.ts";
import { Node } from "./node.ts";
import { Program } from "./program.ts";
import { DateTimeScalar } from "./scalars.ts";

/** Many clients at once, each with a program or a series. The rows are the memory of the job that works on it. */
@Entity({ tableName: "bulk_run" })
@ObjectType({ implements: Node, description: "A program or a series for many clients at once." })
export class BulkRun extends Node {
  @ManyToOne(() => Coach, { ref: true })
  coach!: Ref<Coach>;

  @Field(() => BulkStatus)
  @Property({ type: "text" })
  status!: BulkStatus;

  @ManyToOne(() => Program, { ref: true, nullable: true })
  program: Ref<Program> | null = null;

  @Field(() => String, { description: "Of the program, or of the session type of the series." })
  @Property({ type: "text" })
  name!: string;

  @Field(() => Boolean, { description: "Whether nobody is booked unless everybody can be." })
  @Property({ type: "boolean" })
  allOrNothing: boolean = false;

  @Field(() => [String], { description: "Columns of the file that are of no use here." })
  @Property({ type: "array", runtimeType: "string[]" })
  ignoredColumns: string[] = [];

  @Field(() => String, { nullable: true, description: "Why nothing was booked, if it was tried." })
  @Property({ type: "text", nullable: true })
  problem: string | null = null;

  @Property({ type: "timestamptz", nullable: true })
  undoUntil: Date | null = null;

  @Field(() => Int, { description: "Raised by every change of the run." })
  @Property({ type: "integer" })
  version: number = 1;

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt: Date = new Date();

  @Field(() => DateTimeScalar, { nullable: true })
  @Property({ type: "timestamptz", nullable: true })
  startedAt: Date | null = null;

  @Field(() => DateTimeScalar, { nullable: true })
  @Property({ type: "timestamptz", nullable: true })
  finishedAt: Date | null = null;
}
