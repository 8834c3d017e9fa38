import { ref } from "@mikro-orm/core";
import type { EntityManager } from "@mikro-orm/postgresql";
import { zone } from "../../core/zone.ts";
import { AvailabilityTemplate, Coach, SessionType, uuidOf } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { refuseInput, requireLine } from "../../platform/validation.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import { requireDate } from "../time-zones/date.policy.ts";
import type {
  CopyAvailabilityTemplateInput,
  CreateAvailabilityTemplateInput,
  UpdateAvailabilityTemplateInput,
} from "./availability.inputs.ts";
import type { HoursChange } from "./change.service.ts";
import { isSeason, refuseRivals } from "./template.policy.ts";
import { checkCycle, checkWeekWindows } from "./window.policy.ts";

const MAX_TEMPLATES = 100;
const MAX_NAME = 80;

/** Weekly hours. The changes are made by whoever saves or tries them. */
export class AvailabilityService {
  private readonly db: Database;
  private readonly clock: Clock;

  constructor(db: Database, clock: Clock) {
    this.db = db;
    this.clock = clock;
  }

  templatesOf(coachId: string): Promise<AvailabilityTemplate[]> {
    return this.db.em().find(AvailabilityTemplate, { coach: coachId }, { orderBy: { createdAt: "asc", id: "asc" } });
  }

  create(coachId: string, input: CreateAvailabilityTemplateInput): HoursChange<AvailabilityTemplate> {
    return async ({ em }) => {
      const template = await newTemplate(em, coachId);
      await this.apply(em, template, input);
      em.persist(template);
      return template;
    };
  }

  update(coachId: string, { id, ...input }: UpdateAvailabilityTemplateInput): HoursChange<AvailabilityTemplate> {
    return async ({ em }) => {
      const template = await findTemplate(em, coachId, id);
      await this.apply(em, template, input);
      return template;
    };
  }

  /** The same hours once more, in force for nobody. */
  copy(coachId: string, { id, name }: CopyAvailabilityTemplateInput): HoursChange<AvailabilityTemplate> {
    return async ({ em }) => {
      const original = await findTemplate(em, coachId, id);
      const copy = await newTemplate(em, coachId);
      const { timeZone, windows, cycleWeeks, anchorDate, effectiveFrom, effectiveUntil } = original;
      Object.assign(copy, { timeZone, windows, cycleWeeks, anchorDate, effectiveFrom, effectiveUntil });
      copy.name = requireLine("name", name ?? `Copy of ${original.name}`.slice(0, MAX_NAME), MAX_NAME);
      em.persist(copy);
      return copy;
    };
  }

  delete(coachId: string, id: string): HoursChange<void> {
    return async ({ em }) => {
      const template = await findTemplate(em, coachId, id);
      if (template.isDefault && !isSeason(template)) {
        refuseInput("id", "Some hours must hold: make other hours the default first.");
      }
      em.remove(template);
    };
  }

  /** Checks what is given and writes it to the template; a new default takes the place of the old one. */
  private async apply(
    em: EntityManager,
    template: AvailabilityTemplate,
    input: Partial<CreateAvailabilityTemplateInput>,
  ): Promise<void> {
    if (input.name != null) template.name = requireLine("name", input.name, MAX_NAME);
    if (input.timeZone != null) template.timeZone = input.timeZone;
    if (input.cycleWeeks != null) template.cycleWeeks = checkCycle(input.cycleWeeks);
    if (input.windows != null || input.cycleWeeks != null) {
      template.windows = checkWeekWindows(input.windows ?? template.windows, template.cycleWeeks);
    }
    this.applyDates(template, input);
    await applyScope(em, template, input);
    refuseRivals(template, await em.find(AvailabilityTemplate, { coach: template.coach.id }));
    if (!template.isDefault || isSeason(template)) return;
    await em.nativeUpdate(
      AvailabilityTemplate,
      {
        coach: template.coach.id,
        isDefault: true,
        effectiveFrom: null,
        effectiveUntil: null,
        id: { $ne: template.id },
      },
      { isDefault: false },
    );
  }

  private applyDates(template: AvailabilityTemplate, input: Partial<CreateAvailabilityTemplateInput>): void {
    for (const field of ["anchorDate", "effectiveFrom", "effectiveUntil"] as const) {
      const date = input[field];
      if (date !== undefined) template[field] = date && requireDate(field, date, template.timeZone);
    }
    const { effectiveFrom, effectiveUntil } = template;
    if (effectiveFrom && effectiveUntil && effectiveUntil < effectiveFrom) {
      refuseInput("effectiveUntil", `The last date must not be before the first, ${effectiveFrom}.`);
    }
    if (template.cycleWeeks > 1) template.anchorDate ??= zone(template.timeZone).localDate(this.clock.now());
  }
}

/** For which sessions the hours hold: all without hours of their own, those of one type, or none yet. */
async function applyScope(
  em: EntityManager,
  template: AvailabilityTemplate,
  input: Partial<CreateAvailabilityTemplateInput>,
): Promise<void> {
  if (input.sessionType !== undefined) {
    template.sessionType = input.sessionType
      ? ref(await findSessionType(em, template.coach.id, input.sessionType))
      : null;
  }
  if (input.isDefault === false && template.isDefault && !isSeason(template)) {
    refuseInput("isDefault", "Some hours must hold: make other hours the default instead.");
  }
  if (input.isDefault != null) template.isDefault = input.isDefault;
  if (template.isDefault && template.sessionType) {
    refuseInput("isDefault", "Hours of one session type cannot be those of all others too. Choose one of the two.");
  }
}

async function newTemplate(em: EntityManager, coachId: string): Promise<AvailabilityTemplate> {
  if ((await em.count(AvailabilityTemplate, { coach: coachId })) >= MAX_TEMPLATES) {
    refuseInput("name", `There are ${MAX_TEMPLATES} hours already; delete some first.`);
  }
  const template = new AvailabilityTemplate();
  template.coach = em.getReference(Coach, coachId, { wrapped: true });
  return template;
}

async function findTemplate(em: EntityManager, coachId: string, globalId: string): Promise<AvailabilityTemplate> {
  const id = uuidOf("AvailabilityTemplate", globalId);
  const template = id ? await em.findOne(AvailabilityTemplate, { id, coach: coachId }) : null;
  return template ?? refuseUnknown("availability template");
}

async function findSessionType(em: EntityManager, coachId: string, globalId: string): Promise<SessionType> {
  const id = uuidOf("SessionType", globalId);
  const type = id ? await em.findOne(SessionType, { id, coach: coachId }) : null;
  return type ?? refuseInput("sessionType", "There is no such session type in your practice.");
}
