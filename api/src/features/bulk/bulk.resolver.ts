import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from "type-graphql";
import { MINUTE } from "../../core/local-date.ts";
import { zone } from "../../core/zone.ts";
import {
  BulkItem,
  BulkRun,
  Client,
  Coach,
  DateTimeScalar,
  Program,
  ProgramBooking,
  Series,
  SessionType,
} from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { Live } from "../../platform/live/live.decorator.ts";
import { LiveFeed } from "../../platform/live/live-feed.ts";
import { answer, Problem } from "../../platform/problem.ts";
import type { ClientLoaders } from "../clients/client.loaders.ts";
import type { CoachLoaders } from "../coaches/coach.loaders.ts";
import { isCoach, requireCoach } from "../coaches/coach.policy.ts";
import type { ProgramLoaders } from "../programs/program.loaders.ts";
import type { SeriesLoaders } from "../series/series.loaders.ts";
import type { SessionTypeLoaders } from "../session-types/session-type.loaders.ts";
import type { BulkFeeds } from "./bulk.feed.ts";
import {
  BulkCounts,
  BulkRunConnection,
  BulkRunDeleted,
  BulkRunEvent,
  BulkRunSaved,
  BulkSession,
  ChangeBulkRunResult,
  DeleteBulkRunResult,
  DraftBulkRunInput,
  DraftBulkRunResult,
  StartBulkRunInput,
  StartBulkRunResult,
  UndoBulkRunInput,
  UndoBulkRunResult,
  UpdateBulkItemInput,
} from "./bulk.inputs.ts";
import type { BulkLoaders } from "./bulk.loaders.ts";
import type { BulkDraftService } from "./bulk-draft.service.ts";
import type { BulkRunService } from "./bulk-run.service.ts";
import type { BulkUndoService } from "./bulk-undo.service.ts";
import type { BulkViewService } from "./bulk-view.service.ts";

type Context = RequestContext<
  BulkLoaders & ClientLoaders & CoachLoaders & ProgramLoaders & SeriesLoaders & SessionTypeLoaders
>;

export interface BulkResolverDependencies {
  readonly drafts: BulkDraftService;
  readonly runs: BulkRunService;
  readonly undos: BulkUndoService;
  readonly view: BulkViewService;
  readonly feeds: BulkFeeds;
}

/** Programs and series for many clients at once, for the coach. */
@Resolver(() => Coach)
export class BulkResolver {
  private readonly deps: BulkResolverDependencies;

  constructor(deps: BulkResolverDependencies) {
    this.deps = deps;
  }

  @FieldResolver(() => BulkRunConnection, {
    nullable: true,
    description: "Her bulk runs, the youngest first. For the coach alone.",
  })
  bulkRuns(
    @Root() coach: Coach,
    @Ctx() { viewer }: Context,
    @Arg("first", () => Int, { defaultValue: 20, description: "1 to 50." }) first: number,
    @Arg("after", () => String, { nullable: true }) after?: string,
  ) {
    return isCoach(viewer, coach.id) ? this.deps.view.page(coach.id, first, after) : null;
  }

  @Mutation(() => DraftBulkRunResult, {
    description:
      "A program or a series for many clients: a draft that shows all of it, line by line, before anything is booked.",
  })
  draftBulkRun(@Arg("input", () => DraftBulkRunInput) input: DraftBulkRunInput, @Ctx() { viewer }: Context) {
    return answer(async () => saved(await this.deps.drafts.draft(requireCoach(viewer), input)));
  }

  @Mutation(() => ChangeBulkRunResult, {
    description: "Mends a line of a draft, or leaves it out; the others are planned anew.",
  })
  updateBulkItem(@Arg("input", () => UpdateBulkItemInput) input: UpdateBulkItemInput, @Ctx() { viewer }: Context) {
    return answer(async () => saved(await this.deps.drafts.update(requireCoach(viewer), input)));
  }

  @Mutation(() => ChangeBulkRunResult, { description: "Plans a draft anew, as the calendar is now." })
  replanBulkRun(@Arg("run", () => ID) run: string, @Ctx() { viewer }: Context) {
    return answer(async () => saved(await this.deps.drafts.replan(requireCoach(viewer), run)));
  }

  @Mutation(() => DeleteBulkRunResult, { description: "Deletes a draft." })
  deleteBulkRun(@Arg("run", () => ID) run: string, @Ctx() { viewer }: Context) {
    return answer(async () => {
      await this.deps.drafts.delete(requireCoach(viewer), run);
      return Object.assign(new BulkRunDeleted(), { id: run });
    });
  }

