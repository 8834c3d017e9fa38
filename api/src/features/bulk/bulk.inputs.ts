import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from "type-graphql";
import {
  BulkItem,
  BulkRun,
  ClashPolicy,
  DateTimeScalar,
  LocalDateScalar,
  LocalDateTimeScalar,
  TimeZoneScalar,
} from "../../entities/index.ts";
import { connectionOf, edgeOf } from "../../platform/graphql/relay.ts";
import { IdempotencyConflict, InvalidInput, Problem, Refused } from "../../platform/problem.ts";
import { UndoExpired } from "../bookings/undo.inputs.ts";

export const BulkClock = { COACH: "coach", CLIENT: "client" } as const;
export type BulkClock = (typeof BulkClock)[keyof typeof BulkClock];
registerEnumType(BulkClock, {
  name: "BulkClock",
  description: "By whose clocks dates and times of day are meant.",
  valuesConfig: { CLIENT: { description: "By each client's own." } },
});

@InputType({ description: "A program for everybody." })
export class BulkProgramInput {
  @Field(() => ID)
  program!: string;

  @Field(() => LocalDateScalar, { description: "For those on the list who have no start of their own." })
  startDate!: string;

  @Field(() => BulkClock, { defaultValue: BulkClock.COACH })
  clock!: BulkClock;
}

@InputType({ description: "A series for everybody, each one her own." })
export class BulkSeriesInput {
  @Field(() => ID)
  sessionType!: string;

  @Field(() => LocalDateTimeScalar, {
    description: "The first session of those on the list who have no start of their own.",
  })
  start!: string;

  @Field(() => String, { description: "An RRULE such as FREQ=WEEKLY;COUNT=12. Without COUNT and UNTIL it has no end." })
  recurrence!: string;

  @Field(() => Int, { nullable: true, description: "Length of each session; the type's first without." })
  minutes?: number | null;

  @Field(() => ClashPolicy, { defaultValue: ClashPolicy.NEAREST_OF_WEEK })
  policy!: ClashPolicy;

  @Field(() => BulkClock, { defaultValue: BulkClock.COACH })
  clock!: BulkClock;
}

@InputType({ description: "Exactly one of program and series; clients of hers, a file, or both." })
export class DraftBulkRunInput {
  @Field(() => BulkProgramInput, { nullable: true })
  program?: BulkProgramInput | null;

  @Field(() => BulkSeriesInput, { nullable: true })
  series?: BulkSeriesInput | null;

  @Field(() => [ID], { nullable: true, description: "Clients of hers; with the file at most 100 in all." })
  clients?: string[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "Comma-separated values, at most 40,000 characters. The first line names the columns: name and email, and if you like phone, time zone, note and start: a date like 2026-03-05, or with a time like 2026-03-05 10:00.",
  })
  csv?: string | null;

  @Field(() => TimeZoneScalar, { nullable: true, description: "Of new clients without one; the coach's without." })
  timeZone?: string | null;
}

@InputType({ description: "Mends a line of a draft, or leaves it out. What is left out stays as it is." })
export class UpdateBulkItemInput {
  @Field(() => ID)
  id!: string;

  @Field(() => Boolean, { nullable: true, description: "Whether to leave this client out." })
  leaveOut?: boolean | null;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true })
  email?: string | null;

  @Field(() => String, { nullable: true, description: "An empty text removes it." })
  phone?: string | null;

  @Field(() => String, { nullable: true })
  timeZone?: string | null;

  @Field(() => String, { nullable: true, description: "An empty text removes it." })
  note?: string | null;

  @Field(() => String, { nullable: true, description: "A date, or a date and a time; an empty text removes it." })
  start?: string | null;
}

@InputType()
export class StartBulkRunInput {
  @Field(() => ID)
  run!: string;

  @Field(() => Int, { description: "Of the draft that was looked at; another one is refused." })
  version!: number;

