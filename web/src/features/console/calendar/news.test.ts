import { expect, test } from "vitest";
import { EMPTY_AGENDA, withEvent } from "./agenda-store.ts";
import { newsOf } from "./news.ts";
import { aSeat, aSession } from "./session.fixture.ts";

const RANGE = { from: "2026-11-16", to: "2026-12-06" };
const known = (...bookings: ReturnType<typeof aSession>[]) =>
  withEvent(EMPTY_AGENDA, { __typename: "AgendaSnapshot", revision: 1, bookings }, RANGE);
const heard = (agenda: ReturnType<typeof known>, ...bookings: ReturnType<typeof aSession>[]) =>
  newsOf(agenda, { __typename: "AgendaChange", revision: 2, bookings, removed: [] }).map(({ sentence }) => sentence);

test("tells of a new session, whether it was held before or not", () => {
  expect(heard(known(), aSession())).toEqual([expect.stringContaining("Ana Lopez booked Mon")]);
  expect(heard(known(aSession({ status: "HELD" })), aSession({ version: 2 }))).toEqual([
    expect.stringContaining("booked"),
  ]);
});

test("tells of a move and of a cancellation", () => {
  expect(heard(known(aSession()), aSession({ version: 2, localStart: "2026-11-24T09:00" }))).toEqual([
    expect.stringContaining("moved to Tue"),
  ]);
  expect(heard(known(aSession()), aSession({ version: 2, status: "CANCELLED" }))).toEqual([
    expect.stringContaining("cancelled Mon"),
  ]);
});

test("is silent about holds, and about what is known already", () => {
  expect(heard(known(), aSession({ status: "HELD" }))).toEqual([]);
  expect(heard(known(aSession({ version: 3 })), aSession({ version: 3 }))).toEqual([]);
});

test("tells what became of a request that was answered elsewhere, or by nobody", () => {
  const asked = aSession({ status: "PENDING" });
  const told = (given: Parameters<typeof aSession>[0]) => heard(known(asked), aSession(given));
  expect(told({ version: 2 })).toEqual([expect.stringMatching(/^Ana Lopez is confirmed for Mon/)]);
  expect(told({ version: 2, status: "CANCELLED", cancelCause: "DECLINED" })).toEqual([
    expect.stringMatching(/is declined\.$/),
  ]);
  expect(told({ status: "CANCELLED", cancelCause: "LAPSED" })).toEqual([expect.stringMatching(/lapsed\.$/)]);
});

test("tells who came into a group, who asks to, and who left it", () => {
  const group = (...attendees: ReturnType<typeof aSeat>[]) => aSession({ capacity: 6, attendees });
  const ben = aSeat({ id: "a2", name: "Ben Okafor" });
  const after = {
    ...group(ben, aSeat({ id: "a3", name: "Cy Moss", approveBy: "2026-11-22T10:00:00.000Z" })),
    version: 2,
  };
  expect(heard(known(group(aSeat())), after)).toEqual([
    expect.stringMatching(/^Cy Moss asks for Mon.* Ben Okafor joined Coaching.* Ana Lopez left Coaching/),
  ]);
});
