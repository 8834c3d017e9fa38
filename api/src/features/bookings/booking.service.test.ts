import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { Refusal } from "../../platform/problem.ts";

let practice: TestPractice;

beforeAll(async () => {
  practice = await createPractice({ noticeMinutes: 60, horizonDays: 30, bufferAfterMinutes: 15 });
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await practice.db.sql`delete from booking`;
});

async function problemOf(work: Promise<unknown>) {
  const outcome = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome instanceof Refusal) return outcome.problem;
  throw outcome ?? new Error("It was accepted.");
}

function key() {
  return { idempotencyKey: crypto.randomUUID() };
}

describe("what is refused", () => {
  test.each([
    ["a start off the grid", "2026-06-02T13:10:00Z", "OFF_GRID"],
    ["a start outside hours", "2026-06-02T20:30:00Z", "OUTSIDE_HOURS"],
    ["a start in the past", "2026-05-29T13:00:00Z", "IN_PAST"],
    ["a start beyond the horizon", "2026-07-02T13:00:00Z", "HORIZON"],
  ])("%s", async (_, startAt, reason) => {
    const problem = await problemOf(practice.bookings.book(bookInput(startAt)));
    expect(problem).toMatchObject({ code: "SLOT_NOT_OFFERED", reason });
  });

  test("a start inside the notice, but not one just at its edge", async () => {
    practice.clock.set(NOW + 1);
    expect(await problemOf(practice.bookings.book(bookInput("2026-06-01T13:00:00Z")))).toMatchObject({
      reason: "NOTICE",
    });
    practice.clock.set(NOW);
    expect(await practice.bookings.book(bookInput("2026-06-01T13:00:00Z"))).toHaveProperty("bookingId");
  });

  test.each([
    ["a name of 300 characters", { name: "x".repeat(300) }, "client.name"],
    ["a name of spaces", { name: "   " }, "client.name"],
    ["a name with a line break", { name: "Ann\r\nBcc: all@example.com" }, "client.name"],
    ["a name that runs backwards", { name: "Ann \u202egpj.exe" }, "client.name"],
    ["an address without a host", { email: "ann@" }, "client.email"],
    ["an address with a header in it", { email: "ann@example.com\nBcc: b@example.com" }, "client.email"],
    ["a telephone number of letters", { phone: "call me" }, "client.phone"],
    ["a note with a control character", { note: "a\u0000b" }, "client.note"],
  ])("%s", async (_, wrong, field) => {
    const input = bookInput("2026-06-02T13:00:00Z");
    const problem = await problemOf(practice.bookings.book({ ...input, client: { ...input.client, ...wrong } }));
    expect(problem).toMatchObject({ code: "INVALID_INPUT", field });
  });

  test("a length that is not offered", async () => {
    const problem = await problemOf(practice.bookings.book(bookInput("2026-06-02T13:00:00Z", { minutes: 45 })));
    expect(problem).toMatchObject({ code: "INVALID_INPUT", field: "minutes" });
  });

  test("unknown, switched off, expired and used up links alike", async () => {
    const { db } = practice;
    const book = () => problemOf(practice.bookings.book(bookInput("2026-06-02T13:00:00Z")));
    const unknown = await problemOf(practice.bookings.book({ ...bookInput("2026-06-02T13:00:00Z"), link: "nowhere" }));
    await db.sql`update booking_link set active = false`;
    const off = await book();
    await db.sql`update booking_link set active = true, expires_at = ${new Date(NOW)}`;
    const expired = await book();
    await db.sql`update booking_link set expires_at = null, max_uses = 1`;
    await practice.bookings.book(bookInput("2026-06-05T13:00:00Z"));
    const usedUp = await book();
    await db.sql`update booking_link set max_uses = null`;
    expect(unknown.code).toBe("LINK_UNAVAILABLE");
    expect([off, expired, usedUp]).toEqual([unknown, unknown, unknown]);
  });
});

