import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { problemOf } from "../../../test/refusal.ts";
import { Booking } from "../../entities/index.ts";
import { bookingLoaders } from "./booking.loaders.ts";

const TUESDAY = "2026-06-02T13:00:00Z";
const WEDNESDAY = "2026-06-03T13:00:00Z";
let practice: TestPractice;
let coachId: string;

beforeAll(async () => {
  practice = await createPractice({ bufferAfterMinutes: 15 });
  coachId = practice.coach.id;
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await practice.db.sql`delete from booking`;
  await practice.db.sql`update session_type set capacity = 1`;
});

const key = () => ({ idempotencyKey: crypto.randomUUID() });
const book = (startAt = TUESDAY, email = "ann@example.com") => practice.bookings.book(bookInput(startAt, { email }));
const idOf = (bookingId: string) => Object.assign(new Booking(), { id: bookingId }).globalId;
const cancel = (bookingId: string) =>
  practice.agenda.cancel(coachId, { booking: idOf(bookingId), message: "I am ill.", ...key() });
const reschedule = (bookingId: string, instant: string) =>
  practice.agenda.reschedule(coachId, {
    booking: idOf(bookingId),
    start: { at: new Date(instant) },
    message: "A train strike.",
    ...key(),
  });
const undo = (undoId: string) => practice.undo.undo(coachId, { undo: undoId, ...key() });

/** All columns of the booking and its seats but the version. */
async function everything(bookingId: string) {
  return practice.db.sql`
    select to_jsonb(booking) - 'version' as booking, (
      select jsonb_agg(to_jsonb(seat) order by seat.id) from attendee seat where seat.booking_id = booking.id
    ) as seats
    from booking where id = ${bookingId}`;
}

describe("a change of the coach is taken back exactly:", () => {
  test("a cancelled session, with all of its seats and without those that were given up before", async () => {
    await practice.db.sql`update session_type set capacity = 3`;
    const [ann] = [await book(), await book(TUESDAY, "bo@example.com")];
    const gone = await book(TUESDAY, "cy@example.com");
    await practice.bookings.cancel({ token: practice.bookings.tokenOf(gone.attendeeId), ...key() });
    const before = await everything(ann.bookingId);
    const { undoId, undoUntil } = await cancel(ann.bookingId);
    expect(undoUntil).toBeGreaterThan(NOW);
    expect(await everything(ann.bookingId)).not.toEqual(before);
    await undo(undoId);
    expect(await everything(ann.bookingId)).toEqual(before);
  });

  test("a session that was moved, with the message", async () => {
    const { bookingId } = await book();
    const before = await everything(bookingId);
    const { undoId } = await reschedule(bookingId, WEDNESDAY);
    expect(await practice.db.sql`select coach_message from booking`).toEqual([{ coach_message: "A train strike." }]);
    await undo(undoId);
    expect(await everything(bookingId)).toEqual(before);
    // The time it had moved to is free again.
    expect(await book(WEDNESDAY, "bo@example.com")).toHaveProperty("bookingId");
  });

  test("a declined booking waits for the answer again", async () => {
    await practice.db.sql`update session_type set requires_approval = true`;
    const { bookingId } = await book();
    await practice.db.sql`update session_type set requires_approval = false`;
    const before = await everything(bookingId);
    const { undoId } = await practice.decisions.decline(coachId, { booking: idOf(bookingId), ...key() });
    await undo(undoId);
    expect(await everything(bookingId)).toEqual(before);
  });
});

describe("it is not taken back", () => {
  test("when somebody else has the time by now, who keeps it", async () => {
    const { bookingId } = await book();
    const { undoId } = await cancel(bookingId);
    const rival = await book(TUESDAY, "bo@example.com");
    const problem = await problemOf(undo(undoId));
    expect(problem.code).toBe("SLOT_TAKEN");
    expect(problem).toHaveProperty("alternatives.length", 3);
    expect((await practice.bookings.access(practice.bookings.tokenOf(rival.attendeeId))).booking.status).toBe(
      "confirmed",
    );
    expect(await practice.db.sql`select status from booking where id = ${bookingId}`).toEqual([
      { status: "cancelled" },
    ]);
  });

  test("when the time lies within the buffer of another session by now", async () => {
    const { bookingId } = await book("2026-06-02T14:00:00Z");
    const { undoId } = await cancel(bookingId);
    await practice.db.sql`update session_type set step_minutes = 15`;
    await book("2026-06-02T13:00:00Z", "bo@example.com");
    await practice.db.sql`update session_type set step_minutes = 60`;
    expect((await problemOf(undo(undoId))).code).toBe("SLOT_TAKEN");
  });

  test("when something happened to the session since", async () => {
    const { bookingId, attendeeId } = await book();
    const { undoId } = await reschedule(bookingId, WEDNESDAY);
    const token = practice.bookings.tokenOf(attendeeId);
    await practice.bookings.reschedule({ token, startAt: new Date("2026-06-04T13:00:00Z"), timeZone: "UTC", ...key() });
    expect((await problemOf(undo(undoId))).code).toBe("UNDO_EXPIRED");
  });

  test("when the time for it is over, and not twice", async () => {
    const { bookingId } = await book();
    const { undoId, undoUntil } = await cancel(bookingId);
    practice.clock.set(undoUntil);
    expect((await problemOf(undo(undoId))).code).toBe("UNDO_EXPIRED");
    practice.clock.set(undoUntil - 1);
    await undo(undoId);
    expect((await problemOf(undo(undoId))).code).toBe("UNDO_EXPIRED");
  });

  test.each(["", "nonsense", "00000000-0000-4000-8000-000000000000"])("with the made-up key %j", async (made) => {
    expect((await problemOf(undo(made))).code).toBe("UNDO_EXPIRED");
  });

  test("when another seeker holds the time; a hold that has lapsed makes way", async () => {
    const { bookingId } = await book();
    const { undoId, undoUntil } = await cancel(bookingId);
    const wish = { coach: "maya", link: "session", startAt: new Date(TUESDAY), timeZone: "UTC" };
    const { holdToken } = await practice.holds.hold(wish, "a");
    expect((await problemOf(undo(undoId))).code).toBe("SLOT_TAKEN");
    practice.clock.set(undoUntil - 1);
    await practice.db.sql`update attendee set hold_expires_at = ${new Date(NOW)} where hold_expires_at is not null`;
    await practice.db.sql`update booking set hold_expires_at = ${new Date(NOW)} where status = 'held'`;
    await undo(undoId);
    expect(await practice.holds.release(holdToken)).toBe(false);
  });
});

test("the same request to take it back gives the same answer again", async () => {
  const { bookingId } = await book();
  const { undoId } = await cancel(bookingId);
  const input = { undo: undoId, idempotencyKey: "take it back" };
  expect(await practice.undo.undo(coachId, input)).toEqual(await practice.undo.undo(coachId, input));
});

test("the way back is found again by whoever comes back to the session, for as long as it can be gone", async () => {
  const found = (bookingId: string) => bookingLoaders(practice.db.em(), practice.clock).undo.load(bookingId);
  const { bookingId } = await book();
  expect(await found(bookingId)).toBeNull();
  const { undoId, undoUntil } = await cancel(bookingId);
  expect(await found(bookingId)).toEqual({ id: undoId, expiresAt: new Date(undoUntil) });
  practice.clock.set(undoUntil);
  expect(await found(bookingId)).toBeNull();
  practice.clock.set(undoUntil - 1);
  await practice.db.sql`update booking set version = version + 1`;
  expect(await found(bookingId)).toBeNull();
});
