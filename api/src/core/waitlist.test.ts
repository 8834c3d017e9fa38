import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { weeklyTemplate } from "./availability.ts";
import { DAY, HOUR, MINUTE } from "./local-date.ts";
import { emptyCalendar, type OwnBooking, type SlotQuery } from "./slot-query.ts";
import { findSlots } from "./slots.ts";
import { keepSkips, type Matching, matchWaitlist, type Skip, type Waiting, type WaitlistQuestion } from "./waitlist.ts";
import { fits, type Wish, wantedBy } from "./wish.ts";

/** Monday, 08:00. */
const now = Date.parse("2026-06-01T08:00:00Z");
const at = (time: string, day = 2) => Date.parse(`2026-06-0${day}T${time}:00Z`);
const hours = {
  timeZone: "UTC",
  templates: [weeklyTemplate([{ days: [1, 2, 3, 4, 5], start: "09:00", end: "12:00" }])],
};
const rules = {
  minutes: 60,
  stepMinutes: 60,
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 0,
  capacity: 1,
  noticeMinutes: 0,
};
const booking = (start: number, more: Partial<OwnBooking> = {}): OwnBooking => ({
  ...{ start, end: start + HOUR, bufferBeforeMinutes: 0, bufferAfterMinutes: 0 },
  ...more,
});

function queryOf(bookings: readonly OwnBooking[], session: Partial<SlotQuery["session"]> = {}): SlotQuery {
  const range = { start: now, end: now + 4 * DAY };
  const calendar = { ...emptyCalendar, bookings };
  return { now, range, availability: hours, session: { ...rules, grid: "window", ...session }, calendar };
}

interface TestWish {
  readonly kind: Wish["kind"];
  readonly minutes?: number;
  readonly timeZone?: string;
  readonly date?: string;
  readonly start?: number;
  readonly fromDate?: string;
  readonly toDate?: string;
  readonly fromTime?: string;
}

function waiting(id: string, wish: TestWish, more: Partial<Waiting> = {}): Waiting {
  const days = {
    fromDate: "2026-06-02",
    toDate: "2026-06-02",
    weekdays: [0, 1, 2, 3, 4, 5, 6],
    fromTime: "00:00",
    toTime: "24:00",
  };
  const wanted = wantedBy({ minutes: 60, timeZone: "UTC", date: "2026-06-02", start: at("09:00"), ...days, ...wish });
  return { ...{ id, sessionTypeId: "type", timeZone: "UTC", skips: [], hasOffer: false, open: true, wanted }, ...more };
}

function ask(entries: readonly Waiting[], query: SlotQuery, more: Partial<WaitlistQuestion> = {}): Matching {
  return matchWaitlist({ now, offerMinutes: 30, waiting: entries, queries: new Map([["type", query]]), ...more });
}
const offered = ({ offers }: Matching) =>
  offers.map(({ entryId, slot }) => `${entryId} ${new Date(slot.start).toISOString().slice(8, 16)}`);

const day = { kind: "day" } as const;
/** Nothing is free on Tuesday but what is left out. */
const fullBut = (...free: string[]) =>
  ["09:00", "10:00", "11:00"].filter((time) => !free.includes(time)).map((time) => booking(at(time)));

describe("who waits for a day", () => {
  test("gets the earliest time, and those behind her what is left", () => {
    const entries = ["ann", "ben", "cid"].map((id) => waiting(id, day));
    expect(offered(ask(entries, queryOf(fullBut("11:00", "09:00"))))).toEqual(["ann 02T09:00", "ben 02T11:00"]);
  });

  test("is not asked while she has an offer, and the reason is noted", () => {
    const entries = [waiting("ann", day, { hasOffer: true }), waiting("ben", day)];
    const { offers } = ask(entries, queryOf(fullBut("09:00")));
    expect(offers).toMatchObject([{ entryId: "ben", passedOver: [{ entryId: "ann", reason: "hasOffer" }] }]);
  });

  const skip = (reason: Skip["reason"], start = at("09:00")) => ({ start, end: start + HOUR, reason });
  test.each([
    ["declined", { skips: [skip("declined")] }],
    ["silent", { skips: [skip("silent", at("08:30"))] }],
    ["freeBefore", { skips: [skip("free")] }],
    ["linkClosed", { open: false }],
    ["otherTimes", { wanted: wantedBy({ kind: "start", minutes: 60, timeZone: "UTC", start: at("10:00") }) }],
    ["otherLength", { wanted: wantedBy({ kind: "day", minutes: 90, timeZone: "UTC", date: "2026-06-02" }) }],
  ])("is passed over when it is %s, and the next gets the time", (reason, more) => {
    const entries = [waiting("ann", day, more), waiting("ben", day)];
    const { offers } = ask(entries, queryOf(fullBut("09:00"), { minutes: 60 }));
    expect(offers.find(({ entryId }) => entryId === "ben")).toMatchObject({
      slot: { start: at("09:00") },
      passedOver: [{ entryId: "ann", reason }],
    });
  });

  test("and sleeps until it is too late is passed over, and it is told although nobody gets the time", () => {
    // 20:00 in Auckland; the session begins at seven in her morning.
    const query = queryOf(fullBut(), { noticeMinutes: 0 });
    const night = {
      ...query,
      availability: { timeZone: "UTC", templates: [weeklyTemplate([{ days: [1], start: "18:00", end: "19:00" }])] },
    };
    const ann = waiting(
      "ann",
      { kind: "day", date: "2026-06-02", timeZone: "Pacific/Auckland" },
      { timeZone: "Pacific/Auckland" },
    );
    const evening = { ...night, now: at("10:30", 1) };
    const { offers, missed } = ask([ann], evening, { now: at("10:30", 1) });
    expect(offers).toEqual([]);
    expect(missed).toMatchObject([{ entryId: "ann", reason: "night" }]);
  });
});

