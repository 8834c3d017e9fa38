import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { problemOf } from "../../../test/refusal.ts";
import { Attendee, Booking } from "../../entities/index.ts";

const HOUR = 3_600_000;
const TUESDAY = "2026-06-02T13:00:00Z";
let practice: TestPractice;
let coachId: string;

beforeAll(async () => {
  practice = await createPractice({ requiresApproval: true, approvalHours: 6 });
  coachId = practice.coach.id;
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await practice.db.sql`delete from booking`;
  await practice.db.sql`update session_type set capacity = 1, requires_approval = true, step_minutes = 60`;
});

const key = () => ({ idempotencyKey: crypto.randomUUID() });
const book = (startAt = TUESDAY, email = "ann@example.com") => practice.bookings.book(bookInput(startAt, { email }));
const accessOf = (attendeeId: string) => practice.bookings.access(practice.bookings.tokenOf(attendeeId));
const idOf = (bookingId: string) => Object.assign(new Booking(), { id: bookingId }).globalId;
const seatIdOf = (attendeeId: string) => Object.assign(new Attendee(), { id: attendeeId }).globalId;
const approve = (bookingId: string, more = {}) =>
  practice.decisions.approve(coachId, { booking: idOf(bookingId), ...key(), ...more });
const decline = (bookingId: string, more = {}) =>
  practice.decisions.decline(coachId, { booking: idOf(bookingId), ...key(), ...more });

async function tuesdayStarts() {
  const args = { coach: "maya", link: "session", from: "2026-06-02", to: "2026-06-02", timeZone: "America/New_York" };
  return (await practice.slots.list(args)).days.flatMap((day) => day.slots.map((slot) => slot.localStart.slice(11)));
}
async function agendaStatus() {
  const range = { from: "2026-06-01", to: "2026-06-30", first: 10 };
  const { edges } = await practice.agendaView.page(practice.coach, range);
  return edges.map(({ node }) => [node.status, node.cancelCause]);
}

