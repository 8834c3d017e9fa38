import { expect, test } from "vitest";
import { MessageBudget } from "./message-budget.ts";

test("a socket may send a burst, then so many messages a second, and never saves up more than a burst", () => {
  const budget = new MessageBudget({ burst: 3, perSecond: 2 }, 0);
  expect([0, 0, 0, 0].map((now) => budget.spend(now))).toEqual([true, true, true, false]);
  expect([500, 600, 999, 1_000].map((now) => budget.spend(now))).toEqual([true, false, false, true]);
  expect([60_000, 60_000, 60_000, 60_000].map((now) => budget.spend(now))).toEqual([true, true, true, false]);
});
