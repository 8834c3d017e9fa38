import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Coach } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { requireWholeNumber } from "../../platform/validation.ts";
import { isCoach } from "../coaches/coach.policy.ts";
import { ClientConnection } from "./client.inputs.ts";
import type { ClientService } from "./client.service.ts";

@Resolver(() => Coach)
export class ClientResolver {
  private readonly service: ClientService;

  constructor(service: ClientService) {
    this.service = service;
  }

  @FieldResolver(() => ClientConnection, {
    nullable: true,
    description: "Her clients in order of name. For the coach alone.",
  })
  clients(
    @Root() coach: Coach,
    @Ctx() { viewer }: RequestContext,
    @Arg("first", () => Int, { defaultValue: 50, description: "1 to 200." }) first: number,
    @Arg("after", () => String, { nullable: true }) after?: string,
    @Arg("search", () => String, { nullable: true, description: "Part of a name or an address." }) search?: string,
  ) {
    if (!isCoach(viewer, coach.id)) return null;
    return this.service.page(coach.id, { first: requireWholeNumber("first", first, 1, 200), after, search });
  }
}
