import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { Coach } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import { isCoach, requireCoach } from "../coaches/coach.policy.ts";
import {
  AddressSaved,
  BookingLinkDeleted,
  BookingLinkSaved,
  CreateBookingLinkInput,
  DeleteBookingLinkResult,
  SaveBookingLinkResult,
  UpdateAddressInput,
  UpdateAddressResult,
  UpdateBookingLinkInput,
} from "./link-saving.inputs.ts";
import type { LinkSavingService } from "./link-saving.service.ts";

/** What a coach does with her links. */
@Resolver(() => Coach)
export class LinkSavingResolver {
  private readonly service: LinkSavingService;

  constructor(service: LinkSavingService) {
    this.service = service;
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description: "Hosts that visitors may be sent to after booking. For the coach alone.",
  })
  redirectHosts(@Root() coach: Coach, @Ctx() { viewer }: RequestContext): string[] | null {
    return isCoach(viewer, coach.id) ? coach.redirectHosts : null;
  }

  @Mutation(() => SaveBookingLinkResult)
  createBookingLink(
    @Arg("input", () => CreateBookingLinkInput) input: CreateBookingLinkInput,
    @Ctx() { viewer }: RequestContext,
  ) {
    return answer(async () => {
      const link = await this.service.create(requireCoach(viewer), input);
      return Object.assign(new BookingLinkSaved(), { link });
    });
  }

  @Mutation(() => SaveBookingLinkResult)
  updateBookingLink(
    @Arg("input", () => UpdateBookingLinkInput) input: UpdateBookingLinkInput,
    @Ctx() { viewer }: RequestContext,
  ) {
    return answer(async () => {
      const link = await this.service.update(requireCoach(viewer), input);
      return Object.assign(new BookingLinkSaved(), { link });
    });
  }

  @Mutation(() => DeleteBookingLinkResult)
  deleteBookingLink(@Arg("id", () => ID) id: string, @Ctx() { viewer }: RequestContext) {
    return answer(async () => {
      await this.service.delete(requireCoach(viewer), id);
      return Object.assign(new BookingLinkDeleted(), { id });
    });
  }

  @Mutation(() => UpdateAddressResult, { description: "Where the coach's booking addresses begin and may lead on to." })
  updateAddress(@Arg("input", () => UpdateAddressInput) input: UpdateAddressInput, @Ctx() { viewer }: RequestContext) {
    return answer(async () => {
      const coach = await this.service.updateAddress(requireCoach(viewer), input);
      return Object.assign(new AddressSaved(), { coach });
    });
  }
}
