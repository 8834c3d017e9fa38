import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Resolver, Root } from "type-graphql";
import { zone } from "../../core/zone.ts";
import { Booking, Coach, LocalDateScalar, LocalDateTimeScalar, TimeZoneScalar, Travel } from "../../entities/index.ts";
import type { RequestContext } from "../../platform/graphql/request-context.ts";
import { answer } from "../../platform/problem.ts";
import { AffectedBookingInput } from "../availability/affected.inputs.ts";
import type { ChangeService } from "../availability/change.service.ts";
import type { CoachLoaders } from "../coaches/coach.loaders.ts";
import { isCoach, requireCoach } from "../coaches/coach.policy.ts";
import {
  CreateTravelInput,
  DeleteTravelResult,
  SaveTravelResult,
  TravelDeleted,
  TravelSaved,
  UpdateTravelInput,
} from "./travel.inputs.ts";
import type { TravelLoaders } from "./travel.loaders.ts";
import { stayAt, type TravelService, zoneOn } from "./travel.service.ts";

@Resolver(() => Coach)
export class TravelResolver {
  private readonly service: TravelService;
  private readonly changes: ChangeService;

  constructor(service: TravelService, changes: ChangeService) {
    this.service = service;
    this.changes = changes;
  }

  @FieldResolver(() => [Travel], { nullable: true, description: "In order of date. For the coach alone." })
  travel(@Root() coach: Coach, @Ctx() { viewer }: RequestContext): Promise<Travel[]> | null {
    return isCoach(viewer, coach.id) ? this.service.listOf(coach.id) : null;
  }

  @FieldResolver(() => TimeZoneScalar, {
    nullable: true,
    description: "The zone whose clocks she has before her on a date: home, or where she is. For the coach alone.",
  })
  async zoneOn(
    @Root() coach: Coach,
    @Arg("date", () => LocalDateScalar) date: string,
    @Ctx() { viewer, loaders }: RequestContext<TravelLoaders>,
  ): Promise<string | null> {
    return isCoach(viewer, coach.id) ? zoneOn(coach, await loaders.travel.load(coach.id), date) : null;
  }

  @Mutation(() => SaveTravelResult)
  createTravel(
    @Arg("input", () => CreateTravelInput) input: CreateTravelInput,
    @Ctx() { viewer }: RequestContext,
    @Arg("affected", () => [AffectedBookingInput], { nullable: true }) affected?: AffectedBookingInput[],
  ) {
    return answer(async () => {
      const coachId = requireCoach(viewer);
      const travel = await this.changes.save(coachId, this.service.create(coachId, input), affected);
      return Object.assign(new TravelSaved(), { travel });
    });
  }

  @Mutation(() => SaveTravelResult)
  updateTravel(
    @Arg("input", () => UpdateTravelInput) input: UpdateTravelInput,
    @Ctx() { viewer }: RequestContext,
    @Arg("affected", () => [AffectedBookingInput], { nullable: true }) affected?: AffectedBookingInput[],
  ) {
    return answer(async () => {
      const coachId = requireCoach(viewer);
      const travel = await this.changes.save(coachId, this.service.update(coachId, input), affected);
      return Object.assign(new TravelSaved(), { travel });
    });
  }

  @Mutation(() => DeleteTravelResult)
  deleteTravel(
    @Arg("id", () => ID) id: string,
    @Ctx() { viewer }: RequestContext,
    @Arg("affected", () => [AffectedBookingInput], { nullable: true }) affected?: AffectedBookingInput[],
  ) {
    return answer(async () => {
      const coachId = requireCoach(viewer);
      await this.changes.save(coachId, this.service.delete(coachId, id), affected);
      return Object.assign(new TravelDeleted(), { id });
    });
  }
}

@ObjectType({ description: "A session on the clocks that the coach will have before her." })
class CoachTime {
  @Field(() => TimeZoneScalar)
  timeZone!: string;

  @Field(() => String, { nullable: true, description: "Where she is then; null at home." })
  place!: string | null;

  @Field(() => LocalDateTimeScalar)
  localStart!: string;

  @Field(() => LocalDateTimeScalar)
  localEnd!: string;

  @Field(() => Int, { description: "Minutes east of UTC at the start." })
  offsetMinutes!: number;
}

@Resolver(() => Booking)
export class BookingTravelResolver {
  @FieldResolver(() => CoachTime, { nullable: true, description: "For the coach alone." })
  async coachTime(
    @Root() booking: Booking,
    @Ctx() { viewer, loaders }: RequestContext<CoachLoaders & TravelLoaders>,
  ): Promise<CoachTime | null> {
    if (!isCoach(viewer, booking.coach.id)) return null;
    const [coach, travel] = await Promise.all([
      loaders.coach.load(booking.coach.id),
      loaders.travel.load(booking.coach.id),
    ]);
    const [start, end] = [booking.startAt.getTime(), booking.endAt.getTime()];
    const stay = stayAt(travel, start);
    const timeZone = stay?.timeZone ?? coach.timeZone;
    const at = zone(timeZone);
    return {
      timeZone,
      place: stay?.place ?? null,
      localStart: at.toLocal(start),
      localEnd: at.toLocal(end),
      offsetMinutes: at.offsetMinutesAt(start),
    };
  }
}
