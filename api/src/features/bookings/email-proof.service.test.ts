import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { outcomesOf, problemOf } from "../../../test/refusal.ts";
import { HoldExpired } from "./booking.inputs.ts";

const MINUTE = 60_000;
const TUESDAY = "2026-06-02T13:00:00Z";
let practice: TestPractice;

beforeAll(async () => {
  practice = await createPractice({ requiresEmailProof: true });
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await practice.db.sql`delete from booking`;
  await practice.db.sql`update session_type set requires_approval = false, capacity = 1`;
});

const key = () => ({ idempotencyKey: crypto.randomUUID() });

/** Asks for a slot: the token of what is kept, and the code that was sent. */
async function ask(startAt = TUESDAY, email = "ann@example.com", owner = "a visitor") {
  const taken = await practice.bookings.book(bookInput(startAt, { email }), owner);
  return { ...taken, holdToken: practice.holds.tokenOf(taken.attendeeId), code: lastCode() };
}
const lastCode = () => /^\d{6}$/m.exec(practice.sent.at(-1)?.text ?? "")?.[0] ?? "";
const prove = (holdToken: string, code: string) => practice.emailProofs.prove({ holdToken, code, ...key() });
const wrong = (code: string) => (code === "000000" ? "000001" : "000000");
async function tuesdayStarts() {
  const args = { coach: "maya", link: "session", from: "2026-06-02", to: "2026-06-02", timeZone: "America/New_York" };
  return (await practice.slots.list(args)).days.flatMap((day) => day.slots.map((slot) => slot.localStart.slice(11)));
}

