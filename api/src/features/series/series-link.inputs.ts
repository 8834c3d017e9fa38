import { createUnionType, Field, InputType, Int, ObjectType } from "type-graphql";
import { DateTimeScalar, LocalDateTimeScalar, TimeZoneScalar } from "../../entities/index.ts";
import { IdempotencyConflict, InvalidInput, Problem } from "../../platform/problem.ts";
import { AnswerInput } from "../bookings/answer.inputs.ts";
import { TooManyAttempts } from "../bookings/attempt.inputs.ts";
import { Booked } from "../bookings/booking.inputs.ts";
import { ClientInput } from "../clients/client.inputs.ts";
import { LinkUnavailable } from "../links/link.inputs.ts";
import { Slot, WhyNotCode } from "../slots/slot.inputs.ts";
import { SeriesDatesInput } from "./series.inputs.ts";
import { SeriesOutcomeKind } from "./series-preview.inputs.ts";

@InputType()
export class PreviewLinkSeriesInput {
  @Field(() => String)
  coach!: string;

  @Field(() => String)
  link!: string;

  @Field(() => SeriesDatesInput, {
    description:
      "It has an end. The policies refuse, skip and the nearest ones are possible, and the choices SKIP and AT.",
  })
  dates!: SeriesDatesInput;
}

@InputType()
export class BookLinkSeriesInput extends PreviewLinkSeriesInput {
  @Field(() => ClientInput)
  client!: ClientInput;

  @Field(() => [AnswerInput], { nullable: true, description: "To the questions of the session type, once for all." })
  answers?: AnswerInput[] | null;

  @Field(() => String, { description: "The fingerprint of the preview that was agreed to." })
  shown!: string;

  @Field(() => String)
  idempotencyKey!: string;
}

@ObjectType({ description: "One session of a series as a client sees it before she books." })
export class LinkSeriesOccurrence {
  @Field(() => LocalDateTimeScalar)
  recurrenceId!: string;

  @Field(() => DateTimeScalar)
  startAt!: Date;

  @Field(() => DateTimeScalar)
  endAt!: Date;

  @Field(() => LocalDateTimeScalar, { description: "In the series' zone." })
  localStart!: string;

  @Field(() => LocalDateTimeScalar)
  coachLocalStart!: string;

  @Field(() => Int, { description: "By how much the clocks of the series' zone moved since the session before." })
  clockShiftMinutes!: number;

  @Field(() => Int)
  coachClockShiftMinutes!: number;

  @Field(() => WhyNotCode, { nullable: true, description: "Null where its time is free." })
  reason!: WhyNotCode | null;

  @Field(() => String, { nullable: true })
  message!: string | null;

  @Field(() => [Slot], { description: "The nearest free times, for one that is not free." })
  nearest!: Slot[];

  @Field(() => SeriesOutcomeKind)
  outcome!: SeriesOutcomeKind;

  @Field(() => DateTimeScalar, { nullable: true })
  bookedStartAt!: Date | null;
}

@ObjectType({ description: "What booking a series through a link would do; nothing was saved." })
export class LinkSeriesPreview {
  @Field(() => String)
  fingerprint!: string;

  @Field(() => TimeZoneScalar)
  timeZone!: string;

  @Field(() => [LinkSeriesOccurrence])
  occurrences!: LinkSeriesOccurrence[];

  @Field(() => Int, { description: "How many have no place yet." })
  open!: number;
}

@ObjectType({ description: "All sessions were booked." })
export class LinkSeriesBooked {
  @Field(() => [Booked], { description: "In order of start, each with the secret of its seat." })
  sessions!: Booked[];
}

@ObjectType({
  implements: Problem,
  description: "Some sessions have no place, or it is not what was shown. Nothing was saved.",
})
export class LinkSeriesClash extends Problem {
  @Field(() => LinkSeriesPreview)
  preview: LinkSeriesPreview;

  constructor(preview: LinkSeriesPreview, message: string) {
    super("SERIES_CLASH", message);
    this.preview = preview;
  }
}

export const PreviewLinkSeriesResult = createUnionType({
  name: "PreviewLinkSeriesResult",
  types: () => [LinkSeriesPreview, LinkUnavailable, InvalidInput] as const,
});
export const BookLinkSeriesResult = createUnionType({
  name: "BookLinkSeriesResult",
  types: () =>
    [LinkSeriesBooked, LinkSeriesClash, LinkUnavailable, TooManyAttempts, IdempotencyConflict, InvalidInput] as const,
});
