import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Booking } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import type { BookingLoaders } from "../bookings/booking.loaders.ts";
import { toUndo } from "../bookings/undo.service.ts";
import { requireCoach } from "../coaches/coach.policy.ts";
import type { ChangeUndoService } from "../series/change-undo.service.ts";
import {
  BulkChangeInput,
  BulkChangeSession,
  BulkChangeUndone,
  ChangedInBulk,
  ChangeInBulkInput,
  ChangeInBulkResult,
  PreviewBulkChangeResult,
  UndoBulkChangeInput,
  UndoBulkChangeResult,
} from "./bulk-change.inputs.ts";
import type { BulkChangeService } from "./bulk-change.service.ts";

type Context = RequestContext<BookingLoaders>;

/** Many sessions at once, for the coach. */
@Resolver()
export class BulkChangeResolver {
  private readonly service: BulkChangeService;
  private readonly undos: ChangeUndoService;

  constructor(service: BulkChangeService, undos: ChangeUndoService) {
    this.service = service;
    this.undos = undos;
  }

  @Query(() => PreviewBulkChangeResult, {
    description: "What moving, retyping or cancelling many sessions would do: what moves, what clashes, who is told.",
  })
  previewBulkChange(@Arg("input", () => BulkChangeInput) input: BulkChangeInput, @Ctx() { viewer }: Context) {
    return answer(async () => this.service.preview(requireCoach(viewer), input));
  }

  @Mutation(() => ChangeInBulkResult, { description: "Exactly what its preview shows, or nothing." })
  changeInBulk(@Arg("input", () => ChangeInBulkInput) input: ChangeInBulkInput, @Ctx() { viewer, loaders }: Context) {
    return answer(async () => {
      const changed = await this.service.change(requireCoach(viewer), input);
      const bookings = await Promise.all(changed.bookingIds.map((id) => loaders.booking.load(id)));
      bookings.sort((a, b) => a.startAt.getTime() - b.startAt.getTime());
      return Object.assign(new ChangedInBulk(), { bookings, undo: toUndo(changed) });
    });
  }

  @Mutation(() => UndoBulkChangeResult, {
    description: "Takes a bulk change back, whole and exactly, if nothing happened to its sessions since.",
  })
  undoBulkChange(@Arg("input", () => UndoBulkChangeInput) input: UndoBulkChangeInput, @Ctx() { viewer }: Context) {
    return answer(async () => {
      await this.undos.undo(requireCoach(viewer), input);
      return Object.assign(new BulkChangeUndone(), { undone: true });
    });
  }
}

@Resolver(() => BulkChangeSession)
export class BulkChangeSessionResolver {
  @FieldResolver(() => Booking, { description: "As it is now." })
  booking(@Root() { bookingId }: BulkChangeSession, @Ctx() { loaders }: Context): Promise<Booking> {
    return loaders.booking.load(bookingId);
  }
}
