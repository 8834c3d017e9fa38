import { expect, test } from "vitest";
import type { SessionTypePartsFragment } from "../../../generated/console.ts";
import { draftOf, NEW_TYPE, readDraft } from "./type-draft.ts";

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
  grid: "WINDOW",
  colour: "#2f5d50",
  active: true,
  place: { __typename: "Place", kind: "VIDEO", detail: "https://meet.example/room" },
};

test("a form that nobody touched saves what was there", () => {
  const read = readDraft(draftOf(TYPE));
  const { __typename, id, active, place, ...rest } = TYPE;
  expect(read).toEqual({ input: { ...rest, place: { kind: place.kind, detail: place.detail } } });
});

test("an empty limit means none", () => {
  const read = readDraft({ ...draftOf(TYPE), maxPerDay: " " });
  expect(read).toMatchObject({ input: { maxPerDay: null } });
});

test("each field that cannot be read says how to write it", () => {
  const read = readDraft({
    ...NEW_TYPE,
    minutes: "an hour",
    noticeMinutes: "soon",
    capacity: "two",
    maxPerWeek: "many",
  });
  expect(read).toMatchObject({
    problems: {
      name: expect.any(String),
      minutes: expect.stringContaining("30, 60"),
      noticeMinutes: expect.stringContaining("2 h"),
      capacity: expect.any(String),
      maxPerWeek: expect.stringContaining("leave it empty"),
    },
  });
});
