import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Coach, DateOverride, LocalDateScalar } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import { AffectedBookingInput } from "../availability/affected.inputs.ts";
import type { ChangeService } from "../availability/change.service.ts";
import { isCoach, requireCoach } from "../coaches/coach.policy.ts";
import {
  DateOverridesRemoved,
  DateOverridesSaved,
  RemoveDateOverridesResult,
  SetDateOverridesInput,
  SetDateOverridesResult,
} from "./override.inputs.ts";
import type { OverrideService } from "./override.service.ts";

@Resolver(() => Coach)
export class OverrideResolver {
  private readonly service: OverrideService;
  private readonly changes: ChangeService;

  constructor(service: OverrideService, changes: ChangeService) {
    this.service = service;
    this.changes = changes;
  }

  @FieldResolver(() => [DateOverride], { nullable: true, description: "In order of date. For the coach alone." })
  dateOverrides(
    @Root() coach: Coach,
    @Ctx() { viewer }: RequestContext,
    @Arg("from", () => LocalDateScalar, { nullable: true }) from?: string,
    @Arg("to", () => LocalDateScalar, { nullable: true, description: "Last date, included." }) to?: string,
  ): Promise<DateOverride[]> | null {
    return isCoach(viewer, coach.id) ? this.service.listOf(coach.id, from, to) : null;
  }

  @Mutation(() => SetDateOverridesResult, {
    description: "The same hours for many dates, in place of what held on them.",
  })
  setDateOverrides(
    @Arg("input", () => SetDateOverridesInput) input: SetDateOverridesInput,
    @Ctx() { viewer }: RequestContext,
    @Arg("affected", () => [AffectedBookingInput], { nullable: true }) affected?: AffectedBookingInput[],
  ) {
    return answer(async () => {
      const coachId = requireCoach(viewer);
      const dateOverrides = await this.changes.save(coachId, this.service.set(coachId, input), affected);
      return Object.assign(new DateOverridesSaved(), { dateOverrides });
    });
  }

  @Mutation(() => RemoveDateOverridesResult, { description: "The weekly hours hold again on these dates." })
  removeDateOverrides(
    @Arg("dates", () => [LocalDateScalar], { description: "1 to 366 dates." }) dates: string[],
    @Ctx() { viewer }: RequestContext,
    @Arg("affected", () => [AffectedBookingInput], { nullable: true }) affected?: AffectedBookingInput[],
  ) {
    return answer(async () => {
      const coachId = requireCoach(viewer);
      const removed = await this.changes.save(coachId, this.service.remove(coachId, dates), affected);
      return Object.assign(new DateOverridesRemoved(), { dates: removed });
    });
  }
}
