import { Field, Int, ObjectType } from "type-graphql";
import { GapUnit } from "./program-enums.ts";
import { LocalTimeScalar } from "./scalars.ts";

/** How long after the session before. A JSON value of a step. */
@ObjectType({ description: "How long after the session before: at least, wished, at most." })
export class ProgramGap {
  @Field(() => GapUnit)
  unit!: GapUnit;

  @Field(() => Int)
  min!: number;

  @Field(() => Int)
  wished!: number;

  @Field(() => Int)
  max!: number;
}

/** One or more sessions of a kind within a program. A JSON value of the program. */
@ObjectType({ description: "One or more sessions of a kind within a program." })
export class ProgramStep {
  @Field(() => String, { nullable: true, description: "What the coach calls it, such as Intake." })
  name!: string | null;

  /** Resolved as `sessionType`. */
  sessionTypeId!: string;

  @Field(() => Int)
  minutes!: number;

  @Field(() => Int, { description: "How many sessions." })
  count!: number;

  @Field(() => ProgramGap, {
    description: "From the session before to its first; of the first step, from the start date.",
  })
  after!: ProgramGap;

  @Field(() => ProgramGap, { nullable: true, description: "Between its own sessions; null for a single one." })
  every!: ProgramGap | null;

  @Field(() => [Int], { description: "Wished weekdays, 0 = Sunday … 6 = Saturday; all without." })
  weekdays!: number[];

  @Field(() => LocalTimeScalar, { nullable: true, description: "Wished times: it begins then or later." })
  fromTime!: string | null;

  @Field(() => LocalTimeScalar, { nullable: true, description: "It ends then or earlier." })
  toTime!: string | null;
}
