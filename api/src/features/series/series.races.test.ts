import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { outcomesOf } from "../../../test/refusal.ts";
import { ClashPolicy, Client, Series, SessionType } from "../../entities/index.ts";

let practice: TestPractice;
let coachId: string;
let sessionType: string;
let client: string;

beforeAll(async () => {
  practice = await createPractice({ bufferAfterMinutes: 10, horizonDays: 365 });
  coachId = practice.coach.id;
  const [type] = await practice.db.sql<{ id: string }>`select id from session_type`;
  sessionType = Object.assign(new SessionType(), { id: type?.id }).globalId;
  const ann = new Client();
  await practice.db.sql`
    insert into client (id, coach_id, name, email, time_zone) values (${ann.id}, ${coachId}, 'Ann', 'ann@example.com', 'Europe/Berlin')`;
  client = ann.globalId;
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await practice.db.sql`delete from change_undo`;
  await practice.db.sql`delete from booking`;
  await practice.db.sql`delete from series`;
});

const key = () => ({ idempotencyKey: crypto.randomUUID() });
const bookSeries = (policy: ClashPolicy, start = "2026-06-02T10:00", recurrence = "FREQ=WEEKLY;COUNT=12") =>
  practice.series.book(coachId, { sessionType, clients: [client], dates: { start, recurrence, policy }, ...key() });

/** No two sessions of one coach touch each other's buffers, and every series is whole. */
async function faults(): Promise<string[]> {
  const overlaps = await practice.db.sql<{ at: string }>`
    select one.local_start as at from booking one join booking two on one.id < two.id and one.status = 'confirmed'
      and two.status = 'confirmed' and one.blocked_from_at < two.blocked_until_at and two.blocked_from_at < one.blocked_until_at`;
  const lost = await practice.db.sql<{ id: string }>`
    select booking.id from booking left join attendee seat on seat.booking_id = booking.id and seat.cancelled_at is null
    where status = 'confirmed' and seat.id is null`;
  return [...overlaps.map(({ at }) => `two at ${at}`), ...lost.map(({ id }) => `nobody in ${id}`)];
}
const count = async () =>
  (await practice.db.sql`select from booking where series_id is not null and status = 'confirmed'`).length;

describe("a series against single bookers on its dates", () => {
  test("is booked whole or not at all, and nobody is on top of anybody, 10 times over", async () => {
    for (let round = 0; round < 10; round++) {
      await practice.db.sql`delete from booking`;
      const booker = (n: number) => () => {
        const day = new Date(Date.UTC(2026, 5, 2 + 7 * n)).toISOString().slice(0, 10);
        return practice.bookings.book(bookInput(`${day}T14:00:00Z`, { email: `r${round}n${n}@example.com` }));
      };
      // Sent off one after the other, the series earlier or later among them.
      const senders: Array<() => Promise<unknown>> = Array.from({ length: 8 }, (_, n) => booker(n));
      senders.splice(round % 4, 0, () => bookSeries(ClashPolicy.REFUSE));
      const attempts = senders.map((send) => send());
      const { won = 0, SlotTaken = 0, SeriesClash = 0, ...others } = await outcomesOf(attempts);
      expect(others).toEqual({});
      expect(won + SlotTaken + SeriesClash).toBe(9);
      // First, it takes every booker's time; later, the first of them keep theirs, and it is not booked at all.
      expect({ sessions: await count(), SeriesClash }).toEqual(
        SeriesClash === 0 ? { sessions: 12, SeriesClash: 0 } : { sessions: 0, SeriesClash: 1 },
      );
      expect(await faults()).toEqual([]);
    }
  });

  test("goes around those who were faster, and keeps the rest out", async () => {
    const booker = (n: number) => {
      const day = new Date(Date.UTC(2026, 5, 2 + 7 * n)).toISOString().slice(0, 10);
      return practice.bookings.book(bookInput(`${day}T14:00:00Z`, { email: `n${n}@example.com` }));
    };
    const faster = Array.from({ length: 6 }, (_, n) => booker(n));
    const series = bookSeries(ClashPolicy.NEAREST_OF_DAY);
    const slower = Array.from({ length: 6 }, (_, n) => booker(n + 6));
    const outcomes = await outcomesOf([...faster, series, ...slower]);
    await expect(series).resolves.toHaveProperty("seriesId");
    expect(await count()).toBe(12);
    expect((outcomes["won"] ?? 0) + (outcomes["SlotTaken"] ?? 0)).toBe(13);
    expect(await faults()).toEqual([]);
  });
});

