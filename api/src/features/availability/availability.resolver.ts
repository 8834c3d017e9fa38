import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { AvailabilityTemplate, Coach, TimeOff, uuidOf } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import { isCoach, requireCoach } from "../coaches/coach.policy.ts";
import {
  AvailabilityTemplateSaved,
  CreateAvailabilityTemplateInput,
  CreateTimeOffInput,
  DeleteTimeOffResult,
  SaveAvailabilityTemplateResult,
  SaveTimeOffResult,
  TimeOffDeleted,
  TimeOffSaved,
  UpdateAvailabilityTemplateInput,
} from "./availability.inputs.ts";
import type { AvailabilityService } from "./availability.service.ts";

@Resolver(() => Coach)
export class AvailabilityResolver {
  private readonly service: AvailabilityService;

  constructor(service: AvailabilityService) {
    this.service = service;
  }

  @FieldResolver(() => [AvailabilityTemplate], { nullable: true, description: "For the coach alone." })
  availabilityTemplates(@Root() coach: Coach, @Ctx() { viewer }: RequestContext): Promise<AvailabilityTemplate[]> | null {
    return isCoach(viewer, coach.id) ? this.service.templatesOf(coach.id) : null;
  }

  @FieldResolver(() => [TimeOff], { nullable: true, description: "For the coach alone." })
  timeOff(@Root() coach: Coach, @Ctx() { viewer }: RequestContext): Promise<TimeOff[]> | null {
    return isCoach(viewer, coach.id) ? this.service.timeOffOf(coach.id) : null;
  }

  @Mutation(() => SaveAvailabilityTemplateResult)
  createAvailabilityTemplate(
    @Arg("input", () => CreateAvailabilityTemplateInput) input: CreateAvailabilityTemplateInput,
    @Ctx() { viewer }: RequestContext,
  ) {
    return answer(async () => saved(await this.service.createTemplate(requireCoach(viewer), input)));
  }

  @Mutation(() => SaveAvailabilityTemplateResult)
  updateAvailabilityTemplate(
    @Arg("input", () => UpdateAvailabilityTemplateInput) input: UpdateAvailabilityTemplateInput,
    @Ctx() { viewer }: RequestContext,
  ) {
    const id = uuidOf("AvailabilityTemplate", input.id);
    return answer(async () => saved(await this.service.updateTemplate(requireCoach(viewer), id, input)));
  }

  @Mutation(() => SaveTimeOffResult)
  createTimeOff(@Arg("input", () => CreateTimeOffInput) input: CreateTimeOffInput, @Ctx() { viewer }: RequestContext) {
    return answer(async () => {
      const timeOff = await this.service.createTimeOff(requireCoach(viewer), input);
      return Object.assign(new TimeOffSaved(), { timeOff });
    });
  }

  @Mutation(() => DeleteTimeOffResult)
  deleteTimeOff(@Arg("id", () => ID) id: string, @Ctx() { viewer }: RequestContext) {
    return answer(async () => {
      await this.service.deleteTimeOff(requireCoach(viewer), uuidOf("TimeOff", id));
      return Object.assign(new TimeOffDeleted(), { id });
    });
  }
}

function saved(availabilityTemplate: AvailabilityTemplate): AvailabilityTemplateSaved {
  return Object.assign(new AvailabilityTemplateSaved(), { availabilityTemplate });
}
