import { createUnionType, Field, InputType, Int, ObjectType } from "type-graphql";
import { DateTimeScalar } from "../../entities/index.ts";
import { IdempotencyConflict, InvalidInput, Problem } from "../../platform/problem.ts";
import { LinkUnavailable } from "../links/link.inputs.ts";
import { TooManyAttempts } from "./attempt.inputs.ts";
import { AlreadySeated, Booked, HoldExpired, SlotNotOffered, SlotTaken, TooManyHolds } from "./booking.inputs.ts";

@InputType()
export class ProveEmailInput {
  @Field(() => String, { description: "Of the answer that asked for the code." })
  holdToken!: string;

  @Field(() => String, { description: "The six digits that were sent." })
  code!: string;

  @Field(() => String)
  idempotencyKey!: string;
}

@ObjectType({ implements: Problem, description: "The code is another one." })
export class WrongCode extends Problem {
  @Field(() => Int, { description: "At 0 this code is void; have another one sent." })
  triesLeft: number;

  constructor(triesLeft: number) {
    const next = triesLeft === 0 ? "It is void now; have a new one sent." : "Look at the newest message and try again.";
    super("WRONG_CODE", `This is not the code that was sent. ${next}`);
    this.triesLeft = triesLeft;
  }
}

@ObjectType({ description: "Another code is on its way; the one before is void." })
export class CodeSent {
  @Field(() => DateTimeScalar, { description: "Until when the slot is kept." })
  expiresAt!: Date;
}

export const ProveEmailResult = createUnionType({
  name: "ProveEmailResult",
  types: () =>
    [
      Booked,
      WrongCode,
      HoldExpired,
      SlotTaken,
      SlotNotOffered,
      LinkUnavailable,
      AlreadySeated,
      TooManyHolds,
      TooManyAttempts,
      IdempotencyConflict,
      InvalidInput,
    ] as const,
});
export const SendCodeResult = createUnionType({
  name: "SendCodeResult",
  types: () => [CodeSent, HoldExpired, TooManyAttempts, InvalidInput] as const,
});
