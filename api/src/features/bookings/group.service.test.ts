import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { outcomesOf, problemOf } from "../../../test/refusal.ts";
import { Booking, Client } from "../../entities/index.ts";

const TUESDAY = "2026-06-02T13:00:00Z";
const WEDNESDAY = "2026-06-03T13:00:00Z";
let practice: TestPractice;
let sessionType: string;

beforeAll(async () => {
  practice = await createPractice({ capacity: 3, stepMinutes: 30 });
  sessionType = (await practice.sessionTypes.listOf(practice.coach.id))[0]?.globalId ?? "";
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await practice.db.sql`delete from booking`;
  await setCapacity(3);
});

const key = () => ({ idempotencyKey: crypto.randomUUID() });
const book = (email: string, startAt = TUESDAY) => practice.bookings.book(bookInput(startAt, { email }));
const tokenOf = ({ attendeeId }: { attendeeId: string }) => practice.bookings.tokenOf(attendeeId);
const setCapacity = (capacity: number) =>
  practice.sessionTypes.update(practice.coach.id, uuid(sessionType), { id: sessionType, capacity });
const uuid = (globalId: string) => Buffer.from(globalId, "base64url").toString().split(":")[1] ?? null;
const move = (seat: { attendeeId: string }, startAt: string) =>
  practice.bookings.reschedule({ token: tokenOf(seat), startAt: new Date(startAt), timeZone: "UTC", ...key() });
async function seatsLeft(startAt = TUESDAY) {
  const date = startAt.slice(0, 10);
  const { days } = await practice.slots.list({ coach: "maya", link: "session", from: date, to: date, timeZone: "UTC" });
  return (
    days.flatMap(({ slots }) => slots).find((slot) => slot.startAt.getTime() === Date.parse(startAt))?.seatsLeft ?? 0
  );
}

describe("the number of seats", () => {
  test("that shrinks drops nobody, and lets nobody in until enough have left", async () => {
    const [ann, bo] = [await book("ann@example.com"), await book("bo@example.com"), await book("cy@example.com")];
    await setCapacity(2);
    expect(await practice.db.sql`select from attendee where cancelled_at is null`).toHaveLength(3);
    await practice.bookings.cancel({ token: tokenOf(ann), ...key() });
    expect(await seatsLeft()).toBe(0);
    expect((await problemOf(book("di@example.com"))).code).toBe("SLOT_TAKEN");
    await practice.bookings.cancel({ token: tokenOf(bo), ...key() });
    expect(await seatsLeft()).toBe(1);
    expect(await book("di@example.com")).toHaveProperty("bookingId");
  });

  test("that grows opens seats in sessions that are there already", async () => {
    for (const name of ["ann", "bo", "cy"]) await book(`${name}@example.com`);
    await setCapacity(5);
    expect(await seatsLeft()).toBe(2);
  });

  test("does not open a session of two to others", async () => {
    await setCapacity(1);
    await book("ann@example.com");
    await setCapacity(5);
    expect(await seatsLeft()).toBe(0);
    expect((await problemOf(book("bo@example.com"))).code).toBe("SLOT_TAKEN");
  });

  test("that shrinks to one leaves a group where it is", async () => {
    const seats = [await book("ann@example.com"), await book("bo@example.com")];
    await setCapacity(1);
    for (const seat of seats) expect((await practice.bookings.access(tokenOf(seat))).canChange).toBe(true);
    await move(seats[0] ?? { attendeeId: "" }, WEDNESDAY);
    expect(await practice.db.sql`select status from booking order by start_at`).toEqual([
      { status: "confirmed" },
      { status: "confirmed" },
    ]);
  });
});

