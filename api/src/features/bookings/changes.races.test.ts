import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { countFaults, noFaults } from "../../../test/calendar-truth.ts";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { RaceTally } from "../../../test/race-tally.ts";
import { outcomesOf } from "../../../test/refusal.ts";
import { Booking } from "../../entities/index.ts";

const ROUNDS = 50;
const HOUR = 3_600_000;
const never = new AbortController().signal;
let practice: TestPractice;

beforeAll(async () => {
  practice = await createPractice({ horizonDays: 365, approvalHours: 1 });
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await practice.db.sql`delete from booking`;
});

const key = () => ({ idempotencyKey: crypto.randomUUID() });
/** An hour of the nth day from Tuesday to Friday after the clock's Monday, in UTC. */
function nth(n: number, hour: number): string {
  return new Date(Date.UTC(2026, 5, 2 + Math.floor(n / 4) * 7 + (n % 4), hour)).toISOString();
}
const book = (startAt: string, email = "ann@example.com") => practice.bookings.book(bookInput(startAt, { email }));
const idOf = (bookingId: string) => Object.assign(new Booking(), { id: bookingId }).globalId;
const tokenOf = ({ attendeeId }: { attendeeId: string }) => practice.bookings.tokenOf(attendeeId);
const move = (token: string, startAt: string) =>
  practice.bookings.reschedule({ token, startAt: new Date(startAt), timeZone: "UTC", ...key() });
const startOf = async (token: string) => (await practice.bookings.access(token)).booking.startAt.toISOString();

test("one session that is moved to two times at once is at one of them alone, 50 times over", async () => {
  const tally = new RaceTally("two reschedules of one booking");
  for (let round = 0; round < ROUNDS; round++) {
    const seat = await book(nth(round, 13));
    const [two, three] = [nth(round, 15), nth(round, 18)];
    const byCoach = () =>
      practice.agenda.reschedule(practice.coach.id, {
        booking: idOf(seat.bookingId),
        start: { at: new Date(three) },
        ...key(),
      });
    // Every other time the client moves it twice, else the coach moves it too.
    const rival = round % 2 ? byCoach() : move(tokenOf(seat), three);
    const outcome = await outcomesOf([move(tokenOf(seat), two), rival]);
    expect(outcome).toEqual({ won: 2 });
    const at = await startOf(tokenOf(seat));
    expect([two, three]).toContain(at);
    // The time it left and the time it lost are free.
    const others = [nth(round, 13), at === two ? three : two];
    const { won = 0 } = await outcomesOf(others.map((startAt, n) => book(startAt, `o${n}@example.com`)));
    await tally.add(practice.db, outcome, { starved: 2 - won });
  }
  tally.end(50);
  expect(await practice.db.sql`select from booking where status = 'confirmed'`).toHaveLength(3 * ROUNDS);
});

test("of two who swap their times at once neither loses hers, 50 times over", async () => {
  for (let round = 0; round < ROUNDS; round++) {
    const [early, late] = [nth(round, 13), nth(round, 18)];
    const tokens = [tokenOf(await book(early)), tokenOf(await book(late, "bo@example.com"))];
    const swaps = [move(tokens[0] ?? "", late), move(tokens[1] ?? "", early)];
    expect(await outcomesOf(swaps)).toEqual({ SlotTaken: 2 });
    expect(await Promise.all(tokens.map(startOf))).toEqual([early, late]);
  }
  expect(await countFaults(practice.db)).toEqual(noFaults);
});

test("a session that is moved into a time that others book has it, or stays where it was, 50 times over", async () => {
  let moved = 0;
  const tally = new RaceTally("a reschedule into a slot that 4 book");
  for (let round = 0; round < ROUNDS; round++) {
    const [from, to] = [nth(round, 13), nth(round, 18)];
    const token = tokenOf(await book(from));
    const rivals = [1, 2, 3, 4].map((n) => () => book(to, `r${n}@example.com`));
    const contest = [...rivals.slice(0, round % 5), () => move(token, to), ...rivals.slice(round % 5)];
    const outcome = await outcomesOf(contest.map((begin) => begin()));
    expect(outcome).toEqual({ won: 1, SlotTaken: 4 });
    const won = (await startOf(token)) === to;
    if (won) moved++;
    else expect(await startOf(token)).toBe(from);
    const standing = await practice.db
      .sql`select from booking where status = 'confirmed' and start_at in (${from}, ${to})`;
    expect(standing).toHaveLength(won ? 1 : 2);
    await tally.add(practice.db, { ...outcome, moved: won ? 1 : 0 }, { starved: outcome["won"] ? 0 : 1 });
  }
  tally.end(50);
  expect(moved).toBeGreaterThan(0);
  expect(moved).toBeLessThan(ROUNDS);
});

