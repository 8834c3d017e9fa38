import { describe, expect, test } from "vitest";
import { inReadingOrder, walked } from "./walk.ts";

const event = (id: string, start: string) => ({ id, start, end: `${start.slice(0, 10)}T23:00` });
const ORDERED = inReadingOrder([
  event("fri-15", "2026-11-27T15:00"),
  event("mon-9", "2026-11-23T09:00"),
  event("mon-14", "2026-11-23T14:00"),
  event("fri-9", "2026-11-27T09:30"),
]);
const from = (id: string) => ORDERED.find((one) => one.id === id) ?? event("none", "");

describe("walking from event to event", () => {
  test("goes down in time and on to the next day", () => {
    expect(walked(ORDERED, from("mon-9"), "ArrowDown").id).toBe("mon-14");
    expect(walked(ORDERED, from("mon-14"), "ArrowDown").id).toBe("fri-9");
  });

  test("goes sideways over empty days to the nearest time of day", () => {
    expect(walked(ORDERED, from("mon-14"), "ArrowRight").id).toBe("fri-15");
    expect(walked(ORDERED, from("fri-9"), "ArrowLeft").id).toBe("mon-9");
  });

  test("stays where it is at either end", () => {
    expect(walked(ORDERED, from("mon-9"), "ArrowUp").id).toBe("mon-9");
    expect(walked(ORDERED, from("fri-15"), "ArrowRight").id).toBe("fri-15");
    expect(walked(ORDERED, from("mon-14"), "End").id).toBe("fri-15");
  });
});
