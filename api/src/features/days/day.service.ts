import type { EntityManager } from "@mikro-orm/postgresql";
import { compileAvailability, type TimeOff as Off, openWindows } from "../../core/availability.ts";
import { openRuns } from "../../core/grid.ts";
import { type Interval, overlaps } from "../../core/interval.ts";
import { addDays, daysBetween } from "../../core/local-date.ts";
import { type Zone, zone } from "../../core/zone.ts";
import { Coach, DateOverride, Holiday, TimeOff, Travel, uuidOf } from "../../entities/index.ts";
import type { Database } from "../../platform/db.ts";
import { refuseInput } from "../../platform/validation.ts";
import { availabilityOf, readHours } from "../slots/hours.service.ts";
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
    const at = zone(args.timeZone ?? coach.timeZone);
    const dates = datesOf(args);
    const period = { start: at.startOfDay(args.from), end: at.endOfDay(args.to) };
    const hours = await readHours(this.db.sql, coachId);
    const availability = availabilityOf(hours, await this.typeOf(coachId, args.sessionType), period);
    const runs = openRuns(openWindows(compileAvailability(availability), period.start, period.end));
    const rows = await readRows(em, coachId, args);
    const days = dates.map((date): AvailabilityDay => {
      const day = { start: at.startOfDay(date), end: at.endOfDay(date) };
      const off = new Set((availability.timeOff ?? []).filter((each) => touches(each, date, day)).map(({ id }) => id));
      return {
        date,
        windows: windowsWithin(runs, day, at),
        dateOverride: rows.overrides.find((override) => override.date === date) ?? null,
        timeOff: rows.timeOff.filter(({ id }) => off.has(id)),
        holidays: rows.holidays.filter(({ fromDate, toDate }) => fromDate <= date && date <= toDate),
        travel: rows.travel.find(({ fromDate, toDate }) => fromDate <= date && date <= toDate) ?? null,
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
  return {
    overrides: await em.find(DateOverride, { coach: coachId, date: { $gte: from, $lte: to } }),
    timeOff: await em.find(TimeOff, { coach: coachId }, { orderBy: { fromDate: "asc", id: "asc" } }),
    holidays: await em.find(Holiday, within, { orderBy: { fromDate: "asc", name: "asc" } }),
    travel: await em.find(Travel, within, { orderBy: { fromDate: "asc" } }),
  };
}

function touches(off: Off, date: string, day: Interval): boolean {
  return "fromDate" in off ? off.fromDate <= date && date <= off.toDate : overlaps(off, day);
}

function windowsWithin(runs: readonly Interval[], day: Interval, at: Zone): OpenWindow[] {
  return runs
    .filter((run) => overlaps(run, day))
    .map((run) => {
      const [start, end] = [Math.max(run.start, day.start), Math.min(run.end, day.end)];
      const local = { localStart: at.toLocal(start), localEnd: at.toLocal(end) };
      return { startAt: new Date(start), endAt: new Date(end), ...local };
    });
}
