import { expect, test } from "vitest";
import { newChange, readChange, readSigned } from "./change-draft.ts";

const draft = newChange("2026-06-04", "2026-06-04");

test("all that is listed is meant by its dates; some of it by name too", () => {
  expect(readChange(draft, ["a", "b"], "UTC")).toEqual({
    selection: { from: "2026-06-04", to: "2026-06-04" },
    move: { days: 7, minutes: 0 },
    policy: "REFUSE",
    choices: [],
  });
  const some = readChange({ ...draft, left: new Set(["a"]), kind: "cancel" }, ["a", "b"], "UTC");
  expect(some).toEqual({ selection: { from: "2026-06-04", to: "2026-06-04", bookings: ["b"] }, cancel: true });
  expect(readChange({ ...draft, left: new Set(["a"]) }, ["a"], "UTC")).toBeNull();
});

test("a move by nothing, or to no date, is not one yet", () => {
  expect(readChange({ ...draft, days: "0" }, ["a"], "UTC")).toBeNull();
  expect(readChange({ ...draft, days: "x" }, ["a"], "UTC")).toBeNull();
  expect(readChange({ ...draft, how: "to" }, ["a"], "UTC")).toBeNull();
  expect(readChange({ ...draft, kind: "type" }, ["a"], "UTC")).toBeNull();
});

test("what was chosen for a session goes with it, unless the session is left as it is", () => {
  const choices = new Map([
    ["a", { kind: "AT", local: "2026-06-05T10:00" } as const],
    ["b", { kind: "STAY" } as const],
  ]);
  expect(readChange({ ...draft, choices, left: new Set(["b"]) }, ["a", "b"], "Europe/Paris")?.choices).toEqual([
    { booking: "a", kind: "AT", start: { local: "2026-06-05T10:00", timeZone: "Europe/Paris" } },
  ]);
});

test("numbers may be negative, with either sign", () => {
  expect([readSigned("-1"), readSigned("−30"), readSigned(""), readSigned("1.5")]).toEqual([-1, -30, 0, null]);
});
