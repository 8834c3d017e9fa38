import { Ctx, FieldResolver, Resolver } from "type-graphql";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { TimeZoneCatalog } from "../time-zones/time-zone.inputs.ts";
import type { ZoneCheckService } from "./zone-check.service.ts";

@Resolver(() => TimeZoneCatalog)
export class ZoneCheckResolver {
  private readonly service: ZoneCheckService;

  constructor(service: ZoneCheckService) {
    this.service = service;
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The release under which all sessions to come were last found true: 2026f. Where it differs from the one in use, zones:check is due. For coaches.",
  })
  checkedRelease(@Ctx() { viewer }: RequestContext): Promise<string | null> | null {
    return viewer?.coachId ? this.service.lastRelease() : null;
  }
}
