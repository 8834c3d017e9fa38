import { MINUTE } from "../../core/local-date.ts";
import type { ProgramStep } from "../../entities/index.ts";
import type { ClientDetails } from "../clients/client.inputs.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import type { CalendarWrite } from "../coaches/coach.service.ts";
import { placeRecord } from "../series/series-writing.service.ts";
import type { Offering } from "../slots/offering.service.ts";

/** Who gets a seat in every session, as the seats will say it. */
export interface SeatDetails extends ClientDetails {
  readonly clientId: string;
}

/** A program for one client, with its times. */
export interface NewProgramBooking {
  readonly id: string;
  readonly programId: string | null;
  readonly name: string;
  readonly steps: readonly ProgramStep[];
  readonly startDate: string;
  readonly timeZone: string;
  readonly seat: SeatDetails;
  /** One meeting for all of its sessions, where a type wants one for every booking. */
  readonly room: string | null;
  readonly sessions: readonly NewProgramSession[];
}

interface NewProgramSession {
  readonly id: string;
  readonly number: number;
  readonly sessionTypeId: string;
  readonly start: number;
  readonly minutes: number;
}

/** Books programs that were placed: one statement, however many there are. Each session is for its own client alone. */
export async function insertPrograms(
  write: CalendarWrite,
  { coachId, offerings }: { coachId: string; offerings: ReadonlyMap<string, Offering> },
  programs: readonly NewProgramBooking[],
): Promise<void> {
  const sessions = programs.flatMap(({ id, timeZone, room, sessions: own }) =>
    own.map((session) => {
      const offering = offerings.get(session.sessionTypeId);
      if (!offering) throw new Error(`The session type ${session.sessionTypeId} was not read.`);
      return { id: session.id, program: id, number: session.number, room, ...placeRecord(offering, session, timeZone) };
    }),
  );
  await write.sql`
    with programs as (
      select * from jsonb_to_recordset(${JSON.stringify(programs.map(toRecord))}::jsonb) as program(id uuid,
        "programId" uuid, name text, steps jsonb, "startDate" date, "timeZone" text, "clientId" uuid, "clientName" text,
        email text, phone text, "clientZone" text, note text, locale text, "hourCycle" text, "firstWeekday" smallint)
    ), agreed as (
      insert into program_booking (id, coach_id, program_id, client_id, name, steps, start_date, time_zone)
      select id, ${coachId}, "programId", "clientId", name, steps, "startDate", "timeZone" from programs
    ), made as (
      insert into booking (id, coach_id, session_type_id, program_booking_id, program_session, status, start_at, end_at,
        buffer_before_minutes, buffer_after_minutes, blocked_from_at, blocked_until_at, time_zone, local_start, capacity,
        place_kind, place_detail)
      select place.id, ${coachId}, place."sessionType", place.program, place.number, 'confirmed', place.start, place."end",
        place.before, place.after, place."from", place.until, place."timeZone", place.local, 1, place."placeKind",
        case when place."perBooking" then coalesce(place.room, '') else place."placeDetail" end
      from jsonb_to_recordset(${JSON.stringify(sessions)}::jsonb) as place(id uuid, program uuid, number integer,
        "sessionType" uuid, start timestamptz, "end" timestamptz, "from" timestamptz, until timestamptz, before integer,
        after integer, "timeZone" text, local text, "placeKind" text, "placeDetail" text, "perBooking" boolean, room text)
      returning id, program_booking_id
    )
    insert into attendee (id, booking_id, client_id, name, email, phone, time_zone, note, locale, hour_cycle, first_weekday)
    select gen_random_uuid(), made.id, "clientId", "clientName", email, phone, "clientZone", note, locale, "hourCycle", "firstWeekday"
    from made join programs on programs.id = made.program_booking_id`;
  for (const { id, start, minutes } of programs.flatMap((program) => program.sessions)) {
    write.touch({ start, end: start + minutes * MINUTE }, id);
  }
}

function toRecord({ seat, room: _room, sessions: _sessions, ...program }: NewProgramBooking) {
  const { clientId, name: clientName, email, phone, timeZone: clientZone, note, preferences } = seat;
  return { ...program, clientId, clientName, email, phone, clientZone, note, ...preferences };
}

/** A known client, as the coach knows her. */
export async function knownSeat(
  write: CalendarWrite,
  { coachId, clientId, note }: { coachId: string; clientId: string | null; note: string | null },
): Promise<SeatDetails> {
  const rows = clientId
    ? await write.sql<Omit<SeatDetails, "note">>`
        select id as "clientId", name, email, phone, time_zone as "timeZone", jsonb_build_object('locale', locale,
          'hourCycle', hour_cycle, 'firstWeekday', first_weekday) as preferences
        from client where id = ${clientId} and coach_id = ${coachId}`
    : [];
  const [client] = rows;
  return client ? { ...client, note } : refuseUnknown("client");
}

/**
 * Clients as they were typed: records are found by address and left as they are, because an address proves nobody's
 * identity. @returns their seats in the same order, and whose records are new.
 */
export async function typedSeats(
  write: CalendarWrite,
  coachId: string,
  clients: readonly ClientDetails[],
): Promise<{ readonly seat: SeatDetails; readonly isNew: boolean }[]> {
  if (clients.length === 0) return [];
  const records = clients.map(({ name, email, phone, timeZone }) => ({ name, email, phone, timeZone }));
  const rows = await write.sql<{ id: string; email: string; isNew: boolean }>`
    insert into client (id, coach_id, name, email, phone, time_zone)
    select gen_random_uuid(), ${coachId}, typed.name, typed.email, typed.phone, typed."timeZone"
    from jsonb_to_recordset(${JSON.stringify(records)}::jsonb) as typed(name text, email text, phone text, "timeZone" text)
    on conflict (coach_id, lower(email)) do update set email = client.email
    returning id, lower(email) as email, xmax = 0 as "isNew"`;
  const byEmail = new Map(rows.map((row) => [row.email, row]));
  return clients.map((client) => {
    const row = byEmail.get(client.email.toLowerCase());
    if (!row) throw new Error("A client was not saved.");
    return { seat: { ...client, clientId: row.id }, isNew: row.isNew };
  });
}
