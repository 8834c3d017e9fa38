import { createUnionType, Field, ID, InputType, ObjectType } from "type-graphql";
import { Booking } from "../../entities/index.ts";
import { IdempotencyConflict, InvalidInput, Problem, Refused } from "../../platform/problem.ts";
import { SlotTaken } from "./booking.inputs.ts";

@InputType()
export class UndoChangeInput {
  @Field(() => ID, { description: "Of the answer to the change." })
  undo!: string;

  @Field(() => String)
  idempotencyKey!: string;
}

@ObjectType({ description: "The session is exactly as it was before." })
export class ChangeUndone {
  @Field(() => Booking)
  booking!: Booking;
}

@ObjectType({ implements: Problem, description: "The time for taking it back is over, or the session changed since." })
export class UndoExpired extends Problem {
  constructor(message = "It is too late to take this back. Change the session itself.") {
    super("UNDO_EXPIRED", message);
  }
}

export const UndoChangeResult = createUnionType({
  name: "UndoChangeResult",
  types: () => [ChangeUndone, UndoExpired, SlotTaken, IdempotencyConflict, InvalidInput, Refused] as const,
});
