import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Coach, SessionType, uuidOf } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer, type Problem } from "../../platform/problem.ts";
import { isCoach, requireCoach } from "../coaches/coach.policy.ts";
import {
  CreateSessionTypeInput,
  DuplicateSessionTypeInput,
  SaveSessionTypeResult,
  SessionTypeSaved,
  UpdateSessionTypeInput,
} from "./session-type.inputs.ts";
import type { SessionTypeService } from "./session-type.service.ts";

@Resolver(() => Coach)
export class SessionTypeResolver {
  private readonly service: SessionTypeService;

  constructor(service: SessionTypeService) {
    this.service = service;
  }

  @FieldResolver(() => [SessionType], { nullable: true, description: "For the coach alone." })
  sessionTypes(@Root() coach: Coach, @Ctx() { viewer }: RequestContext): Promise<SessionType[]> | null {
    return isCoach(viewer, coach.id) ? this.service.listOf(coach.id) : null;
  }

  @Mutation(() => SaveSessionTypeResult)
  createSessionType(
    @Arg("input", () => CreateSessionTypeInput) input: CreateSessionTypeInput,
    @Ctx() { viewer }: RequestContext,
  ) {
    return answer(async () => saved(await this.service.create(requireCoach(viewer), input)));
  }

  @Mutation(() => SaveSessionTypeResult, {
    description: "The same session type once more, with a public link of its own.",
  })
  duplicateSessionType(
    @Arg("input", () => DuplicateSessionTypeInput) input: DuplicateSessionTypeInput,
    @Ctx() { viewer }: RequestContext,
  ) {
    return answer(async () => saved(await this.service.duplicate(requireCoach(viewer), input)));
  }

  @Mutation(() => SaveSessionTypeResult)
  updateSessionType(
    @Arg("input", () => UpdateSessionTypeInput) input: UpdateSessionTypeInput,
    @Ctx() { viewer }: RequestContext,
  ) {
    return answer(async () =>
      saved(await this.service.update(requireCoach(viewer), uuidOf("SessionType", input.id), input)),
    );
  }
}

function saved(sessionType: SessionType): SessionTypeSaved | Problem {
  return Object.assign(new SessionTypeSaved(), { sessionType });
}
