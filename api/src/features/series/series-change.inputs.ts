import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import { ClashPolicy, LocalDateScalar, LocalDateTimeScalar, Series, TimeZoneScalar } from "../../entities/index.ts";
import { IdempotencyConflict, InvalidInput, Refused } from "../../platform/problem.ts";
import { SlotTaken } from "../bookings/booking.inputs.ts";
import { UndoExpired } from "../bookings/undo.inputs.ts";
import { Undo } from "../bookings/undo-offer.inputs.ts";
import { MomentInput } from "../time-zones/moment.inputs.ts";
import { SeriesChoiceInput } from "./series.inputs.ts";
import { SeriesClash } from "./series-preview.inputs.ts";

const SeriesScope = { THIS: "this", FOLLOWING: "following", ALL: "all" } as const;
type SeriesScope = (typeof SeriesScope)[keyof typeof SeriesScope];
registerEnumType(SeriesScope, {
  name: "SeriesScope",
  description: "Which sessions a change is about. What has begun is never changed.",
  valuesConfig: {
    THIS: { description: "One session." },
    FOLLOWING: { description: "It and those after it." },
    ALL: { description: "All that are still to come." },
  },
});

@InputType()
abstract class SeriesPickInput {
  @Field(() => SeriesScope)
  scope!: SeriesScope;

  @Field(() => LocalDateTimeScalar, { description: "The session that the change is made with: its recurrenceId." })
  recurrenceId!: string;
}

@InputType({ description: "With `following` and `all` the others move by as much on the wall clock." })
export class SeriesMoveInput extends SeriesPickInput {
  @Field(() => MomentInput, { description: "Where that session goes." })
  start!: MomentInput;
}

@InputType()
export class SeriesLengthInput extends SeriesPickInput {
  @Field(() => Int, { description: "5 to 1,440." })
  minutes!: number;
}

@InputType()
export class SeriesTypeInput extends SeriesPickInput {
  @Field(() => ID)
  sessionType!: string;

  @Field(() => Int, { nullable: true, description: "The type's first length without." })
  minutes?: number | null;
}

@InputType({ description: "With `following` and `all` the series ends with the session before." })
export class SeriesCancelInput extends SeriesPickInput {
  @Field(() => String, { nullable: true, description: "For the clients; at most 2,000 characters." })
  reason?: string | null;
}

@InputType()
export class SeriesPauseInput {
  @Field(() => LocalDateScalar)
  fromDate!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: "The last date; until it is resumed without." })
  toDate?: string | null;

  @Field(() => String, { nullable: true, description: "For the clients; at most 2,000 characters." })
  reason?: string | null;

  @Field(() => Boolean, { defaultValue: false, description: "Whether as many sessions are added at the end." })
  append!: boolean;
}

@InputType({ description: "Exactly one of them." })
export class SeriesExtendInput {
  @Field(() => Int, { nullable: true, description: "So many sessions more; 1 to 500." })
  more?: number | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "Until this date, included." })
  until?: string | null;

  @Field(() => Boolean, { nullable: true, description: "Without an end." })
  endless?: boolean | null;
}

@InputType()
export class SeriesEndInput {
  @Field(() => LocalDateScalar, { description: "Nothing after this date." })
  lastDate!: string;

  @Field(() => String, { nullable: true, description: "For the clients; at most 2,000 characters." })
  reason?: string | null;
}

@InputType({ description: "Exactly one of move, length, type, cancel, pause, resumeFrom, extend and end." })
export class SeriesChangeInput {
  @Field(() => ID)
  series!: string;

  @Field(() => SeriesMoveInput, { nullable: true })
  move?: SeriesMoveInput | null;

  @Field(() => SeriesLengthInput, { nullable: true })
  length?: SeriesLengthInput | null;

  @Field(() => SeriesTypeInput, { nullable: true })
  type?: SeriesTypeInput | null;

  @Field(() => SeriesCancelInput, { nullable: true })
  cancel?: SeriesCancelInput | null;

  @Field(() => SeriesPauseInput, { nullable: true })
  pause?: SeriesPauseInput | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: "Pauses end the day before, and later ones are given up.",
  })
  resumeFrom?: string | null;

  @Field(() => SeriesExtendInput, { nullable: true })
  extend?: SeriesExtendInput | null;

  @Field(() => SeriesEndInput, { nullable: true })
  end?: SeriesEndInput | null;

  @Field(() => Boolean, {
    defaultValue: true,
    description: "Whether sessions that were changed for themselves stay as they are.",
  })
  keepExceptions!: boolean;

  @Field(() => ClashPolicy, { defaultValue: ClashPolicy.REFUSE })
  policy!: ClashPolicy;

  @Field(() => [SeriesChoiceInput], { nullable: true })
  choices?: SeriesChoiceInput[] | null;

  @Field(() => TimeZoneScalar, {
    nullable: true,
    description: "Zone of the client's local times; the first member's without.",
  })
  clientTimeZone?: string | null;
}

@InputType()
export class ChangeSeriesInput {
  @Field(() => SeriesChangeInput)
  change!: SeriesChangeInput;

  @Field(() => String, { nullable: true, description: "For the clients, with what moves; at most 2,000 characters." })
  message?: string | null;

  @Field(() => String, { nullable: true, description: "The fingerprint of the preview that was agreed to." })
  shown?: string | null;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class UndoSeriesChangeInput {
  @Field(() => ID, { description: "Of the answer to the change." })
  undo!: string;

  @Field(() => String)
  idempotencyKey!: string;
}

@ObjectType()
export class SeriesChanged {
  @Field(() => Series)
  series!: Series;

  @Field(() => Undo)
  undo!: Undo;
}

@ObjectType({ description: "Everything is exactly as it was before." })
export class SeriesChangeUndone {
  @Field(() => [Series], { description: "Those that are still there: what was booked then is gone." })
  series!: Series[];
}

export const ChangeSeriesResult = createUnionType({
  name: "ChangeSeriesResult",
  types: () => [SeriesChanged, SeriesClash, IdempotencyConflict, InvalidInput, Refused] as const,
});
export const UndoSeriesChangeResult = createUnionType({
  name: "UndoSeriesChangeResult",
  types: () => [SeriesChangeUndone, UndoExpired, SlotTaken, IdempotencyConflict, InvalidInput, Refused] as const,
});
