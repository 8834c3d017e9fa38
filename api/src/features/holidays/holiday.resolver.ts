import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { Coach, Holiday } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import { AffectedBookingInput } from "../availability/affected.inputs.ts";
import type { ChangeService, Decisions, HoursChange } from "../availability/change.service.ts";
import { isCoach, requireCoach } from "../coaches/coach.policy.ts";
import {
  ChooseHolidaysInput,
  HolidayChoice,
  HolidayPlaceList,
  HolidayPlacesResult,
  HolidaysSaved,
  ObserveHolidaysInput,
  SaveHolidaysResult,
} from "./holiday.inputs.ts";
import type { HolidayService } from "./holiday.service.ts";

@Resolver(() => Coach)
export class HolidayResolver {
  private readonly service: HolidayService;
  private readonly changes: ChangeService;

  constructor(service: HolidayService, changes: ChangeService) {
    this.service = service;
    this.changes = changes;
  }

  @FieldResolver(() => [Holiday], {
    nullable: true,
    description: "Those of this year and the coming two, in order of date. For the coach alone.",
  })
  holidays(@Root() coach: Coach, @Ctx() { viewer }: RequestContext): Promise<Holiday[]> | null {
    return isCoach(viewer, coach.id) ? this.service.listOf(coach.id) : null;
  }

  @FieldResolver(() => HolidayChoice, { nullable: true, description: "Where they are. For the coach alone." })
  holidayChoice(@Root() coach: Coach, @Ctx() { viewer }: RequestContext): Promise<HolidayChoice | null> | null {
    return isCoach(viewer, coach.id) ? this.service.choiceOf(coach) : null;
  }

  @Query(() => HolidayPlacesResult, {
    description: "Countries whose public holidays are known; or the states of a country; or the regions of a state.",
  })
  holidayPlaces(
    @Arg("country", () => String, { nullable: true }) country?: string,
    @Arg("state", () => String, { nullable: true }) state?: string,
  ) {
    return answer(async () =>
      Object.assign(new HolidayPlaceList(), { places: await this.service.placesIn(country, state) }),
    );
  }

  @Mutation(() => SaveHolidaysResult, { description: "Takes the public holidays of a place, in place of any others." })
  chooseHolidays(
    @Arg("input", () => ChooseHolidaysInput) input: ChooseHolidaysInput,
    @Ctx() { viewer }: RequestContext,
    @Arg("affected", () => [AffectedBookingInput], { nullable: true }) affected?: AffectedBookingInput[],
  ) {
    return answer(async () => {
      const coachId = requireCoach(viewer);
      return this.save(coachId, await this.service.choose(coachId, input), affected);
    });
  }

  @Mutation(() => SaveHolidaysResult, { description: "Switches holidays on, or off: then she works." })
  observeHolidays(
    @Arg("input", () => ObserveHolidaysInput) input: ObserveHolidaysInput,
    @Ctx() { viewer }: RequestContext,
    @Arg("affected", () => [AffectedBookingInput], { nullable: true }) affected?: AffectedBookingInput[],
  ) {
    return answer(async () => {
      const coachId = requireCoach(viewer);
      return this.save(coachId, this.service.observe(coachId, input), affected);
    });
  }

  private async save(coachId: string, change: HoursChange<Holiday[]>, decisions: Decisions): Promise<HolidaysSaved> {
    return Object.assign(new HolidaysSaved(), { holidays: await this.changes.save(coachId, change, decisions) });
  }
}
