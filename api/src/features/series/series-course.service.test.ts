import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { problemOf } from "../../../test/refusal.ts";
import { ClashPolicy, Client, Series, SessionType } from "../../entities/index.ts";

let practice: TestPractice;
let coachId: string;
let sessionType: string;
let [ann, bo, cy] = ["", "", ""];

beforeAll(async () => {
  practice = await createPractice({ capacity: 2 });
  coachId = practice.coach.id;
  const [type] = await practice.db.sql<{ id: string }>`select id from session_type`;
  sessionType = Object.assign(new SessionType(), { id: type?.id }).globalId;
  [ann, bo, cy] = [await addClient("Ann"), await addClient("Bo"), await addClient("Cy")];
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await practice.db.sql`delete from booking`;
  await practice.db.sql`delete from series`;
});

async function addClient(name: string): Promise<string> {
  const client = new Client();
  await practice.db.sql`
    insert into client (id, coach_id, name, email, time_zone)
    values (${client.id}, ${coachId}, ${name}, ${`${name}@example.com`}, 'Europe/Berlin')`;
  return client.globalId;
}
const key = () => ({ idempotencyKey: crypto.randomUUID() });
async function book(recurrence = "FREQ=WEEKLY;COUNT=3") {
  const dates = { start: "2026-06-02T10:00", recurrence, policy: ClashPolicy.REFUSE };
  const booked = await practice.series.book(coachId, { sessionType, dates, clients: [ann], ...key() });
  return { ...booked, series: Object.assign(new Series(), { id: booked.seriesId }).globalId };
}
async function seats(): Promise<string[]> {
  const rows = await practice.db.sql<{ line: string }>`
    select concat_ws(' ', substr(local_start, 6, 5), status, (select string_agg(name, ',' order by name) from attendee
      where booking_id = booking.id and cancelled_at is null)) as line from booking order by start_at`;
  return rows.map(({ line }) => line);
}

describe("a course", () => {
  test("is joined for all sessions to come, as long as each has a seat", async () => {
    const { series } = await book();
    practice.clock.set(Date.parse("2026-06-05T12:00:00Z"));
    const joined = await practice.seriesCourses.join(coachId, { series, client: bo, ...key() });
    expect(await seats()).toEqual(["06-02 confirmed Ann", "06-09 confirmed Ann,Bo", "06-16 confirmed Ann,Bo"]);
    const full = await problemOf(practice.seriesCourses.join(coachId, { series, client: cy, ...key() }));
    expect(full.message).toBe("All 2 seats of the session on 2026-06-09 are taken, and a course is joined whole.");
    await practice.seriesUndo.undo(coachId, { undo: joined.undoId, ...key() });
    expect(await seats()).toEqual(["06-02 confirmed Ann", "06-09 confirmed Ann", "06-16 confirmed Ann"]);
    await practice.seriesCourses.join(coachId, { series, client: cy, ...key() });
    expect((await seats())[2]).toBe("06-16 confirmed Ann,Cy");
  });

  test("is left for all sessions to come, but not by the last one", async () => {
    const { series } = await book();
    await practice.seriesCourses.join(coachId, { series, client: bo, ...key() });
    await practice.seriesCourses.leave(coachId, { series, client: ann, ...key() });
    expect(await seats()).toEqual(["06-02 confirmed Bo", "06-09 confirmed Bo", "06-16 confirmed Bo"]);
    const last = await problemOf(practice.seriesCourses.leave(coachId, { series, client: bo, ...key() }));
    expect(last.message).toMatch(/only one/);
    const stranger = await problemOf(practice.seriesCourses.leave(coachId, { series, client: cy, ...key() }));
    expect(stranger.message).toMatch(/does not take part/);
  });

  test("seats those who joined in the sessions that time adds", async () => {
    const { series } = await book("FREQ=MONTHLY;BYDAY=1TU");
    await practice.seriesCourses.join(coachId, { series, client: bo, ...key() });
    const before = (await seats()).length;
    practice.clock.set(NOW + 90 * 86_400_000);
    await practice.seriesFill.fillDue();
    const all = await seats();
    expect(all.length).toBeGreaterThan(before);
    expect(all.at(-1)).toMatch(/Ann,Bo$/);
  });

  test("meets in one room, also when it becomes of a type that wants one", async () => {
    const { series } = await book();
    const [own] = await practice.db.sql<{ id: string }>`
      insert into session_type (id, coach_id, name, minutes, step_minutes, buffer_before_minutes, buffer_after_minutes,
        notice_minutes, horizon_days, cancel_notice_minutes, capacity, grid, place_kind, place_detail, colour, place_per_booking)
      values (gen_random_uuid(), ${coachId}, 'Video', '{45}', 15, 0, 0, 0, 60, 0, 2, 'window', 'video', '', '#2f6f5e', true)
      returning id`;
    const type = {
      scope: "following" as const,
      recurrenceId: "2026-06-09T10:00",
      sessionType: Object.assign(new SessionType(), own).globalId,
    };
    await practice.seriesChanges.change(coachId, {
      change: { series, type, keepExceptions: true, policy: ClashPolicy.REFUSE },
      ...key(),
    });
    const rooms = await practice.db.sql<{ room: string; minutes: number }>`
      select place_detail as room, extract(epoch from end_at - start_at)::int / 60 as minutes from booking order by start_at`;
    expect(rooms.map(({ minutes }) => minutes)).toEqual([60, 45, 45]);
    expect(rooms[0]?.room).toBe("https://meet.example.com/maya");
    expect(rooms[1]?.room).toMatch(/^https:/);
    expect(rooms[2]?.room).toBe(rooms[1]?.room);
    expect(rooms[1]?.room).not.toBe(rooms[0]?.room);
  });
});