test("a full group session gives a freed seat to one, three freed seats to three", () => {
  const entries = ["ann", "ben", "cid", "dan"].map((id) => waiting(id, { kind: "start", start: at("10:00") }));
  const group = (seatsTaken: number) => queryOf([booking(at("10:00"), { seatsTaken })], { capacity: 5 });
  expect(offered(ask(entries, group(5)))).toEqual([]);
  expect(offered(ask(entries, group(4)))).toEqual(["ann 02T10:00"]);
  expect(offered(ask(entries, group(2)))).toEqual(["ann 02T10:00", "ben 02T10:00", "cid 02T10:00"]);
});

test("a time that one session type gets is free for no other, with the buffers of both", () => {
  const queries = new Map([
    ["short", queryOf(fullBut("09:00", "10:00"), { bufferAfterMinutes: 30 })],
    ["long", queryOf(fullBut("09:00", "10:00"))],
  ]);
  const entries = [waiting("ann", day, { sessionTypeId: "short" }), waiting("ben", day, { sessionTypeId: "long" })];
  expect(offered(matchWaitlist({ now, offerMinutes: 30, waiting: entries, queries }))).toEqual(["ann 02T09:00"]);
});

test("what was let pass is forgotten when somebody has taken it, and not before", () => {
  const ann = waiting("ann", day, { skips: [{ start: at("09:00"), end: at("10:00"), reason: "declined" }] });
  expect(keepSkips(ann, queryOf(fullBut("09:00")))).toBe(ann.skips);
  expect(keepSkips(ann, queryOf(fullBut("10:00")))).toEqual([]);
});

const bookings = fc.array(
  fc
    .record({
      half: fc.integer({ min: 0, max: 24 }),
      day: fc.integer({ min: 1, max: 4 }),
      minutes: fc.constantFrom(30, 60, 90),
    })
    .map(({ half, day: date, minutes }) => {
      const start = at("08:00", date) + half * 15 * MINUTE;
      return booking(start, { end: start + minutes * MINUTE });
    }),
  { maxLength: 8 },
);
const sessions = fc.record({
  capacity: fc.constantFrom(1, 1, 3),
  stepMinutes: fc.constantFrom(15, 30, 60),
  bufferBeforeMinutes: fc.constantFrom(0, 15),
  bufferAfterMinutes: fc.constantFrom(0, 10),
  limits: fc.constantFrom(undefined, { perDay: 2 }),
  grid: fc.constantFrom("window" as const, "restart" as const),
});
const entries = fc.array(
  fc.record({
    type: fc.constantFrom("one", "two"),
    minutes: fc.constantFrom(30, 60, 90),
    date: fc.integer({ min: 1, max: 4 }).map((date) => `2026-06-0${date}`),
    fromTime: fc.constantFrom("00:00", "09:30", "11:00"),
    timeZone: fc.constantFrom("UTC", "Europe/Berlin", "America/New_York"),
    hasOffer: fc.constantFrom(false, false, false, true),
    open: fc.constantFrom(true, true, true, false),
    skipped: fc.option(fc.integer({ min: 0, max: 12 })),
  }),
  { maxLength: 12 },
);
const questions = fc.tuple(bookings, sessions, sessions, entries).map(([taken, one, two, list]): WaitlistQuestion => {
  const typed = (id: string) => taken.map((it, index) => ({ ...it, otherType: (index % 2 === 0) !== (id === "one") }));
  const queries = new Map([
    ["one", queryOf(typed("one"), one)],
    ["two", queryOf(typed("two"), two)],
  ]);
  const list2 = list.map(({ type, minutes, date, fromTime, timeZone, hasOffer, open, skipped }, index) => {
    const start = at("09:00", Number(date.at(-1))) + (skipped ?? 0) * 15 * MINUTE;
    const skips: Skip[] = skipped === null ? [] : [{ start, end: start + minutes * MINUTE, reason: "declined" }];
    const wish = { kind: "days", minutes, timeZone, fromDate: date, toDate: "2026-06-04", fromTime } as const;
    return waiting(`entry ${index}`, wish, { sessionTypeId: type, timeZone, hasOffer, open, skips });
  });
  return { now, offerMinutes: 30, waiting: list2, queries };
});

