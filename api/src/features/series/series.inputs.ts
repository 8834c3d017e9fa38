import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import {
  Booking,
  ClashPolicy,
  Client,
  DateTimeScalar,
  LocalDateScalar,
  LocalDateTimeScalar,
  LocalTimeScalar,
  Series,
  TimeZoneScalar,
} from "../../entities/index.ts";
import { connectionOf, edgeOf } from "../../platform/graphql/relay.ts";
import { IdempotencyConflict, InvalidInput, Refused } from "../../platform/problem.ts";
import { Undo } from "../bookings/undo-offer.inputs.ts";
import { ClientInput } from "../clients/client.inputs.ts";
import { MomentInput } from "../time-zones/moment.inputs.ts";
import { SeriesClash, SeriesPreview } from "./series-preview.inputs.ts";

export const SeriesChoiceKind = { KEEP: "keep", SKIP: "skip", APPEND: "append", STAY: "stay", AT: "at" } as const;
export type SeriesChoiceKind = (typeof SeriesChoiceKind)[keyof typeof SeriesChoiceKind];
registerEnumType(SeriesChoiceKind, {
  name: "SeriesChoiceKind",
  description: "What was decided for one session, whatever the policy.",
  valuesConfig: {
    KEEP: { description: "There all the same; where only hours, time off or limits stand against it. For the coach." },
    SKIP: { description: "Left out." },
    APPEND: { description: "Left out, and one more is added at the end." },
    STAY: { description: "It stays where it is. For changes alone." },
    AT: { description: "At another time." },
  },
});

@InputType()
export class SeriesChoiceInput {
  @Field(() => LocalDateTimeScalar)
  recurrenceId!: string;

  @Field(() => SeriesChoiceKind)
  kind!: SeriesChoiceKind;

  @Field(() => MomentInput, { nullable: true, description: "For AT." })
  start?: MomentInput | null;

  @Field(() => String, { nullable: true, description: "For SKIP: why; at most 200 characters." })
  reason?: string | null;
}

@InputType({ description: "When a series takes place, and what becomes of its clashes." })
export class SeriesDatesInput {
  @Field(() => LocalDateTimeScalar, { description: "Wall-clock time of the first session." })
  start!: string;

  @Field(() => TimeZoneScalar, {
    nullable: true,
    description: "The zone in which the sessions keep their time: the coach's, which it is without, or the client's.",
  })
  timeZone?: string | null;

  @Field(() => String, {
    description:
      "An RRULE such as FREQ=WEEKLY;COUNT=12, or lines of RRULE, EXDATE and RDATE; a DTSTART takes the place of start. Without COUNT and UNTIL it has no end.",
  })
  recurrence!: string;

  @Field(() => Int, { nullable: true, description: "Length of each session; the type's first without." })
  minutes?: number | null;

  @Field(() => ClashPolicy, { defaultValue: ClashPolicy.REFUSE })
  policy!: ClashPolicy;

  @Field(() => [SeriesChoiceInput], {
    nullable: true,
    description: "Decided one by one; these come before the policy.",
  })
  choices?: SeriesChoiceInput[] | null;
}

@InputType()
export class PreviewSeriesInput {
  @Field(() => ID)
  sessionType!: string;

  @Field(() => SeriesDatesInput)
  dates!: SeriesDatesInput;

  @Field(() => TimeZoneScalar, { nullable: true, description: "Zone of the client's local times in the answer." })
  clientTimeZone?: string | null;
}

@InputType({
  description: "On behalf of clients: all of it or nothing. Notice and horizon do not bind the coach.",
})
export class BookSeriesInput {
  @Field(() => ID)
  sessionType!: string;

  @Field(() => SeriesDatesInput)
  dates!: SeriesDatesInput;

  @Field(() => [ID], {
    nullable: true,
    description: "Clients of hers; several for a group, which takes the whole course.",
  })
  clients?: string[] | null;

  @Field(() => ClientInput, { nullable: true, description: "Somebody new, besides or instead." })
  newClient?: ClientInput | null;

  @Field(() => Int, { nullable: true, description: "Seats of the course; the type's without." })
  capacity?: number | null;

  @Field(() => String, { nullable: true, description: "With each seat; at most 2,000 characters." })
  note?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The fingerprint of the preview that was agreed to; anything else than that is refused.",
  })
  shown?: string | null;

  @Field(() => String)
  idempotencyKey!: string;
}

@ObjectType()
export class SeriesBooked {
  @Field(() => Series)
  series!: Series;