describe("a booking that needs approval", () => {
  test("is pending, takes its time, and waits as long as the coach chose", async () => {
    const seat = await book();
    const { booking } = await accessOf(seat.attendeeId);
    expect(booking).toMatchObject({ status: "pending", approveBy: new Date(NOW + 6 * HOUR) });
    expect(await tuesdayStarts()).not.toContain("09:00");
    expect((await problemOf(book(TUESDAY, "bo@example.com"))).code).toBe("SLOT_TAKEN");
    expect((await practice.agendaView.waiting(coachId)).map(({ id }) => id)).toEqual([seat.bookingId]);
  });

  test("waits until it begins at the latest", async () => {
    const { booking } = await accessOf((await book("2026-06-01T14:00:00Z")).attendeeId);
    expect(booking.approveBy).toEqual(new Date("2026-06-01T14:00:00Z"));
  });

  test("is confirmed by the coach, once, with what she says", async () => {
    const { bookingId, attendeeId } = await book();
    const input = { booking: idOf(bookingId), message: "Glad to!", idempotencyKey: "one answer" };
    const first = await practice.decisions.approve(coachId, input);
    expect(await practice.decisions.approve(coachId, input)).toEqual(first);
    expect((await accessOf(attendeeId)).booking).toMatchObject({
      status: "confirmed",
      approveBy: null,
      coachMessage: "Glad to!",
    });
    expect((await problemOf(approve(bookingId))).code).toBe("NOT_WAITING");
    expect((await problemOf(decline(bookingId))).code).toBe("NOT_WAITING");
    expect(await practice.agendaView.waiting(coachId)).toEqual([]);
  });

  test("that is declined frees its time and says so", async () => {
    const { bookingId, attendeeId } = await book();
    await decline(bookingId, { message: "I am away that day." });
    expect(await accessOf(attendeeId)).toMatchObject({
      canChange: false,
      booking: { status: "cancelled", cancelCause: "declined", coachMessage: "I am away that day." },
    });
    expect(await book(TUESDAY, "bo@example.com")).toHaveProperty("bookingId");
  });

  test("lapses at its deadline for every reader, before any job has run", async () => {
    const { bookingId, attendeeId } = await book();
    practice.clock.set(NOW + 6 * HOUR - 1);
    expect(await agendaStatus()).toEqual([["pending", null]]);
    practice.clock.set(NOW + 6 * HOUR);
    expect(await tuesdayStarts()).toContain("09:00");
    expect(await agendaStatus()).toEqual([["cancelled", "lapsed"]]);
    expect(await accessOf(attendeeId)).toMatchObject({
      canChange: false,
      booking: { status: "cancelled", cancelCause: "lapsed" },
    });
    expect((await problemOf(approve(bookingId))).code).toBe("NOT_WAITING");
    const cancel = practice.bookings.cancel({ token: practice.bookings.tokenOf(attendeeId), ...key() });
    expect((await problemOf(cancel)).code).toBe("ALREADY_CANCELLED");
    const move = { booking: idOf(bookingId), start: { at: new Date("2026-06-03T13:00:00Z") }, ...key() };
    expect((await problemOf(practice.agenda.reschedule(coachId, move))).code).toBe("ALREADY_CANCELLED");
  });

  test("that has lapsed makes way for the next one, and stays on record", async () => {
    const { bookingId } = await book();
    practice.clock.set(NOW + 6 * HOUR);
    expect(await book(TUESDAY, "bo@example.com")).toHaveProperty("bookingId");
    expect(await practice.db.sql`select status, cancel_cause from booking where id = ${bookingId}`).toEqual([
      { status: "cancelled", cancel_cause: "lapsed" },
    ]);
  });

  test("that has lapsed is written down by the job, once", async () => {
    await book();
    practice.clock.set(NOW + 6 * HOUR);
    const never = new AbortController().signal;
    await Promise.all([practice.bookingUpkeep.lapsePending(never), practice.bookingUpkeep.lapsePending(never)]);
    expect(
      await practice.db.sql`
      select booking.status, booking.cancel_cause, seat.cancel_cause as seat, booking.version
      from booking join attendee seat on seat.booking_id = booking.id`,
    ).toEqual([{ status: "cancelled", cancel_cause: "lapsed", seat: "lapsed", version: 2 }]);
  });

  test("is pending again at the time to which its client moves it, unless the coach asked her to", async () => {
    const seat = await book();
    await approve(seat.bookingId);
    const token = practice.bookings.tokenOf(seat.attendeeId);
    const move = (startAt: string) =>
      practice.bookings.reschedule({ token, startAt: new Date(startAt), timeZone: "UTC", ...key() });
    await move("2026-06-03T13:00:00Z");
    expect((await practice.bookings.access(token)).booking).toMatchObject({
      status: "pending",
      approveBy: new Date(NOW + 6 * HOUR),
    });
    await approve(seat.bookingId);
    await practice.moves.request(coachId, { booking: idOf(seat.bookingId) });
    await move("2026-06-04T13:00:00Z");
    expect((await practice.bookings.access(token)).booking).toMatchObject({ status: "confirmed", approveBy: null });
  });

  test("is confirmed at once when the coach books it herself", async () => {
    const [type] = await practice.sessionTypes.listOf(coachId);
    const newClient = { name: "Cy", email: "cy@example.com", timeZone: "UTC" };
    const start = { at: new Date(TUESDAY) };
    await practice.agenda.bookForClient(coachId, { sessionType: type?.globalId ?? "", start, newClient, ...key() });
    expect(await agendaStatus()).toEqual([["confirmed", null]]);
  });

  test("is one of at most three that one mail address has waiting", async () => {
    for (const day of ["02", "03", "04"]) await book(`2026-06-${day}T13:00:00Z`, "ANN@example.com");
    expect((await problemOf(book("2026-06-05T13:00:00Z"))).code).toBe("TOO_MANY_HOLDS");
    expect(await book("2026-06-05T13:00:00Z", "bo@example.com")).toHaveProperty("bookingId");
    practice.clock.set(NOW + 6 * HOUR);
    expect(await book("2026-06-08T13:00:00Z")).toHaveProperty("bookingId");
  });

  test("does not use up its link when it is declined or lapses", async () => {
    await practice.db.sql`update booking_link set max_uses = 1`;
    const { bookingId } = await book();
    expect((await problemOf(book("2026-06-03T13:00:00Z"))).code).toBe("LINK_UNAVAILABLE");
    await decline(bookingId);
    await book("2026-06-03T13:00:00Z");
    practice.clock.set(NOW + 6 * HOUR);
    expect(await book("2026-06-04T13:00:00Z")).toHaveProperty("bookingId");
    await practice.db.sql`update booking_link set max_uses = null`;
  });
});

