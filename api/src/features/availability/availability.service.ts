import type { EntityManager } from "@mikro-orm/postgresql";
import { daysBetween } from "../../core/local-date.ts";
import { AvailabilityTemplate, Coach, TimeOff } from "../../entities/index.ts";
import type { Database } from "../../platform/db.ts";
import { optionalText, refuseInput, requireLine, requireWholeNumber } from "../../platform/validation.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import { changeCalendar } from "../coaches/coach.service.ts";
import type {
  AvailabilityWindowInput,
  CreateAvailabilityTemplateInput,
  CreateTimeOffInput,
  UpdateAvailabilityTemplateInput,
} from "./availability.inputs.ts";

const MAX_WINDOWS_A_DAY = 12;
const MAX_TIME_OFF_DAYS = 366;

export class AvailabilityService {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  templatesOf(coachId: string): Promise<AvailabilityTemplate[]> {
    return this.db.em().find(AvailabilityTemplate, { coach: coachId }, { orderBy: { createdAt: "asc", id: "asc" } });
  }

  timeOffOf(coachId: string): Promise<TimeOff[]> {
    return this.db.em().find(TimeOff, { coach: coachId }, { orderBy: { fromDate: "asc", id: "asc" } });
  }

  createTemplate(coachId: string, input: CreateAvailabilityTemplateInput): Promise<AvailabilityTemplate> {
    return changeCalendar(this.db, coachId, async ({ em }) => {
      const template = new AvailabilityTemplate();
      template.coach = em.getReference(Coach, coachId, { wrapped: true });
      await apply(em, template, input);
      em.persist(template);
      return template;
    });
  }

  updateTemplate(coachId: string, id: string | null, input: UpdateAvailabilityTemplateInput): Promise<AvailabilityTemplate> {
    return changeCalendar(this.db, coachId, async ({ em }) => {
      const template = id ? await em.findOne(AvailabilityTemplate, { id, coach: coachId }) : null;
      if (!template) return refuseUnknown("availability template");
      await apply(em, template, input);
      return template;
    });
  }

  createTimeOff(coachId: string, { fromDate, toDate, reason }: CreateTimeOffInput): Promise<TimeOff> {
    const days = daysBetween(fromDate, toDate) + 1;
    if (days < 1) refuseInput("toDate", `The last date must not be before the first, ${fromDate}.`);
    if (days > MAX_TIME_OFF_DAYS) refuseInput("toDate", `This is ${days} days; at most ${MAX_TIME_OFF_DAYS} at once.`);
    return changeCalendar(this.db, coachId, async ({ em }) => {
      const timeOff = new TimeOff();
      timeOff.coach = em.getReference(Coach, coachId, { wrapped: true });
      timeOff.fromDate = fromDate;
      timeOff.toDate = toDate;
      timeOff.reason = optionalText("reason", reason, 200);
      em.persist(timeOff);
      return timeOff;
    });
  }

  deleteTimeOff(coachId: string, id: string | null): Promise<void> {
    return changeCalendar(this.db, coachId, async ({ em }) => {
      const deleted = id ? await em.nativeDelete(TimeOff, { id, coach: coachId }) : 0;
      if (deleted === 0) refuseUnknown("time off");
    });
  }
}

/** Checks what is given and writes it to the template; a new default takes the place of the old one. */
async function apply(
  em: EntityManager,
  template: AvailabilityTemplate,
  input: Partial<CreateAvailabilityTemplateInput>,
): Promise<void> {
  if (input.name != null) template.name = requireLine("name", input.name, 80);
  if (input.timeZone != null) template.timeZone = input.timeZone;
  if (input.windows != null) template.windows = checkWindows(input.windows);
  if (input.isDefault === false && template.isDefault) {
    refuseInput("isDefault", "Some hours must hold: make other hours the default instead.");
  }
  if (input.isDefault && !template.isDefault) {
    await em.nativeUpdate(AvailabilityTemplate, { coach: template.coach.id, isDefault: true }, { isDefault: false });
    template.isDefault = true;
  }
}

function checkWindows(windows: readonly AvailabilityWindowInput[]) {
  const perDay = new Map<number, number>();
  return windows.map(({ weekday, start, end }, index) => {
    const field = `windows.${index}`;
    requireWholeNumber(`${field}.weekday`, weekday, 0, 6);
    if (start >= end) refuseInput(`${field}.end`, `The end, ${end}, must be after the start, ${start}.`);
    const count = (perDay.get(weekday) ?? 0) + 1;
    perDay.set(weekday, count);
    if (count > MAX_WINDOWS_A_DAY) refuseInput(`${field}`, `At most ${MAX_WINDOWS_A_DAY} windows are possible on one day.`);
    return { weekday, start, end };
  });
}
