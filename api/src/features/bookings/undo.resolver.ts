import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Booking } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import { isCoach, requireCoach } from "../coaches/coach.policy.ts";
import type { BookingLoaders } from "./booking.loaders.ts";
import { ChangeUndone, UndoChangeInput, UndoChangeResult } from "./undo.inputs.ts";
import type { UndoService } from "./undo.service.ts";
import { Undo } from "./undo-offer.inputs.ts";

@Resolver(() => Booking)
export class UndoResolver {
  private readonly service: UndoService;

  constructor(service: UndoService) {
    this.service = service;
  }

  @FieldResolver(() => Undo, {
    nullable: true,
    description: "The way back of the coach's last change, while there is one. For the coach alone.",
  })
  undo(
    @Root() booking: Booking,
    @Ctx() { viewer, loaders }: RequestContext<BookingLoaders>,
  ): Promise<Undo | null> | null {
    return isCoach(viewer, booking.coach.id) ? loaders.undo.load(booking.id) : null;
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
