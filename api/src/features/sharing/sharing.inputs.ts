import { ArgsType, createUnionType, Field, ID, InputType, Int, ObjectType } from "type-graphql";
import { AvailabilityTemplate, Program, SessionType } from "../../entities/index.ts";
import { IdempotencyConflict, InvalidInput, Problem, Refused } from "../../platform/problem.ts";

@ArgsType()
export class SharePracticeArgs {
  @Field(() => [ID], { nullable: true })
  sessionTypes?: string[] | null;

  @Field(() => [ID], { nullable: true })
  availabilityTemplates?: string[] | null;

  @Field(() => [ID], { nullable: true, description: "With the session types that they need." })
  programs?: string[] | null;
}

@InputType()
export class SharedFileInput {
  @Field(() => String, { description: "The text of the file: JSON, at most about 50 KB." })
  text!: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: "Where the coach has a session type of the same name, programs use hers, and none is added.",
  })
  useOwnTypes!: boolean;
}

@InputType()
export class ImportSharedFileInput extends SharedFileInput {
  @Field(() => String)
  idempotencyKey!: string;
}

@ObjectType({ description: "Session types, hours and programs to be passed on: no ids, no clients, no sessions." })
export class SharedFile {
  @Field(() => String, { description: "What to call the file." })
  fileName!: string;

  @Field(() => String, { description: "JSON." })
  text!: string;
}

@ObjectType({ description: "A part of a shared file." })
export class SharedPart {
  @Field(() => String, { description: "As it is called in the file." })
  name!: string;

  @Field(() => String, { description: "As it will be called: numbered where there is one of this name already." })
  newName!: string;

  @Field(() => Boolean, { description: "Whether the coach's own of this name is used instead." })
  isOwn!: boolean;
}

@ObjectType({ description: "What importing a file would add; nothing was saved." })
export class SharedFileContents {
  @Field(() => [SharedPart])
  sessionTypes!: SharedPart[];

  @Field(() => [SharedPart])
  availabilityTemplates!: SharedPart[];

  @Field(() => [SharedPart])
  programs!: SharedPart[];
}

@ObjectType({ description: "Something in a file that cannot be saved." })
export class SharedFileFault {
  @Field(() => Int, { description: "From 1." })
  line!: number;

  @Field(() => String, { description: "The field, like programs.0.steps.1.minutes." })
  path!: string;

  @Field(() => String)
  message!: string;
}

@ObjectType({ implements: Problem, description: "The file cannot be imported as it is; nothing was saved." })
export class SharedFileRefused extends Problem {
  @Field(() => [SharedFileFault], { description: "In order of lines; at most 50." })
  faults: SharedFileFault[];

  constructor(faults: SharedFileFault[]) {
    const [first] = faults;
    const more = faults.length > 1 ? ` There are ${faults.length} such places.` : "";
    super("INVALID_INPUT", `Line ${first?.line ?? 1}: ${first?.message ?? "This cannot be read."}${more}`);
    this.faults = faults;
  }
}

@ObjectType({ description: "What was added. Session types are inactive until the coach has looked at their place." })
export class SharedFileImported {
  @Field(() => [SessionType])
  sessionTypes!: SessionType[];

  @Field(() => [AvailabilityTemplate], { description: "In force for nobody yet." })
  availabilityTemplates!: AvailabilityTemplate[];

  @Field(() => [Program])
  programs!: Program[];
}

export const SharePracticeResult = createUnionType({
  name: "SharePracticeResult",
  types: () => [SharedFile, InvalidInput, Refused] as const,
});
export const CheckSharedFileResult = createUnionType({
  name: "CheckSharedFileResult",
  types: () => [SharedFileContents, SharedFileRefused, InvalidInput, Refused] as const,
});
export const ImportSharedFileResult = createUnionType({
  name: "ImportSharedFileResult",
  types: () => [SharedFileImported, SharedFileRefused, IdempotencyConflict, InvalidInput, Refused] as const,
});
