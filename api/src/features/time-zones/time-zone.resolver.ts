import { Arg, Field, Int, ObjectType, Query, Resolver } from "type-graphql";
import { countriesOf, tzdbRelease, zone, zoneIds } from "../../core/zone.ts";
import { DateTimeScalar, LocalDateTimeScalar, TimeZoneScalar } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import { refuseInput } from "../../platform/validation.ts";
import { instantOf, MomentInput } from "./moment.inputs.ts";
import { TimeZoneCatalog, type TimeZoneInfo } from "./time-zone.inputs.ts";

@ObjectType({ description: "An instant together with how a zone's clocks show it." })
class Moment {
  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => TimeZoneScalar)
  timeZone!: string;

  @Field(() => LocalDateTimeScalar)
  local!: string;

  @Field(() => Int, { description: "Minutes east of UTC at that instant." })
  offsetMinutes!: number;
}

const MAX_MOMENTS = 400;

@Resolver()
export class TimeZoneResolver {
  private readonly clock: Clock;

  constructor(clock: Clock) {
    this.clock = clock;
  }

  @Query(() => TimeZoneCatalog)
  timeZones(): TimeZoneCatalog {
    const now = this.clock.now();
    const zones = zoneIds().map(({ id, aliases }): TimeZoneInfo => {
      const at = zone(id);
      const names = { city: cityOf(id), countries: countriesOf([id, ...aliases]) };
      return { id, aliases, ...names, offsetMinutes: at.offsetMinutesAt(now), local: at.toLocal(now).slice(0, 16) };
    });
    return Object.assign(new TimeZoneCatalog(), { release: tzdbRelease, zones });
  }

  @Query(() => [Moment], {
    description: "Moments as the clocks of a zone show them, in the order given; a skipped time moves forward.",
  })
  moments(
    @Arg("of", () => [MomentInput], { description: `At most ${MAX_MOMENTS}.` }) of: MomentInput[],
    @Arg("timeZone", () => TimeZoneScalar) timeZone: string,
  ): Moment[] {
    if (of.length > MAX_MOMENTS) refuseInput("of", `These are ${of.length} moments; ask for at most ${MAX_MOMENTS}.`);
    const target = zone(timeZone);
    return of.map((moment, index) => {
      const instant = instantOf(`of.${index}`, moment, timeZone);
      return {
        at: new Date(instant),
        timeZone,
        // Clocks are read in minutes, whatever the seconds of the instant.
        local: target.toLocal(instant).slice(0, 16),
        offsetMinutes: target.offsetMinutesAt(instant),
      };
    });
  }
}

/** `America/Argentina/Buenos_Aires` is named after Buenos Aires. */
function cityOf(id: string): string {
  return id.slice(id.lastIndexOf("/") + 1).replaceAll("_", " ");
}
