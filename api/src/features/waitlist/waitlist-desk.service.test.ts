import { afterEach, beforeEach, expect, test } from "vitest";
import { createPractice, NOW, newCoach, newSessionType, type TestPractice } from "../../../test/practice.ts";
import { problemOf } from "../../../test/refusal.ts";
import { answerInput, offered, openOfferOf, TestDay, wait } from "../../../test/waiting.ts";

const tuesday = { date: "2026-06-02" };
/** Six in the evening, long after her hours. */
const evening = { at: new Date("2026-06-02T22:00:00Z") };
let practice: TestPractice;
let day: TestDay;

beforeEach(async () => {
  practice = await createPractice({ cancelNoticeMinutes: 0, noticeMinutes: 60 });
  day = new TestDay(practice);
  await day.fill();
});
afterEach(() => practice.close());

const idOf = async (token: string) => (await practice.waitlistView.access(token)).entry.globalId;
const byHand = async (token: string, start: { at: Date }) => ({
  ...{ entry: await idOf(token), start },
  idempotencyKey: crypto.randomUUID(),
});

test("an offer by hand goes out of turn, at a time of her own, and those ahead learn why", async () => {
  const ann = await wait(practice, "ann", {
    wish: { fromDate: "2026-06-02", toDate: "2026-06-02", fromTime: "09:00" },
  });
  const ben = await wait(practice, "ben", tuesday);
  const input = await byHand(ben, evening);
  const { offerId } = await practice.waitlistDesk.offer(practice.coach.id, input);
  expect(await practice.waitlistDesk.offer(practice.coach.id, input)).toEqual({ offerId });
  expect(await offered(practice)).toEqual(["ben open 06-02T22:00"]);
  const passes = await practice.db.sql`
    select entry.name, pass.reason from waitlist_pass pass join waitlist_entry entry on entry.id = pass.entry_id`;
  expect(passes).toEqual([{ name: "ann", reason: "byHand" }]);
  expect(await practice.waitlistView.access(ann)).toMatchObject({ offer: null });
  // Nothing withdraws it although it lies outside of her hours.
  await day.cancel("09:00");
  const seat = await practice.offers.accept(answerInput(ben, await openOfferOf(practice, ben)));
  const { booking } = await practice.bookings.access(practice.bookings.tokenOf(seat.attendeeId));
  expect(booking).toMatchObject({ status: "confirmed", startAt: evening.at });
});

test("an offer by hand needs a time that nobody has, and somebody without an offer", async () => {
  const ann = await wait(practice, "ann", tuesday);
  const { waitlistDesk, coach } = practice;
  const taken = await byHand(ann, { at: new Date("2026-06-02T13:30:00Z") });
  expect(await problemOf(waitlistDesk.offer(coach.id, taken))).toMatchObject({ code: "SLOT_TAKEN" });
  const over = await byHand(ann, { at: new Date(NOW) });
  expect(await problemOf(waitlistDesk.offer(coach.id, over))).toMatchObject({ field: "start" });
  await waitlistDesk.offer(coach.id, await byHand(ann, evening));
  const second = await byHand(ann, { at: new Date("2026-06-03T22:00:00Z") });
  expect(await problemOf(waitlistDesk.offer(coach.id, second))).toMatchObject({ code: "ALREADY_OFFERED" });
});

test("an offer by hand takes up to the start where no other time is left", async () => {
  const ann = await wait(practice, "ann", { ...tuesday, timeZone: "Pacific/Auckland", date: "2026-06-03" });
  // 22:30 of the evening before in Auckland; the session begins at six in the morning.
  practice.clock.set(Date.parse("2026-06-02T10:30:00Z"));
  const start = { at: new Date("2026-06-02T18:00:00Z") };
  await practice.db.sql`update booking set status = 'cancelled', cancelled_at = now()`;
  await practice.waitlistDesk.offer(practice.coach.id, await byHand(ann, start));
  const { offer } = await practice.waitlistView.access(ann);
  expect(offer).toMatchObject({ expiresAt: start.at, tellAt: new Date("2026-06-02T10:30:00Z") });
});

test("a withdrawn offer goes to the next and not back", async () => {
  const ann = await wait(practice, "ann", tuesday);
  await wait(practice, "ben", tuesday);
  await day.cancel("10:00");
  const { offer } = await practice.waitlistView.access(ann);
  await practice.waitlistDesk.withdraw(practice.coach.id, offer?.globalId ?? "");
  expect(await offered(practice)).toEqual(["ann withdrawn 06-02T14:00", "ben open 06-02T14:00"]);
  const again = practice.waitlistDesk.withdraw(practice.coach.id, offer?.globalId ?? "");
  expect(await problemOf(again)).toMatchObject({ code: "OFFER_GONE" });
});

test("who is removed waits no longer, and what she was offered goes to the next", async () => {
  const ann = await wait(practice, "ann", tuesday);
  await wait(practice, "ben", tuesday);
  await day.cancel("10:00");
  await practice.waitlistDesk.remove(practice.coach.id, await idOf(ann));
  expect(await offered(practice)).toEqual(["ann withdrawn 06-02T14:00", "ben open 06-02T14:00"]);
  const { entries, ended } = await practice.waitlistView.list(practice.coach.id);
  expect([entries.map(({ name }) => name), ended.map(({ status }) => status)]).toEqual([["ben"], ["removed"]]);
});

test("the list shows who is favoured first", async () => {
  await wait(practice, "ann", tuesday);
  const ben = await wait(practice, "ben", tuesday);
  await practice.waitlistDesk.favour(practice.coach.id, await idOf(ben), true);
  const names = async () => (await practice.waitlistView.list(practice.coach.id)).entries.map(({ name }) => name);
  expect(await names()).toEqual(["ben", "ann"]);
  await practice.waitlistDesk.favour(practice.coach.id, await idOf(ben), false);
  expect(await names()).toEqual(["ann", "ben"]);
});

test("the time for an answer is hers to set, within bounds", async () => {
  const ann = await wait(practice, "ann", tuesday);
  const { waitlistDesk, waitlistView, coach } = practice;
  for (const minutes of [4, 1441, 7.5]) {
    expect(await problemOf(waitlistDesk.updateSettings(coach.id, minutes))).toMatchObject({ field: "offerMinutes" });
  }
  await waitlistDesk.updateSettings(coach.id, 120);
  expect(await waitlistView.settings(coach.id)).toEqual({ offerMinutes: 120 });
  await day.cancel("16:00");
  expect((await waitlistView.access(ann)).offer?.expiresAt).toEqual(new Date(NOW + 120 * 60_000));
});

test("another coach's entries and offers look like none", async () => {
  const ann = await wait(practice, "ann", tuesday);
  await day.cancel("10:00");
  const { offer, entry } = await practice.waitlistView.access(ann);
  const other = newCoach({ slug: "olga", name: "Olga" });
  await practice.db.transact(async ({ em }) => void em.persist([other, newSessionType(other)]));
  const { waitlistDesk } = practice;
  const input = await byHand(ann, evening);
  const attempts = [
    () => waitlistDesk.remove(other.id, entry.globalId),
    () => waitlistDesk.favour(other.id, entry.globalId, true),
    () => waitlistDesk.withdraw(other.id, offer?.globalId ?? ""),
    () => waitlistDesk.offer(other.id, input),
  ];
  for (const attempt of attempts) expect(await problemOf(attempt())).toMatchObject({ code: "NOT_FOUND" });
  expect(await practice.waitlistView.entry(other.id, entry.globalId)).toBeNull();
});