  @Mutation(() => StartBulkRunResult, {
    description: "Books what the draft shows, one client after the other; bulkRunChanged tells how it goes.",
  })
  startBulkRun(@Arg("input", () => StartBulkRunInput) input: StartBulkRunInput, @Ctx() { viewer }: Context) {
    return answer(async () => {
      const coachId = requireCoach(viewer);
      const { runId } = await this.deps.runs.start(coachId, input);
      return saved((await this.deps.view.read(coachId, runId)).run);
    });
  }

  @Mutation(() => ChangeBulkRunResult, { description: "Stops a run: what is booked stays, nobody else is booked." })
  stopBulkRun(@Arg("run", () => ID) run: string, @Ctx() { viewer }: Context) {
    return answer(async () => saved(await this.deps.runs.stop(requireCoach(viewer), run)));
  }

  @Mutation(() => UndoBulkRunResult, {
    description: "Takes all that a run has booked back, if nothing happened to it since; within an hour.",
  })
  undoBulkRun(@Arg("input", () => UndoBulkRunInput) input: UndoBulkRunInput, @Ctx() { viewer }: Context) {
    return answer(async () => {
      const coachId = requireCoach(viewer);
      const { runId } = await this.deps.undos.undo(coachId, input);
      return saved((await this.deps.view.read(coachId, runId)).run);
    });
  }

  @Live(() => BulkRunEvent, { shared: "coach", description: "A run of hers: first all of it, then what changed." })
  async bulkRunChanged(@Arg("run", () => ID) run: string, @Ctx() { viewer }: Context) {
    const feed = await answer(async () => this.deps.feeds.of(requireCoach(viewer), run));
    return feed instanceof Problem ? LiveFeed.of(feed) : feed;
  }
}

function saved(run: BulkRun): BulkRunSaved {
  return Object.assign(new BulkRunSaved(), { run });
}

@Resolver(() => BulkRun)
export class BulkRunResolver {
  @FieldResolver(() => Program, { nullable: true, description: "Null for a series, and once it was deleted." })
  program(@Root() { program }: BulkRun, @Ctx() { loaders }: Context): Promise<Program> | null {
    return program ? loaders.program.load(program.id) : null;
  }

  @FieldResolver(() => [BulkItem], { description: "All of its clients in the order of the list; at most 100." })
  items(@Root() { id }: BulkRun, @Ctx() { loaders }: Context): Promise<BulkItem[]> {
    return loaders.bulkItems.load(id);
  }

  @FieldResolver(() => BulkCounts)
  counts(@Root() { id }: BulkRun, @Ctx() { loaders }: Context): Promise<BulkCounts> {
    return loaders.bulkCounts.load(id);
  }

  @FieldResolver(() => DateTimeScalar, {
    nullable: true,
    description: "Until when all of it can be taken back at once.",
  })
  undoUntil(@Root() { undoUntil, status }: BulkRun): Date | null {
    return status === "done" ? undoUntil : null;
  }
}

@Resolver(() => BulkItem)
export class BulkItemResolver {
  @FieldResolver(() => Client, {
    nullable: true,
    description: "The coach's record of this client, where there is one.",
  })
  client(@Root() { client }: BulkItem, @Ctx() { loaders }: Context): Promise<Client> | null {
    return client ? loaders.client.load(client.id) : null;
  }

  @FieldResolver(() => ProgramBooking, { nullable: true, description: "What was booked, for a program." })
  programBooking(@Root() { programBooking }: BulkItem, @Ctx() { loaders }: Context): Promise<ProgramBooking> | null {
    return programBooking ? loaders.programBooking.load(programBooking.id) : null;
  }

  @FieldResolver(() => Series, { nullable: true, description: "What was booked, for a series." })
  series(@Root() { series }: BulkItem, @Ctx() { loaders }: Context): Promise<Series> | null {
    return series ? loaders.series.load(series.id) : null;
  }

  @FieldResolver(() => [BulkSession], { description: "What is planned, or booked, in order of time." })
  async sessions(
    @Root() { sessions, timeZone }: BulkItem,
    @Ctx() { viewer, loaders }: Context,
  ): Promise<BulkSession[]> {
    if (sessions.length === 0 || !viewer?.coachId) return [];
    const coach = await loaders.coach.load(viewer.coachId);
    return sessions.map(({ start, minutes, ...session }) =>
      Object.assign(new BulkSession(), session, {
        startAt: new Date(start),
        endAt: new Date(start + minutes * MINUTE),
        coachLocalStart: zone(coach.timeZone).toLocal(start).slice(0, 16),
        clientLocalStart: zone(timeZone).toLocal(start).slice(0, 16),
      }),
    );
  }
}

@Resolver(() => BulkSession)
export class BulkSessionResolver {
  @FieldResolver(() => SessionType)
  sessionType(@Root() { sessionTypeId }: BulkSession, @Ctx() { loaders }: Context): Promise<SessionType> {
    return loaders.sessionType.load(sessionTypeId);
  }
}
