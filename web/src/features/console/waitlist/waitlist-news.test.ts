import { expect, test } from "vitest";
import { anOffer, aWait } from "./waiting.fixture.ts";
import { type WaitlistState, waitlistNews } from "./waitlist-news.ts";

const list = (...entries: ReturnType<typeof aWait>[]): WaitlistState => ({
  entries: entries.filter(({ status }) => status === "WAITING"),
  ended: entries.filter(({ status }) => status !== "WAITING"),
});
const told = (before: WaitlistState, after: WaitlistState, here = new Set<string>()) =>
  waitlistNews(before, after, here);

test("tells who joined, who is asked, who did not answer, and how a wait ended", () => {
  expect(told(list(), list(aWait()))).toEqual([expect.stringMatching(/^Ana Lopez waits now: Weekdays from/)]);
  expect(told(list(aWait()), list(aWait({ offer: anOffer() })))).toEqual(["A time is offered to Ana Lopez."]);
  expect(told(list(aWait({ offer: anOffer() })), list(aWait()))).toEqual([
    "Ana Lopez did not take the offer and waits on.",
  ]);
  expect(told(list(aWait()), list(aWait({ status: "BOOKED" })))).toEqual([
    "Ana Lopez has a session now and waits no longer.",
  ]);
  expect(told(list(aWait()), list(aWait({ status: "LEFT" })))).toEqual(["Ana Lopez left the waitlist."]);
});

test("is silent about what is known, what is old, and what was done here", () => {
  expect(told(list(aWait()), list(aWait({ favoured: true })))).toEqual([]);
  expect(told(list(), list(aWait({ status: "LEFT" })))).toEqual([]);
  expect(told(list(aWait()), list(aWait({ offer: anOffer() })), new Set(["w1"]))).toEqual([]);
});
