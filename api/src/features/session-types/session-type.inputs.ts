import { createUnionType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { LocalDateScalar, PlaceKind, SessionType, SlotGrid } from "../../entities/index.ts";
import { InvalidInput, Refused } from "../../platform/problem.ts";
import { QuestionInput } from "./question.inputs.ts";

@InputType()
export class PlaceInput {
  @Field(() => PlaceKind)
  kind!: PlaceKind;

  @Field(() => String, {
    nullable: true,
    description: "Meeting link (https://…), phone number or address. Left out where every booking has its own.",
  })
  detail?: string | null;

  @Field(() => Boolean, { nullable: true, description: "For video: every booking gets a meeting of its own." })
  perBooking?: boolean | null;
}

/** Every field optional: what a change leaves out stays as it is. */
@InputType()
abstract class SessionTypeFields {
  @Field(() => String, { nullable: true, description: "At most 2,000 characters; an empty text removes it." })
  description?: string;

  @Field(() => Int, { nullable: true, description: "0 to 240." })
  bufferBeforeMinutes?: number;

  @Field(() => Int, { nullable: true, description: "0 to 240." })
  bufferAfterMinutes?: number;

  @Field(() => Int, { nullable: true, description: "0 to 43,200 (30 days)." })
  noticeMinutes?: number;

  @Field(() => Int, { nullable: true, description: "1 to 730." })
  horizonDays?: number;

  @Field(() => Int, { nullable: true, description: "0 to 43,200 (30 days)." })
  cancelNoticeMinutes?: number;

  @Field(() => Int, { nullable: true, description: "1 to 500." })
  capacity?: number;

  @Field(() => Int, { nullable: true, description: "1 to 100; null removes the limit." })
  maxPerDay?: number | null;

  @Field(() => Int, { nullable: true, description: "1 to 500; null removes the limit." })
  maxPerWeek?: number | null;

  @Field(() => Int, { nullable: true, description: "1 to 2,000; null removes the limit." })
  maxPerMonth?: number | null;

  @Field(() => Int, { nullable: true, description: "1 to 1,440; null removes the limit." })
  maxMinutesPerDay?: number | null;

  @Field(() => Int, { nullable: true, description: "1 to 10,080; null removes the limit." })
  maxMinutesPerWeek?: number | null;

  @Field(() => Int, { nullable: true, description: "1 to 44,640; null removes the limit." })
  maxMinutesPerMonth?: number | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "The first bookable date; needs bookableUntil." })
  bookableFrom?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "The last bookable date, in place of horizonDays; null lets the horizon roll again.",
  })
  bookableUntil?: string | null;

  @Field(() => [QuestionInput], { nullable: true, description: "All of them, in order; at most 20." })
  questions?: QuestionInput[];

  @Field(() => Int, { nullable: true, description: "0 to 10; at first 0." })
  maxGuests?: number;

  @Field(() => Boolean, { nullable: true })
  requiresApproval?: boolean;

  @Field(() => Int, { nullable: true, description: "1 to 336 (14 days)." })
  approvalHours?: number;

  @Field(() => Boolean, { nullable: true })
  requiresEmailProof?: boolean;

  @Field(() => Int, {
    nullable: true,
    description:
      "0 to 52: how many sessions a client may book at once; needs neither approval nor proof of the address.",
  })
  maxSeriesSessions?: number;

  @Field(() => SlotGrid, { nullable: true })
  grid?: SlotGrid;

  @Field(() => String, { nullable: true, description: "#rrggbb." })
  colour?: string;
}

@InputType()
export class CreateSessionTypeInput extends SessionTypeFields {
  @Field(() => String)
  name!: string;

  @Field(() => [Int], { description: "1 to 12 different lengths of 5 to 1,440 minutes." })
  minutes!: number[];

  @Field(() => Int, { nullable: true, description: "5 to 1,440; the coach's default without." })
  stepMinutes?: number;

  @Field(() => PlaceInput)
  place!: PlaceInput;
}

@InputType({ description: "What is left out stays as it is." })
export class UpdateSessionTypeInput extends SessionTypeFields {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  name?: string;

  @Field(() => [Int], { nullable: true })
  minutes?: number[];

  @Field(() => Int, { nullable: true })
  stepMinutes?: number;

  @Field(() => PlaceInput, { nullable: true })
  place?: PlaceInput;

  @Field(() => Boolean, { nullable: true })
  active?: boolean;
}

@InputType()
export class DuplicateSessionTypeInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: "Name of the copy; “Copy of …” without." })
  name?: string | null;
}

@ObjectType()
export class SessionTypeSaved {
  @Field(() => SessionType)
  sessionType!: SessionType;
}

export const SaveSessionTypeResult = createUnionType({
  name: "SaveSessionTypeResult",
  types: () => [SessionTypeSaved, InvalidInput, Refused] as const,
});
