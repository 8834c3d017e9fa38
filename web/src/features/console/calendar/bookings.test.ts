import { expect, test } from "vitest";
import { detailOf, minutesOf, namesInTheWay, seatsOf, statusWords, titleOf, waitingSeats } from "./bookings.ts";
import { aSeat, aSession } from "./session.fixture.ts";

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

test("a hold that is an offer says to whom", () => {
  const offers = [
    {
      __typename: "Offer" as const,
      id: "o1",
      expiresAt: "2026-11-23T09:00:00.000Z",
      entry: { __typename: "WaitlistEntry" as const, id: "w1", name: "Ben Okafor" },
    },
  ];
  const offered = aSession({ status: "HELD", attendees: [], offers });
  expect([titleOf(offered), statusWords(offered)]).toEqual(["Offered to Ben Okafor", "Offered"]);
});

test("a group is called by what it is, with its seats and the names below", () => {
  const attendees = [aSeat(), aSeat({ id: "a2", name: "Ben Okafor" })];
  const group = aSession({ capacity: 6, attendees });
  expect([titleOf(group), detailOf(group)]).toEqual(["Coaching", "2 of 6: Ana Lopez, Ben Okafor"]);
});

test("a seat that was given up counts no more, but a cancelled session still says who had it", () => {
  const early = aSeat({ id: "a2", name: "Ben Okafor", cancelledAt: "2026-11-20T10:00:00.000Z" });
  expect(seatsOf(aSession({ capacity: 6, attendees: [aSeat(), early] })).map(({ id }) => id)).toEqual(["a1"]);
  const cancelledAt = "2026-11-21T10:00:00.000Z";
  const over = aSession({ status: "CANCELLED", cancelledAt, attendees: [aSeat({ cancelledAt }), early] });
  expect(titleOf(over)).toBe("Ana Lopez");
});

test("seats that wait for the coach come with the most urgent first", () => {
  const attendees = [
    aSeat({ approveBy: "2026-11-22T10:00:00.000Z" }),
    aSeat({ id: "a2" }),
    aSeat({ id: "a3", approveBy: "2026-11-21T10:00:00.000Z" }),
  ];
  expect(waitingSeats(aSession({ capacity: 6, attendees })).map(({ id }) => id)).toEqual(["a3", "a1"]);
});

test("what does not take place says whose doing that was", () => {
  const words = (cancelCause: "CLIENT" | "COACH" | "DECLINED" | "LAPSED" | null) =>
    statusWords(aSession({ status: "CANCELLED", cancelCause }));
  expect([words("CLIENT"), words("COACH"), words("DECLINED"), words("LAPSED"), words(null)]).toEqual([
    "Cancelled by the client",
    "Cancelled by you",
    "Declined",
    "Lapsed unanswered",
    "Cancelled",
  ]);
});

test("names what lies at the same time, but not what only touches, is called off, or is the session itself", () => {
  const sessions = [aSession({ id: "a" }), aSession({ id: "b", status: "CANCELLED" })];
  expect(namesInTheWay(sessions, "2026-11-23T09:45", 30, null)).toEqual(["Ana Lopez"]);
  expect(namesInTheWay(sessions, "2026-11-23T10:00", 30, null)).toEqual([]);
  expect(namesInTheWay(sessions, "2026-11-23T09:45", 30, "a")).toEqual([]);
});