describe("a client", () => {
  test("has one seat in a session, however she writes her address", async () => {
    await book("ann@example.com");
    expect((await problemOf(book("ANN@example.com"))).code).toBe("ALREADY_SEATED");
    expect(await outcomesOf([1, 2, 3].map(() => book("bo@example.com")))).toEqual({ won: 1, AlreadySeated: 2 });
  });

  test("can come back after she has left", async () => {
    const seat = await book("ann@example.com");
    await book("bo@example.com");
    await practice.bookings.cancel({ token: tokenOf(seat), ...key() });
    expect(await book("ann@example.com")).toHaveProperty("attendeeId");
  });

  test("is not seated twice by the coach either", async () => {
    await book("ann@example.com");
    const client = await practice.db.em().findOneOrFail(Client, { email: "ann@example.com" });
    const start = { at: new Date(TUESDAY) };
    const known = { sessionType, start, client: client.globalId, ...key() };
    const typed = {
      sessionType,
      start,
      newClient: { name: "Ann", email: "Ann@example.com", timeZone: "UTC" },
      ...key(),
    };
    for (const input of [known, typed]) {
      expect((await problemOf(practice.agenda.bookForClient(practice.coach.id, input))).code).toBe("ALREADY_SEATED");
    }
  });

  test("who moves alone takes the session along, also into time that it occupies itself", async () => {
    const seat = await book("ann@example.com");
    const moved = await move(seat, "2026-06-02T13:30:00Z");
    expect(moved.bookingId).toBe(seat.bookingId);
    expect(await practice.db.sql`select status from booking`).toEqual([{ status: "confirmed" }]);
  });

  test("who moves joins the group that is there, and the others stay", async () => {
    const [ann, bo, cy] = [
      await book("ann@example.com"),
      await book("bo@example.com"),
      await book("cy@example.com", WEDNESDAY),
    ];
    expect((await move(ann, WEDNESDAY)).bookingId).toBe(cy.bookingId);
    expect((await practice.bookings.access(tokenOf(bo))).booking.status).toBe("confirmed");
    // The last one to leave takes the session with her.
    expect((await move(bo, WEDNESDAY)).bookingId).toBe(cy.bookingId);
    expect(await practice.db.sql`select status from booking order by start_at`).toEqual([
      { status: "cancelled" },
      { status: "confirmed" },
    ]);
    expect(await seatsLeft(WEDNESDAY)).toBe(0);
  });

  test("cannot move into a group in which she has a seat already", async () => {
    const seat = await book("ann@example.com");
    await book("bo@example.com");
    await book("ann@example.com", WEDNESDAY);
    expect((await problemOf(move(seat, WEDNESDAY))).code).toBe("ALREADY_SEATED");
  });

  test("who leaves while somebody is about to join keeps her record, and the other one books", async () => {
    const seat = await book("ann@example.com");
    const wish = { coach: "maya", link: "session", startAt: new Date(TUESDAY), timeZone: "UTC" };
    const { holdToken } = await practice.holds.hold(wish, "a");
    await practice.bookings.cancel({ token: tokenOf(seat), reason: "A cold", ...key() });
    expect(await practice.db.sql`select status from booking`).toEqual([{ status: "held" }]);
    expect((await practice.bookings.access(tokenOf(seat))).booking).toMatchObject({
      status: "cancelled",
      cancelReason: "A cold",
    });
    const joined = await practice.bookings.book(bookInput(TUESDAY, { email: "bo@example.com", holdToken }));
    expect((await practice.bookings.access(tokenOf(joined))).booking.status).toBe("confirmed");
    expect((await practice.bookings.access(tokenOf(seat))).booking.status).toBe("cancelled");
  });

  test("who left finds her session cancelled also when the other one lets go or lapses", async () => {
    for (const end of ["release", "lapse", "replace"]) {
      await practice.db.sql`delete from booking`;
      practice.clock.set(NOW);
      const seat = await book("ann@example.com");
      const wish = { coach: "maya", link: "session", startAt: new Date(TUESDAY), timeZone: "UTC" };
      const { holdToken } = await practice.holds.hold(wish, "a");
      await practice.bookings.cancel({ token: tokenOf(seat), ...key() });
      if (end === "release") await practice.holds.release(holdToken);
      else practice.clock.set(NOW + 6 * 60_000);
      if (end === "lapse") await practice.bookingUpkeep.removeLapsedHolds(new AbortController().signal);
      if (end === "replace") await book("bo@example.com");
      const access = await practice.bookings.access(tokenOf(seat));
      expect([end, access.booking.status, access.booking.cancelCause]).toEqual([end, "cancelled", "client"]);
      expect(await seatsLeft()).toBe(end === "replace" ? 2 : 3);
    }
  });

  test("who holds a seat while the coach cancels the session is told that it is gone, or books it anew", async () => {
    const seat = await book("ann@example.com");
    const wish = { coach: "maya", link: "session", startAt: new Date(TUESDAY), timeZone: "UTC" };
    const { holdToken } = await practice.holds.hold(wish, "a");
    const booking = Object.assign(new Booking(), { id: seat.bookingId }).globalId;
    await practice.agenda.cancel(practice.coach.id, { booking, ...key() });
    const joined = await practice.bookings.book(bookInput(TUESDAY, { email: "bo@example.com", holdToken }));
    expect(joined.bookingId).not.toBe(seat.bookingId);
    expect((await practice.bookings.access(tokenOf(joined))).booking.status).toBe("confirmed");
  });
});

test("a group meets in the one room that was made for it", async () => {
  await practice.db.sql`update session_type set place_per_booking = true, place_detail = ''`;
  const [ann, bo] = [await book("ann@example.com"), await book("bo@example.com")];
  const rooms = await Promise.all(
    [ann, bo].map(async (seat) => (await practice.bookings.access(tokenOf(seat))).booking.place.detail),
  );
  expect(rooms[0]).toMatch(/^https:\/\/meet\.example\.com\/kairos-[a-z2-7]{32}$/);
  expect(rooms[1]).toBe(rooms[0]);
  const moved = await move(bo, WEDNESDAY);
  const room = (await practice.bookings.access(tokenOf(moved))).booking.place.detail;
  expect(room).toMatch(/^https:/);
  expect(room).not.toBe(rooms[0]);
  await practice.db
    .sql`update session_type set place_per_booking = false, place_detail = 'https://meet.example.com/maya'`;
});
