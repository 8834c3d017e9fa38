import { afterAll, beforeAll, expect, test } from "vitest";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { RaceTally } from "../../../test/race-tally.ts";
import { outcomesOf } from "../../../test/refusal.ts";
import { answerInput, wait } from "../../../test/waiting.ts";

const ROUNDS = 50;
const never = new AbortController().signal;
/** The five hours of the Tuesday, in UTC. */
const hours = [13, 14, 15, 17, 18];
const at = (hour: number) => `2026-06-02T${hour}:00:00Z`;
let practice: TestPractice;

beforeAll(async () => {
  practice = await createPractice({ cancelNoticeMinutes: 0 });
  await practice.db.sql`
    update availability_template set windows = '[{"weekday": 2, "start": "09:00", "end": "12:00"}, {"weekday": 2, "start": "13:00", "end": "15:00"}]'`;
});
afterAll(() => practice.close());

/** Rounds of a race, each from nothing, each without a fault at its end. */
async function race(play: (round: number) => Promise<void>): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    practice.clock.set(NOW);
    await play(round);
    expect(await faults()).toEqual([{ overlaps: 0, doubled: 0, unheld: 0, unfreed: 0 }]);
    await practice.db.sql`delete from waitlist_entry`;
    await practice.db.sql`delete from booking`;
    await practice.db.sql`update coach set waitlist_due_at = null`;
  }
}

/** What must never be, in the whole database. */
const faults = () =>
  practice.db.sql`
    select
      (select count(*)::int from booking one join booking two on one.id < two.id
        and one.blocked_from_at < two.blocked_until_at and two.blocked_from_at < one.blocked_until_at
        where one.status in ('held', 'pending', 'confirmed') and two.status in ('held', 'pending', 'confirmed')) as overlaps,
      (select count(*)::int from (select from offer where status in ('open', 'accepted') group by attendee_id having count(*) > 1) twice) as doubled,
      (select count(*)::int from offer left join attendee on attendee.id = offer.attendee_id
        where offer.status = 'open' and attendee.hold_expires_at is null) as unheld,
      (select count(*)::int from attendee where hold_expires_at is not null
        and not exists (select from offer where offer.attendee_id = attendee.id and status = 'open')) as unfreed`;

/** Books hours for one person each; gives the secrets of their seats. */
async function book(taken: readonly number[]): Promise<string[]> {
  const seats: string[] = [];
  for (const hour of taken) {
    const { attendeeId } = await practice.bookings.book(bookInput(at(hour), { email: `taker${hour}@example.com` }));
    seats.push(practice.bookings.tokenOf(attendeeId));
  }
  return seats;
}
const cancel = (token: string) => practice.bookings.cancel({ token, idempotencyKey: crypto.randomUUID() });

async function join(count: number, wish: Parameters<typeof wait>[2]): Promise<string[]> {
  const tokens: string[] = [];
  for (let n = 0; n < count; n++) tokens.push(await wait(practice, `waiting${n}`, wish));
  return tokens;
}

/** As many who wait for the day, each a copy of the first. */
async function crowd(count: number): Promise<string[]> {
  await join(1, { date: "2026-06-02" });
  await practice.db.sql`
    insert into waitlist_entry (id, coach_id, session_type_id, link_id, kind, status, minutes, from_date, to_date,
      time_zone, name, email, lapses_at)
    select gen_random_uuid(), coach_id, session_type_id, link_id, kind, status, minutes, from_date, to_date, time_zone,
      'waiting' || n, 'waiting' || n || '@example.com', lapses_at
    from waitlist_entry, generate_series(1, ${count - 1}::integer) n`;
  const entries = await practice.db.sql<{ id: string }>`select id from waitlist_entry order by number`;
  return entries.map(({ id }) => practice.waitlist.tokenOf(id));
}

/** One time that is offered to the first of those who wait for it. */
async function offeredTo(count: number) {
  const [seat = ""] = await book([13]);
  const tokens = await join(count, { startAt: new Date(at(13)) });
  await cancel(seat);
  const { offer } = await practice.waitlistView.access(tokens[0] ?? "");
  if (!offer) throw new Error("Nobody was offered the time.");
  return { tokens, offer };
}

/** Offers that another look at the list makes: to people who had been forgotten. */
async function forgotten(): Promise<number> {
  const count = async () =>
    (await practice.db.sql<{ count: number }>`select count(*)::int as count from offer`)[0]?.count ?? 0;
  const before = await count();
  await practice.db.sql`update coach set waitlist_due_at = ${new Date(NOW)} where waitlist_due_at is not null`;
  await practice.waitlistUpkeep.serveDue(never);
  return (await count()) - before;
}

/** Who waits still, in order, with when her offer starts. */
async function waitingOf(tokens: readonly string[]): Promise<(number | null)[]> {
  const all = await Promise.all(tokens.map((token) => practice.waitlistView.access(token)));
  const left = all.filter(({ entry }) => entry.status === "waiting");
  return left.map(({ offer }) => offer?.startAt.getTime() ?? null);
}

function shuffled<Item>(items: readonly Item[]): Item[] {
  const keyed = items.map((item) => ({ item, key: Math.random() }));
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}

