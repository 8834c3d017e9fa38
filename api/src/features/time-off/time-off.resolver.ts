import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { Coach, TimeOff } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import { AffectedBookingInput } from "../availability/affected.inputs.ts";
import type { ChangeService } from "../availability/change.service.ts";
import { isCoach, requireCoach } from "../coaches/coach.policy.ts";
import {
  CreateTimeOffInput,
  DeleteTimeOffResult,
  SaveTimeOffResult,
  TimeOffDeleted,
  TimeOffSaved,
  UpdateTimeOffInput,
} from "./time-off.inputs.ts";
import type { TimeOffService } from "./time-off.service.ts";

@Resolver(() => Coach)
export class TimeOffResolver {
  private readonly service: TimeOffService;
  private readonly changes: ChangeService;

  constructor(service: TimeOffService, changes: ChangeService) {
    this.service = service;
    this.changes = changes;
  }

  @FieldResolver(() => [TimeOff], { nullable: true, description: "For the coach alone." })
  timeOff(@Root() coach: Coach, @Ctx() { viewer }: RequestContext): Promise<TimeOff[]> | null {
    return isCoach(viewer, coach.id) ? this.service.listOf(coach.id) : null;
  }

  @Mutation(() => SaveTimeOffResult)
  createTimeOff(
    @Arg("input", () => CreateTimeOffInput) input: CreateTimeOffInput,
    @Ctx() { viewer }: RequestContext,
    @Arg("affected", () => [AffectedBookingInput], { nullable: true }) affected?: AffectedBookingInput[],
  ) {
    return answer(async () => {
      const coachId = requireCoach(viewer);
      const timeOff = await this.changes.save(coachId, this.service.create(coachId, input), affected);
      return Object.assign(new TimeOffSaved(), { timeOff });
    });
  }

  @Mutation(() => SaveTimeOffResult)
  updateTimeOff(
    @Arg("input", () => UpdateTimeOffInput) input: UpdateTimeOffInput,
    @Ctx() { viewer }: RequestContext,
    @Arg("affected", () => [AffectedBookingInput], { nullable: true }) affected?: AffectedBookingInput[],
  ) {
    return answer(async () => {
      const coachId = requireCoach(viewer);
      const timeOff = await this.changes.save(coachId, this.service.update(coachId, input), affected);
      return Object.assign(new TimeOffSaved(), { timeOff });
    });
  }

  @Mutation(() => DeleteTimeOffResult)
  deleteTimeOff(@Arg("id", () => ID) id: string, @Ctx() { viewer }: RequestContext) {
    return answer(async () => {
      const coachId = requireCoach(viewer);
      await this.changes.save(coachId, this.service.delete(coachId, id));
      return Object.assign(new TimeOffDeleted(), { id });
    });
  }
}
