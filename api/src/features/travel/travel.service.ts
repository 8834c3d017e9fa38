import type { EntityManager } from "@mikro-orm/postgresql";
import { zone } from "../../core/zone.ts";
import { Coach, Travel, uuidOf } from "../../entities/index.ts";
import type { Database } from "../../platform/db.ts";
import { refuseInput, requireLine } from "../../platform/validation.ts";
import type { HoursChange } from "../availability/change.service.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import { requireDate, requirePeriod } from "../time-zones/date.policy.ts";
import type { CreateTravelInput, UpdateTravelInput } from "./travel.inputs.ts";

const MAX_DAYS = 366;

/** Stays in other places. Sessions that are booked keep their instant; hours move with her unless she says otherwise. */
export class TravelService {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  listOf(coachId: string): Promise<Travel[]> {
    return this.db.em().find(Travel, { coach: coachId }, { orderBy: { fromDate: "asc", id: "asc" } });
  }

  create(coachId: string, input: CreateTravelInput): HoursChange<Travel> {
    return async ({ em }) => {
      const travel = new Travel();
      travel.coach = em.getReference(Coach, coachId, { wrapped: true });
      await apply(em, travel, input);
      em.persist(travel);
      return travel;
    };
  }

  update(coachId: string, { id, ...input }: UpdateTravelInput): HoursChange<Travel> {
    return async ({ em }) => {
      const travel = await findTravel(em, coachId, id);
      await apply(em, travel, input);
      return travel;
    };
  }

  delete(coachId: string, id: string): HoursChange<void> {
    return async ({ em }) => {
      em.remove(await findTravel(em, coachId, id));
    };
  }
}

/** Where a coach is on one of her dates, or at an instant: away, or null at home. */
export function stayOn(travel: readonly Travel[], date: string): Travel | null {
  return travel.find((stay) => stay.fromDate <= date && date <= stay.toDate) ?? null;
}

/** The same by the clocks of the place itself. */
export function stayAt(travel: readonly Travel[], instant: number): Travel | null {
  return travel.find((stay) => stayOn([stay], zone(stay.timeZone).localDate(instant)) !== null) ?? null;
}

/** The zone whose clocks a coach has before her on a date. */
export function zoneOn(coach: Coach, travel: readonly Travel[], date: string): string {
  return stayOn(travel, date)?.timeZone ?? coach.timeZone;
}

async function apply(em: EntityManager, travel: Travel, input: Partial<CreateTravelInput>): Promise<void> {
  if (input.place != null) travel.place = requireLine("place", input.place, 80);
  if (input.timeZone != null) travel.timeZone = input.timeZone;
  if (input.fromDate != null) travel.fromDate = input.fromDate;
  if (input.toDate != null) travel.toDate = input.toDate;
  if (input.keepHomeHours != null) travel.keepHomeHours = input.keepHomeHours;
  requireDate("fromDate", travel.fromDate, travel.timeZone);
  requireDate("toDate", travel.toDate, travel.timeZone);
  requirePeriod("toDate", { from: travel.fromDate, to: travel.toDate }, MAX_DAYS);
  const others = await em.find(Travel, {
    coach: travel.coach.id,
    id: { $ne: travel.id },
    fromDate: { $lte: travel.toDate },
    toDate: { $gte: travel.fromDate },
  });
  const [other] = others;
  if (other) {
    refuseInput(
      "fromDate",
      `You are in ${other.place} from ${other.fromDate} to ${other.toDate} already. Choose other dates.`,
    );
  }
}

async function findTravel(em: EntityManager, coachId: string, globalId: string): Promise<Travel> {
  const id = uuidOf("Travel", globalId);
  const travel = id ? await em.findOne(Travel, { id, coach: coachId }) : null;
  return travel ?? refuseUnknown("travel");
}
