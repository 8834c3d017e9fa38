import fc from "fast-check";
import { expect, test } from "vitest";
import type { Fate } from "./channel.ts";
import { laterFate } from "./channel-event.ts";

const fates: Fate[] = ["handedOver", "delayed", "delivered", "failed", "bounced", "complained"];

test("whatever the order and however often events come, the same fate stands", () => {
  const told = fc.array(fc.constantFrom(...fates), { minLength: 1 });
  fc.assert(
    fc.property(told, told, (events, again) => {
      const all = [...events, ...again];
      const last = all.reduce(laterFate);
      expect([...again, ...events.toReversed(), ...events].reduce(laterFate)).toBe(last);
    }),
  );
});

test("what was sent or delayed does not undo what was delivered, and a late bounce does", () => {
  expect(laterFate("delivered", "handedOver")).toBe("delivered");
  expect(laterFate("delayed", "delivered")).toBe("delivered");
  expect(laterFate("delivered", "bounced")).toBe("bounced");
});
