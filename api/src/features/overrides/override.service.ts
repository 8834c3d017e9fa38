import type { EntityManager } from "@mikro-orm/postgresql";
import { Coach, DateOverride } from "../../entities/index.ts";
import type { Database } from "../../platform/db.ts";
import { refuseInput } from "../../platform/validation.ts";
import type { HoursChange } from "../availability/change.service.ts";
import { checkDayWindows } from "../availability/window.policy.ts";
import { requireDate } from "../time-zones/date.policy.ts";
import type { SetDateOverridesInput } from "./override.inputs.ts";

const MAX_DATES = 366;

/** Hours of single dates in place of the weekly ones. */
export class OverrideService {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  listOf(coachId: string, from?: string, to?: string): Promise<DateOverride[]> {
    const date = { ...(from ? { $gte: from } : {}), ...(to ? { $lte: to } : {}) };
    const where = from || to ? { coach: coachId, date } : { coach: coachId };
    return this.db.em().find(DateOverride, where, { orderBy: { date: "asc" } });
  }

  /** The same hours for all the dates; those that had an override have this one now. */
  set(coachId: string, { dates, windows, timeZone }: SetDateOverridesInput): HoursChange<DateOverride[]> {
    return async ({ em }) => {
      const coach = await em.findOneOrFail(Coach, { id: coachId });
      const home = timeZone ?? coach.timeZone;
      const checked = checkDayWindows("windows", windows);
      const wanted = checkDates(dates).map((date, index) => requireDate(`dates.${index}`, date, home));
      const known = await overridesOn(em, coachId, wanted);
      return wanted.map((date) => {
        const override = known.get(date) ?? new DateOverride();
        override.coach = em.getReference(Coach, coachId, { wrapped: true });
        Object.assign(override, { date, timeZone: home, windows: checked });
        em.persist(override);
        return override;
      });
    };
  }

  /** Gives the dates back to the weekly hours; those without an override are passed over. */
  remove(coachId: string, dates: readonly string[]): HoursChange<string[]> {
    return async ({ em }) => {
      const known = await overridesOn(em, coachId, checkDates(dates));
      for (const override of known.values()) em.remove(override);
      return [...known.keys()].sort();
    };
  }
}

function checkDates(dates: readonly string[]): string[] {
  if (dates.length === 0) refuseInput("dates", "Choose at least one date.");
  if (dates.length > MAX_DATES) {
    refuseInput("dates", `These are ${dates.length} dates; at most ${MAX_DATES} are possible at once.`);
  }
  return [...new Set(dates)];
}

async function overridesOn(em: EntityManager, coachId: string, dates: string[]): Promise<Map<string, DateOverride>> {
  const known = await em.find(DateOverride, { coach: coachId, date: { $in: dates } });
  return new Map(known.map((override) => [override.date, override]));
}
