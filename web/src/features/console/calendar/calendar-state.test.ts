import { describe, expect, test } from "vitest";
import { GHOST_ID } from "../../../ui/week-grid/grid-event.ts";
import { carriedTo, draftAt, type Focus, withType } from "./calendar-state.ts";

const INTRO = { id: "intro", minutes: [30] };
const COACHING = { id: "coaching", minutes: [60, 90] };
const START = "2026-11-23T09:00";

describe("a draft", () => {
  test("of a pressed place takes the first type at its first length", () => {
    expect(draftAt(START, null, [COACHING, INTRO])).toEqual({ start: START, sessionTypeId: "coaching", minutes: 60 });
  });

  test("of a drawn stretch takes the type whose length comes nearest", () => {
    expect(draftAt(START, "2026-11-23T09:30", [COACHING, INTRO])).toMatchObject({
      sessionTypeId: "intro",
      minutes: 30,
    });
    expect(draftAt(START, "2026-11-23T10:45", [COACHING, INTRO])).toMatchObject({
      sessionTypeId: "coaching",
      minutes: 90,
    });
  });

  test("cannot be made where nothing can be booked", () => {
    expect(draftAt(START, null, [])).toBeNull();
  });

  test("keeps its place when the type changes, at a length the new type has", () => {
    expect(withType({ start: START, sessionTypeId: "intro", minutes: 30 }, COACHING)).toEqual({
      start: START,
      sessionTypeId: "coaching",
      minutes: 60,
    });
  });
});

describe("carrying", () => {
  test("turns a session into a proposal, and back when it returns to its place", () => {
    const session: Focus = { kind: "session", id: "b1" };
    const moved = carriedTo(session, "b1", "2026-11-24T09:00", START);
    expect(moved).toEqual({ kind: "move", id: "b1", start: "2026-11-24T09:00" });
    expect(carriedTo(moved, "b1", START, START)).toEqual(session);
  });

  test("moves the proposal that stands there", () => {
    const draft = { start: START, sessionTypeId: "intro", minutes: 30 };
    expect(carriedTo({ kind: "new", draft }, GHOST_ID, "2026-11-24T10:00", null)).toMatchObject({
      kind: "new",
      draft: { start: "2026-11-24T10:00" },
    });
    expect(carriedTo({ kind: "move", id: "b1", start: START }, GHOST_ID, "2026-11-24T10:00", null)).toMatchObject({
      kind: "move",
      id: "b1",
      start: "2026-11-24T10:00",
    });
  });
});
