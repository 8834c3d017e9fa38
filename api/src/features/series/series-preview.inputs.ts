import { Field, Int, ObjectType, registerEnumType } from "type-graphql";
import { Client, DateTimeScalar, LocalDateTimeScalar, TimeZoneScalar } from "../../entities/index.ts";
import { Problem } from "../../platform/problem.ts";
import { Slot, SlotReason } from "../slots/slot.inputs.ts";

export const SeriesEffectKind = {
  BOOK: "book",
  CHANGE: "change",
  CANCEL: "cancelled",
  PAUSE: "paused",
  KEEP: "keep",
} as const;
export type SeriesEffectKind = (typeof SeriesEffectKind)[keyof typeof SeriesEffectKind];
registerEnumType(SeriesEffectKind, {
  name: "SeriesEffectKind",
  description: "What is to happen to one session of a series.",
  valuesConfig: {
    BOOK: { description: "It is new." },
    CHANGE: { description: "It gets another time, length or type." },
    PAUSE: { description: "A pause drops it." },
    KEEP: { description: "An exception that stays as it is." },
  },
});

export const SeriesOutcomeKind = {
  FREE: "free",
  KEPT: "kept",
  CHOSEN: "chosen",
  NEAREST: "nearest",
  STAYS: "stays",
  SKIPPED: "skipped",
  APPENDED: "appended",
  OPEN: "open",
} as const;
export type SeriesOutcomeKind = (typeof SeriesOutcomeKind)[keyof typeof SeriesOutcomeKind];
registerEnumType(SeriesOutcomeKind, {
  name: "SeriesOutcomeKind",
  description: "What becomes of a session that is to be booked or changed.",
  valuesConfig: {
    FREE: { description: "Its time is free." },
    KEPT: { description: "There all the same." },
    CHOSEN: { description: "At the time that was chosen." },
    NEAREST: { description: "At the nearest free time." },
    STAYS: { description: "Where it was." },
    SKIPPED: { description: "Left out." },
    APPENDED: { description: "Left out, and added at the end." },
    OPEN: { description: "Nobody has decided yet: nothing can be done before." },
  },
});

@ObjectType({ description: "One session of a series before anything is done." })
export class SeriesPreviewOccurrence {
  @Field(() => LocalDateTimeScalar, { description: "The wall time that the rule names; it never changes." })
  recurrenceId!: string;

  @Field(() => SeriesEffectKind)
  effect!: SeriesEffectKind;

  @Field(() => DateTimeScalar, { description: "When it should be; for what is dropped, when it was." })
  startAt!: Date;

  @Field(() => DateTimeScalar)
  endAt!: Date;

  @Field(() => LocalDateTimeScalar, { description: "In the series' zone." })
  localStart!: string;

  @Field(() => LocalDateTimeScalar, { description: "In the coach's zone." })
  coachLocalStart!: string;

  @Field(() => LocalDateTimeScalar, { description: "In the client's zone." })
  clientLocalStart!: string;

  @Field(() => Int, { description: "By how much the coach's clocks moved since the session before; mostly 0." })
  coachClockShiftMinutes!: number;

  @Field(() => Int, { description: "By how much the client's clocks moved since the session before; mostly 0." })
  clientClockShiftMinutes!: number;

  @Field(() => Boolean, { description: "The clocks skip its wall time on this date: it begins later." })
  isSkippedTime!: boolean;

  @Field(() => [SlotReason], { description: "What stands against its time; nothing where it is free." })
  reasons!: SlotReason[];

  @Field(() => Boolean, { description: "Whether the choice KEEP would do." })
  mayKeep!: boolean;

  @Field(() => [Slot], { description: "The nearest free times, for one that clashes." })
  nearest!: Slot[];

  @Field(() => SeriesOutcomeKind, { nullable: true, description: "Null for what is dropped or stays." })
  outcome!: SeriesOutcomeKind | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it will be; null where it will not, or is open." })
  bookedStartAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  bookedEndAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: "When it is now; null for a new one." })
  wasStartAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true })
  wasEndAt!: Date | null;

  /** Resolved as `sessionType`. */
  sessionTypeId!: string;
}

@ObjectType({ description: "What booking or changing a series would do; nothing was saved." })
export class SeriesPreview {
  @Field(() => Int, { description: "The coach's revision at which this was true." })
  revision!: number;

  @Field(() => String, { description: "Give it as `shown`, so that nothing else is done than what was seen." })
  fingerprint!: string;

  @Field(() => TimeZoneScalar)
  timeZone!: string;

  @Field(() => String, {
    description: "The series as DTSTART, RRULE, EXDATE and RDATE lines, as it would be; empty while sessions are open.",
  })
  recurrence!: string;

  @Field(() => Boolean, { description: "It has no end: these are the sessions of the coming year." })
  isEndless!: boolean;

  @Field(() => [SeriesPreviewOccurrence], { description: "In order of time; for a change only what it touches." })
  occurrences!: SeriesPreviewOccurrence[];

  @Field(() => Int, { description: "How many have no place yet; nothing can be done while there are any." })
  open!: number;

  @Field(() => [Client], { description: "Who will be told." })
  told!: Client[];
}

@ObjectType({
  implements: Problem,
  description: "Some sessions have no place, or it is not what was shown. Nothing was saved.",
})
export class SeriesClash extends Problem {
  @Field(() => SeriesPreview)
  preview: SeriesPreview;

  constructor(preview: SeriesPreview, message: string) {
    super("SERIES_CLASH", message);
    this.preview = preview;
  }
}
