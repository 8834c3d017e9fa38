import { expect, test } from "vitest";
import type { Offer, Waiting } from "./use-waiting.ts";
import { describeNews } from "./use-waiting-news.ts";

const startAt = "2026-12-02T18:30:00.000Z";
const offer: Offer = {
  __typename: "Offer",
  ...{ id: "one", status: "OPEN", startAt, endAt: startAt, localStart: "2026-12-02T10:30" },
  ...{ offeredAt: startAt, expiresAt: startAt, tellAt: startAt, toldAt: null, byHand: false },
};
const waiting: Waiting = {
  __typename: "WaitingAccess",
  ...{ seatToken: null, link: null, offer: null, lastOffer: null },
  coach: {
    __typename: "Coach",
    id: "c",
    name: "Maya",
    headline: null,
    timeZone: "America/New_York",
    accent: "#2f6f5e",
  },
  sessionType: {
    __typename: "SessionType",
    ...{
      id: "t",
      name: "Coaching",
      description: null,
      capacity: 1,
      requiresApproval: false,
      requiresEmailProof: false,
    },
    place: { __typename: "Place", kind: "VIDEO", detail: "" },
  },
  entry: {
    __typename: "WaitlistEntry",
    ...{ id: "e", kind: "SLOT", status: "WAITING", position: 2, name: "Ann", email: "ann@example.com", minutes: 60 },
    ...{ startAt, localStart: "2026-12-02T10:30", fromDate: null, toDate: null, fromTime: "00:00", toTime: "24:00" },
    ...{ weekdays: [], timeZone: "America/Los_Angeles", lapsesAt: startAt, version: 1 },
  },
};
const entry = (change: Partial<Waiting["entry"]>): Waiting => ({ ...waiting, entry: { ...waiting.entry, ...change } });
const news = (before: Waiting, after: Waiting) => describeNews(before, after)?.replaceAll("\u00a0", " ") ?? null;

test("an offer, its end, a step forward and the end of the wait are told, each in a sentence", () => {
  expect(news(waiting, { ...waiting, offer })).toBe(
    "A time is offered to you: Wednesday, December 2 at 10:30 am. Accept or decline it on this page.",
  );
  expect(news({ ...waiting, offer }, waiting)).toBe("The offer is over. You wait on.");
  expect(news(waiting, entry({ position: 1 }))).toBe("You’re next in line now.");
  expect(news({ ...waiting, offer }, entry({ status: "BOOKED" }))).toBe("You’re booked.");
  expect(news(waiting, entry({ status: "LAPSED" }))).toBe("This wait has ended.");
});

test("the end of a wait is told once, though that of its offer comes after it", () => {
  const left = entry({ status: "LEFT", position: null });
  expect(news({ ...waiting, offer }, { ...left, offer })).toBe("This wait has ended.");
  expect(news({ ...left, offer }, left)).toBeNull();
});

test("what changes nothing for her is not told", () => {
  expect(news(waiting, entry({ version: 2 }))).toBeNull();
  expect(news({ ...waiting, offer }, { ...waiting, offer })).toBeNull();
});
