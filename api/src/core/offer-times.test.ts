import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { HOUR, MINUTE } from "./local-date.ts";
import { offerTimes } from "./offer-times.ts";
import { zone } from "./zone.ts";

const berlin = { offerMinutes: 30, timeZone: "Europe/Berlin" };
const shown = (question: Parameters<typeof offerTimes>[0]) => {
  const times = offerTimes(question);
  if (typeof times === "string") return times;
  const local = (instant: number) => zone(question.timeZone).toLocal(instant);
  return [local(times.tellAt), local(times.expiresAt)];
};
const local = (text: string, timeZone = "Europe/Berlin") => zone(timeZone).toInstant(text);

describe("somebody in Berlin who has half an hour", () => {
  test.each([
    [
      "in the afternoon has it at once",
      "2026-06-01T15:00",
      "2026-06-03T09:00",
      ["2026-06-01T15:00", "2026-06-01T15:30"],
    ],
    [
      "at three in the night is told at seven",
      "2026-06-01T03:00",
      "2026-06-03T09:00",
      ["2026-06-01T07:00", "2026-06-01T07:30"],
    ],
    [
      "at eleven in the evening is told at seven",
      "2026-06-01T23:00",
      "2026-06-03T09:00",
      ["2026-06-02T07:00", "2026-06-02T07:30"],
    ],
    [
      "at ten to ten in the evening has the rest in the morning",
      "2026-06-01T21:50",
      "2026-06-03T09:00",
      ["2026-06-01T21:50", "2026-06-02T07:20"],
    ],
    [
      "an hour before it is too late has a quarter of it",
      "2026-06-01T15:00",
      "2026-06-01T16:00",
      ["2026-06-01T15:00", "2026-06-01T15:15"],
    ],
    ["ten minutes before has five", "2026-06-01T15:00", "2026-06-01T15:10", ["2026-06-01T15:00", "2026-06-01T15:05"]],
    [
      "three minutes before has three",
      "2026-06-01T15:00",
      "2026-06-01T15:03",
      ["2026-06-01T15:00", "2026-06-01T15:03"],
    ],
    [
      "at night before an early session has what the morning leaves",
      "2026-06-01T23:00",
      "2026-06-02T07:40",
      ["2026-06-02T07:00", "2026-06-02T07:10"],
    ],
    [
      "in the night of a change of the clocks is told at seven too",
      "2026-10-24T23:00",
      "2026-10-27T09:00",
      ["2026-10-25T07:00", "2026-10-25T07:30"],
    ],
  ])("%s", (_, now, latest, expected) => {
    expect(shown({ ...berlin, now: local(now), latest: local(latest) })).toEqual(expected);
  });

  test("who is asked just after half past nine may answer until ten, not until seven", () => {
    const now = local("2026-06-01T21:30") + 400;
    expect(shown({ ...berlin, now, latest: local("2026-06-03T12:00") })).toEqual([
      "2026-06-01T21:30",
      "2026-06-01T22:00",
    ]);
  });

  test.each([
    ["whose night lasts until it is too late", "2026-06-01T23:00", "2026-06-02T07:00", "night"],
    ["who would have a minute after her night", "2026-06-01T23:00", "2026-06-02T07:01", "night"],
    ["a minute before it is too late", "2026-06-01T15:00", "2026-06-01T15:01", "tooClose"],
    ["when it is too late", "2026-06-01T15:00", "2026-06-01T14:00", "tooClose"],
  ])("%s is not asked", (_, now, latest, expected) => {
    expect(shown({ ...berlin, now: local(now), latest: local(latest) })).toBe(expected);
  });
});

test("an offer is told in waking hours, leaves time to answer and none after it is too late, whatever the zone", () => {
  const zones = fc.constantFrom(
    "Europe/Berlin",
    "America/New_York",
    "Asia/Kathmandu",
    "Pacific/Apia",
    "Australia/Lord_Howe",
  );
  fc.assert(
    fc.property(
      fc.integer({ min: Date.parse("2026-01-01"), max: Date.parse("2027-01-01") }),
      fc.integer({ min: 0, max: 96 * 60 }),
      fc.integer({ min: 5, max: 1440 }),
      zones,
      (now, ahead, offerMinutes, timeZone) => {
        const latest = now + ahead * MINUTE;
        const times = offerTimes({ now, latest, offerMinutes, timeZone });
        if (typeof times === "string") return;
        const hourAt = (instant: number) => zone(timeZone).toLocal(instant).slice(11, 13);
        expect(times.tellAt).toBeGreaterThanOrEqual(now);
        expect(hourAt(times.tellAt) >= "07" && hourAt(times.tellAt) < "22").toBe(true);
        expect(times.expiresAt).toBeLessThanOrEqual(latest);
        expect(times.expiresAt - times.tellAt).toBeGreaterThan(0);
        expect(hourAt(times.expiresAt - 1) >= "07" && hourAt(times.expiresAt - 1) < "22").toBe(true);
        // Of the waking time from now on, never more than was set.
        const nights = Math.ceil((times.expiresAt - now) / (24 * HOUR)) + 1;
        expect(times.expiresAt - times.tellAt).toBeLessThanOrEqual(offerMinutes * MINUTE + nights * 10 * HOUR);
      },
    ),
    { numRuns: 2000 },
  );
});