describe("where the mail address must be proven", () => {
  test("a slot is kept and a code sent; nothing is booked until it is entered", async () => {
    const { holdToken, code, proofUntil, bookingId } = await ask();
    expect(proofUntil).toBe(NOW + 10 * MINUTE);
    expect(practice.sent.at(-1)).toMatchObject({ to: { address: "ann@example.com" }, subject: `Your code is ${code}` });
    expect(await practice.db.sql`select status from booking`).toEqual([{ status: "held" }]);
    expect(await practice.db.sql`select from client where email = 'ann@example.com'`).toEqual([]);
    expect(await tuesdayStarts()).not.toContain("09:00");
    const seat = await prove(holdToken, `${code.slice(0, 3)} ${code.slice(3)}`);
    expect(seat).toMatchObject({ bookingId, proofUntil: null });
    const { booking, attendee } = await practice.bookings.access(practice.bookings.tokenOf(seat.attendeeId));
    expect([booking.status, attendee.name]).toEqual(["confirmed", "Ann Archer"]);
    expect(await practice.db.sql`select from email_proof`).toEqual([]);
  });

  test("the code is not to be found in the database", async () => {
    const { code } = await ask();
    const rows = await practice.db.sql<{ text: string }>`
      select (select jsonb_agg(to_jsonb(proof)) from email_proof proof)::text
        || (select jsonb_agg(to_jsonb(key)) from idempotency_key key)::text as text`;
    expect(rows[0]?.text).not.toContain(code);
  });

  test("what is unproven lapses after ten minutes and the slot is free, whatever code comes then", async () => {
    const { holdToken, code } = await ask();
    practice.clock.set(NOW + 10 * MINUTE);
    expect(await tuesdayStarts()).toContain("09:00");
    expect((await problemOf(prove(holdToken, code))).code).toBe("HOLD_EXPIRED");
    await ask(TUESDAY, "bo@example.com");
    expect((await problemOf(prove(holdToken, code))).code).toBe("HOLD_EXPIRED");
  });

  test("a hold from before is kept on, for the time it takes to find the mail", async () => {
    const wish = { coach: "maya", link: "session", startAt: new Date(TUESDAY), timeZone: "UTC" };
    const { holdToken } = await practice.holds.hold(wish, "a");
    practice.clock.set(NOW + 4 * MINUTE);
    await practice.bookings.book(bookInput(TUESDAY, { holdToken }));
    practice.clock.set(NOW + 13 * MINUTE);
    expect(await tuesdayStarts()).not.toContain("09:00");
    expect(await prove(holdToken, lastCode())).toHaveProperty("bookingId");
  });

  test("five wrong codes void it, however many come at once; a new one works", async () => {
    const { holdToken, code } = await ask();
    const tries = Array.from({ length: 20 }, () => prove(holdToken, wrong(code)));
    expect(await outcomesOf(tries)).toEqual({ WrongCode: 20 });
    expect(await problemOf(prove(holdToken, code))).toMatchObject({ code: "WRONG_CODE", triesLeft: 0 });
    await practice.emailProofs.sendAgain(holdToken);
    expect((await problemOf(prove(holdToken, code))).code).toBe("WRONG_CODE");
    expect(await prove(holdToken, lastCode())).toHaveProperty("bookingId");
  });

  test("wrong tries are told how many are left", async () => {
    const { holdToken, code } = await ask();
    expect(await problemOf(prove(holdToken, wrong(code)))).toMatchObject({ triesLeft: 4 });
    expect(await problemOf(prove(holdToken, wrong(code)))).toMatchObject({ triesLeft: 3 });
    expect(await prove(holdToken, code)).toHaveProperty("bookingId");
  });

  test("three codes are sent for one booking, no more, and none makes it last longer", async () => {
    const { holdToken } = await ask();
    expect(await practice.emailProofs.sendAgain(holdToken)).toEqual(new Date(NOW + 10 * MINUTE));
    await practice.emailProofs.sendAgain(holdToken);
    expect(await problemOf(practice.emailProofs.sendAgain(holdToken))).toMatchObject({ field: "holdToken" });
  });

  test.each(["", "12345", "1234567", "abcdef", "１２３４５６"])("%j is not a code", async (code) => {
    const { holdToken } = await ask();
    expect(await problemOf(prove(holdToken, code))).toMatchObject({ code: "INVALID_INPUT", field: "code" });
  });

  test("the right code sent twice at once books once, and the same request gives the same seat", async () => {
    const { holdToken, code } = await ask();
    const same = { holdToken, code, idempotencyKey: "one proof" };
    const seats = await Promise.all([1, 2, 3].map(() => practice.emailProofs.prove(same)));
    expect(new Set(seats.map(({ attendeeId }) => attendeeId)).size).toBe(1);
    expect(await practice.emailProofs.prove(same)).toMatchObject({ attendeeId: seats[0]?.attendeeId });
    expect((await problemOf(prove(holdToken, code))).code).toBe("HOLD_EXPIRED");
    expect(await practice.db.sql`select from attendee where client_id is not null`).toHaveLength(1);
  });

  test("one mail address keeps at most three slots unproven", async () => {
    for (const day of ["02", "03", "04"]) await ask(`2026-06-${day}T13:00:00Z`, "Ann@example.com", `visitor ${day}`);
    expect((await problemOf(ask("2026-06-05T13:00:00Z"))).code).toBe("TOO_MANY_HOLDS");
    practice.clock.set(NOW + 10 * MINUTE);
    expect(await ask("2026-06-05T13:00:00Z")).toHaveProperty("code");
  });

  test("a link for a single use belongs to the first who proves her address", async () => {
    await practice.db.sql`update booking_link set max_uses = 1`;
    const ann = await ask();
    const bo = await ask("2026-06-03T13:00:00Z", "bo@example.com");
    await prove(bo.holdToken, bo.code);
    expect((await problemOf(prove(ann.holdToken, ann.code))).code).toBe("LINK_UNAVAILABLE");
    await practice.db.sql`update booking_link set max_uses = null`;
  });

  test("the coach's approval is asked for afterwards", async () => {
    await practice.db.sql`update session_type set requires_approval = true`;
    const { holdToken, code } = await ask();
    const seat = await prove(holdToken, code);
    expect((await practice.bookings.access(practice.bookings.tokenOf(seat.attendeeId))).booking.status).toBe("pending");
  });

  test("only who proves an address learns that it has a seat in the group", async () => {
    await practice.db.sql`update session_type set capacity = 5`;
    const first = await ask();
    await prove(first.holdToken, first.code);
    const second = await ask();
    expect((await problemOf(prove(second.holdToken, second.code))).code).toBe("ALREADY_SEATED");
  });

  test("changes of the session type meanwhile are met: a question that is new must be answered", async () => {
    const { holdToken, code } = await ask();
    const question = {
      key: "topic",
      kind: "text",
      label: "Topic",
      help: null,
      required: true,
      options: [],
      shownWhen: null,
    };
    await practice.db.sql`update session_type set questions = ${JSON.stringify([question])}::jsonb`;
    expect(await problemOf(prove(holdToken, code))).toMatchObject({ field: "answers.topic" });
    await practice.db.sql`update session_type set questions = '[]'`;
    expect(await prove(holdToken, code)).toHaveProperty("bookingId");
  });
});

test("a made-up token proves nothing", async () => {
  expect(await problemOf(prove("nonsense", "123456"))).toBeInstanceOf(HoldExpired);
});
