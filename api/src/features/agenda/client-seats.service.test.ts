import { afterAll, beforeAll, expect, test } from "vitest";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { Client } from "../../entities/index.ts";

let practice: TestPractice;
let clientId: string;

const HOUR = 3_600_000;
const starts = (connection: { edges: readonly { node: { booking: { getEntity(): { startAt: Date } } } }[] }) =>
  connection.edges.map(({ node }) => node.booking.getEntity().startAt.toISOString().slice(0, 13));

beforeAll(async () => {
  practice = await createPractice();
  for (const start of ["2026-06-02T13:00:00Z", "2026-06-03T13:00:00Z", "2026-06-04T13:00:00Z"]) {
    await practice.bookings.book(bookInput(start));
  }
  await practice.bookings.book(bookInput("2026-06-02T15:00:00Z", { email: "bo@example.com" }));
  clientId = (await practice.db.em().findOneOrFail(Client, { email: "ann@example.com" })).id;
});
afterAll(() => practice.close());

test("a client's seats are told apart at the end of their session, each page in its own order", async () => {
  practice.clock.set(NOW);
  expect(starts(await practice.clientSeats.page(clientId, { first: 9, past: false }))).toEqual([
    "2026-06-02T13",
    "2026-06-03T13",
    "2026-06-04T13",
  ]);
  practice.clock.set(Date.parse("2026-06-03T13:00:00Z") + HOUR);
  const past = await practice.clientSeats.page(clientId, { first: 1, past: true });
  expect(starts(past)).toEqual(["2026-06-03T13"]);
  expect(past.totalCount).toBe(2);
  const rest = await practice.clientSeats.page(clientId, {
    first: 5,
    past: true,
    after: past.pageInfo.endCursor ?? undefined,
  });
  expect(starts(rest)).toEqual(["2026-06-02T13"]);
});

test("a seat that was given up is not to come, and stays in what was", async () => {
  practice.clock.set(NOW);
  const [seat] = (await practice.clientSeats.page(clientId, { first: 1, past: false })).edges;
  await practice.bookings.cancel({
    token: practice.bookings.tokenOf(seat?.node.id ?? ""),
    idempotencyKey: crypto.randomUUID(),
  });
  expect(starts(await practice.clientSeats.page(clientId, { first: 9, past: false }))).toEqual([
    "2026-06-03T13",
    "2026-06-04T13",
  ]);
  practice.clock.set(Date.parse("2026-06-30T00:00:00Z"));
  const past = await practice.clientSeats.page(clientId, { first: 9, past: true });
  expect(past.edges.map(({ node }) => node.cancelledAt !== null)).toEqual([false, false, true]);
});
