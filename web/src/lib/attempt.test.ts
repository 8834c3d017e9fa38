import { expect, test } from "vitest";
import { createAttempts, withRetries } from "./attempt.ts";

const keyed = (key: string) => ({ key });

test("the same fields keep their key until the server has answered", () => {
  const attempts = createAttempts<{ key: string }>();
  const first = attempts.input({ name: "Ada" }, keyed);
  expect(attempts.input({ name: "Ada" }, keyed)).toBe(first);
  attempts.settled();
  expect(attempts.input({ name: "Ada" }, keyed).key).not.toBe(first.key);
});

test("other fields are another attempt", () => {
  const attempts = createAttempts<{ key: string }>();
  const first = attempts.input({ name: "Ada" }, keyed);
  expect(attempts.input({ name: "Ada L." }, keyed).key).not.toBe(first.key);
});

test("a lost answer is asked for again, an answer is final", async () => {
  let calls = 0;
  const flaky = async () => {
    calls += 1;
    if (calls < 3) throw new Error("network");
    return "booked";
  };
  const atOnce = async () => undefined;
  await expect(withRetries(flaky, () => false, atOnce)).resolves.toBe("booked");
  expect(calls).toBe(3);
  calls = 0;
  await expect(withRetries(flaky, () => true, atOnce)).rejects.toThrow("network");
  expect(calls).toBe(1);
  calls = -10;
  await expect(withRetries(flaky, () => false, atOnce, 4)).rejects.toThrow("network");
});
