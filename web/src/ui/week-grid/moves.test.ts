import { describe, expect, test } from "vitest";
import { carried, keptWithin, nudged, pointAt, stretch } from "./moves.ts";

const DAYS = ["2026-11-23", "2026-11-24", "2026-11-25"];
const BOX = { left: 100, top: 50, width: 300, height: 1440 };
const at = (date: string, minute: number) => ({ date, minute });

describe("pointing", () => {
  test("finds the day and the minute under the pointer", () => {
    expect(pointAt(250, 50 + 545, BOX, DAYS)).toEqual(at("2026-11-24", 545));
  });

  test("takes the nearest place when the pointer has left the grid", () => {
    expect(pointAt(-20, -500, BOX, DAYS)).toEqual(at("2026-11-23", 0));
    expect(pointAt(4000, 9000, BOX, DAYS)).toEqual(at("2026-11-25", 1440));
  });
});

describe("drawing a stretch", () => {
  test("begins on the step above the press and is at least one step long", () => {
    expect(stretch(at("2026-11-23", 551), at("2026-11-23", 552), 15)).toEqual({
      start: "2026-11-23T09:00",
      end: "2026-11-23T09:15",
    });
  });

  test("follows the pointer down and up", () => {
    expect(stretch(at("2026-11-23", 540), at("2026-11-23", 598), 15).end).toBe("2026-11-23T10:00");
    expect(stretch(at("2026-11-23", 540), at("2026-11-23", 482), 15)).toEqual({
      start: "2026-11-23T08:00",
      end: "2026-11-23T09:15",
    });
  });

  test("stays on the day it was begun, to its very end", () => {
    expect(stretch(at("2026-11-23", 1439), at("2026-11-25", 1440), 15)).toEqual({
      start: "2026-11-23T23:45",
      end: "2026-11-24T00:00",
    });
  });
});

describe("carrying an event", () => {
  test("keeps the grip, moves by whole steps and whole days", () => {
    expect(carried("2026-11-23T09:00", at("2026-11-23", 560), at("2026-11-25", 607), 15)).toBe("2026-11-25T09:45");
  });

  test("does not leave the day at its top or bottom", () => {
    expect(carried("2026-11-23T09:00", at("2026-11-23", 540), at("2026-11-23", 0), 15)).toBe("2026-11-23T00:00");
    expect(carried("2026-11-23T23:00", at("2026-11-23", 1380), at("2026-11-23", 1440), 15)).toBe("2026-11-23T23:45");
  });

  test("brings the part gripped after midnight back to the day the event began on", () => {
    expect(carried("2026-11-23T23:30", at("2026-11-24", 10), at("2026-11-25", 10), 15)).toBe("2026-11-24T23:30");
  });
});

describe("moving by keyboard", () => {
  test("goes by a step, a day or an hour", () => {
    expect(nudged("2026-11-23T09:00", "ArrowDown", 15)).toBe("2026-11-23T09:15");
    expect(nudged("2026-11-23T00:00", "ArrowUp", 15)).toBe("2026-11-22T23:45");
    expect(nudged("2026-11-23T09:00", "ArrowRight", 15)).toBe("2026-11-24T09:00");
    expect(nudged("2026-11-23T09:00", "PageUp", 15)).toBe("2026-11-23T08:00");
  });

  test("falls into step from an odd minute", () => {
    expect(nudged("2026-11-23T09:10", "ArrowDown", 15)).toBe("2026-11-23T09:15");
    expect(nudged("2026-11-23T09:10", "ArrowUp", 15)).toBe("2026-11-23T09:00");
  });

  test("stays within the days that are shown when asked to", () => {
    expect(keptWithin("2026-11-26T09:00", DAYS)).toBe("2026-11-25T09:00");
    expect(keptWithin("2026-11-20T09:00", DAYS)).toBe("2026-11-23T09:00");
  });
});
