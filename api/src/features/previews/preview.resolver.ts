import { Arg, Ctx, Query, Resolver } from "type-graphql";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import { requireCoach } from "../coaches/coach.policy.ts";
import type { ChangeDispatcher } from "./change-dispatcher.service.ts";
import { AvailabilityChangeInput, PreviewAvailabilityResult } from "./preview.inputs.ts";
import type { PreviewService } from "./preview.service.ts";

@Resolver()
export class PreviewResolver {
  private readonly previews: PreviewService;
  private readonly dispatcher: ChangeDispatcher;

  constructor(previews: PreviewService, dispatcher: ChangeDispatcher) {
    this.previews = previews;
    this.dispatcher = dispatcher;
  }

  @Query(() => PreviewAvailabilityResult, {
    description: "What a change of hours would do to the sessions to come, without making it. For the coach.",
  })
  previewAvailability(
    @Arg("change", () => AvailabilityChangeInput) change: AvailabilityChangeInput,
    @Ctx() { viewer }: RequestContext,
  ) {
    return answer(async () => {
      const coachId = requireCoach(viewer);
      return this.previews.preview(coachId, await this.dispatcher.changeOf(coachId, change));
    });
  }
}
