import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from "type-graphql";
import { Client } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { requireWholeNumber } from "../../platform/validation.ts";
import { isCoach } from "../coaches/coach.policy.ts";
import { AttendeeConnection } from "../links/link-saving.inputs.ts";
import type { ClientSeatsService } from "./client-seats.service.ts";

@Resolver(() => Client)
export class ClientSeatsResolver {
  private readonly service: ClientSeatsService;

  constructor(service: ClientSeatsService) {
    this.service = service;
  }

  @FieldResolver(() => AttendeeConnection, {
    nullable: true,
    description:
      "Her seats to come in order of start, without those given up; or past ones, the latest first, with what became of them. For the coach alone.",
  })
  seats(
    @Root() client: Client,
    @Ctx() { viewer }: RequestContext,
    @Arg("first", () => Int, { defaultValue: 20, description: "1 to 200." }) first: number,
    @Arg("past", () => Boolean, { defaultValue: false }) past: boolean,
    @Arg("after", () => String, { nullable: true }) after?: string,
  ) {
    if (!isCoach(viewer, client.coach.id)) return null;
    return this.service.page(client.id, { first: requireWholeNumber("first", first, 1, 200), past, after });
  }
}
