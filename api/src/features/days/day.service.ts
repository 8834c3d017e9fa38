import type { EntityManager } from "@mikro-orm/postgresql";
import { compileAvailability, type TimeOff as Off, openWindows } from "../../core/availability.ts";
import { openRuns } from "../../core/grid.ts";
import { type Interval, intersect, overlaps, subtract } from "../../core/interval.ts";
import { addDays, daysBetween } from "../../core/local-date.ts";
import { type Zone, zone } from "../../core/zone.ts";
import { Coach, DateOverride, Holiday, TimeOff, Travel, uuidOf } from "../../entities/index.ts";
import type { Database } from "../../platform/db.ts";
import { refuseInput } from "../../platform/validation.ts";
import { availabilityOf, readHours } from "../slots/hours.service.ts";
import { stayOn, zoneOn } from "../travel/travel.service.ts";
import { type AvailabilityDay, AvailabilityDays, type AvailabilityDaysArgs, type OpenWindow } from "./day.inputs.ts";

const MAX_DAYS = 366;

/** A coach's dates with their hours and what makes them: the ground of her calendar. */
export class DayService {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  /** The same number of statements whatever the range. The revision is read first, so that a change is told again, never lost. */
  async read(coachId: string, args: AvailabilityDaysArgs): Promise<AvailabilityDays> {
    const em = this.db.em();
    const coach = await em.findOneOrFail(Coach, { id: coachId });
    const dates = datesOf(args);
    const rows = await readRows(em, coachId, args);
    const clocks = dates.map((date) => {
      const at = zone(args.timeZone ?? zoneOn(coach, rows.travel, date));
      const day = { start: at.startOfDay(date), end: at.endOfDay(date) };
      return { date, at, day, parts: args.timeZone ? [day] : ownPart(day, date, rows.travel) };
    });
    const period = covering(clocks.map(({ day }) => day));
    const hours = await readHours(this.db.sql, coachId);
    const availability = availabilityOf(hours, await this.typeOf(coachId, args.sessionType), period);
    const runs = openRuns(openWindows(compileAvailability(availability), period.start, period.end));
    const days = clocks.map(({ date, at, day, parts }): AvailabilityDay => {
      const off = new Set((availability.timeOff ?? []).filter((each) => touches(each, date, day)).map(({ id }) => id));
      return {
        date,
        timeZone: at.id,
        windows: windowsWithin(runs, parts, at),
        dateOverride: rows.overrides.find((override) => override.date === date) ?? null,
        timeOff: rows.timeOff.filter(({ id }) => off.has(id)),
        holidays: rows.holidays.filter(({ fromDate, toDate }) => fromDate <= date && date <= toDate),
        travel: stayOn(rows.travel, date),
      };
    });
    return Object.assign(new AvailabilityDays(), { revision: coach.revision, days });
  }

  private async typeOf(coachId: string, globalId: string | undefined): Promise<string | null> {
    if (!globalId) return null;
    const id = uuidOf("SessionType", globalId);
    const rows = id ? await this.db.sql`select id from session_type where id = ${id} and coach_id = ${coachId}` : [];
    return rows.length > 0 ? id : refuseInput("sessionType", "There is no such session type in your practice.");
  }
}

function datesOf({ from, to }: AvailabilityDaysArgs): string[] {
  const count = daysBetween(from, to) + 1;
  if (count < 1) refuseInput("to", `The last date must not be before the first, ${from}.`);
  if (count > MAX_DAYS) refuseInput("to", `This range has ${count} days; ask for at most ${MAX_DAYS}.`);
  return Array.from({ length: count }, (_, index) => addDays(from, index));
}

async function readRows(em: EntityManager, coachId: string, { from, to }: AvailabilityDaysArgs) {
  const within = { coach: coachId, fromDate: { $lte: to }, toDate: { $gte: from } };
  const around = { coach: coachId, fromDate: { $lte: addDays(to, 1) }, toDate: { $gte: addDays(from, -1) } };
  return {
    overrides: await em.find(DateOverride, { coach: coachId, date: { $gte: from, $lte: to } }),
    timeOff: await em.find(TimeOff, { coach: coachId }, { orderBy: { fromDate: "asc", id: "asc" } }),
    holidays: await em.find(Holiday, within, { orderBy: { fromDate: "asc", name: "asc" } }),
    travel: await em.find(Travel, around, { orderBy: { fromDate: "asc" } }),
  };
}

/** What of a date is lived on its own clocks: where she flies far enough east, the next date begins before this one is over. */
function ownPart(day: Interval, date: string, travel: readonly Travel[]): Interval[] {
  const here = stayOn(travel, date);
  const others = here ? travel.slice(0, travel.indexOf(here)) : travel;
  return subtract([day], others.map(intervalOf));
}

function intervalOf({ timeZone, fromDate, toDate }: Travel): Interval {
  const at = zone(timeZone);
  return { start: at.startOfDay(fromDate), end: at.endOfDay(toDate) };
}

/** A date begins earlier than the one before it where she flies far enough east in between. */
function covering(days: readonly Interval[]): Interval {
  return { start: Math.min(...days.map(({ start }) => start)), end: Math.max(...days.map(({ end }) => end)) };
}

function touches(off: Off, date: string, day: Interval): boolean {
  return "fromDate" in off ? off.fromDate <= date && date <= off.toDate : overlaps(off, day);
}

function windowsWithin(runs: readonly Interval[], parts: readonly Interval[], at: Zone): OpenWindow[] {
  return intersect(runs, parts).map(({ start, end }) => {
    const local = { localStart: at.toLocal(start), localEnd: at.toLocal(end) };
    return { startAt: new Date(start), endAt: new Date(end), ...local };
  });
}
