import { Ctx, FieldResolver, Int, Query, Resolver, Root } from "type-graphql";
import { Coach } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import type { CoachLoaders } from "./coach.loaders.ts";
import { isCoach } from "./coach.policy.ts";

@Resolver(() => Coach)
export class CoachResolver {
  @Query(() => Coach, { nullable: true, description: "The signed-in coach; null for everybody else." })
  viewer(@Ctx() { viewer, loaders }: RequestContext<CoachLoaders>): Promise<Coach> | null {
    return viewer?.coachId ? loaders.coach.load(viewer.coachId) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: "For the coach alone." })
  email(@Root() coach: Coach, @Ctx() { viewer }: RequestContext): string | null {
    return isCoach(viewer, coach.id) ? coach.email : null;
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: "Raised by every write to her calendar. For the coach alone.",
  })
  revision(@Root() coach: Coach, @Ctx() { viewer }: RequestContext): number | null {
    return isCoach(viewer, coach.id) ? coach.revision : null;
  }
}
