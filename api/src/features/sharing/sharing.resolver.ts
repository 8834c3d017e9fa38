import { Arg, Args, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { AvailabilityTemplate, Program, SessionType } from "../../entities/index.ts";
import type { Database } from "../../platform/db.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import { requireCoach } from "../coaches/coach.policy.ts";
import type { ExportService } from "./export.service.ts";
import type { ImportService } from "./import.service.ts";
import {
  CheckSharedFileResult,
  ImportSharedFileInput,
  ImportSharedFileResult,
  SharedFileImported,
  SharedFileInput,
  SharePracticeArgs,
  SharePracticeResult,
} from "./sharing.inputs.ts";

export interface SharingDependencies {
  readonly db: Database;
  readonly exports: ExportService;
  readonly imports: ImportService;
}

/** Files with session types, hours and programs, for the coaches of a practice. */
@Resolver()
export class SharingResolver {
  private readonly deps: SharingDependencies;

  constructor(deps: SharingDependencies) {
    this.deps = deps;
  }

  @Query(() => SharePracticeResult, {
    description:
      "Writes session types, hours and programs into a file for another coach. Places of session types are in it.",
  })
  sharePractice(@Args(() => SharePracticeArgs) args: SharePracticeArgs, @Ctx() { viewer }: RequestContext) {
    return answer(async () => this.deps.exports.share(requireCoach(viewer), args));
  }

  @Query(() => CheckSharedFileResult, {
    description: "What importing a file would add, or every place that is wrong in it.",
  })
  checkSharedFile(@Arg("input", () => SharedFileInput) input: SharedFileInput, @Ctx() { viewer }: RequestContext) {
    return answer(async () => this.deps.imports.check(requireCoach(viewer), input));
  }

  @Mutation(() => ImportSharedFileResult, {
    description: "Adds all that is in a file, or nothing. Session types are inactive until the coach activates them.",
  })
  importSharedFile(
    @Arg("input", () => ImportSharedFileInput) input: ImportSharedFileInput,
    @Ctx() { viewer }: RequestContext,
  ) {
    return answer(async () => {
      const added = await this.deps.imports.import(requireCoach(viewer), input);
      const em = this.deps.db.em();
      return Object.assign(new SharedFileImported(), {
        sessionTypes: await em.find(SessionType, { id: { $in: [...added.sessionTypeIds] } }, inOrder),
        availabilityTemplates: await em.find(AvailabilityTemplate, { id: { $in: [...added.templateIds] } }, inOrder),
        programs: await em.find(Program, { id: { $in: [...added.programIds] } }, inOrder),
      });
    });
  }
}

const inOrder = { orderBy: { createdAt: "asc", id: "asc" } } as const;
