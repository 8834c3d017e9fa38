import { expect, test } from "vitest";
import type { SessionTypePartsFragment } from "../../../generated/console.ts";
import { draftOf, newDraft, readDraft } from "./type-draft.ts";

const TYPE: SessionTypePartsFragment = {
  __typename: "SessionType",
  id: "t1",
  name: "Coaching",
  description: "An hour for one thing.",
  minutes: [60, 90],
  stepMinutes: 15,
  bufferBeforeMinutes: 10,
  bufferAfterMinutes: 0,
  noticeMinutes: 1440,
  horizonDays: 60,
  cancelNoticeMinutes: 2880,
  capacity: 1,
  maxPerDay: 4,
  maxPerWeek: null,
  maxPerMonth: 30,
  maxMinutesPerDay: 360,
  maxMinutesPerWeek: null,
  maxMinutesPerMonth: 2880,
  bookableFrom: null,
  bookableUntil: null,
  grid: "WINDOW",
  colour: "#2f5d50",
  active: true,
  place: { __typename: "Place", kind: "VIDEO", detail: "https://meet.example/room" },
  placePerBooking: false,
  maxGuests: 2,
  maxSeriesSessions: 0,
  requiresApproval: true,
  approvalHours: 48,
  requiresEmailProof: false,
  questions: [],
};

test("a form that nobody touched saves what was there", () => {
  const read = readDraft(draftOf(TYPE));
  const { __typename, id, active, place, placePerBooking, questions, ...rest } = TYPE;
  expect(read).toEqual({ input: { ...rest, place: { kind: place.kind, detail: place.detail, perBooking: false } } });
});

test("an empty limit means none", () => {
  const read = readDraft({ ...draftOf(TYPE), maxPerDay: " " });
  expect(read).toMatchObject({ input: { maxPerDay: null } });
});

test("several sessions at once are for those between two that are settled at once", () => {
  const most = (change: Partial<ReturnType<typeof draftOf>>) => {
    const read = readDraft({
      ...draftOf(TYPE),
      capacity: "1",
      requiresApproval: false,
      maxSeriesSessions: "12",
      ...change,
    });
    return "input" in read && read.input.maxSeriesSessions;
  };
  expect(most({})).toBe(12);
  expect(most({ requiresApproval: true })).toBe(0);
  expect(most({ requiresEmailProof: true })).toBe(0);
  expect(most({ capacity: "6" })).toBe(0);
});

test("fixed dates hold in place of days ahead, and go when they are switched off", () => {
  const fixed = { ...draftOf(TYPE), fixedDates: true, bookableFrom: "2027-01-04", bookableUntil: "2027-03-26" };
  expect(readDraft(fixed)).toMatchObject({ input: { bookableFrom: "2027-01-04", bookableUntil: "2027-03-26" } });
  expect(readDraft({ ...fixed, fixedDates: false })).toMatchObject({
    input: { bookableFrom: null, bookableUntil: null },
  });
  expect(readDraft({ ...fixed, bookableUntil: "" })).toMatchObject({
    problems: { bookableUntil: expect.stringContaining("last date") },
  });
});

test("a meeting for every booking needs no link, and only video has one", () => {
  const draft = { ...draftOf(TYPE), perBooking: true };
  expect(readDraft(draft)).toMatchObject({ input: { place: { kind: "VIDEO", perBooking: true } } });
  expect(readDraft({ ...draft, placeKind: "PHONE", placeDetail: "+1 212 555 0100" })).toMatchObject({
    input: { place: { kind: "PHONE", detail: "+1 212 555 0100", perBooking: false } },
  });
});

test("the time to approve is written in hours or days, and asked for only where it counts", () => {
  const draft = draftOf(TYPE);
  expect(draft.approvalTime).toBe("2 days");
  expect(readDraft({ ...draft, approvalTime: "12 h" })).toMatchObject({ input: { approvalHours: 12 } });
  expect(readDraft({ ...draft, approvalTime: "90 min" })).toMatchObject({
    problems: { approvalHours: expect.stringContaining("whole hours") },
  });
  const read = readDraft({ ...draft, requiresApproval: false, approvalTime: "whenever" });
  expect(read).not.toHaveProperty("input.approvalHours");
});

test("limits of session time are written in hours, also where they are days long", () => {
  expect(draftOf(TYPE)).toMatchObject({ maxMinutesPerDay: "6 h", maxMinutesPerWeek: "", maxMinutesPerMonth: "48 h" });
});

test("a new type begins with the coach's defaults", () => {
  expect(newDraft(TYPE)).toMatchObject({ name: "", noticeMinutes: "1 day", maxPerDay: "4", minutes: "60 min" });
});

test("each field that cannot be read says how to write it", () => {
  const read = readDraft({
    ...newDraft(TYPE),
    minutes: "an hour",
    noticeMinutes: "soon",
    capacity: "two",
    maxPerWeek: "many",
    maxMinutesPerDay: "a while",
  });
  expect(read).toMatchObject({
    problems: {
      name: expect.any(String),
      minutes: expect.stringContaining("30, 60"),
      noticeMinutes: expect.stringContaining("2 h"),
      capacity: expect.any(String),
      maxPerWeek: expect.stringContaining("leave it empty"),
      maxMinutesPerDay: expect.stringContaining("6 h"),
    },
  });
});