describe("two series of one coach at once", () => {
  test("on the same times: one is booked, the other shown its clashes", async () => {
    const outcomes = await outcomesOf(Array.from({ length: 6 }, () => bookSeries(ClashPolicy.REFUSE)));
    expect(outcomes).toEqual({ won: 1, SeriesClash: 5 });
    expect(await count()).toBe(12);
  });

  test("that both may move share the days", async () => {
    const outcomes = await outcomesOf(Array.from({ length: 4 }, () => bookSeries(ClashPolicy.NEAREST_OF_DAY)));
    // With its buffers, a day has room for three.
    expect(outcomes).toEqual({ won: 3, SeriesClash: 1 });
    expect(await count()).toBe(36);
    expect(await faults()).toEqual([]);
  });

  test("sent twice with one key is one series", async () => {
    const input = {
      sessionType,
      clients: [client],
      dates: { start: "2026-06-02T10:00", recurrence: "FREQ=WEEKLY;COUNT=5", policy: ClashPolicy.REFUSE },
      ...key(),
    };
    const booked = await Promise.all(Array.from({ length: 5 }, () => practice.series.book(coachId, input)));
    expect(new Set(booked.map(({ seriesId }) => seriesId)).size).toBe(1);
    expect(await count()).toBe(5);
  });
});

describe("a pause against a client who reschedules", () => {
  test("drops what lies in it and leaves what was moved out, whoever was first, 10 times over", async () => {
    for (let round = 0; round < 10; round++) {
      await practice.db.sql`delete from booking`;
      const { seriesId } = await bookSeries(ClashPolicy.REFUSE, "2026-06-02T10:00", "FREQ=WEEKLY;COUNT=4");
      const [seat] = await practice.db.sql<{ id: string }>`
        select seat.id from attendee seat join booking on booking.id = booking_id
        where booking.series_id = ${seriesId} and recurrence_id = '2026-06-09T10:00'`;
      const token = practice.bookings.tokenOf(seat?.id ?? "");
      const series = Object.assign(new Series(), { id: seriesId }).globalId;
      const send = {
        pause: () =>
          practice.seriesChanges.change(coachId, {
            change: {
              series,
              pause: { fromDate: "2026-06-08", toDate: "2026-06-12", append: true },
              keepExceptions: true,
              policy: ClashPolicy.NEAREST_OF_DAY,
            },
            ...key(),
          }),
        move: () =>
          practice.bookings.reschedule({
            token,
            startAt: new Date("2026-06-18T15:00:00Z"),
            timeZone: "Europe/Berlin",
            ...key(),
          }),
      };
      const order = round % 2 ? [send.pause, send.move] : [send.move, send.pause];
      const outcomes = await outcomesOf(order.map((go) => go()));
      const [session] = await practice.db.sql<{ status: string; at: string }>`
        select status, local_start as at from booking where series_id = ${seriesId} and recurrence_id = '2026-06-09T10:00'`;
      // Moved out before the pause it stands, else it was dropped, and moving it was refused.
      if (session?.status === "confirmed") {
        expect([session.at, outcomes]).toEqual(["2026-06-18T11:00", { won: 2 }]);
      } else {
        expect([session?.at, outcomes]).toEqual(["2026-06-09T10:00", { won: 1, AlreadyCancelled: 1 }]);
      }
      expect(await count()).toBe(4);
      expect(await faults()).toEqual([]);
    }
  });
});
