import { expect, test } from "vitest";
import { secondZoneOf } from "./second-zone.ts";
import { aSession } from "./session.fixture.ts";

const [attendee] = aSession().attendees ?? [];
const inZone = (id: string, timeZone: string) =>
  aSession({ id, attendees: attendee ? [{ ...attendee, timeZone }] : [] });
const SESSIONS = new Map(
  [
    inZone("a", "Europe/Berlin"),
    inZone("b", "Asia/Kolkata"),
    inZone("c", "Asia/Kolkata"),
    inZone("d", "America/New_York"),
  ].map((one) => [one.id, one]),
);

test("follows the client of the session that is open", () => {
  expect(secondZoneOf({ kind: "session", id: "a" }, SESSIONS, "America/New_York")).toBe("Europe/Berlin");
});

test("is the zone of most clients otherwise, never the coach's own", () => {
  expect(secondZoneOf({ kind: "none" }, SESSIONS, "America/New_York")).toBe("Asia/Kolkata");
  expect(secondZoneOf({ kind: "session", id: "d" }, SESSIONS, "America/New_York")).toBe("Asia/Kolkata");
  expect(secondZoneOf({ kind: "none" }, new Map(), "America/New_York")).toBeNull();
});
