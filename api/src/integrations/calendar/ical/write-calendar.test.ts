import { randomUUID } from "node:crypto";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { zone } from "../../../core/zone.ts";
import type { EventDetails, EventDraft } from "../calendar-provider.ts";
import { occurrencesOf } from "../occurrences.ts";
import { icalTexts } from "./ical.ts";

const HOUR = 3_600_000;

function detailsAt(start: number, timeZone: string): EventDetails {
  return {
    ...{ title: "Session", description: "", location: "", blocking: "busy", cancelled: false, isPrivate: false },
    time: { kind: "timed", start, end: start + HOUR, timeZone },
  };
}

function weekly(timeZone: string, local: string): EventDraft {
  const recurrence = { start: local, timeZone, rules: ["FREQ=WEEKLY;COUNT=60"], excluded: [], added: [] };
  const details = detailsAt(zone(timeZone).toInstant(local), timeZone);
  return { key: randomUUID(), sequence: 3, details, recurrence, exceptions: [] };
}

/** The instants that another program finds, which knows no zones but those in the text. */
function foreignStarts(text: string): number[] {
  const calendar = ICAL.Component.fromString(text);
  const zones = new Map(
    calendar.getAllSubcomponents("vtimezone").map((component) => {
      const found = new ICAL.Timezone(component);
      return [found.tzid, found] as const;
    }),
  );
  const [main] = calendar.getAllSubcomponents("vevent");
  if (!main) return [];
  const start = main.getFirstProperty("dtstart");
  const at = zones.get(String(start?.getFirstParameter("tzid")));
  const iterator = new ICAL.Event(main).iterator();
  const starts: number[] = [];
  for (let next = iterator.next(); next; next = iterator.next()) {
    const wall = Date.UTC(next.year, next.month - 1, next.day, next.hour, next.minute);
    starts.push(wall - (at?.utcOffset(next) ?? 0) * 1000);
  }
  return starts;
}

describe("a series that is written", () => {
  test.each([
    ["America/New_York", "2027-02-01T10:00"],
    ["Europe/Berlin", "2026-10-05T09:30"],
    ["Australia/Lord_Howe", "2026-09-01T18:00"],
    ["America/Santiago", "2027-01-04T08:00"],
    ["Asia/Kolkata", "2026-12-01T08:00"],
    ["Africa/Casablanca", "2026-12-01T08:00"],
    ["America/Vancouver", "2026-09-01T08:00"],
    ["Europe/Dublin", "2026-09-01T08:00"],
  ])("lies in %s where another program finds it by the zone in the text", async (timeZone, local) => {
    const draft = weekly(timeZone, local);
    const text = icalTexts.write(draft, Date.UTC(2026, 8));
    const { events } = await icalTexts.read(text, { self: [] });
    const ours = occurrencesOf(events, { start: 0, end: Date.UTC(2030, 0) }, "UTC").occurrences.map(
      ({ start }) => start,
    );
    expect(ours.length).toBe(60);
    expect(foreignStarts(text)).toEqual(ours);
    expect(events[0]).toMatchObject({ key: draft.key, details: draft.details });
  });
});

test("exceptions have the same UID, their place, and the series' sequence", () => {
  const draft = weekly("America/New_York", "2027-03-01T10:00");
  const second = zone("America/New_York").toInstant("2027-03-15T10:00");
  const moved = { originalStart: second, details: detailsAt(second + HOUR, "America/New_York") };
  const left = { originalStart: second + 168 * HOUR, details: null };
  const text = icalTexts.write({ ...draft, exceptions: [moved, left] }, Date.UTC(2027, 0));
  expect(text.match(/^UID:.*$/gm)).toEqual([`UID:${draft.key}@kairos`, `UID:${draft.key}@kairos`]);
  expect(text).toContain("RECURRENCE-ID;TZID=America/New_York:20270315T100000");
  expect(text).toContain("DTSTART;TZID=America/New_York:20270315T110000");
  expect(text).toContain("EXDATE;TZID=America/New_York:20270322T100000");
  expect(text.match(/^SEQUENCE:3\r$/gm)?.length).toBe(2);
  expect(text.match(/^BEGIN:VTIMEZONE\r$/gm)?.length).toBe(1);
});

test.each(["END:VEVENT\r\nBEGIN:VEVENT\r\nUID:other", "a\rATTACH:http://x", "\u2028DTSTART:20200101", 'x";y=z:,;\\n'])(
  "%j in every text stays text",
  async (hostile) => {
    const draft = weekly("UTC", "2027-03-01T10:00");
    const details = { ...draft.details, title: hostile, description: hostile, location: hostile };
    const { events } = await icalTexts.read(icalTexts.write({ ...draft, details }, 0), { self: [] });
    expect(events.length).toBe(1);
    const plain = hostile.replaceAll(/\r\n?/g, "\n");
    expect(events[0]?.details).toMatchObject({ title: plain, description: plain, location: plain });
  },
);
