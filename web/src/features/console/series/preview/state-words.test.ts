import { describe, expect, test } from "vitest";
import { doneWords, effectWords, pressWords } from "../change/effect-words.ts";
import { anOccurrence, aPreview, aReason } from "./occurrence.fixture.ts";
import { clockNote, differences, reasonWords, summaryWords } from "./state-words.ts";

const clash = { reasons: [aReason()] };
const gone = { bookedStartAt: null, bookedEndAt: null };

test("a summary counts the sessions, the clashes and what becomes of them", () => {
  expect(summaryWords([anOccurrence()])).toBe("1 session, all free");
  expect(
    summaryWords([
      anOccurrence(),
      anOccurrence({ ...clash, outcome: "NEAREST" }),
      anOccurrence({ ...clash, ...gone, outcome: "SKIPPED" }),
      anOccurrence({ ...clash, ...gone, outcome: "OPEN" }),
    ]),
  ).toBe("3 sessions, 3 clashes: 1 to decide, 1 moved, 1 left out");
});

test("a reason names who or what is in the way", () => {
  expect(reasonWords(aReason())).toBe("Outside your hours");
  expect(
    reasonWords(aReason({ code: "HOLIDAY", holiday: { __typename: "Holiday", id: "h", name: "Thanksgiving" } })),
  ).toBe("Thanksgiving, a public holiday");
  expect(reasonWords(aReason({ code: "LIMIT", count: 3, limit: 3, countedIn: "SESSIONS" }))).toBe(
    "Cap reached: 3 of 3 sessions",
  );
});

describe("a change of the clocks", () => {
  const clocks = { coachZone: "America/New_York", clientZone: "Europe/Paris", clientName: "Ana" };
  const before = anOccurrence();
  const after = anOccurrence({ clientLocalStart: "2027-03-16T15:00", coachClockShiftMinutes: 60 });

  test("is told with what the time is from there on", () => {
    expect(clockNote(after, before, clocks)).toMatch(/^Clocks change in New York: .* for Ana from this one on$/);
  });

  test("is not told where both read the same clock, or nothing comes of it", () => {
    expect(clockNote(after, before, { ...clocks, clientZone: "America/New_York" })).toBeNull();
    expect(
      clockNote(anOccurrence({ coachClockShiftMinutes: 60, clientClockShiftMinutes: 60 }), before, clocks),
    ).toBeNull();
  });
});

test("what changed meanwhile is said of each session", () => {
  const taken = anOccurrence({ ...clash, ...gone, outcome: "OPEN" });
  expect(differences(aPreview([anOccurrence()]), aPreview([taken]))).toEqual([
    { id: "2026-12-08T10:00", says: expect.stringMatching(/is no longer free: outside your hours\.$/) },
  ]);
  expect(differences(aPreview([taken]), aPreview([anOccurrence()]))[0]?.says).toMatch(/is free now\.$/);
  expect(differences(aPreview([taken]), aPreview([taken]))).toEqual([]);
});

describe("the effect of a change", () => {
  const moved = anOccurrence({ effect: "CHANGE", wasStartAt: "2026-12-08T14:00:00.000Z" });
  const kept = anOccurrence({ effect: "KEEP", outcome: null, ...gone });
  const dropped = anOccurrence({ effect: "CANCEL", outcome: null, ...gone });

  test("says what moves, what clashes and which exceptions stay", () => {
    const aside = { ...moved, ...clash, outcome: "NEAREST" as const };
    expect(effectWords("move", [moved, aside, kept])).toBe(
      "2 sessions move; 1 clash: 1 at another time; 1 exception stays as it is",
    );
    expect(effectWords("cancel", [dropped])).toBe("1 session is cancelled");
    expect(effectWords("pause", [])).toBe("No session lies in these dates");
  });

  test("stands on the button and in what is said afterwards", () => {
    expect(pressWords("move", [moved, moved])).toBe("Move 2 sessions");
    expect(pressWords("cancel", [dropped])).toBe("Cancel 1 session");
    expect(doneWords("move", [moved, kept])).toEqual({ news: "1 session is moved.", says: "You moved 1 session." });
  });
});
