import type { Ref } from "@mikro-orm/core";
import { Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { Coach } from "./coach.ts";
import { Node } from "./node.ts";
import { DateTimeScalar, LocalDateScalar, LocalDateTimeScalar, TimeZoneScalar } from "./scalars.ts";

/** Dates on which a coach is away, or an exact period. */
@Entity({ tableName: "time_off" })
@ObjectType({
  implements: Node,
  description: "Dates on which a coach is away, first and last included, or an exact period.",
})
export class TimeOff extends Node {
  @ManyToOne(() => Coach, { ref: true })
  coach!: Ref<Coach>;

  @Field(() => LocalDateScalar, { description: "The first date that it touches." })
  @Property({ type: "date" })
  fromDate!: string;

  @Field(() => LocalDateScalar, { description: "The last date that it touches." })
  @Property({ type: "date" })
  toDate!: string;

  @Field(() => String, { nullable: true, description: "Seen by the coach alone." })
  @Property({ type: "text", nullable: true })
  reason: string | null = null;

  @Field(() => Boolean, { description: "Whether it returns on the same dates of every year." })
  @Property({ type: "boolean" })
  yearly: boolean = false;

  @Field(() => DateTimeScalar, { nullable: true, description: "Start of an exact period; null for whole dates." })
  @Property({ type: "timestamptz", nullable: true })
  startAt: Date | null = null;

  @Field(() => DateTimeScalar, { nullable: true })
  @Property({ type: "timestamptz", nullable: true })
  endAt: Date | null = null;

  @Field(() => TimeZoneScalar, { nullable: true, description: "The zone in which an exact period was agreed." })
  @Property({ type: "text", nullable: true })
  timeZone: string | null = null;

  @Field(() => LocalDateTimeScalar, {
    nullable: true,
    description: "Start of an exact period on the clocks of its zone.",
  })
  @Property({ type: "text", nullable: true })
  localStart: string | null = null;

  @Field(() => LocalDateTimeScalar, { nullable: true })
  @Property({ type: "text", nullable: true })
  localEnd: string | null = null;

  @Property({ type: "timestamptz" })
  createdAt: Date = new Date();
}