  @Field(() => [Booking], { description: "In order of start." })
  bookings!: Booking[];

  @Field(() => Undo, { nullable: true })
  undo!: Undo | null;
}

export const SeriesOccurrenceState = {
  BOOKED: "booked",
  PAUSED: "paused",
  SKIPPED: "skipped",
  CANCELLED: "cancelled",
} as const;
export type SeriesOccurrenceState = (typeof SeriesOccurrenceState)[keyof typeof SeriesOccurrenceState];
registerEnumType(SeriesOccurrenceState, {
  name: "SeriesOccurrenceState",
  description: "What is there for a date of a series.",
  valuesConfig: {
    PAUSED: { description: "Dropped by a pause." },
    SKIPPED: { description: "Left out, for a clash or by choice." },
    CANCELLED: { description: "By the coach or by the client." },
  },
});

@ObjectType({ description: "One date of a series, whether or not a session takes place." })
export class SeriesOccurrence {
  @Field(() => LocalDateTimeScalar, { description: "The wall time that the rule names; it never changes." })
  recurrenceId!: string;

  @Field(() => SeriesOccurrenceState)
  state!: SeriesOccurrenceState;

  @Field(() => DateTimeScalar)
  startAt!: Date;

  @Field(() => DateTimeScalar)
  endAt!: Date;

  @Field(() => LocalDateTimeScalar, { description: "In the series' zone." })
  localStart!: string;

  @Field(() => Boolean, { description: "Whether it differs from the series in time, length or type." })
  isException!: boolean;

  @Field(() => String, { nullable: true, description: "Why no session takes place." })
  reason!: string | null;

  /** Resolved as `booking`. */
  bookingId!: string | null;
}

@ObjectType({
  description: "A weekday of a rule; with nth only that one of the month, counted from its end when negative.",
})
export class SeriesWeekday {
  @Field(() => Int, { description: "0 = Sunday … 6 = Saturday." })
  weekday!: number;

  @Field(() => Int, { nullable: true })
  nth!: number | null;
}

export const SeriesFrequency = { DAILY: "DAILY", WEEKLY: "WEEKLY", MONTHLY: "MONTHLY", YEARLY: "YEARLY" } as const;
export type SeriesFrequency = (typeof SeriesFrequency)[keyof typeof SeriesFrequency];
registerEnumType(SeriesFrequency, { name: "SeriesFrequency" });

@ObjectType({
  description: "How a series repeats, to be said in words. What a rule has beyond it stands in `recurrence`.",
})
export class SeriesPattern {
  @Field(() => SeriesFrequency, { nullable: true, description: "Null for a single session." })
  frequency!: SeriesFrequency | null;

  @Field(() => Int)
  interval!: number;

  @Field(() => [SeriesWeekday])
  weekdays!: SeriesWeekday[];

  @Field(() => [Int], { description: "Days of the month, counted from its end when negative." })
  monthDays!: number[];

  @Field(() => Int, { nullable: true, description: "Sessions in all, where it ends after a number of them." })
  count!: number | null;

  @Field(() => LocalDateScalar, { nullable: true, description: "The last date, where it ends with one." })
  until!: string | null;

  @Field(() => LocalTimeScalar, { description: "When the sessions begin, on the clocks of the series' zone." })
  localTime!: string;

  @Field(() => Boolean, {
    description: "False where words cannot say it all: several times a day, positions, days moved off the rule.",
  })
  isPlain!: boolean;
}

@ObjectType({ description: "Dates on which a series rests." })
export class SeriesPause {
  @Field(() => LocalDateScalar)
  fromDate!: string;

  @Field(() => LocalDateScalar, { nullable: true, description: "The last one; null until it is resumed." })
  toDate!: string | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;
}

@ObjectType({ description: "Somebody who takes part in all sessions to come." })
export class SeriesMember {
  @Field(() => Client)
  client!: Client;

  @Field(() => DateTimeScalar)
  joinedAt!: Date;
}

@ObjectType()
class SeriesEdge extends edgeOf(Series) {}

@ObjectType()
export class SeriesConnection extends connectionOf(SeriesEdge) {}

export const PreviewSeriesResult = createUnionType({
  name: "PreviewSeriesResult",
  types: () => [SeriesPreview, InvalidInput, Refused] as const,
});
export const BookSeriesResult = createUnionType({
  name: "BookSeriesResult",
  types: () => [SeriesBooked, SeriesClash, IdempotencyConflict, InvalidInput, Refused] as const,
});
