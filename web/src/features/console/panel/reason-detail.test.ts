import { expect, test } from "vitest";
import type { ReasonPartsFragment } from "../../../generated/console.ts";
import { reasonDetail } from "./reason-detail.ts";

const reason = (fields: Partial<ReasonPartsFragment>): ReasonPartsFragment => ({
  __typename: "SlotReason",
  code: "OUTSIDE_HOURS",
  message: "",
  startAt: null,
  endAt: null,
  until: null,
  count: null,
  limit: null,
  countedIn: null,
  booking: null,
  dateOverride: null,
  timeOff: null,
  holiday: null,
  travel: null,
  ...fields,
});
const local = new Map([
  ["2026-11-24T14:00:00.000Z", "2026-11-24T09:00"],
  ["2026-11-24T15:00:00.000Z", "2026-11-24T10:00"],
]);
const text = (fields: Partial<ReasonPartsFragment>) => reasonDetail(reason(fields), local)?.replaceAll("\u00a0", " ");

test("a session in the way is named with its time", () => {
  const booking: ReasonPartsFragment["booking"] = {
    __typename: "Booking",
    id: "b1",
    sessionType: { __typename: "SessionType", id: "t1", name: "Coaching" },
    attendees: [{ __typename: "Attendee", id: "a1", name: "Ann Archer" }],
  };
  const said = text({
    code: "BUFFER",
    booking,
    startAt: "2026-11-24T14:00:00.000Z",
    endAt: "2026-11-24T15:00:00.000Z",
  });
  expect(said).toMatch(/^Ann Archer \(Coaching\), .*24.*9:00.*10:00/);
});

test("a limit says how much of it is used, in sessions or in time", () => {
  expect(text({ code: "LIMIT", count: 4, limit: 4, countedIn: "SESSIONS" })).toBe("4 of 4 sessions are booked.");
  expect(text({ code: "LIMIT", count: 60, limit: 90, countedIn: "MINUTES" })).toBe("1 h of 1 h 30 min are taken.");
});

test("time off says why and when", () => {
  const timeOff: ReasonPartsFragment["timeOff"] = {
    __typename: "TimeOff",
    id: "o1",
    fromDate: "2026-12-24",
    toDate: "2026-12-31",
    reason: "Family",
  };
  expect(text({ code: "TIME_OFF", timeOff })).toMatch(/^Family, .*24.*31.*2026$/);
});

test("what is not looked up yet is left out", () => {
  expect(reasonDetail(reason({ code: "HOLD", until: "2026-11-24T14:00:00.000Z" }), new Map())).toBeNull();
});
