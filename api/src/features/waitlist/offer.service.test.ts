import { afterEach, beforeEach, expect, test } from "vitest";
import { createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { problemOf } from "../../../test/refusal.ts";
import { answerInput, offered, openOfferOf, TestDay, wait } from "../../../test/waiting.ts";
import { createTokenSigner } from "../../platform/secrets.ts";

const minute = 60_000;
const nine = new Date("2026-06-02T13:00:00Z");
const ten = new Date("2026-06-02T14:00:00Z");
const tuesday = { date: "2026-06-02" };
let practice: TestPractice;
let day: TestDay;
let ann: string;
let offer: string;

beforeEach(async () => {
  practice = await createPractice({ cancelNoticeMinutes: 0 });
  day = new TestDay(practice);
  await day.fill();
  ann = await wait(practice, "ann", tuesday);
  await day.cancel("10:00");
  offer = await openOfferOf(practice, ann);
});
afterEach(() => practice.close());

const statusOf = async (token: string) => (await practice.waitlistView.access(token)).entry.status;

test("accepting books the held time with one press, and ends the wait", async () => {
  const seat = await practice.offers.accept(answerInput(ann, offer));
  const { booking, attendee } = await practice.bookings.access(practice.bookings.tokenOf(seat.attendeeId));
  expect(booking).toMatchObject({ status: "confirmed", startAt: ten });
  expect(attendee).toMatchObject({ name: "ann", email: "ann@example.com", timeZone: "America/New_York" });
  expect(await statusOf(ann)).toBe("booked");
  expect(await offered(practice)).toEqual(["ann accepted 06-02T14:00"]);
  expect(await day.slots()).toEqual([]);
});

test("the page of the wait leads on to the accepted seat, unless it takes a proof of the address", async () => {
  expect(await practice.waitlistView.access(ann)).toMatchObject({ seatToken: null });
  const { attendeeId } = await practice.offers.accept(answerInput(ann, offer));
  const seatToken = practice.bookings.tokenOf(attendeeId);
  expect(await practice.waitlistView.access(ann)).toMatchObject({ seatToken });
  await practice.db.sql`update session_type set requires_email_proof = true`;
  expect(await practice.waitlistView.access(ann)).toMatchObject({ seatToken: null });
});

test("accepting twice gives the same seat, with the same key or another", async () => {
  const input = answerInput(ann, offer, "the very same key");
  const seat = await practice.offers.accept(input);
  expect(await practice.offers.accept(input)).toEqual(seat);
  expect(await practice.offers.accept(answerInput(ann, offer))).toEqual(seat);
  expect(await practice.db.sql`select count(*)::int as seats from attendee where email = 'ann@example.com'`).toEqual([
    { seats: 1 },
  ]);
});

test("up to its deadline an offer can be accepted, then no more", async () => {
  practice.clock.set(NOW + 30 * minute);
  expect(await problemOf(practice.offers.accept(answerInput(ann, offer)))).toMatchObject({ code: "OFFER_GONE" });
  practice.clock.set(NOW + 30 * minute - 1);
  await practice.offers.accept(answerInput(ann, offer));
  expect(await statusOf(ann)).toBe("booked");
});

test("an offer that has lapsed, was declined, withdrawn or is another's cannot be accepted", async () => {
  const ben = await wait(practice, "ben", { startAt: nine });
  expect(await problemOf(practice.offers.accept(answerInput(ben, offer)))).toMatchObject({ code: "OFFER_GONE" });
  expect(await problemOf(practice.offers.accept({ ...answerInput(ann, offer), offer: "nothing" }))).toMatchObject({
    code: "OFFER_GONE",
  });
  await practice.offers.decline(answerInput(ann, offer));
  expect(await problemOf(practice.offers.accept(answerInput(ann, offer)))).toMatchObject({ code: "OFFER_GONE" });
  expect(await problemOf(practice.offers.accept(answerInput("nobody's token", offer)))).toMatchObject({
    code: "WAITING_NOT_FOUND",
  });
});

test("who declines waits on for other times; who waited for that start alone does not", async () => {
  const ben = await wait(practice, "ben", { startAt: ten });
  await practice.offers.decline(answerInput(ann, offer));
  await practice.offers.decline(answerInput(ann, offer));
  expect(await statusOf(ann)).toBe("waiting");
  expect(await offered(practice)).toEqual(["ann declined 06-02T14:00", "ben open 06-02T14:00"]);
  await practice.offers.decline(answerInput(ben, await openOfferOf(practice, ben)));
  expect(await statusOf(ben)).toBe("left");
  expect(await day.slots()).toEqual(["10:00"]);
  await day.cancel("15:00");
  expect(await offered(practice)).toContain("ann open 06-02T19:00");
});

test("where the coach approves sessions, an accepted one waits for her", async () => {
  await practice.db.sql`update session_type set requires_approval = true`;
  const seat = await practice.offers.accept(answerInput(ann, offer));
  const { booking } = await practice.bookings.access(practice.bookings.tokenOf(seat.attendeeId));
  expect(booking.status).toBe("pending");
});

test("where sessions have a meeting of their own, so has an accepted one", async () => {
  await practice.db.sql`update session_type set place_per_booking = true, place_detail = ''`;
  await practice.db.sql`update booking set place_detail = '' where status = 'held'`;
  const seat = await practice.offers.accept(answerInput(ann, offer));
  const { booking } = await practice.bookings.access(practice.bookings.tokenOf(seat.attendeeId));
  expect(booking.place.detail).toMatch(/^https:\/\/meet\.example\.com\/./);
});

test("where addresses are proven, only who got the message can accept", async () => {
  await practice.db.sql`update session_type set requires_email_proof = true`;
  expect(await problemOf(practice.offers.accept(answerInput(ann, offer)))).toMatchObject({ code: "ADDRESS_UNPROVEN" });
  const tokens = createTokenSigner("a secret of the tests, long enough");
  const wrong = { ...answerInput(ann, offer), proof: tokens.sign("waiting", offer) };
  expect(await problemOf(practice.offers.accept(wrong))).toMatchObject({ code: "ADDRESS_UNPROVEN" });
  await practice.offers.accept({ ...answerInput(ann, offer), proof: tokens.sign("offer", offer) });
  expect(await statusOf(ann)).toBe("booked");
});

test("through a link for one booking, two who wait get one after the other, and one of them books", async () => {
  await practice.db.sql`update booking_link set max_uses = 20`;
  const ben = await wait(practice, "ben", { startAt: nine });
  await day.cancel("09:00");
  expect(await offered(practice)).toEqual(["ann open 06-02T14:00", "ben open 06-02T13:00"]);
  await practice.db
    .sql`update booking_link set max_uses = (select count(*) + 1 from attendee where client_id is not null)`;
  await practice.offers.accept(answerInput(ann, offer));
  expect(await offered(practice)).toEqual(["ann accepted 06-02T14:00", "ben withdrawn 06-02T13:00"]);
  expect((await practice.waitlistView.access(ben)).offer).toBeNull();
});
