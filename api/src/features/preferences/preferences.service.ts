import type { EntityManager } from "@mikro-orm/postgresql";
import { Attendee, Client, Coach, uuidOf } from "../../entities/index.ts";
import type { Database } from "../../platform/db.ts";
import {
  optionalPhone,
  optionalText,
  refuseInput,
  requireColour,
  requireEmail,
  requireLine,
  requireWholeNumber,
} from "../../platform/validation.ts";
import type { BookingService } from "../bookings/booking.service.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import { changeCalendar } from "../coaches/coach.service.ts";
import { applyDefaults, coachLimitBounds } from "../session-types/session-rules.policy.ts";
import { applyPreferences } from "../time-zones/reading.inputs.ts";
import type { SessionLimitsInput, UpdateClientInput, UpdateCoachInput, UpdateSeatInput } from "./preferences.inputs.ts";

/** Who people are and how they read times. */
export class PreferencesService {
  private readonly db: Database;
  private readonly bookings: BookingService;

  constructor(db: Database, bookings: BookingService) {
    this.db = db;
    this.bookings = bookings;
  }

  /** Booked sessions keep their instant and templates their zone, whatever becomes of the coach's. */
  updateCoach(coachId: string, input: UpdateCoachInput): Promise<Coach> {
    return changeCalendar(this.db, coachId, async ({ em }) => {
      const coach = await em.findOneOrFail(Coach, { id: coachId });
      if (input.name != null) coach.name = requireLine("name", input.name, 120);
      if (input.headline !== undefined) coach.headline = optionalText("headline", input.headline, 200);
      if (input.accent != null) coach.accent = requireColour("accent", input.accent);
      if (input.timeZone != null) coach.timeZone = input.timeZone;
      applyPreferences("preferences", coach.preferences, input.preferences);
      applyLimits(coach, input.limits);
      if (input.sessionDefaults) coach.sessionDefaults = applyDefaults(coach.sessionDefaults, input.sessionDefaults);
      return coach;
    });
  }

  updateClient(coachId: string, input: UpdateClientInput): Promise<Client> {
    return changeCalendar(this.db, coachId, async ({ em }) => {
      const id = uuidOf("Client", input.id);
      const client = id ? await em.findOne(Client, { id, coach: coachId }) : null;
      if (!client) return refuseUnknown("client");
      if (input.name != null) client.name = requireLine("name", input.name, 120);
      if (input.email != null) client.email = await freeEmail(em, client, requireEmail("email", input.email));
      if (input.phone !== undefined) client.phone = optionalPhone("phone", input.phone);
      if (input.timeZone != null) client.timeZone = input.timeZone;
      applyPreferences("preferences", client.preferences, input.preferences);
      return client;
    });
  }

  /** How the client of one seat reads times; the coach's record of her stays as it is. */
  async updateSeat(input: UpdateSeatInput): Promise<Attendee> {
    const seat = await this.bookings.seatOf(input.token);
    return changeCalendar(this.db, seat.coachId, async (write) => {
      const attendee = await write.em.findOneOrFail(Attendee, { id: seat.attendeeId });
      if (input.timeZone != null) attendee.timeZone = input.timeZone;
      applyPreferences("preferences", attendee.preferences, input.preferences);
      await write.sql`update booking set version = version + 1 where id = ${seat.id}`;
      write.touch(seat, seat.id);
      return attendee;
    });
  }
}

function applyLimits({ limits }: Coach, input: SessionLimitsInput | null | undefined): void {
  for (const [field, most] of coachLimitBounds) {
    const value = input?.[field];
    if (value !== undefined)
      limits[field] = value === null ? null : requireWholeNumber(`limits.${field}`, value, 1, most);
  }
}

async function freeEmail(em: EntityManager, client: Client, email: string): Promise<string> {
  const same = await em.find(Client, { coach: client.coach.id, email: { $ilike: email.replace(/[\\%_]/g, "\\$&") } });
  if (same.some(({ id }) => id !== client.id))
    refuseInput("email", "Another client of yours has this address already.");
  return email;
}