  @Field(() => Boolean, {
    description: "Nobody is booked unless everybody can be; else each client is booked whole, or told why not.",
  })
  allOrNothing!: boolean;

  @Field(() => String)
  idempotencyKey!: string;
}

@InputType()
export class UndoBulkRunInput {
  @Field(() => ID)
  run!: string;

  @Field(() => String)
  idempotencyKey!: string;
}

@ObjectType({ description: "One session that is planned or booked." })
export class BulkSession {
  @Field(() => DateTimeScalar)
  startAt!: Date;

  @Field(() => DateTimeScalar)
  endAt!: Date;

  @Field(() => LocalDateTimeScalar, { description: "In the coach's zone." })
  coachLocalStart!: string;

  @Field(() => LocalDateTimeScalar, { description: "In the client's zone." })
  clientLocalStart!: string;

  @Field(() => [String], { description: "What could not be as wished, and why." })
  notes!: string[];

  @Field(() => Boolean, { description: "It has no place and will not be booked." })
  isLeftOut!: boolean;

  /** Resolved as `sessionType`. */
  sessionTypeId!: string;
}

@ObjectType({ description: "How many clients of a run are in which state." })
export class BulkCounts {
  @Field(() => Int)
  clients!: number;

  @Field(() => Int)
  invalid!: number;

  @Field(() => Int)
  unplaced!: number;

  @Field(() => Int)
  ready!: number;

  @Field(() => Int)
  left!: number;

  @Field(() => Int)
  booked!: number;

  @Field(() => Int)
  failed!: number;

  @Field(() => Int)
  undone!: number;

  @Field(() => Int, { description: "Sessions of those who are ready." })
  sessionsReady!: number;

  @Field(() => Int)
  sessionsBooked!: number;
}

@ObjectType()
export class BulkRunSaved {
  @Field(() => BulkRun)
  run!: BulkRun;
}

@ObjectType()
export class BulkRunDeleted {
  @Field(() => ID)
  id!: string;
}

@ObjectType({
  implements: Problem,
  description: "The run is not in the state for this, or changed since it was looked at.",
})
export class BulkRunChanged extends Problem {
  @Field(() => BulkRun, { description: "As it is now." })
  run: BulkRun;

  constructor(run: BulkRun, message: string) {
    super("BULK_RUN_CHANGED", message);
    this.run = run;
  }
}

@ObjectType()
class BulkRunEdge extends edgeOf(BulkRun) {}

@ObjectType()
export class BulkRunConnection extends connectionOf(BulkRunEdge) {}

@ObjectType({ description: "A run as it is now." })
export class BulkRunProgress {
  @Field(() => BulkRun)
  run!: BulkRun;

  @Field(() => [BulkItem], { description: "At first all of them; then those that changed." })
  items!: BulkItem[];
}

export const DraftBulkRunResult = createUnionType({
  name: "DraftBulkRunResult",
  types: () => [BulkRunSaved, InvalidInput, Refused] as const,
});
export const ChangeBulkRunResult = createUnionType({
  name: "ChangeBulkRunResult",
  types: () => [BulkRunSaved, BulkRunChanged, InvalidInput, Refused] as const,
});
export const DeleteBulkRunResult = createUnionType({
  name: "DeleteBulkRunResult",
  types: () => [BulkRunDeleted, BulkRunChanged, Refused] as const,
});
export const StartBulkRunResult = createUnionType({
  name: "StartBulkRunResult",
  types: () => [BulkRunSaved, BulkRunChanged, IdempotencyConflict, InvalidInput, Refused] as const,
});
export const UndoBulkRunResult = createUnionType({
  name: "UndoBulkRunResult",
  types: () => [BulkRunSaved, BulkRunChanged, UndoExpired, IdempotencyConflict, InvalidInput, Refused] as const,
});
export const BulkRunEvent = createUnionType({
  name: "BulkRunEvent",
  description: "First the whole run, then what changed.",
  types: () => [BulkRunProgress, Refused] as const,
});
