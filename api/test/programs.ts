import { Client, SessionType } from "../src/entities/index.ts";
import type { ProgramStepInput } from "../src/features/programs/program.inputs.ts";
import type { TestPractice } from "./practice.ts";

/** What the tests of programs and bulk runs need of a practice. */
export interface TestPrograms {
  /** The session type of the practice, by its global id. */
  readonly sessionType: string;
  /** Another one of 90 minutes. */
  readonly intake: string;
  addClient(name: string, timeZone?: string): Promise<string>;
  /** A step of the session type; weekly where it has several. */
  step(more?: Partial<ProgramStepInput>): ProgramStepInput;
  /** A program of these steps; gives its global id. */
  program(steps: ProgramStepInput[], spareWeeks?: number): Promise<string>;
  /** Sessions in order of start: local start, status, minutes, who has a seat. */
  sessions(): Promise<string[]>;
  /** Every row that a change of many sessions may touch, but for versions. */
  everything(): Promise<unknown>;
  clear(): Promise<void>;
}

export async function programsOf({ db, coach, programs, sessionTypes }: TestPractice): Promise<TestPrograms> {
  const [type] = await db.sql<{ id: string }>`select id from session_type`;
  const sessionType = Object.assign(new SessionType(), { id: type?.id }).globalId;
  const place = { kind: "video" as const, detail: "https://meet.example.com/maya" };
  const intake = await sessionTypes.create(coach.id, { name: "Intake", minutes: [90], stepMinutes: 30, place });
  return {
    sessionType,
    intake: intake.globalId,
    async addClient(name, timeZone = "Europe/Berlin") {
      const client = Object.assign(new Client(), { name, timeZone });
      const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.com`;
      await db.sql`
        insert into client (id, coach_id, name, email, time_zone) values (${client.id}, ${coach.id}, ${name}, ${email}, ${timeZone})`;
      return client.globalId;
    },
    step: (more = {}) => ({ sessionType, count: 1, ...more }),
    async program(steps, spareWeeks = 2) {
      const { globalId } = await programs.create(coach.id, { name: "Half a year", steps, spareWeeks });
      return globalId;
    },
    async sessions() {
      const rows = await db.sql<{ line: string }>`
        select concat_ws(' ', substr(local_start, 6), status, extract(epoch from end_at - start_at)::int / 60,
          (select string_agg(name, ',' order by name) from attendee seat where seat.booking_id = booking.id and cancelled_at is null)) as line
        from booking order by start_at, id`;
      return rows.map(({ line }) => line);
    },
    async everything() {
      const rows = await db.sql<{ all: unknown }>`
        select jsonb_build_object(
          'bookings', (select jsonb_agg(to_jsonb(b) - 'version' order by id) from booking b),
          'seats', (select jsonb_agg(to_jsonb(s) order by id) from attendee s),
          'series', (select jsonb_agg(to_jsonb(s) - 'version' order by id) from series s),
          'members', (select jsonb_agg(to_jsonb(m) order by id) from series_member m),
          'gaps', (select jsonb_agg(to_jsonb(g) order by series_id, recurrence_id) from series_gap g),
          'programs', (select jsonb_agg(to_jsonb(p) - 'version' order by id) from program_booking p),
          'clients', (select jsonb_agg(to_jsonb(c) order by id) from client c)) as all`;
      return rows[0]?.all;
    },
    async clear() {
      for (const table of ["change_undo", "bulk_run", "booking", "series", "program_booking", "program", "client"])
        await clearTable(db, table);
    },
  };
}

async function clearTable(db: TestPractice["db"], table: string): Promise<void> {
  await db.em().getConnection().execute(`delete from ${table}`);
}
