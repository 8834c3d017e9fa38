import { expect, test } from "vitest";
import { aSeat, aSession } from "../calendar/session.fixture.ts";
import { neighbourOf, requestNews, requestsOf } from "./requests.ts";

const NOW = Date.parse("2026-11-20T10:00:00Z");
const asks = (id: string, name: string, approveBy: string) => aSeat({ id, name, approveBy });
const ana = aSession({ status: "PENDING", attendees: [asks("a1", "Ana Lopez", "2026-11-20T18:00:00.000Z")] });
const group = aSession({
  id: "b2",
  capacity: 6,
  attendees: [
    asks("a2", "Ben Okafor", "2026-11-20T12:00:00.000Z"),
    aSeat({ id: "a3" }),
    asks("a4", "Cy Moss", "2026-11-20T09:00:00.000Z"),
  ],
});
const all = requestsOf([ana, group], NOW);

test("every seat that waits is a request of its own, the most urgent first, and what has lapsed is none", () => {
  expect(all.map(({ seat }) => seat.name)).toEqual(["Ben Okafor", "Ana Lopez"]);
});

test("tells what is new, and what was settled elsewhere, but not what was answered here", () => {
  const [ben] = all;
  const old = ben ? [ben] : [];
  expect(requestNews(old, all, new Set())).toEqual([expect.stringMatching(/^Ana Lopez asks for Mon/)]);
  expect(requestNews(all, old, new Set())).toEqual([
    expect.stringMatching(/^The request of Ana Lopez .* no longer waits\.$/),
  ]);
  expect(requestNews(all, old, new Set(["a1"]))).toEqual([]);
});

test("the keyboard goes on with the next request, and from the last with the one before", () => {
  expect([neighbourOf(all, "a2"), neighbourOf(all, "a1"), neighbourOf(all.slice(0, 1), "a2")]).toEqual([
    "a1",
    "a2",
    null,
  ]);
});
