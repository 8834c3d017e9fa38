import { createUnionType, Field, ID, InputType, ObjectType } from "type-graphql";
import { Booking } from "../../entities/index.ts";
import { InvalidInput, Refused } from "../../platform/problem.ts";
import { AlreadyCancelled } from "../bookings/booking.inputs.ts";

@InputType()
export class RequestMoveInput {
  @Field(() => ID)
  booking!: string;

  @Field(() => String, { nullable: true, description: "For the client; at most 2,000 characters." })
  message?: string;
}

@ObjectType()
export class MoveRequestSaved {
  @Field(() => Booking)
  booking!: Booking;
}

export const RequestMoveResult = createUnionType({
  name: "RequestMoveResult",
  types: () => [MoveRequestSaved, AlreadyCancelled, InvalidInput, Refused] as const,
});