describe("a group that needs approval", () => {
  test("is decided seat by seat, and is confirmed with the first of them", async () => {
    await practice.db.sql`update session_type set capacity = 3`;
    const [ann, bo, cy] = [await book(), await book(TUESDAY, "bo@example.com"), await book(TUESDAY, "cy@example.com")];
    expect(new Set([ann.bookingId, bo.bookingId, cy.bookingId]).size).toBe(1);
    await approve(ann.bookingId, { attendee: seatIdOf(ann.attendeeId) });
    expect((await accessOf(ann.attendeeId)).booking.status).toBe("confirmed");
    expect((await accessOf(bo.attendeeId)).booking.status).toBe("pending");
    await decline(ann.bookingId, { attendee: seatIdOf(bo.attendeeId) });
    expect((await accessOf(bo.attendeeId)).booking).toMatchObject({ status: "cancelled", cancelCause: "declined" });
    expect((await accessOf(ann.attendeeId)).booking.status).toBe("confirmed");
    // The third seat lapses and is free again, while the group stays.
    practice.clock.set(NOW + 6 * HOUR);
    expect((await accessOf(cy.attendeeId)).booking).toMatchObject({ status: "cancelled", cancelCause: "lapsed" });
    expect((await book(TUESDAY, "cy@example.com")).bookingId).toBe(ann.bookingId);
  });
});

describe("who came", () => {
  beforeEach(async () => {
    await practice.db.sql`update session_type set requires_approval = false`;
  });
  const record = (bookingId: string, attendance: "COMPLETED" | "NO_SHOW", more = {}) =>
    practice.decisions.recordAttendance(coachId, { booking: idOf(bookingId), attendance, ...key(), ...more });
  const statusOf = async (bookingId: string) =>
    (await practice.db.em().findOneOrFail(Booking, { id: bookingId })).status;

  test("is noted once the session has begun, also after time has counted it as held", async () => {
    const { bookingId } = await book();
    expect((await problemOf(record(bookingId, "NO_SHOW"))).code).toBe("NOT_YET");
    practice.clock.set(Date.parse(TUESDAY));
    await record(bookingId, "COMPLETED");
    expect(await statusOf(bookingId)).toBe("completed");
    practice.clock.set(Date.parse(TUESDAY) + 24 * HOUR);
    const { undoId } = await record(bookingId, "NO_SHOW");
    expect(await statusOf(bookingId)).toBe("noShow");
    await practice.undo.undo(coachId, { undo: undoId, ...key() });
    expect(await statusOf(bookingId)).toBe("completed");
  });

  test("of a group is noted seat by seat", async () => {
    await practice.db.sql`update session_type set capacity = 2`;
    const [ann, bo] = [await book(), await book(TUESDAY, "bo@example.com")];
    practice.clock.set(Date.parse(TUESDAY) + HOUR);
    await record(ann.bookingId, "NO_SHOW", { attendee: seatIdOf(ann.attendeeId) });
    expect(await statusOf(ann.bookingId)).toBe("completed");
    expect((await accessOf(ann.attendeeId)).booking.status).toBe("noShow");
    expect((await accessOf(bo.attendeeId)).booking.status).toBe("completed");
    await record(ann.bookingId, "NO_SHOW", { attendee: seatIdOf(bo.attendeeId) });
    expect(await statusOf(ann.bookingId)).toBe("noShow");
  });

  test("is not asked of a cancelled session, nor of a stranger's", async () => {
    const { bookingId, attendeeId } = await book();
    await practice.bookings.cancel({ token: practice.bookings.tokenOf(attendeeId), ...key() });
    practice.clock.set(Date.parse(TUESDAY));
    expect((await problemOf(record(bookingId, "NO_SHOW"))).code).toBe("ALREADY_CANCELLED");
    const theirs = { booking: idOf(crypto.randomUUID()), attendance: "NO_SHOW" as const, ...key() };
    expect((await problemOf(practice.decisions.recordAttendance(coachId, theirs))).code).toBe("NOT_FOUND");
  });
});
