import { createUnionType, Field, ID, InputType, ObjectType } from "type-graphql";
import { LocalDateScalar, TimeOff } from "../../entities/index.ts";
import { InvalidInput, Refused } from "../../platform/problem.ts";
import { MomentInput } from "../time-zones/moment.inputs.ts";

@InputType({ description: "Whole dates (fromDate, toDate) or an exact period (start, end), not both." })
export class CreateTimeOffInput {
  @Field(() => LocalDateScalar, { nullable: true })
  fromDate?: string;

  @Field(() => LocalDateScalar, { nullable: true, description: "Last date, included; the first one without." })
  toDate?: string;

  @Field(() => MomentInput, { nullable: true })
  start?: MomentInput;

  @Field(() => MomentInput, { nullable: true })
  end?: MomentInput;

  @Field(() => Boolean, { nullable: true, description: "Whether it returns on the same dates of every year." })
  yearly?: boolean;

  @Field(() => String, { nullable: true, description: "At most 200 characters; seen by the coach alone." })
  reason?: string | null;
}

@InputType({ description: "What is left out stays as it is; dates or a period replace what was there." })
export class UpdateTimeOffInput extends CreateTimeOffInput {
  @Field(() => ID)
  id!: string;
}

@ObjectType()
export class TimeOffSaved {
  @Field(() => TimeOff)
  timeOff!: TimeOff;
}

@ObjectType()
export class TimeOffDeleted {
  @Field(() => ID)
  id!: string;
}

export const SaveTimeOffResult = createUnionType({
  name: "SaveTimeOffResult",
  types: () => [TimeOffSaved, InvalidInput, Refused] as const,
});
export const DeleteTimeOffResult = createUnionType({
  name: "DeleteTimeOffResult",
  types: () => [TimeOffDeleted, Refused] as const,
});
