import type { Ref } from "@mikro-orm/core";
import { Embedded, Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { Booking } from "./booking.ts";
import { BookingLink } from "./booking-link.ts";
import { Client } from "./client.ts";
import { CancelCause } from "./enums.ts";
import { Node } from "./node.ts";
import { Preferences } from "./preferences.ts";
import { Answer, Guest } from "./question.ts";
import { DateTimeScalar, TimeZoneScalar } from "./scalars.ts";

/** A client's seat in a booking, with what was typed for it. */
@Entity({ tableName: "attendee" })
@ObjectType({ implements: Node, description: "A client's seat in a booking, with what was typed when it was taken." })
export class Attendee extends Node {
  @ManyToOne(() => Booking, { ref: true })
  booking!: Ref<Booking>;

  @ManyToOne(() => Client, { ref: true, nullable: true })
  client: Ref<Client> | null = null;

  /** Until when the seat is kept for a visitor who has not said who she is; null once it is taken. */
  @Property({ type: "timestamptz", nullable: true })
  holdExpiresAt: Date | null = null;

  @Field(() => String)
  @Property({ type: "text" })
  name!: string;

  @Field(() => String)
  @Property({ type: "text" })
  email!: string;

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  phone: string | null = null;

  @Field(() => TimeZoneScalar)
  @Property({ type: "text" })
  timeZone!: string;

  @Field(() => Preferences)
  @Embedded(() => Preferences, { prefix: false })
  preferences: Preferences = new Preferences();

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  note: string | null = null;

  @ManyToOne(() => BookingLink, { ref: true, nullable: true })
  link: Ref<BookingLink> | null = null;

  @Field(() => [Answer])
  @Property({ type: "json" })
  answers: Answer[] = [];

  @Field(() => [Guest])
  @Property({ type: "json" })
  guests: Guest[] = [];

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: "Until when this seat waits for the coach; null once it is approved, declined or lapsed.",
  })
  @Property({ type: "timestamptz", nullable: true })
  approveBy: Date | null = null;

  @Field(() => Boolean, { description: "Whether this client did not come." })
  @Property({ type: "boolean" })
  noShow: boolean = false;

  @Field(() => DateTimeScalar, { nullable: true })
  @Property({ type: "timestamptz", nullable: true })
  cancelledAt: Date | null = null;

  @Field(() => CancelCause, { nullable: true })
  @Property({ type: "text", nullable: true })
  cancelCause: CancelCause | null = null;

  @Field(() => String, { nullable: true, description: "Why the client gave it up." })
  @Property({ type: "text", nullable: true })
  cancelReason: string | null = null;

  @Field(() => DateTimeScalar, { description: "When the seat was taken." })
  @Property({ type: "timestamptz" })
  createdAt: Date = new Date();
}
