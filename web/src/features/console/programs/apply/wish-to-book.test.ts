import { expect, test } from "vitest";
import { moved, newWish, planInput, released, replanned } from "./wish-to-book.ts";

const planned = [0, 1, 2].map((number) => ({ number, startAt: `2026-06-0${number + 1}T12:00:00Z` }));
const wish = newWish("program", "2026-06-03");

test("a new wish begins on the next Monday", () => {
  expect(wish.startDate).toBe("2026-06-08");
  expect(newWish("program", "2026-06-08").startDate).toBe("2026-06-15");
});

test("a session that is moved has the rest follow, unless the rest shall stay", () => {
  const to = { at: "2026-06-02T15:00:00Z" };
  expect(planInput(moved(wish, 1, to, planned)).moves).toEqual([{ session: 1, start: to }]);
  const still = moved({ ...wish, restFollows: false }, 1, to, planned);
  expect(planInput(still).moves).toEqual([
    { session: 0, start: { at: "2026-06-01T12:00:00Z" } },
    { session: 1, start: to },
    { session: 2, start: { at: "2026-06-03T12:00:00Z" } },
  ]);
  expect(planInput(replanned(still)).moves).toEqual([{ session: 1, start: to }]);
  expect(planInput(released(replanned(still), 1)).moves).toEqual([]);
});

test("wishes are read on the client’s clocks only when a client is known", () => {
  expect(planInput({ ...wish, byClient: true }).timeZone).toBeUndefined();
  const client = { id: "ann", name: "Ann", email: "ann@example.com", timeZone: "Europe/Paris" };
  expect(planInput({ ...wish, client, byClient: true })).toMatchObject({
    timeZone: "Europe/Paris",
    clientTimeZone: "Europe/Paris",
  });
});