test.for([
  { cancelling: 5, leaving: 5 },
  { cancelling: 2, leaving: 5 },
])(
  "10 wait, $cancelling cancel and $leaving leave at once, 50 times: as many offers as can be, in order, each once",
  { timeout: 180_000 },
  async ({ cancelling, leaving }) => {
    const tally = new RaceTally(`10 wait, ${cancelling} cancel and ${leaving} leave`);
    await race(async () => {
      const seats = await book(hours);
      const tokens = await crowd(10);
      const cancels = seats.slice(0, cancelling).map((token) => () => cancel(token));
      const leaves = shuffled(tokens)
        .slice(0, leaving)
        .map((token) => () => practice.waitlist.leave(token));
      const acts = shuffled<() => Promise<unknown>>([...cancels, ...leaves]);
      const { won = 0, ...other } = await outcomesOf(acts.map((act) => act()));
      expect([won, other]).toEqual([acts.length, {}]);
      const starts = await waitingOf(tokens);
      const offers = Math.min(cancelling, 10 - leaving);
      // Those first in the list have them, each another one.
      expect(starts.map((start) => start !== null)).toEqual(Array.from({ length: 10 - leaving }, (_, n) => n < offers));
      expect(new Set(starts.filter((start) => start !== null)).size).toBe(offers);
      await tally.add(practice.db, { offers, done: won }, { starved: await forgotten() });
    });
    tally.end(50);
  },
);

test("an answer and the lapse of its offer at once, 50 times: one of them counts", { timeout: 180_000 }, async () => {
  const counts = { accepted: 0, lapsed: 0 };
  await race(async (round) => {
    const { tokens, offer } = await offeredTo(2);
    const [ann = "", ben = ""] = tokens;
    const expiresAt = offer.expiresAt.getTime();
    practice.clock.set(expiresAt - 1);
    const accepted = practice.offers.accept(answerInput(ann, offer.id));
    const lapse = async () => {
      for (let n = 0; n < round % 10; n++) await practice.db.sql`select 1`;
      practice.clock.set(expiresAt);
      await practice.waitlistUpkeep.serveDue(never);
    };
    const outcome = await outcomesOf([accepted, lapse()]);
    await practice.waitlistUpkeep.serveDue(never);
    const [{ entry }, next] = [await practice.waitlistView.access(ann), await practice.waitlistView.access(ben)];
    if (entry.status === "booked") {
      counts.accepted++;
      expect([outcome, next.offer]).toEqual([{ won: 2 }, null]);
    } else {
      counts.lapsed++;
      expect([outcome, entry.status, next.offer?.status]).toEqual([{ won: 1, OfferGone: 1 }, "waiting", "open"]);
    }
  });
  // Both happen, or the race was none.
  expect([counts.accepted > 0, counts.lapsed > 0]).toEqual([true, true]);
});

test("one offer accepted ten times at once, 50 times: one seat", { timeout: 180_000 }, () =>
  race(async () => {
    const { tokens, offer } = await offeredTo(1);
    const accept = () => practice.offers.accept(answerInput(tokens[0] ?? "", offer.id));
    const seats = await Promise.all(Array.from({ length: 10 }, accept));
    expect(new Set(seats.map(({ attendeeId }) => attendeeId)).size).toBe(1);
    const confirmed = await practice.db
      .sql`select count(*)::int as seats from attendee where email = 'waiting0@example.com'`;
    expect(confirmed).toEqual([{ seats: 1 }]);
  }),
);

test(
  "a time that opens, and five strangers who want it at once, 50 times: it is never theirs",
  { timeout: 180_000 },
  () =>
    race(async () => {
      const [seat = ""] = await book([13]);
      const [ann = ""] = await join(1, { startAt: new Date(at(13)) });
      const strangers = [0, 1, 2, 3, 4].map(
        (n) => () => practice.bookings.book(bookInput(at(13), { email: `stranger${n}@example.com` })),
      );
      const acts: (() => Promise<unknown>)[] = [...strangers, () => cancel(seat)];
      expect(await outcomesOf(shuffled(acts).map((act) => act()))).toEqual({ won: 1, SlotTaken: 5 });
      expect((await practice.waitlistView.access(ann)).offer?.startAt).toEqual(new Date(at(13)));
    }),
);

test("an answer, a refusal, leaving, withdrawal and removal at once, 50 times: one owner", { timeout: 180_000 }, () =>
  race(async () => {
    const { tokens, offer } = await offeredTo(3);
    const [ann = "", ben = ""] = tokens;
    const { entry } = await practice.waitlistView.access(ann);
    const acts: (() => Promise<unknown>)[] = [
      () => practice.offers.accept(answerInput(ann, offer.id)),
      () => practice.offers.decline(answerInput(ann, offer.id)),
      () => practice.waitlist.leave(ann),
      () => practice.waitlist.leave(ben),
      () => practice.waitlistDesk.withdraw(practice.coach.id, offer.globalId),
      () => practice.waitlistDesk.remove(practice.coach.id, entry.globalId),
    ];
    const { won = 0, OfferGone = 0, Refused = 0, ...other } = await outcomesOf(shuffled(acts).map((act) => act()));
    expect([won + OfferGone + Refused, other]).toEqual([acts.length, {}]);
    const owners = await practice.db.sql`select from offer where status in ('open', 'accepted')`;
    expect(owners).toHaveLength(1);
  }),
);
