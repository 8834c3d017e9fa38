import { Arg, Ctx, Mutation, Resolver } from "type-graphql";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import { requireCoach } from "../coaches/coach.policy.ts";
import type { BookingLoaders } from "./booking.loaders.ts";
import { ChangeUndone, UndoChangeInput, UndoChangeResult } from "./undo.inputs.ts";
import type { UndoService } from "./undo.service.ts";

@Resolver()
export class UndoResolver {
  private readonly service: UndoService;

  constructor(service: UndoService) {
    this.service = service;
  }

  @Mutation(() => UndoChangeResult, {
    description:
      "Takes a coach's own change of a session back, exactly, if its time is still free and nothing happened since.",
  })
  undoChange(
    @Arg("input", () => UndoChangeInput) input: UndoChangeInput,
    @Ctx() { viewer, loaders }: RequestContext<BookingLoaders>,
  ) {
    return answer(async () => {
      const { bookingId } = await this.service.undo(requireCoach(viewer), input);
      return Object.assign(new ChangeUndone(), { booking: await loaders.booking.load(bookingId) });
    });
  }
}
