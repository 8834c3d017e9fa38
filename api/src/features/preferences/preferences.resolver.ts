import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from "type-graphql";
import { Coach, Preferences, SessionDefaults, SessionLimits } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import { isCoach, requireCoach } from "../coaches/coach.policy.ts";
import { defaultsOf } from "../session-types/session-rules.policy.ts";
import {
  ClientSaved,
  CoachSaved,
  SeatSaved,
  UpdateClientInput,
  UpdateClientResult,
  UpdateCoachInput,
  UpdateCoachResult,
  UpdateSeatInput,
  UpdateSeatResult,
} from "./preferences.inputs.ts";
import type { PreferencesService } from "./preferences.service.ts";

@Resolver(() => Coach)
export class PreferencesResolver {
  private readonly service: PreferencesService;

  constructor(service: PreferencesService) {
    this.service = service;
  }

  @FieldResolver(() => Preferences, { nullable: true, description: "For the coach alone." })
  preferences(@Root() coach: Coach, @Ctx() { viewer }: RequestContext): Preferences | null {
    return isCoach(viewer, coach.id) ? coach.preferences : null;
  }

  @FieldResolver(() => SessionLimits, { nullable: true, description: "For the coach alone." })
  limits(@Root() coach: Coach, @Ctx() { viewer }: RequestContext): SessionLimits | null {
    return isCoach(viewer, coach.id) ? coach.limits : null;
  }

  @FieldResolver(() => SessionDefaults, { nullable: true, description: "For the coach alone." })
  sessionDefaults(@Root() coach: Coach, @Ctx() { viewer }: RequestContext): SessionDefaults | null {
    return isCoach(viewer, coach.id) ? defaultsOf(coach) : null;
  }

  @Mutation(() => UpdateCoachResult)
  updateCoach(@Arg("input", () => UpdateCoachInput) input: UpdateCoachInput, @Ctx() { viewer }: RequestContext) {
    return answer(async () => {
      const coach = await this.service.updateCoach(requireCoach(viewer), input);
      return Object.assign(new CoachSaved(), { coach });
    });
  }

  @Mutation(() => UpdateClientResult)
  updateClient(@Arg("input", () => UpdateClientInput) input: UpdateClientInput, @Ctx() { viewer }: RequestContext) {
    return answer(async () => {
      const client = await this.service.updateClient(requireCoach(viewer), input);
      return Object.assign(new ClientSaved(), { client });
    });
  }

  @Mutation(() => UpdateSeatResult, { description: "A client's own choice, with the secret token of her seat." })
  updateSeat(@Arg("input", () => UpdateSeatInput) input: UpdateSeatInput) {
    return answer(async () => Object.assign(new SeatSaved(), { attendee: await this.service.updateSeat(input) }));
  }
}
