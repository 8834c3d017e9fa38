import { createUnionType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { GapUnit, LocalTimeScalar, Program } from "../../entities/index.ts";
import { InvalidInput, Refused } from "../../platform/problem.ts";

@InputType({ description: "How long after the session before." })
export class ProgramGapInput {
  @Field(() => GapUnit, { defaultValue: GapUnit.WEEKS })
  unit!: GapUnit;

  @Field(() => Int, { description: "0 to 52 weeks, or 0 to 366 days." })
  wished!: number;

  @Field(() => Int, { nullable: true, description: "At least; the wished one without." })
  min?: number | null;

  @Field(() => Int, { nullable: true, description: "At most; the wished one without." })
  max?: number | null;
}

@InputType({ description: "One or more sessions of a kind within a program." })
export class ProgramStepInput {
  @Field(() => String, { nullable: true, description: "What you call it, such as Intake; at most 80 characters." })
  name?: string | null;

  @Field(() => ID)
  sessionType!: string;

  @Field(() => Int, { nullable: true, description: "5 to 1,440; the type's first length without." })
  minutes?: number | null;

  @Field(() => Int, { defaultValue: 1, description: "How many sessions; 1 to 60." })
  count!: number;

  @Field(() => ProgramGapInput, {
    nullable: true,
    description:
      "From the session before to its first; one week without. The first step counts from the start date, and lies in the week that begins with it without.",
  })
  after?: ProgramGapInput | null;

  @Field(() => ProgramGapInput, { nullable: true, description: "Between its own sessions; one week without." })
  every?: ProgramGapInput | null;

  @Field(() => [Int], { nullable: true, description: "Wished weekdays, 0 = Sunday … 6 = Saturday; all without." })
  weekdays?: number[] | null;

  @Field(() => LocalTimeScalar, { nullable: true, description: "Wished: it begins then or later." })
  fromTime?: string | null;

  @Field(() => LocalTimeScalar, { nullable: true, description: "Wished: it ends then or earlier." })
  toTime?: string | null;
}

@InputType()
export class CreateProgramInput {
  @Field(() => String, { description: "At most 80 characters." })
  name!: string;

  @Field(() => String, { nullable: true, description: "At most 2,000 characters; an empty text removes it." })
  description?: string | null;

  @Field(() => [ProgramStepInput], { description: "In order; 1 to 20, with at most 60 sessions in all." })
  steps!: ProgramStepInput[];

  @Field(() => Int, {
    nullable: true,
    description: "By how many weeks the last session may be later than wished: 0 to 26; 2 without.",
  })
  spareWeeks?: number | null;
}

@InputType({ description: "What is left out stays as it is." })
export class UpdateProgramInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: "At most 80 characters." })
  name?: string | null;

  @Field(() => String, { nullable: true, description: "At most 2,000 characters; an empty text removes it." })
  description?: string | null;

  @Field(() => [ProgramStepInput], {
    nullable: true,
    description: "Replaces all of them. What is booked stays as it is.",
  })
  steps?: ProgramStepInput[] | null;

  @Field(() => Int, { nullable: true, description: "0 to 26." })
  spareWeeks?: number | null;
}

@InputType()
export class DuplicateProgramInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: "Name of the copy; “Copy of …” without." })
  name?: string | null;
}

@ObjectType()
export class ProgramSaved {
  @Field(() => Program)
  program!: Program;
}

@ObjectType({ description: "What was booked from it stays." })
export class ProgramDeleted {
  @Field(() => ID)
  id!: string;
}

export const SaveProgramResult = createUnionType({
  name: "SaveProgramResult",
  types: () => [ProgramSaved, InvalidInput, Refused] as const,
});
export const DeleteProgramResult = createUnionType({
  name: "DeleteProgramResult",
  types: () => [ProgramDeleted, Refused] as const,
});
