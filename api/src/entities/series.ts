import type { Ref } from "@mikro-orm/core";
import { Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, Int, ObjectType } from "type-graphql";
import type { SeriesPlan } from "../core/series.ts";
import { BookingLink } from "./booking-link.ts";
import { Coach } from "./coach.ts";
import { Node } from "./node.ts";
import { DateTimeScalar, TimeZoneScalar } from "./scalars.ts";
import { ClashPolicy } from "./series-enums.ts";
import { SessionType } from "./session-type.ts";

/** A recurring booking: one rule for life, in wall time and a zone. Its sessions are bookings; what is none has a reason. */
@Entity({ tableName: "series" })
@ObjectType({
  implements: Node,
  description: "A recurring booking: a rule in wall time and a zone, with its exceptions.",
})
export class Series extends Node {
  @ManyToOne(() => Coach, { ref: true })
  coach!: Ref<Coach>;

  /** Of the sessions to come. */
  @ManyToOne(() => SessionType, { ref: true })
  sessionType!: Ref<SessionType>;

  @ManyToOne(() => BookingLink, { ref: true, nullable: true })
  link: Ref<BookingLink> | null = null;

  @Property({ type: "json" })
  plan!: SeriesPlan;

  @Field(() => ClashPolicy, { description: "What becomes of clashes when time alone adds sessions." })
  @Property({ type: "text" })
  policy!: ClashPolicy;

  @Field(() => Int, { description: "Seats of the whole course: 1, or those of the group." })
  @Property({ type: "integer" })
  capacity!: number;

  @Property({ type: "text", nullable: true })
  room: string | null = null;

  @Property({ type: "timestamptz", nullable: true })
  filledUntil: Date | null = null;

  @Field(() => Int, { description: "Raised by every change of the series." })
  @Property({ type: "integer" })
  version: number = 1;

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  createdAt: Date = new Date();

  @Field(() => TimeZoneScalar, { description: "The zone in which its times were agreed." })
  get timeZone(): string {
    return this.plan.timeZone;
  }
}
