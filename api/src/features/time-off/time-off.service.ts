import type { EntityManager } from "@mikro-orm/postgresql";
import { MINUTE } from "../../core/local-date.ts";
import { zone } from "../../core/zone.ts";
import { Coach, TimeOff, uuidOf } from "../../entities/index.ts";
import type { Database } from "../../platform/db.ts";
import { optionalText, refuseInput } from "../../platform/validation.ts";
import type { HoursChange } from "../availability/change.service.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import { requireDate, requirePeriod } from "../time-zones/date.policy.ts";
import { momentOf } from "../time-zones/moment.inputs.ts";
import type { CreateTimeOffInput, UpdateTimeOffInput } from "./time-off.inputs.ts";

const MAX_DAYS = 366;

export class TimeOffService {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  listOf(coachId: string): Promise<TimeOff[]> {
    return this.db.em().find(TimeOff, { coach: coachId }, { orderBy: { fromDate: "asc", id: "asc" } });
  }

  create(coachId: string, input: CreateTimeOffInput): HoursChange<TimeOff> {
    return async ({ em }) => {
      const timeOff = new TimeOff();
      timeOff.coach = em.getReference(Coach, coachId, { wrapped: true });
      if (!(input.fromDate || input.start || input.end))
        refuseInput("fromDate", "Give the first date, or the start of an exact period.");
      await apply(em, timeOff, input);
      em.persist(timeOff);
      return timeOff;
    };
  }

  update(coachId: string, { id, ...input }: UpdateTimeOffInput): HoursChange<TimeOff> {
    return async ({ em }) => {
      const timeOff = await findTimeOff(em, coachId, id);
      await apply(em, timeOff, input);
      return timeOff;
    };
  }

  delete(coachId: string, id: string): HoursChange<void> {
    return async ({ em }) => {
      em.remove(await findTimeOff(em, coachId, id));
    };
  }
}

async function apply(em: EntityManager, timeOff: TimeOff, input: CreateTimeOffInput): Promise<void> {
  const { timeZone } = await em.findOneOrFail(Coach, { id: timeOff.coach.id });
  if (input.start || input.end) applyPeriod(timeOff, input, timeZone);
  else if (input.fromDate || input.toDate) applyDates(timeOff, input, timeZone);
  if (input.reason !== undefined) timeOff.reason = optionalText("reason", input.reason, 200);
  if (input.yearly != null) timeOff.yearly = input.yearly;
}

function applyDates(timeOff: TimeOff, { fromDate, toDate }: CreateTimeOffInput, timeZone: string): void {
  const from = requireDate("fromDate", fromDate ?? timeOff.fromDate, timeZone);
  const to = requireDate("toDate", toDate ?? (fromDate ? from : timeOff.toDate), timeZone);
  requirePeriod("toDate", { from, to }, MAX_DAYS);
  Object.assign(timeOff, { fromDate: from, toDate: to });
  Object.assign(timeOff, { startAt: null, endAt: null, timeZone: null, localStart: null, localEnd: null });
}

function applyPeriod(timeOff: TimeOff, { fromDate, toDate, ...given }: CreateTimeOffInput, homeZone: string): void {
  if (fromDate || toDate) refuseInput("fromDate", "Give either dates, or the start and end of an exact period.");
  const start = given.start ?? refuseInput("start", "Give the start of the period too.");
  const end = given.end ?? refuseInput("end", "Give the end of the period too.");
  const timeZone = start.timeZone ?? homeZone;
  const from = wholeMinute(momentOf("start", start, timeZone).instant);
  const until = wholeMinute(momentOf("end", end, timeZone).instant);
  if (until <= from) refuseInput("end", "The period must end after it begins.");
  const at = zone(timeZone);
  const dates = { from: at.localDate(from), to: at.localDate(until - 1) };
  requirePeriod("end", dates, MAX_DAYS);
  Object.assign(timeOff, { startAt: new Date(from), endAt: new Date(until), timeZone });
  Object.assign(timeOff, { fromDate: dates.from, toDate: dates.to });
  Object.assign(timeOff, { localStart: at.toLocal(from).slice(0, 16), localEnd: at.toLocal(until).slice(0, 16) });
}

/** Wall times are kept to the minute. */
function wholeMinute(instant: number): number {
  return Math.floor(instant / MINUTE) * MINUTE;
}

async function findTimeOff(em: EntityManager, coachId: string, globalId: string): Promise<TimeOff> {
  const id = uuidOf("TimeOff", globalId);
  const timeOff = id ? await em.findOne(TimeOff, { id, coach: coachId }) : null;
  return timeOff ?? refuseUnknown("time off");
}
