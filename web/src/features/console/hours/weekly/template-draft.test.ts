import { describe, expect, test } from "vitest";
import { DAY, opened, placed, withCycle } from "./open-week.ts";
import { anchorFor, changeOf, draftOf, firstWeekOf } from "./template-draft.ts";

const saved = {
  name: "Weekly hours",
  timeZone: "Europe/Berlin",
  isDefault: true,
  sessionType: null,
  cycleWeeks: 1,
  anchorDate: null,
  effectiveFrom: null,
  effectiveUntil: null,
  windows: [
    { __typename: "AvailabilityWindow", week: null, weekday: 1, start: "09:00", end: "17:00" },
    { __typename: "AvailabilityWindow", week: null, weekday: 6, start: "22:00", end: "02:00" },
    { __typename: "AvailabilityWindow", week: null, weekday: 2, start: "00:00", end: "24:00" },
  ],
} as const;

describe("hours on the page", () => {
  test("change nothing by being read", () => {
    expect(changeOf("id", saved, draftOf(saved))).toBeNull();
    const alternating = { ...saved, cycleWeeks: 2, anchorDate: "2026-11-22" };
    expect(changeOf("id", alternating, draftOf(alternating))).toBeNull();
  });

  test("hold past midnight, also from the last day of the cycle into its first", () => {
    const draft = draftOf(saved);
    expect(draft.windows[1]).toMatchObject({ at: 6 * DAY + 22 * 60, minutes: 240 });
    const later = { ...draft, ...placed(draft, "w2", 6 * DAY + 23 * 60, 240) };
    expect(changeOf("id", saved, later)?.windows).toContainEqual({ weekday: 6, start: "23:00", end: "03:00" });
  });

  test("say in which week they are once there is more than one", () => {
    const draft = draftOf(saved);
    const two = { ...draft, ...opened(withCycle(draft, 2, 0), [7], 600, 660), anchorDate: "2026-11-22" };
    const change = changeOf("id", saved, two);
    expect(change).toMatchObject({ id: "id", cycleWeeks: 2, anchorDate: "2026-11-22" });
    expect(change?.windows).toContainEqual({ week: 2, weekday: 0, start: "10:00", end: "11:00" });
    expect(change?.windows).toHaveLength(7);
  });

  test("send only what differs", () => {
    const draft = { ...draftOf(saved), name: " Winter ", from: "2026-12-01", until: "2027-02-28" };
    expect(changeOf("id", saved, draft)).toEqual({
      id: "id",
      name: "Winter",
      effectiveFrom: "2026-12-01",
      effectiveUntil: "2027-02-28",
    });
    expect(changeOf("id", saved, { ...draftOf(saved), scope: { kind: "type", id: "t" } })).toEqual({
      id: "id",
      isDefault: false,
      sessionType: "t",
    });
  });
});

test("the first week of a cycle is the one that is shown, wherever weeks begin", () => {
  // Wednesday, 25 November 2026; its week begins on Sunday the 22nd or Monday the 23rd.
  for (const firstWeekday of [0, 1, 6]) {
    const anchor = anchorFor("2026-11-25", firstWeekday);
    expect(firstWeekOf(anchor, firstWeekday)).toBe(anchor);
  }
  expect(firstWeekOf("2026-11-25", 1)).toBe("2026-11-23");
  // The Sunday that ends a week shown from Monday belongs to the week of the Monday before.
  expect(anchorFor("2026-11-29", 1)).toBe("2026-11-23");
});
