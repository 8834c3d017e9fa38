import type { Ref } from "@mikro-orm/core";
import { Embedded, Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, Int, ObjectType } from "type-graphql";
import { BookingLink } from "./booking-link.ts";
import { Coach } from "./coach.ts";
import { BookingStatus, CancelCause } from "./enums.ts";
import { Node } from "./node.ts";
import { Place } from "./place.ts";
import { ProgramBooking } from "./program-booking.ts";
import { DateTimeScalar, LocalDateTimeScalar, TimeZoneScalar } from "./scalars.ts";
import { Series } from "./series.ts";
import { SessionType } from "./session-type.ts";

/** A session in the calendar: one row whatever the number of clients, a hold included. */
@Entity({ tableName: "booking" })
@ObjectType({ implements: Node, description: "A session in the calendar, whatever the number of clients." })
export class Booking extends Node {
  @ManyToOne(() => Coach, { ref: true })
  coach!: Ref<Coach>;

  @ManyToOne(() => SessionType, { ref: true })
  sessionType!: Ref<SessionType>;

  @ManyToOne(() => BookingLink, { ref: true, nullable: true })
  link: Ref<BookingLink> | null = null;

  @ManyToOne(() => Series, { ref: true, nullable: true })
  series: Ref<Series> | null = null;

  @Field(() => LocalDateTimeScalar, {
    nullable: true,
    description: "Which session of its series: the wall time that the rule names. It never changes.",
  })
  @Property({ type: "text", nullable: true })
  recurrenceId: string | null = null;

  @ManyToOne(() => ProgramBooking, { ref: true, nullable: true })
  programBooking: Ref<ProgramBooking> | null = null;

  @Field(() => Int, { nullable: true, description: "Which session of its program, from 0." })
  @Property({ type: "integer", nullable: true })
  programSession: number | null = null;

  @Field(() => BookingStatus)
  @Property({ type: "text" })
  status!: BookingStatus;

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  startAt!: Date;

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  endAt!: Date;

  @Property({ type: "integer" })
  bufferBeforeMinutes!: number;

  @Property({ type: "integer" })
  bufferAfterMinutes!: number;

  /** Start and end with the buffers around them: what nobody else of this coach may touch. */
  @Property({ type: "timestamptz" })
  blockedFromAt!: Date;

  @Property({ type: "timestamptz" })
  blockedUntilAt!: Date;

  @Field(() => TimeZoneScalar, { description: "The zone in which the time was agreed." })
  @Property({ type: "text" })
  timeZone!: string;

  /** Agreed wall time, `YYYY-MM-DDTHH:MM` in `timeZone`: from it the instant is found again when the zone's rules change. */
  @Property({ type: "text" })
  localStart!: string;

  @Field(() => Place, {
    description: "Where it happens. Clients get meeting links and numbers once the session is confirmed.",
  })
  @Embedded(() => Place, { prefix: "place_" })
  place!: Place;

  @Property({ type: "integer" })
  capacity!: number;

  @Property({ type: "timestamptz", nullable: true })
  holdExpiresAt: Date | null = null;

  @Field(() => Int, { description: "Raised by every change of this booking." })
  @Property({ type: "integer" })
  version: number = 1;

  @Field(() => DateTimeScalar, { nullable: true })
  @Property({ type: "timestamptz", nullable: true })
  cancelledAt: Date | null = null;

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  cancelReason: string | null = null;

  @Field(() => CancelCause, { nullable: true })
  @Property({ type: "text", nullable: true })
  cancelCause: CancelCause | null = null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Until when a pending session waits for the coach; unanswered, it lapses.",
  })
  @Property({ type: "timestamptz", nullable: true })
  approveBy: Date | null = null;

  @Field(() => String, { nullable: true, description: "What the coach last said about this session." })
  @Property({ type: "text", nullable: true })
  coachMessage: string | null = null;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Since when the coach asks for another time; the session stands until the client moves it.",
  })
  @Property({ type: "timestamptz", nullable: true })
  moveRequestedAt: Date | null = null;

  @Field(() => String, { nullable: true, description: "What the coach says about it." })
  @Property({ type: "text", nullable: true })
  moveMessage: string | null = null;
}
