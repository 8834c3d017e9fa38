import { expect, test } from "vitest";
import { detailOf, minutesOf, namesInTheWay, titleOf } from "./bookings.ts";
import { aSession } from "./session.fixture.ts";

test("the length is real time, not what the clock's face shows on the night it changes", () => {
  const overTheChange = aSession({
    startAt: "2026-03-08T06:30:00.000Z",
    endAt: "2026-03-08T07:30:00.000Z",
    localStart: "2026-03-08T01:30",
    localEnd: "2026-03-08T03:30",
  });
  expect(minutesOf(overTheChange)).toBe(60);
});

test("a hold has no name yet", () => {
  expect(titleOf(aSession({ status: "HELD", attendees: [] }))).toBe("Being booked");
});

test("a group is called by what it is, with the names below", () => {
  const [one] = aSession().attendees ?? [];
  const group = aSession({ attendees: one ? [one, { ...one, id: "a2", name: "Ben Okafor" }] : [] });
  expect([titleOf(group), detailOf(group)]).toEqual(["Coaching", "Ana Lopez, Ben Okafor"]);
});

test("names what lies at the same time, but not what only touches, is called off, or is the session itself", () => {
  const sessions = [aSession({ id: "a" }), aSession({ id: "b", status: "CANCELLED" })];
  expect(namesInTheWay(sessions, "2026-11-23T09:45", 30, null)).toEqual(["Ana Lopez"]);
  expect(namesInTheWay(sessions, "2026-11-23T10:00", 30, null)).toEqual([]);
  expect(namesInTheWay(sessions, "2026-11-23T09:45", 30, "a")).toEqual([]);
});