/** The same question after the offers were made, put together by hand. */
function askedBefore(question: WaitlistQuestion, { offers }: Matching): WaitlistQuestion {
  const queries = new Map(
    [...question.queries].map(([id, query]): [string, SlotQuery] => {
      const groups = new Map<string, OwnBooking>();
      for (const offer of offers) {
        const session = question.queries.get(offer.sessionTypeId)?.session;
        const key =
          session?.capacity === 1 ? offer.entryId : `${offer.sessionTypeId} ${offer.slot.start} ${offer.slot.end}`;
        const seatsTaken =
          session && session.capacity > 1 && offer.sessionTypeId === id
            ? (groups.get(key)?.seatsTaken ?? 0) + 1
            : undefined;
        const buffers = {
          bufferBeforeMinutes: session?.bufferBeforeMinutes ?? 0,
          bufferAfterMinutes: session?.bufferAfterMinutes ?? 0,
        };
        groups.set(key, {
          start: offer.slot.start,
          end: offer.slot.end,
          ...buffers,
          seatsTaken,
          otherType: offer.sessionTypeId !== id,
        });
      }
      return [
        id,
        { ...query, calendar: { ...query.calendar, bookings: [...query.calendar.bookings, ...groups.values()] } },
      ];
    }),
  );
  const served = new Set(offers.map(({ entryId }) => entryId));
  return {
    ...question,
    queries,
    waiting: question.waiting.map((it) => (served.has(it.id) ? { ...it, hasOffer: true } : it)),
  };
}

const freeFor = (query: SlotQuery | undefined, { wanted }: Waiting) =>
  query
    ? findSlots({ ...query, session: { ...query.session, minutes: wanted.minutes } }).filter((slot) =>
        fits(wanted, slot),
      )
    : [];

describe("whatever is free and whoever waits", () => {
  test("an offer is one of the times that are free and wanted, and nobody gets two", () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { offers } = matchWaitlist(question);
        expect(new Set(offers.map(({ entryId }) => entryId)).size).toBe(offers.length);
        for (const offer of offers) {
          const entry = question.waiting.find(({ id }) => id === offer.entryId);
          if (!entry) throw new Error("An offer to nobody.");
          expect(entry.open && !entry.hasOffer).toBe(true);
          if (question.queries.get(offer.sessionTypeId)?.session.grid === "window") {
            const starts = freeFor(question.queries.get(offer.sessionTypeId), entry).map(({ start }) => start);
            expect(starts).toContain(offer.slot.start);
          }
        }
      }),
    );
  });

  test("asked again after its offers, it makes no more", () => {
    fc.assert(
      fc.property(questions, (question) => {
        expect(matchWaitlist(askedBefore(question, matchWaitlist(question))).offers).toEqual([]);
      }),
    );
  });

  test("those who come later in the list change nothing for those who come before", () => {
    fc.assert(
      fc.property(questions, fc.nat({ max: 12 }), (question, count) => {
        const first = { ...question, waiting: question.waiting.slice(0, count) };
        const ids = new Set(first.waiting.map(({ id }) => id));
        const all = matchWaitlist(question).offers.filter(({ entryId }) => ids.has(entryId));
        expect(all).toEqual(matchWaitlist(first).offers);
      }),
    );
  });

  test("no time stays free for which somebody could be asked", () => {
    fc.assert(
      fc.property(questions, (question) => {
        const then = askedBefore(question, matchWaitlist(question));
        for (const entry of then.waiting) {
          if (entry.hasOffer || !entry.open || entry.skips.length > 0) continue;
          expect(freeFor(then.queries.get(entry.sessionTypeId), entry)).toEqual([]);
        }
      }),
    );
  });

  test("everybody ahead of whoever gets an offer is told apart, with a reason", () => {
    fc.assert(
      fc.property(questions, (question) => {
        for (const { entryId, sessionTypeId, passedOver } of matchWaitlist(question).offers) {
          const index = question.waiting.findIndex(({ id }) => id === entryId);
          const ahead = question.waiting.slice(0, index).filter((entry) => entry.sessionTypeId === sessionTypeId);
          expect(passedOver.map((pass) => pass.entryId)).toEqual(ahead.map(({ id }) => id));
        }
      }),
    );
  });
});
