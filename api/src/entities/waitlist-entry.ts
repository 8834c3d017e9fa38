import type { Ref } from "@mikro-orm/core";
import { Embedded, Entity, ManyToOne, Property } from "@mikro-orm/decorators/legacy";
import { Field, Int, ObjectType } from "type-graphql";
import { BookingLink } from "./booking-link.ts";
import { Coach } from "./coach.ts";
import { Node } from "./node.ts";
import { Preferences } from "./preferences.ts";
import { Answer } from "./question.ts";
import { DateTimeScalar, LocalDateScalar, LocalTimeScalar, TimeZoneScalar } from "./scalars.ts";
import { SessionType } from "./session-type.ts";
import { WaitlistKind, WaitlistStatus } from "./waitlist-enums.ts";

/** Somebody who waits for time with a coach. Seen by the coach, and by whoever has the entry's secret token. */
@Entity({ tableName: "waitlist_entry" })
@ObjectType({ implements: Node, description: "Somebody who waits for a time with a coach." })
export class WaitlistEntry extends Node {
  @ManyToOne(() => Coach, { ref: true })
  coach!: Ref<Coach>;

  @ManyToOne(() => SessionType, { ref: true })
  sessionType!: Ref<SessionType>;

  @ManyToOne(() => BookingLink, { ref: true, nullable: true })
  link: Ref<BookingLink> | null = null;

  @Field(() => WaitlistKind)
  @Property({ type: "text" })
  kind!: WaitlistKind;

  @Field(() => WaitlistStatus)
  @Property({ type: "text" })
  status!: WaitlistStatus;

  @Field(() => Int, { description: "Wanted length." })
  @Property({ type: "integer" })
  minutes!: number;

  @Field(() => DateTimeScalar, { nullable: true, description: "The one start that is wanted: SESSION and SLOT." })
  @Property({ type: "timestamptz", nullable: true })
  startAt: Date | null = null;

  @Field(() => LocalDateScalar, { nullable: true, description: "First date in timeZone: DAY and WISH." })
  @Property({ type: "date", nullable: true })
  fromDate: string | null = null;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last date, included." })
  @Property({ type: "date", nullable: true })
  toDate: string | null = null;

  @Field(() => [Int], { description: "Wanted weekdays, 0 = Sunday … 6 = Saturday." })
  @Property({ type: "array", runtimeType: "number[]" })
  weekdays: number[] = [0, 1, 2, 3, 4, 5, 6];

  @Field(() => LocalTimeScalar, { description: "The session begins at or after this." })
  @Property({ type: "text" })
  fromTime: string = "00:00";

  @Field(() => LocalTimeScalar, { description: "The session ends at or before this." })
  @Property({ type: "text" })
  toTime: string = "24:00";

  @Field(() => TimeZoneScalar, { description: "The client's zone, in which the wish is meant." })
  @Property({ type: "text" })
  timeZone!: string;

  @Field(() => String)
  @Property({ type: "text" })
  name!: string;

  @Field(() => String)
  @Property({ type: "text" })
  email!: string;

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  phone: string | null = null;

  @Field(() => String, { nullable: true })
  @Property({ type: "text", nullable: true })
  note: string | null = null;

  @Field(() => Preferences)
  @Embedded(() => Preferences, { prefix: false })
  preferences: Preferences = new Preferences();

  @Field(() => [Answer])
  @Property({ type: "json" })
  answers: Answer[] = [];

  /** The order of joining. */
  @Property({ type: "integer" })
  number!: number;

  /** The coach wants her to come first. */
  @Property({ type: "boolean" })
  favoured: boolean = false;

  @Field(() => DateTimeScalar, { description: "When there will be nothing left to wait for." })
  @Property({ type: "timestamptz" })
  lapsesAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true })
  @Property({ type: "timestamptz", nullable: true })
  endedAt: Date | null = null;

  @Field(() => Int, { description: "Raised by every change of the entry or its offers." })
  @Property({ type: "integer" })
  version: number = 1;

  @Field(() => DateTimeScalar, { name: "joinedAt" })
  @Property({ type: "timestamptz" })
  createdAt: Date = new Date();
}