test("a booking is approved in time or has lapsed, and both sides agree on which, 50 times over", async () => {
  await practice.db.sql`update session_type set requires_approval = true`;
  const seen = { approved: 0, lapsed: 0 };
  const tally = new RaceTally("an approval against its lapse");
  for (let round = 0; round < ROUNDS; round++) {
    practice.clock.set(NOW);
    const startAt = nth(round, 13);
    const seat = await book(startAt, `a${round}@example.com`);
    const deadline = NOW + HOUR;
    practice.clock.set(deadline - 1);
    const begin = [
      () => practice.decisions.approve(practice.coach.id, { booking: idOf(seat.bookingId), ...key() }),
      () => book(startAt, `rival${round}@example.com`),
      async () => practice.bookingUpkeep.lapsePending(never),
      async () => {
        // The deadline falls before, into or after the work of the others.
        for (let trip = 0; trip < round % 12; trip++) await practice.db.sql`select 1`;
        practice.clock.set(deadline);
      },
    ];
    const turned = [...begin.slice(round % 4), ...begin.slice(0, round % 4)];
    const outcomes = await outcomesOf(turned.map((one) => one()));
    const { booking } = await practice.bookings.access(tokenOf(seat));
    const holders = await practice.db.sql`
      select from booking where start_at = ${startAt} and (status = 'confirmed' or status = 'pending' and approve_by > ${new Date(deadline)})`;
    if (booking.status === "confirmed") {
      seen.approved++;
      expect([outcomes, holders.length]).toEqual([{ won: 3, SlotTaken: 1 }, 1]);
    } else {
      seen.lapsed++;
      expect([booking.status, booking.cancelCause, outcomes["NotWaiting"]]).toEqual(["cancelled", "lapsed", 1]);
      // The rival came while it was still kept, or has it now.
      expect([outcomes["SlotTaken"] ?? 0, holders.length].sort()).toEqual([0, 1]);
    }
    await practice.bookingUpkeep.lapsePending(never);
    // Whether it was approved or has lapsed, its time is either taken or to be had.
    const late = holders.length === 0 ? await outcomesOf([book(startAt, `late${round}@example.com`)]) : { won: 1 };
    await tally.add(practice.db, outcomes, { starved: late["won"] ? 0 : 1 });
  }
  tally.end(50);
  expect(seen.approved).toBeGreaterThan(0);
  expect(seen.lapsed).toBeGreaterThan(0);
  await practice.db.sql`update session_type set requires_approval = false`;
});

test("a booking that the coach approves while its client cancels it is cancelled in the end, 50 times over", async () => {
  await practice.db.sql`update session_type set requires_approval = true`;
  for (let round = 0; round < ROUNDS; round++) {
    const seat = await book(nth(round, 13), `a${round}@example.com`);
    const cancel = practice.bookings.cancel({ token: tokenOf(seat), ...key() });
    const approve = practice.decisions.approve(practice.coach.id, { booking: idOf(seat.bookingId), ...key() });
    const { won, ...other } = await outcomesOf([cancel, approve]);
    expect([{ won: 2 }, { won: 1, NotWaiting: 1 }]).toContainEqual({ won, ...other });
    expect((await practice.bookings.access(tokenOf(seat))).booking.status).toBe("cancelled");
  }
  await practice.db.sql`update session_type set requires_approval = false`;
  expect(await countFaults(practice.db)).toEqual(noFaults);
});

test("a cancelled session that the coach takes back while others book its time is there or theirs, 50 times over", async () => {
  const seen = { undone: 0, taken: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const startAt = nth(round, 13);
    const seat = await book(startAt);
    const { undoId } = await practice.agenda.cancel(practice.coach.id, { booking: idOf(seat.bookingId), ...key() });
    const rivals = [1, 2, 3].map((n) => () => book(startAt, `r${n}@example.com`));
    const undo = () => practice.undo.undo(practice.coach.id, { undo: undoId, ...key() });
    const contest = [...rivals.slice(0, round % 4), undo, ...rivals.slice(round % 4)];
    expect(await outcomesOf(contest.map((begin) => begin()))).toEqual({ won: 1, SlotTaken: 3 });
    const { booking } = await practice.bookings.access(tokenOf(seat));
    seen[booking.status === "confirmed" ? "undone" : "taken"]++;
  }
  expect(Math.min(seen.undone, seen.taken)).toBeGreaterThan(0);
  expect(await countFaults(practice.db)).toEqual(noFaults);
});
