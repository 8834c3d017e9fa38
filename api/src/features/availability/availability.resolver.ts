import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { AvailabilityTemplate, Coach, SessionType } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import { isCoach, requireCoach } from "../coaches/coach.policy.ts";
import type { SessionTypeLoaders } from "../session-types/session-type.loaders.ts";
import { AffectedBookingInput } from "./affected.inputs.ts";
import {
  AvailabilityTemplateDeleted,
  AvailabilityTemplateSaved,
  CopyAvailabilityTemplateInput,
  CreateAvailabilityTemplateInput,
  DeleteAvailabilityTemplateResult,
  SaveAvailabilityTemplateResult,
  UpdateAvailabilityTemplateInput,
} from "./availability.inputs.ts";
import type { AvailabilityService } from "./availability.service.ts";
import type { ChangeService, Decisions, HoursChange } from "./change.service.ts";

@Resolver(() => Coach)
export class AvailabilityResolver {
  private readonly service: AvailabilityService;
  private readonly changes: ChangeService;

  constructor(service: AvailabilityService, changes: ChangeService) {
    this.service = service;
    this.changes = changes;
  }

  @FieldResolver(() => [AvailabilityTemplate], { nullable: true, description: "For the coach alone." })
  availabilityTemplates(
    @Root() coach: Coach,
    @Ctx() { viewer }: RequestContext,
  ): Promise<AvailabilityTemplate[]> | null {
    return isCoach(viewer, coach.id) ? this.service.templatesOf(coach.id) : null;
  }

  @Mutation(() => SaveAvailabilityTemplateResult)
  createAvailabilityTemplate(
    @Arg("input", () => CreateAvailabilityTemplateInput) input: CreateAvailabilityTemplateInput,
    @Ctx() { viewer }: RequestContext,
    @Arg("affected", () => [AffectedBookingInput], { nullable: true }) affected?: AffectedBookingInput[],
  ) {
    return answer(async () => {
      const coachId = requireCoach(viewer);
      return this.save(coachId, this.service.create(coachId, input), affected);
    });
  }

  @Mutation(() => SaveAvailabilityTemplateResult)
  updateAvailabilityTemplate(
    @Arg("input", () => UpdateAvailabilityTemplateInput) input: UpdateAvailabilityTemplateInput,
    @Ctx() { viewer }: RequestContext,
    @Arg("affected", () => [AffectedBookingInput], { nullable: true }) affected?: AffectedBookingInput[],
  ) {
    return answer(async () => {
      const coachId = requireCoach(viewer);
      return this.save(coachId, this.service.update(coachId, input), affected);
    });
  }

  @Mutation(() => SaveAvailabilityTemplateResult, {
    description: "The same hours once more; the copy is not in force.",
  })
  copyAvailabilityTemplate(
    @Arg("input", () => CopyAvailabilityTemplateInput) input: CopyAvailabilityTemplateInput,
    @Ctx() { viewer }: RequestContext,
  ) {
    return answer(async () => {
      const coachId = requireCoach(viewer);
      return this.save(coachId, this.service.copy(coachId, input));
    });
  }

  @Mutation(() => DeleteAvailabilityTemplateResult)
  deleteAvailabilityTemplate(
    @Arg("id", () => ID) id: string,
    @Ctx() { viewer }: RequestContext,
    @Arg("affected", () => [AffectedBookingInput], { nullable: true }) affected?: AffectedBookingInput[],
  ) {
    return answer(async () => {
      const coachId = requireCoach(viewer);
      await this.changes.save(coachId, this.service.delete(coachId, id), affected);
      return Object.assign(new AvailabilityTemplateDeleted(), { id });
    });
  }

  private async save(coachId: string, change: HoursChange<AvailabilityTemplate>, decisions?: Decisions) {
    const availabilityTemplate = await this.changes.save(coachId, change, decisions);
    return Object.assign(new AvailabilityTemplateSaved(), { availabilityTemplate });
  }
}

@Resolver(() => AvailabilityTemplate)
export class AvailabilityTemplateResolver {
  @FieldResolver(() => SessionType, { nullable: true, description: "The one session type that these hours are for." })
  sessionType(
    @Root() { sessionType }: AvailabilityTemplate,
    @Ctx() { loaders }: RequestContext<SessionTypeLoaders>,
  ): Promise<SessionType> | null {
    return sessionType ? loaders.sessionType.load(sessionType.id) : null;
  }
}
