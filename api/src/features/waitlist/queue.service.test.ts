import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hoursOf } from "../../../test/hours.ts";
import { createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { answerInput, offered, openOfferOf, TestDay, wait } from "../../../test/waiting.ts";
import { toGlobalId } from "../../entities/global-id.ts";
import { changeCalendar } from "../coaches/coach.service.ts";

const minute = 60_000;
const hour = 60 * minute;
/** Tuesday at nine in New York. */
const nine = "2026-06-02T13:00:00Z";
const ten = "2026-06-02T14:00:00Z";
const tuesday = { date: "2026-06-02" };

let practice: TestPractice;
let day: TestDay;

beforeEach(async () => {
  practice = await createPractice({ cancelNoticeMinutes: 0 });
  day = new TestDay(practice);
  await day.fill();
});
afterEach(() => practice.close());

describe("an offer", () => {
  test("that nobody answers passes on, and is not made to the same one again", async () => {
    await wait(practice, "ann", tuesday);
    await wait(practice, "ben", tuesday);
    await day.cancel("10:00");
    practice.clock.set(NOW + 30 * minute - 1);
    await day.serve();
    expect(await offered(practice)).toEqual(["ann open 06-02T14:00"]);
    practice.clock.set(NOW + 30 * minute);
    await day.serve();
    expect(await offered(practice)).toEqual(["ann lapsed 06-02T14:00", "ben open 06-02T14:00"]);
    practice.clock.set(NOW + 60 * minute);
    await day.serve();
    expect(await offered(practice)).toEqual(["ann lapsed 06-02T14:00", "ben lapsed 06-02T14:00"]);
    // Nobody else waits for it, so everybody may have it now.
    expect(await day.slots()).toEqual(["10:00"]);
    // Once somebody had it, its next opening is news again.
    await day.give(await day.book(ten, "stranger"));
    expect((await offered(practice)).at(-1)).toBe("ann open 06-02T14:00");
  });

  test("lapses without any worker as soon as somebody looks", async () => {
    await wait(practice, "ann", tuesday);
    await day.cancel("10:00");
    practice.clock.set(NOW + 30 * minute - 1);
    expect(await day.slots()).toEqual([]);
    practice.clock.set(NOW + 30 * minute);
    expect(await day.slots()).toEqual(["10:00"]);
    expect(await offered(practice)).toEqual(["ann lapsed 06-02T14:00"]);
  });

  test("at night is told in the morning and waits until then", async () => {
    // 20:00 in Auckland; 23:30 when the time opens.
    await wait(practice, "ann", { startAt: new Date("2026-06-02T20:00:00Z"), timeZone: "Pacific/Auckland" });
    practice.clock.set(NOW + 3.5 * hour);
    await day.cancel("16:00");
    const [offer] = await practice.db.sql<{ tell: number; expires: number }>`
      select extract(epoch from tell_at)::float8 * 1000 as tell, extract(epoch from expires_at)::float8 * 1000 as expires from offer`;
    expect(offer).toEqual({ tell: Date.parse("2026-06-01T19:00:00Z"), expires: Date.parse("2026-06-01T19:30:00Z") });
  });

  test("goes by the order of joining, and to whom the coach favours before all others", async () => {
    await wait(practice, "ann", tuesday);
    const ben = await wait(practice, "ben", tuesday);
    const { entry } = await practice.waitlistView.access(ben);
    await practice.waitlistDesk.favour(practice.coach.id, entry.globalId, true);
    await day.cancel("10:00");
    await day.cancel("11:00");
    expect(await offered(practice)).toEqual(["ben open 06-02T14:00", "ann open 06-02T15:00"]);
  });

  test("of a time that the coach had freed by mistake is withdrawn when she takes that back", async () => {
    const ann = await wait(practice, "ann", tuesday);
    const booking = toGlobalId("Booking", day.seatAt("10:00").bookingId);
    const { undoId } = await practice.agenda.cancel(practice.coach.id, {
      booking,
      idempotencyKey: crypto.randomUUID(),
    });
    expect(await offered(practice)).toEqual(["ann open 06-02T14:00"]);
    await practice.undo.undo(practice.coach.id, { undo: undoId, idempotencyKey: crypto.randomUUID() });
    expect(await offered(practice)).toEqual(["ann withdrawn 06-02T14:00"]);
    expect((await practice.waitlistView.access(ann)).entry.status).toBe("waiting");
    const { booking: back } = await practice.bookings.access(practice.bookings.tokenOf(day.seatAt("10:00").attendeeId));
    expect(back.status).toBe("confirmed");
  });

  test("of a time that the coach closes is withdrawn, and made again when she opens it", async () => {
    await wait(practice, "ann", tuesday);
    await day.cancel("10:00");
    const hours = hoursOf(practice);
    const off = await hours.save(practice.timeOff.create(practice.coach.id, { fromDate: "2026-06-02" }));
    expect(await offered(practice)).toEqual(["ann withdrawn 06-02T14:00"]);
    await hours.save(practice.timeOff.delete(practice.coach.id, off.globalId));
    expect(await offered(practice)).toEqual(["ann withdrawn 06-02T14:00", "ann open 06-02T14:00"]);
  });

  test("stands although the notice begins while it is open, but never beyond that", async () => {
    await practice.db.sql`update session_type set notice_minutes = 120`;
    await wait(practice, "ann", tuesday);
    practice.clock.set(Date.parse(ten) - 160 * minute);
    await day.cancel("10:00");
    const [offer] = await practice.db.sql<{ left: number }>`
      select extract(epoch from expires_at - created_at)::float8 / 60 as left from offer`;
    expect(offer?.left).toBe(10);
  });

  test("ends with the wish: whoever has booked what she waits for waits no longer", async () => {
    const ann = await wait(practice, "ann", {
      wish: { fromDate: "2026-06-02", toDate: "2026-06-03", fromTime: "09:00", toTime: "12:00" },
      besidesFree: true,
    });
    await day.cancel("10:00");
    expect(await offered(practice)).toEqual(["ann open 06-02T14:00"]);
    await day.book("2026-06-03T13:00:00Z", "ann");
    expect(await offered(practice)).toEqual(["ann withdrawn 06-02T14:00"]);
    expect((await practice.waitlistView.access(ann)).entry.status).toBe("booked");
    expect(await day.slots()).toEqual(["10:00"]);
  });

  test("is not made for what was free when somebody chose to wait for other times", async () => {
    await day.cancel("09:00");
    await expect(wait(practice, "ann", tuesday)).rejects.toThrow("This time is free");
    await wait(practice, "ann", { ...tuesday, besidesFree: true });
    expect(await offered(practice)).toEqual([]);
    await day.cancel("16:00");
    expect(await offered(practice)).toEqual(["ann open 06-02T20:00"]);
  });

  test("tells the coach who was passed over and why", async () => {
    const ann = await wait(practice, "ann", tuesday);
    await wait(practice, "ben", { startAt: new Date("2026-06-02T15:00:00Z") });
    await wait(practice, "cid", tuesday);
    await day.cancel("10:00");
    await practice.offers.decline(answerInput(ann, await openOfferOf(practice, ann)));
    const passes = await practice.db.sql<{ name: string; reason: string; to: string | null }>`
      select entry.name, pass.reason, other.name as to
      from waitlist_pass pass join waitlist_entry entry on entry.id = pass.entry_id
      left join offer on offer.id = pass.offer_id left join waitlist_entry other on other.id = offer.entry_id
      order by entry.number`;
    expect(passes).toEqual([
      { name: "ann", reason: "declined", to: "cid" },
      { name: "ben", reason: "otherTimes", to: "cid" },
    ]);
  });
});

describe("a wait", () => {
  test("lapses by itself when its time is over, and then the calendar asks nothing of the database any more", async () => {
    const ann = await wait(practice, "ann", { startAt: new Date(nine) });
    practice.clock.set(Date.parse(nine) - 1);
    await day.serve();
    expect((await practice.waitlistView.access(ann)).entry.status).toBe("waiting");
    practice.clock.set(Date.parse(nine));
    await day.serve();
    expect((await practice.waitlistView.access(ann)).entry.status).toBe("lapsed");
    expect(await practice.db.sql`select waitlist_due_at as due from coach`).toEqual([{ due: null }]);
  });

  test("that breaks keeps nobody from booking", async () => {
    await wait(practice, "ann", tuesday);
    await practice.db.sql`update waitlist_entry set time_zone = 'Nowhere/Land', start_at = null, kind = 'day'`;
    await day.book("2026-06-03T13:00:00Z", "stranger");
    await expect(changeCalendar(practice.db, practice.coach.id, async () => "done")).resolves.toBe("done");
    // Nor from looking: what is due stays so, and is tried once for all who look.
    const revision = async () => (await practice.db.sql<{ revision: number }>`select revision from coach`)[0]?.revision;
    await practice.db.sql`update coach set waitlist_due_at = ${new Date(NOW)}`;
    const before = (await revision()) ?? 0;
    for (let look = 0; look < 5; look++) await day.slots();
    expect(await revision()).toBe(before + 1);
  });
});
