import type { Ref } from "@mikro-orm/core";
import { Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, ObjectType } from "type-graphql";
import { Booking } from "./booking.ts";
import { Coach } from "./coach.ts";
import { Node } from "./node.ts";
import { DateTimeScalar } from "./scalars.ts";
import { WaitlistEntry } from "./waitlist-entry.ts";
import { OfferStatus } from "./waitlist-enums.ts";

/** A freed place, kept for one of those who wait. */
@Entity({ tableName: "offer" })
@ObjectType({ implements: Node, description: "A freed place, kept for one person for a limited time." })
export class Offer extends Node {
  @ManyToOne(() => Coach, { ref: true })
  coach!: Ref<Coach>;

  @ManyToOne(() => WaitlistEntry, { ref: true })
  entry!: Ref<WaitlistEntry>;

  /** What holds the time while the offer is open, and the session once it is accepted. */
  @ManyToOne(() => Booking, { ref: true, nullable: true })
  booking: Ref<Booking> | null = null;

  @Field(() => OfferStatus)
  @Property({ type: "text" })
  status!: OfferStatus;

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  startAt!: Date;

  @Field(() => DateTimeScalar)
  @Property({ type: "timestamptz" })
  endAt!: Date;

  @Field(() => Boolean, { description: "The coach made it herself, out of turn." })
  @Property({ type: "boolean" })
  byHand: boolean = false;

  @Field(() => DateTimeScalar, { description: "The client is told then: at once, or when her night is over." })
  @Property({ type: "timestamptz" })
  tellAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: "When the message went out." })
  @Property({ type: "timestamptz", nullable: true })
  toldAt: Date | null = null;

  @Field(() => DateTimeScalar, { description: "Until when it can be accepted." })
  @Property({ type: "timestamptz" })
  expiresAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  @Property({ type: "timestamptz", nullable: true })
  closedAt: Date | null = null;

  @Field(() => DateTimeScalar, { name: "offeredAt" })
  @Property({ type: "timestamptz" })
  createdAt: Date = new Date();
}
