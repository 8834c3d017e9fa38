import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from "type-graphql";
import { Coach, Program, ProgramStep, SessionType } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import { isCoach, requireCoach } from "../coaches/coach.policy.ts";
import type { SessionTypeLoaders } from "../session-types/session-type.loaders.ts";
import {
  CreateProgramInput,
  DeleteProgramResult,
  DuplicateProgramInput,
  ProgramDeleted,
  ProgramSaved,
  SaveProgramResult,
  UpdateProgramInput,
} from "./program.inputs.ts";
import type { ProgramService } from "./program.service.ts";

@Resolver(() => Coach)
export class ProgramResolver {
  private readonly service: ProgramService;

  constructor(service: ProgramService) {
    this.service = service;
  }

  @FieldResolver(() => [Program], {
    nullable: true,
    description: "Her programs in order of name. For the coach alone.",
  })
  programs(@Root() coach: Coach, @Ctx() { viewer }: RequestContext): Promise<Program[]> | null {
    return isCoach(viewer, coach.id) ? this.service.listOf(coach.id) : null;
  }

  @Mutation(() => SaveProgramResult)
  createProgram(@Arg("input", () => CreateProgramInput) input: CreateProgramInput, @Ctx() { viewer }: RequestContext) {
    return answer(async () => saved(await this.service.create(requireCoach(viewer), input)));
  }

  @Mutation(() => SaveProgramResult, { description: "What was booked from it stays as it is." })
  updateProgram(@Arg("input", () => UpdateProgramInput) input: UpdateProgramInput, @Ctx() { viewer }: RequestContext) {
    return answer(async () => saved(await this.service.update(requireCoach(viewer), input)));
  }

  @Mutation(() => SaveProgramResult, { description: "The same program once more." })
  duplicateProgram(
    @Arg("input", () => DuplicateProgramInput) input: DuplicateProgramInput,
    @Ctx() { viewer }: RequestContext,
  ) {
    return answer(async () => saved(await this.service.duplicate(requireCoach(viewer), input)));
  }

  @Mutation(() => DeleteProgramResult, { description: "What was booked from it stays." })
  deleteProgram(@Arg("id", () => ID) id: string, @Ctx() { viewer }: RequestContext) {
    return answer(async () => {
      await this.service.delete(requireCoach(viewer), id);
      return Object.assign(new ProgramDeleted(), { id });
    });
  }
}

function saved(program: Program): ProgramSaved {
  return Object.assign(new ProgramSaved(), { program });
}

@Resolver(() => ProgramStep)
export class ProgramStepResolver {
  @FieldResolver(() => SessionType)
  sessionType(
    @Root() { sessionTypeId }: ProgramStep,
    @Ctx() { loaders }: RequestContext<SessionTypeLoaders>,
  ): Promise<SessionType> {
    return loaders.sessionType.load(sessionTypeId);
  }
}
