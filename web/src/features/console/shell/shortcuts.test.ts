import { expect, test } from "vitest";
import { readKey, SHORTCUTS } from "./shortcuts.ts";

test("one key is enough for what it means alone", () => {
  expect(readKey("t", 0, null)).toEqual({ action: "today", pressed: null });
  expect(readKey("1", 0, null).action).toBe("go-calendar");
});

test("g waits for the key that follows", () => {
  const first = readKey("g", 0, null);
  expect(first.action).toBeNull();
  expect(readKey("h", 800, first.pressed).action).toBe("go-hours");
});

test("a key that follows too late stands for itself", () => {
  const first = readKey("g", 0, null);
  expect(readKey("t", 5000, first.pressed).action).toBe("today");
  expect(readKey("h", 5000, first.pressed).action).toBeNull();
});

test("no two actions share a key", () => {
  const keys = SHORTCUTS.flatMap((shortcut) => shortcut.keys);
  expect(new Set(keys).size).toBe(keys.length);
});
