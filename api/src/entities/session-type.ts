import type { Ref } from "@mikro-orm/core";
import { Embedded, Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, Int, ObjectType } from "type-graphql";
import { Coach } from "./coach.ts";
import { SlotGrid } from "./enums.ts";
import { Node } from "./node.ts";
import { Place } from "./place.ts";
import { Question } from "./question.ts";
import { LocalDateScalar } from "./scalars.ts";

/** What can be booked. */
@Entity({ tableName: "session_type" })
@ObjectType({ implements: Node, description: "What can be booked: its length, its spacing and its rules." })
export class SessionType extends Node {
  @ManyToOne(() => Coach, { ref: true })
  coach!: Ref<Coach>;

  @Field(() => String)
  @Property({ type: "text" })
  name!: string;

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  description: string | null = null;

  @Field(() => [Int], { description: "Offered lengths in minutes, ascending; the first is the default." })
  @Property({ type: "array", runtimeType: "number[]" })
  minutes!: number[];

  @Field(() => Int, { description: "Distance between offered starts, in minutes." })
  @Property({ type: "integer" })
  stepMinutes!: number;

  @Field(() => Int)
  @Property({ type: "integer" })
  bufferBeforeMinutes: number = 0;

  @Field(() => Int)
  @Property({ type: "integer" })
  bufferAfterMinutes: number = 0;

  @Field(() => Int, { description: "A start is bookable until this long before it." })
  @Property({ type: "integer" })
  noticeMinutes: number = 0;

  @Field(() => Int, { description: "The last bookable date is today plus this many days, on the coach's calendar." })
  @Property({ type: "integer" })
  horizonDays: number = 60;

  @Field(() => Int, { description: "The client may cancel or reschedule until this long before the start." })
  @Property({ type: "integer" })
  cancelNoticeMinutes: number = 1440;

  @Field(() => Int, { description: "Seats: 1 for a session of two, more for a group." })
  @Property({ type: "integer" })
  capacity: number = 1;

  @Field(() => Int, { nullable: true, description: "Sessions of this type on one date of the coach's calendar." })
  @Property({ type: "integer", nullable: true })
  maxPerDay: number | null = null;

  @Field(() => Int, { nullable: true, description: "Sessions of this type from Sunday to Saturday." })
  @Property({ type: "integer", nullable: true })
  maxPerWeek: number | null = null;

  @Field(() => Int, { nullable: true, description: "Sessions of this type in a calendar month." })
  @Property({ type: "integer", nullable: true })
  maxPerMonth: number | null = null;

  @Field(() => Int, { nullable: true, description: "Minutes of this type on one date." })
  @Property({ type: "integer", nullable: true })
  maxMinutesPerDay: number | null = null;

  @Field(() => Int, { nullable: true, description: "Minutes of this type from Sunday to Saturday." })
  @Property({ type: "integer", nullable: true })
  maxMinutesPerWeek: number | null = null;

  @Field(() => Int, { nullable: true, description: "Minutes of this type in a calendar month." })
  @Property({ type: "integer", nullable: true })
  maxMinutesPerMonth: number | null = null;

  @Field(() => LocalDateScalar, { nullable: true, description: "The first bookable date, where the dates are fixed." })
  @Property({ type: "date", nullable: true })
  bookableFrom: string | null = null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The last bookable date, where the dates are fixed; it then holds in place of horizonDays.",
  })
  @Property({ type: "date", nullable: true })
  bookableUntil: string | null = null;

  @Field(() => SlotGrid)
  @Property({ type: "text" })
  grid: SlotGrid = SlotGrid.WINDOW;

  @Field(() => Place, {
    description: "Where its sessions happen. Meeting links and numbers are for the coach alone.",
  })
  @Embedded(() => Place, { prefix: "place_" })
  place!: Place;

  @Field(() => Boolean, {
    description: "Whether every booking gets a video meeting of its own; its place then has no detail here.",
  })
  @Property({ type: "boolean" })
  placePerBooking: boolean = false;

  @Field(() => [Question], { description: "What is asked of whoever books, in order." })
  @Property({ type: "json" })
  questions: Question[] = [];

  @Field(() => Int, { description: "How many guests a client may bring along; none unless the coach says so." })
  @Property({ type: "integer" })
  maxGuests: number = 0;

  @Field(() => Boolean, { description: "Whether the coach confirms each booking; until then it is pending." })
  @Property({ type: "boolean" })
  requiresApproval: boolean = false;

  @Field(() => Int, { description: "Hours the coach has to approve; unanswered, the booking lapses." })
  @Property({ type: "integer" })
  approvalHours: number = 24;

  @Field(() => Boolean, {
    description: "Whether a code sent to the mail address must be entered before the slot is taken.",
  })
  @Property({ type: "boolean" })
  requiresEmailProof: boolean = false;

  @Field(() => Int, {
    description: "How many sessions a client may book at once as a series; 0 when they are booked one by one.",
  })
  @Property({ type: "integer" })
  maxSeriesSessions: number = 0;

  @Field(() => String, { description: "Colour in the calendar, #rrggbb." })
  @Property({ type: "text" })
  colour!: string;

  @Field(() => Boolean, { description: "An inactive type is offered nowhere." })
  @Property({ type: "boolean" })
  active: boolean = true;

  @Property({ type: "timestamptz" })
  createdAt: Date = new Date();
}
