import type { Ref } from "@mikro-orm/core";
import { Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, Int, ObjectType } from "type-graphql";
import { BulkItemStatus } from "./bulk-enums.ts";
import { BulkRun } from "./bulk-run.ts";
import { Client } from "./client.ts";
import { Node } from "./node.ts";
import { ProgramBooking } from "./program-booking.ts";
import { Series } from "./series.ts";

/** A session that is planned for an item, or booked; one that is left out has why. A JSON value of it. */
export interface BulkItemSession {
  /** Epoch milliseconds. */
  readonly start: number;
  readonly minutes: number;
  readonly sessionTypeId: string;
  /** What the coach should know about it. */
  readonly notes: readonly string[];
  readonly isLeftOut: boolean;
}

/** One client of a bulk run. */
@Entity({ tableName: "bulk_item" })
@ObjectType({ implements: Node, description: "One client of a bulk run." })
export class BulkItem extends Node {
  @ManyToOne(() => BulkRun, { ref: true })
  run!: Ref<BulkRun>;

  @Property({ type: "integer" })
  number!: number;

  @Field(() => Int, { nullable: true, description: "The line of the file that it stands on." })
  @Property({ type: "integer", nullable: true })
  line: number | null = null;

  @Field(() => String, { nullable: true, description: "What stands on that line." })
  @Property({ type: "text", nullable: true })
  raw: string | null = null;

  @ManyToOne(() => Client, { ref: true, nullable: true })
  client: Ref<Client> | null = null;

  @Field(() => String)
  @Property({ type: "text" })
  name!: string;

  @Field(() => String)
  @Property({ type: "text" })
  email!: string;

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  phone: string | null = null;

  @Field(() => String, { description: "A time zone; where the line has to be mended, what stands there." })
  @Property({ type: "text" })
  timeZone!: string;

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  note: string | null = null;

  @Field(() => String, { nullable: true, description: "Where this client begins, if elsewhere than the others." })
  @Property({ type: "text", nullable: true })
  start: string | null = null;

  @Field(() => BulkItemStatus)
  @Property({ type: "text" })
  status!: BulkItemStatus;

  @Field(() => String, {
    nullable: true,
    description: "What has to be mended: name, email, phone, timeZone, note, start.",
  })
  @Property({ type: "text", nullable: true })
  field: string | null = null;

  @Field(() => String, { nullable: true, description: "What is wrong, and what is right." })
  @Property({ type: "text", nullable: true })
  problem: string | null = null;

  @Property({ type: "json" })
  sessions: BulkItemSession[] = [];

  @Field(() => Boolean, { description: "Booked otherwise than planned, because a time was taken meanwhile." })
  @Property({ type: "boolean" })
  replanned: boolean = false;

  @ManyToOne(() => ProgramBooking, { ref: true, nullable: true })
  programBooking: Ref<ProgramBooking> | null = null;

  @ManyToOne(() => Series, { ref: true, nullable: true })
  series: Ref<Series> | null = null;
}
