import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import { BookingAccess } from "../bookings/booking.inputs.ts";
import { requireCoach } from "../coaches/coach.policy.ts";
import { Slot } from "../slots/slot.inputs.ts";
import { MoveRequestSaved, RequestMoveInput, RequestMoveResult } from "./move.inputs.ts";
import type { MoveService } from "./move.service.ts";

@Resolver(() => BookingAccess)
export class MoveResolver {
  private readonly service: MoveService;

  constructor(service: MoveService) {
    this.service = service;
  }

  @FieldResolver(() => [Slot], {
    description: "The free times nearest to the session, in order of time, while the coach asks for another one.",
  })
  suggestedSlots(@Root() access: BookingAccess): Promise<Slot[]> {
    return this.service.suggestedSlots(access);
  }

  @Mutation(() => RequestMoveResult, {
    description:
      "Asks the client to choose another time. The session stands until she does, and she may until it begins.",
  })
  requestMove(@Arg("input", () => RequestMoveInput) input: RequestMoveInput, @Ctx() { viewer }: RequestContext) {
    return answer(async () => {
      const booking = await this.service.request(requireCoach(viewer), input);
      return Object.assign(new MoveRequestSaved(), { booking });
    });
  }

  @Mutation(() => RequestMoveResult, { description: "The session may stay where it is after all." })
  withdrawMoveRequest(@Arg("booking", () => ID) id: string, @Ctx() { viewer }: RequestContext) {
    return answer(async () => {
      const booking = await this.service.withdraw(requireCoach(viewer), id);
      return Object.assign(new MoveRequestSaved(), { booking });
    });
  }
}
