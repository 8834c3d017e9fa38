import { createUnionType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import {
  Booking,
  ClashPolicy,
  Client,
  DateTimeScalar,
  LocalDateScalar,
  LocalDateTimeScalar,
} from "../../entities/index.ts";
import { IdempotencyConflict, InvalidInput, Problem, Refused } from "../../platform/problem.ts";
import { SlotTaken } from "../bookings/booking.inputs.ts";
import { UndoExpired } from "../bookings/undo.inputs.ts";
import { Undo } from "../bookings/undo-offer.inputs.ts";
import { SeriesChoiceKind } from "../series/series.inputs.ts";
import { SeriesOutcomeKind } from "../series/series-preview.inputs.ts";
import { Slot, SlotReason } from "../slots/slot.inputs.ts";
import { MomentInput } from "../time-zones/moment.inputs.ts";

@InputType({
  description:
    "Sessions to come: named one by one, or all of a range of dates that fit. With both, those of the range that are named.",
})
export class SessionSelectionInput {
  @Field(() => [ID], { nullable: true, description: "At most 500." })
  bookings?: string[] | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "First date in the coach's zone; needs to." })
  from?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last date, included; at most 366 days." })
  to?: string | null;

  @Field(() => [Int], { nullable: true, description: "Only on these weekdays, 0 = Sunday … 6 = Saturday." })
  weekdays?: number[] | null;

  @Field(() => [ID], { nullable: true, description: "Only of these session types." })
  sessionTypes?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "Only with these clients." })
  clients?: string[] | null;
}

@InputType({
  description: "By so much on the wall clock of each session, or all of them to one date at their times of day.",
})
export class BulkMoveInput {
  @Field(() => Int, { nullable: true, description: "-366 to 366." })
  days?: number | null;

  @Field(() => Int, { nullable: true, description: "-1,440 to 1,440." })
  minutes?: number | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "Instead of days." })
  toDate?: string | null;
}

@InputType()
export class BulkTypeInput {
  @Field(() => ID)
  sessionType!: string;

  @Field(() => Int, {
    nullable: true,
    description: "5 to 1,440; without it sessions keep a length that the type has, and else get its first.",
  })
  minutes?: number | null;
}

@InputType({ description: "What was decided for one session, whatever the policy: KEEP, STAY or AT." })
export class BulkChoiceInput {
  @Field(() => ID)
  booking!: string;

  @Field(() => SeriesChoiceKind)
  kind!: SeriesChoiceKind;

  @Field(() => MomentInput, { nullable: true, description: "For AT." })
  start?: MomentInput | null;
}

@InputType({ description: "Exactly one of move, type and cancel, for all sessions that are selected." })
export class BulkChangeInput {
  @Field(() => SessionSelectionInput)
  selection!: SessionSelectionInput;

  @Field(() => BulkMoveInput, { nullable: true })
  move?: BulkMoveInput | null;

  @Field(() => BulkTypeInput, { nullable: true })
  type?: BulkTypeInput | null;

  @Field(() => Boolean, { nullable: true })
  cancel?: boolean | null;

  @Field(() => ClashPolicy, {
    defaultValue: ClashPolicy.REFUSE,
    description: "REFUSE, STAY, NEAREST_OF_DAY or NEAREST_OF_WEEK.",
  })
  policy!: ClashPolicy;

  @Field(() => [BulkChoiceInput], { nullable: true })
  choices?: BulkChoiceInput[] | null;
}

@InputType()
export class ChangeInBulkInput {
  @Field(() => BulkChangeInput)
  change!: BulkChangeInput;

  @Field(() => String, { nullable: true, description: "For the clients; at most 2,000 characters." })
  message?: string | null;

  @Field(() => String, { nullable: true, description: "The fingerprint of the preview that was agreed to." })
  shown?: string | null;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class UndoBulkChangeInput {
  @Field(() => ID, { description: "Of the answer to the change." })
  undo!: string;

  @Field(() => String)
  idempotencyKey!: string;
}

@ObjectType({ description: "One session of a bulk change before it is made." })
export class BulkChangeSession {
  /** Resolved as `booking`. */
  bookingId!: string;

  @Field(() => SeriesOutcomeKind, { nullable: true, description: "Null for one that is cancelled." })
  outcome!: SeriesOutcomeKind | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it should be; null for one that is cancelled." })
  wantedStartAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it will be; null where it is cancelled or open." })
  startAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  endAt!: Date | null;

  @Field(() => LocalDateTimeScalar, { nullable: true, description: "When it will be, in the coach's zone." })
  coachLocalStart!: string | null;

  @Field(() => [SlotReason], { description: "What stands against the time where it should be." })
  reasons!: SlotReason[];

  @Field(() => Boolean, { description: "Whether the choice KEEP would do." })
  mayKeep!: boolean;

  @Field(() => [Slot], { description: "The nearest free times in the coach's zone, for one that clashes." })
  nearest!: Slot[];
}

@ObjectType({ description: "What a bulk change would do; nothing was saved." })
export class BulkChangePreview {
  @Field(() => Int, { description: "The coach's revision at which this was true." })
  revision!: number;

  @Field(() => String, { description: "Give it as `shown`, so that nothing else is done than what was seen." })
  fingerprint!: string;

  @Field(() => [BulkChangeSession], { description: "Every selected session, in order of its present start." })
  sessions!: BulkChangeSession[];

  @Field(() => Int, { description: "How many have no place yet; nothing can be done while there are any." })
  open!: number;

  @Field(() => [Client], { description: "Who will be told, in order of name." })
  told!: Client[];
}

@ObjectType({
  implements: Problem,
  description: "Some sessions have no place, or it is not what was shown. Nothing was saved.",
})
export class BulkChangeClash extends Problem {
  @Field(() => BulkChangePreview)
  preview: BulkChangePreview;

  constructor(preview: BulkChangePreview, message: string) {
    super("BULK_CHANGE_CLASH", message);
    this.preview = preview;
  }
}

@ObjectType()
export class ChangedInBulk {
  @Field(() => [Booking], { description: "Those that changed, in order of start." })
  bookings!: Booking[];

  @Field(() => Undo)
  undo!: Undo;
}

@ObjectType({ description: "Everything is exactly as it was before." })
export class BulkChangeUndone {
  @Field(() => Boolean)
  undone!: boolean;
}

export const PreviewBulkChangeResult = createUnionType({
  name: "PreviewBulkChangeResult",
  types: () => [BulkChangePreview, InvalidInput, Refused] as const,
});
export const ChangeInBulkResult = createUnionType({
  name: "ChangeInBulkResult",
  types: () => [ChangedInBulk, BulkChangeClash, IdempotencyConflict, InvalidInput, Refused] as const,
});
export const UndoBulkChangeResult = createUnionType({
  name: "UndoBulkChangeResult",
  types: () => [BulkChangeUndone, UndoExpired, SlotTaken, IdempotencyConflict, InvalidInput, Refused] as const,
});
