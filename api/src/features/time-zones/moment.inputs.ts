import { Field, InputType } from "type-graphql";
import { zone } from "../../core/zone.ts";
import { DateTimeScalar, LocalDateTimeScalar, TimeZoneScalar } from "../../entities/index.ts";
import { refuseInput } from "../../platform/validation.ts";

/** A moment as an instant, with the zone in which it was agreed. */
export interface Moment {
  readonly instant: number;
  readonly timeZone: string;
}

@InputType({ description: "Exactly one of: an instant, or a wall-clock time with its zone." })
export class MomentInput {
  @Field(() => DateTimeScalar, { nullable: true })
  at?: Date;

  @Field(() => LocalDateTimeScalar, {
    nullable: true,
    description: "A repeated time means its first occurrence; a skipped one is refused.",
  })
  local?: string;

  @Field(() => TimeZoneScalar, { nullable: true })
  timeZone?: string;
}

/** A moment as an instant, with the zone in which it was agreed. */
export interface Moment {
  readonly instant: number;
  readonly timeZone: string;
}

/** Reads a moment that somebody wants to agree on: the zone it was given in, else the coach's. Refuses a skipped time. */
export function momentOf(field: string, moment: MomentInput, coachZone: string): Moment {
  const timeZone = moment.timeZone ?? coachZone;
  if (moment.local && !zone(timeZone).exists(moment.local)) {
    refuseInput(`${field}.local`, "The clocks skip this time on this date. Choose one before or after the change.");
  }
  return { instant: instantOf(field, moment, timeZone), timeZone };
}

/** The instant of a moment, a wall time without a zone read in the one given. */
export function instantOf(field: string, { at, local, timeZone }: MomentInput, fallbackZone: string): number {
  if (at && !local) return at.getTime();
  if (at || !local) return refuseInput(field, "Give either at, or local with timeZone.");
  return zone(timeZone ?? fallbackZone).toInstant(local);
}