describe("a booking", () => {
  test("takes its slot, with the buffer after it, from the list", async () => {
    const startsOf = async () => (await tuesday()).flatMap((day) => day.slots.map((slot) => slot.localStart.slice(11)));
    expect(await startsOf()).toEqual(["09:00", "10:00", "11:00", "13:00", "14:00", "15:00", "16:00"]);
    await practice.bookings.book(bookInput("2026-06-02T14:00:00Z"));
    // 10:00 is taken, 11:00 lies within its buffer, and a session at 09:00 would end in the way of its own buffer.
    expect(await startsOf()).toEqual(["13:00", "14:00", "15:00", "16:00"]);
  });

  test("that was lost names the nearest slots that are free", async () => {
    await practice.bookings.book(bookInput("2026-06-02T18:00:00Z"));
    const problem = await problemOf(
      practice.bookings.book(bookInput("2026-06-02T18:00:00Z", { email: "late@example.com" })),
    );
    // In the visitor's zone, Berlin; 13:00 in New York would end within the buffer.
    const localStarts = ["2026-06-02T16:00", "2026-06-02T17:00", "2026-06-02T22:00"];
    expect(problem).toMatchObject({
      code: "SLOT_TAKEN",
      alternatives: localStarts.map((localStart) => ({ localStart })),
    });
  });

  test("with the key of another input is refused and nothing is booked", async () => {
    await practice.bookings.book(bookInput("2026-06-02T13:00:00Z", { idempotencyKey: "one key for two" }));
    const problem = await problemOf(
      practice.bookings.book(bookInput("2026-06-03T13:00:00Z", { idempotencyKey: "one key for two" })),
    );
    expect(problem.code).toBe("IDEMPOTENCY_CONFLICT");
    expect(await practice.db.sql`select id from booking`).toHaveLength(1);
  });

  test("by somebody who knows a client's address changes nothing about that client", async () => {
    await practice.bookings.book(bookInput("2026-06-02T13:00:00Z", { email: "known@example.com" }));
    const stranger = bookInput("2026-06-03T13:00:00Z", { email: "KNOWN@example.com" });
    const seat = await practice.bookings.book({ ...stranger, client: { ...stranger.client, name: "Mallory" } });
    const clients = await practice.db.sql<{
      name: string;
    }>`select name from client where lower(email) = 'known@example.com'`;
    expect(clients).toEqual([{ name: "Ann Archer" }]);
    expect((await practice.bookings.access(practice.bookings.tokenOf(seat.attendeeId))).attendee.name).toBe("Mallory");
  });
});

describe("a hold", () => {
  const wish = { coach: "maya", link: "session", startAt: new Date("2026-06-02T13:00:00Z"), timeZone: "Europe/Berlin" };

  test("hides its slot from others, not from its owner, and gives it back when it is released", async () => {
    const { holdToken } = await practice.holds.hold(wish, "a");
    expect(await firstStart()).not.toBe("09:00");
    expect(await firstStart(holdToken)).toBe("09:00");
    expect(await practice.holds.release(holdToken)).toBe(true);
    expect(await firstStart()).toBe("09:00");
    expect(await practice.holds.release(holdToken)).toBe(false);
  });

  test("that has lapsed makes way for the next one, and its owner is told", async () => {
    const { holdToken } = await practice.holds.hold(wish, "a");
    practice.clock.set(NOW + 6 * 60_000);
    expect(await firstStart()).toBe("09:00");
    await practice.bookings.book(bookInput("2026-06-02T13:00:00Z", { email: "second@example.com" }));
    const problem = await problemOf(practice.bookings.book(bookInput("2026-06-02T13:00:00Z", { holdToken })));
    expect(problem.code).toBe("HOLD_EXPIRED");
  });

  test("that has lapsed still books while nobody else wants the slot", async () => {
    const { holdToken } = await practice.holds.hold(wish, "a");
    practice.clock.set(NOW + 60 * 60_000);
    expect(await practice.bookings.book(bookInput("2026-06-02T13:00:00Z", { holdToken }))).toHaveProperty("bookingId");
  });

  test("keeps its slot when the notice begins while the form is filled in", async () => {
    practice.clock.set(Date.parse("2026-06-02T11:59:00Z"));
    const { holdToken } = await practice.holds.hold(wish, "a");
    practice.clock.set(Date.parse("2026-06-02T12:03:00Z"));
    expect(await practice.bookings.book(bookInput("2026-06-02T13:00:00Z", { holdToken }))).toHaveProperty("bookingId");
  });

  test("is one of at most five of one visitor; a replaced one does not count", async () => {
    const starts = ["13", "15", "17", "18", "20"].map((hour) => ({
      ...wish,
      startAt: new Date(`2026-06-03T${hour}:00:00Z`),
    }));
    const [first] = await Promise.all(starts.slice(0, 1).map((start) => practice.holds.hold(start, "b")));
    for (const day of [4, 5, 8, 9])
      await practice.holds.hold({ ...wish, startAt: new Date(`2026-06-0${day}T13:00:00Z`) }, "b");
    const next = { ...wish, startAt: new Date("2026-06-10T13:00:00Z") };
    expect((await problemOf(practice.holds.hold(next, "b"))).code).toBe("TOO_MANY_HOLDS");
    expect(await practice.holds.hold({ ...next, replaces: first?.holdToken ?? "" }, "b")).toHaveProperty("holdToken");
  });
});

