import { addDays } from "../src/core/local-date.ts";
import type { AvailabilityTemplate, SessionType } from "../src/entities/index.ts";
import type { Decisions, HoursChange } from "../src/features/availability/change.service.ts";
import { type Problem, Refusal } from "../src/platform/problem.ts";
import { bookInput, type TestPractice } from "./practice.ts";

/** The hours of the test practice, to be changed and looked at as a visitor sees them. */
export interface TestHours {
  save<Result>(change: HoursChange<Result>, decisions?: Decisions): Promise<Result>;
  /** Wall-clock starts that are offered on one date in New York, or in another zone. */
  startsOn(date: string, timeZone?: string): Promise<string[]>;
  /** The same over several dates, as `YYYY-MM-DDTHH:MM`. */
  starts(from: string, to: string, timeZone?: string): Promise<string[]>;
  template(): Promise<AvailabilityTemplate>;
  sessionType(): Promise<SessionType>;
  /** Books an hour for Ann; gives the global id of the booking and the token of her seat. */
  book(startAt: string): Promise<{ id: string; bookingId: string; token: string }>;
  /** Everything gone but the hours of Monday to Friday, in New York. */
  clear(): Promise<void>;
}

export function hoursOf(practice: TestPractice): TestHours {
  const { coach, db } = practice;
  const starts: TestHours["starts"] = async (from, to, timeZone = "America/New_York") => {
    const list = await practice.slots.list({ coach: "maya", link: "session", from, to, timeZone });
    return list.days.flatMap(({ slots }) => slots.map(({ localStart }) => localStart));
  };
  const template = async () => {
    const templates = await practice.availability.templatesOf(coach.id);
    return required(templates.find((each) => each.isDefault && !each.effectiveFrom && !each.effectiveUntil));
  };
  return {
    save: (change, decisions) => practice.changes.save(coach.id, change, decisions),
    starts,
    startsOn: async (date, timeZone) => (await starts(date, date, timeZone)).map((start) => start.slice(11)),
    template,
    sessionType: async () => required((await practice.sessionTypes.listOf(coach.id))[0]),
    book: async (startAt) => {
      const { bookingId, attendeeId } = await practice.bookings.book(bookInput(startAt));
      const id = Buffer.from(`Booking:${bookingId}`).toString("base64url");
      return { id, bookingId, token: practice.bookings.tokenOf(attendeeId) };
    },
    clear: async () => {
      await db.sql`delete from booking`;
      for (const table of [db.sql`delete from date_override`, db.sql`delete from time_off`]) await table;
      for (const table of [db.sql`delete from holiday`, db.sql`delete from travel`]) await table;
      await db.sql`delete from availability_template`;
      await db.sql`
        insert into availability_template (id, coach_id, name, time_zone, is_default, windows)
        select gen_random_uuid(), ${coach.id}, 'Hours', 'America/New_York', true,
          jsonb_agg(jsonb_build_object('weekday', weekday, 'start', hours[1], 'end', hours[2]))
        from generate_series(1, 5) weekday, (values (array['09:00', '12:00']), (array['13:00', '17:00'])) day(hours)`;
      await db.sql`update coach set time_zone = 'America/New_York', holiday_country = null, holiday_state = null, holiday_region = null`;
    },
  };
}

/** The problem that a piece of work is refused with. */
export async function problemOf(work: () => Promise<unknown>): Promise<Problem> {
  try {
    await work();
  } catch (error) {
    if (error instanceof Refusal) return error.problem;
    throw error;
  }
  throw new Error("It was accepted.");
}

/** So many dates from one on. */
export function datesFrom(date: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => addDays(date, index));
}

export const noon = { start: "12:00", end: "14:00" };

function required<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("The practice has none.");
  return value;
}
