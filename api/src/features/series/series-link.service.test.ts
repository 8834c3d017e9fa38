import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { problemOf } from "../../../test/refusal.ts";
import { ClashPolicy } from "../../entities/index.ts";
import type { SeriesDatesInput } from "./series.inputs.ts";
import { LinkSeriesClash } from "./series-link.inputs.ts";

let practice: TestPractice;

beforeAll(async () => {
  practice = await createPractice({
    maxSeriesSessions: 6,
    questions: [
      { key: "goal", label: "Your goal?", help: null, kind: "text", required: true, options: [], shownWhen: null },
    ],
  });
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await practice.db.sql`delete from booking`;
  await practice.db.sql`delete from series`;
  await practice.db.sql`update session_type set max_series_sessions = 6, capacity = 1, horizon_days = 60`;
  await practice.db.sql`update booking_link set max_uses = null, kind = 'public'`;
});

const input = (more: Partial<SeriesDatesInput> = {}) => ({
  coach: "maya",
  link: "session",
  dates: {
    ...{ start: "2026-06-02T16:00", timeZone: "Europe/Berlin", recurrence: "FREQ=WEEKLY;COUNT=4" },
    ...{ policy: ClashPolicy.REFUSE, ...more },
  },
});
const preview = (more: Partial<SeriesDatesInput> = {}) => practice.seriesLinks.preview(input(more));
const book = async (more: Partial<SeriesDatesInput> = {}, shown?: string) =>
  practice.seriesLinks.book({
    ...input(more),
    client: { name: "Ann Archer", email: "ann@example.com", timeZone: "Europe/Berlin" },
    answers: [{ question: "goal", values: ["A new job"] }],
    shown: shown ?? (await preview(more)).fingerprint,
    idempotencyKey: crypto.randomUUID(),
  });
const taken = (startAt: string) =>
  practice.bookings.book({
    ...bookInput(startAt, { email: "bo@example.com" }),
    answers: [{ question: "goal", values: ["x"] }],
  });

describe("a series that a client books through a link", () => {
  test("is shown in her own time, and booked whole with her answers and a secret for each seat", async () => {
    const { occurrences, open } = await preview();
    expect(open).toBe(0);
    expect(
      occurrences.map(({ localStart, coachLocalStart }) => [localStart.slice(5), coachLocalStart.slice(11)]),
    ).toEqual([
      ["06-02T16:00", "10:00"],
      ["06-09T16:00", "10:00"],
      ["06-16T16:00", "10:00"],
      ["06-23T16:00", "10:00"],
    ]);
    const { seats } = await book();
    expect(seats).toHaveLength(4);
    const access = await practice.bookings.access(practice.bookings.tokenOf(seats[3]?.attendeeId ?? ""));
    expect(access).toMatchObject({
      canChange: true,
      attendee: { name: "Ann Archer", answers: [{ values: ["A new job"] }] },
    });
  });

  test("tells nothing about who is in the way, and names free times", async () => {
    await taken("2026-06-09T14:00:00Z");
    const { occurrences } = await preview();
    expect(occurrences[1]).toMatchObject({ reason: "TAKEN", message: "This time is taken.", outcome: "open" });
    expect(occurrences[1]?.nearest.map(({ localStart }) => localStart)).toContain("2026-06-09T15:00");
    const start = { local: "2026-06-09T15:00", timeZone: "Europe/Berlin" };
    await book({ choices: [{ recurrenceId: "2026-06-09T16:00", kind: "at", start }] });
  });

  test("is bound by hours and horizon, whatever she chooses", async () => {
    const late = await preview({ start: "2026-07-28T16:00", recurrence: "FREQ=WEEKLY;COUNT=2" });
    expect(late.occurrences.map(({ reason }) => reason)).toEqual([null, "TOO_FAR"]);
    const start = { local: "2026-06-09T23:00", timeZone: "Europe/Berlin" };
    const closed = await preview({ choices: [{ recurrenceId: "2026-06-09T16:00", kind: "at", start }] });
    expect(closed.open).toBe(1);
    const keep = { recurrenceId: "2026-06-09T16:00", kind: "keep" as const };
    expect(await problemOf(preview({ choices: [keep] }))).toMatchObject({ field: "dates.choices.0" });
    expect(await problemOf(preview({ policy: ClashPolicy.APPEND }))).toMatchObject({ field: "dates.policy" });
  });

  test("has an end and no more sessions than the type allows", async () => {
    expect((await problemOf(preview({ recurrence: "FREQ=WEEKLY" }))).message).toMatch(/say when it ends/);
    expect((await problemOf(preview({ recurrence: "FREQ=WEEKLY;COUNT=7" }))).message).toMatch(
      /At most 6 sessions.*these are 7/,
    );
    await practice.db.sql`update session_type set max_series_sessions = 0`;
    expect((await problemOf(preview())).message).toMatch(/one by one/);
    expect(await problemOf(practice.seriesLinks.preview({ ...input(), link: "nowhere" }))).toMatchObject({
      code: "LINK_UNAVAILABLE",
    });
  });

  test("is not booked as something else than what was shown", async () => {
    const { fingerprint } = await preview({ policy: ClashPolicy.SKIP });
    await taken("2026-06-09T14:00:00Z");
    const problem = await problemOf(book({ policy: ClashPolicy.SKIP }, fingerprint));
    expect(problem).toBeInstanceOf(LinkSeriesClash);
    expect(problem.message).toMatch(/changed since/);
  });

  test("is one use of a link for a single use", async () => {
    await practice.db.sql`update booking_link set max_uses = 1`;
    const { seats } = await book();
    expect(seats).toHaveLength(4);
    expect((await problemOf(preview())).code).toBe("LINK_UNAVAILABLE");
    const token = practice.bookings.tokenOf(seats[2]?.attendeeId ?? "");
    const moved = { token, startAt: new Date("2026-06-17T14:00:00Z"), timeZone: "Europe/Berlin" };
    await practice.bookings.reschedule({ ...moved, idempotencyKey: crypto.randomUUID() });
  });
});