describe("a client with a token", () => {
  test("moves her session into the time that it occupies itself", async () => {
    await practice.db.sql`update session_type set step_minutes = 30`;
    const seat = await practice.bookings.book(bookInput("2026-06-03T13:00:00Z"));
    const token = practice.bookings.tokenOf(seat.attendeeId);
    await practice.bookings.reschedule({
      token,
      startAt: new Date("2026-06-03T13:30:00Z"),
      timeZone: "Asia/Tokyo",
      ...key(),
    });
    const { booking, attendee } = await practice.bookings.access(token);
    expect(booking.startAt).toEqual(new Date("2026-06-03T13:30:00Z"));
    expect(booking.localStart).toBe("2026-06-03T09:30");
    expect(attendee.timeZone).toBe("Asia/Tokyo");
    await practice.db.sql`update session_type set step_minutes = 60`;
  });

  test("cancels it once, and the slot is free again", async () => {
    const seat = await practice.bookings.book(bookInput("2026-06-03T13:00:00Z"));
    const token = practice.bookings.tokenOf(seat.attendeeId);
    await practice.bookings.cancel({ token, reason: "A cold", ...key() });
    expect(await practice.bookings.access(token)).toMatchObject({
      canChange: false,
      booking: { status: "cancelled", cancelReason: "A cold" },
    });
    expect((await problemOf(practice.bookings.cancel({ token, ...key() }))).code).toBe("ALREADY_CANCELLED");
    expect(await practice.bookings.book(bookInput("2026-06-03T13:00:00Z"))).toHaveProperty("bookingId");
  });

  test("is told when it is too late", async () => {
    const seat = await practice.bookings.book(bookInput("2026-06-02T13:00:00Z"));
    const token = practice.bookings.tokenOf(seat.attendeeId);
    practice.clock.set(Date.parse("2026-06-01T13:00:00.001Z"));
    expect(await problemOf(practice.bookings.cancel({ token, ...key() }))).toMatchObject({ code: "TOO_LATE" });
  });

  test("who makes up a token finds nothing", async () => {
    const seat = await practice.bookings.book(bookInput("2026-06-03T13:00:00Z"));
    const token = practice.bookings.tokenOf(seat.attendeeId);
    for (const wrong of ["", "nonsense", `${token}x`, token.slice(0, -2), token.replace(/^./, "_")]) {
      expect((await problemOf(practice.bookings.access(wrong))).code).toBe("BOOKING_NOT_FOUND");
    }
  });
});

async function tuesday(holdToken?: string) {
  const args = { coach: "maya", link: "session", from: "2026-06-02", to: "2026-06-02", timeZone: "America/New_York" };
  return (await practice.slots.list(holdToken ? { ...args, holdToken } : args)).days;
}

async function firstStart(holdToken?: string) {
  return (await tuesday(holdToken))[0]?.slots[0]?.localStart.slice(11);
}
