import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../src/core/local-date.ts";
import { zone } from "../src/core/zone.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { startServer, type TestServer, type TestSubscription } from "./server.ts";

let database: TestDatabase;
let server: TestServer;
let neighbour: TestServer;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer(database.url);
  // A second process over the same database.
  neighbour = await startServer(database.url);
});
afterAll(async () => {
  await Promise.all([server.stop(), neighbour.stop()]);
  await database.drop();
});

const today = zone("America/New_York").localDate(Date.now());
const range = { coach: "maya", link: "intro", from: addDays(today, 1), to: addDays(today, 14), timeZone: "Asia/Tokyo" };

const slotsChanged = `subscription ($coach: String!, $link: String!, $from: LocalDate!, $to: LocalDate!, $timeZone: TimeZone!) {
  slotsChanged(coach: $coach, link: $link, from: $from, to: $to, timeZone: $timeZone) {
    __typename
    ... on SlotList { revision days { date slots { startAt } } }
    ... on SlotChange { revision days { date slots { startAt } } }
  }
}`;
const slots = slotsChanged
  .replace("subscription", "query")
  .replace("slotsChanged(", "slots(")
  .replace("... on SlotChange { revision days { date slots { startAt } } }", "");
const book = `mutation ($input: BookSessionInput!) {
  bookSession(input: $input) { __typename ... on Booked { token booking { id } } ... on Problem { message } }
}`;
const cancel = `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { __typename ... on BookingCancelled { booking { status } } } }`;

interface Day {
  date: string;
  slots: { startAt: string }[];
}
interface SlotsEvent {
  __typename: string;
  revision: number;
  days?: Day[];
}

/** What a page shows that starts with the snapshot and replaces the days of each change. */
function shown(subscription: TestSubscription<{ slotsChanged: SlotsEvent }>): string[] {
  const days = new Map<string, Day>();
  for (const { slotsChanged: event } of subscription.events) {
    if (event.__typename !== "SlotChange") days.clear();
    for (const day of event.days ?? []) days.set(day.date, day);
  }
  return [...days.values()].flatMap((day) => day.slots.map((slot) => slot.startAt)).sort();
}

async function listed(): Promise<string[]> {
  const answer = await server.query<{ slots: Required<SlotsEvent> }>(slots, range);
  return answer.slots.days.flatMap((day) => day.slots.map((slot) => slot.startAt));
}

function input(startAt: string | undefined) {
  const client = { name: "Ann Archer", email: "ann@example.com", timeZone: "Europe/Berlin" };
  return { coach: "maya", link: "intro", startAt, client, idempotencyKey: crypto.randomUUID() };
}

test("a booking made at one process reaches pages of every process as changed days, and so does its end", async () => {
  const pages = [server, server, neighbour].map((each) =>
    each.subscribe<{ slotsChanged: SlotsEvent }>(slotsChanged, range),
  );
  await Promise.all(pages.map((page) => page.until((events) => events.length === 1)));
  const before = await listed();
  expect(before.length).toBeGreaterThan(10);
  for (const page of pages) expect(shown(page)).toEqual(before);

  const startAt = before[5];
  const { bookSession } = await server.query<{ bookSession: { token: string } }>(book, { input: input(startAt) });
  await Promise.all(pages.map((page) => page.until(() => !shown(page).includes(startAt ?? ""))));
  const after = await listed();
  for (const page of pages) expect(shown(page)).toEqual(after);
  expect(pages[0]?.events).toHaveLength(2);
  expect(pages[0]?.events[1]).toMatchObject({ slotsChanged: { __typename: "SlotChange" } });

  await neighbour.query(cancel, { input: { token: bookSession.token, idempotencyKey: crypto.randomUUID() } });
  await Promise.all(pages.map((page) => page.until(() => shown(page).includes(startAt ?? ""))));
  for (const page of pages) expect(shown(page)).toEqual(before);
  expect(server.context.live.executionCount()).toBe(1);
  await Promise.all(pages.map((page) => page.close()));
});

test("changed hours, time off and a session type switched off reach open pages too", async () => {
  const cookie = await server.signIn();
  const page = neighbour.subscribe<{ slotsChanged: SlotsEvent }>(slotsChanged, range);
  await page.until((events) => events.length === 1);
  const before = shown(page);
  const off = `mutation ($input: CreateTimeOffInput!) { createTimeOff(input: $input) { ... on TimeOffSaved { timeOff { id } } } }`;
  const { createTimeOff } = await server.query<{ createTimeOff: { timeOff: { id: string } } }>(
    off,
    { input: { fromDate: range.from, toDate: range.to, reason: "ill" } },
    cookie,
  );
  await page.until(() => shown(page).length < before.length / 4);
  await server.query(
    `mutation ($id: ID!) { deleteTimeOff(id: $id) { __typename } }`,
    { id: createTimeOff.timeOff.id },
    cookie,
  );
  await page.until(() => shown(page).length === before.length);
  const { viewer } = await server.query<{ viewer: { bookingLinks: { slug: string; sessionType: { id: string } }[] } }>(
    `{ viewer { bookingLinks { slug sessionType { id } } } }`,
    {},
    cookie,
  );
  const id = viewer.bookingLinks.find((link) => link.slug === "intro")?.sessionType.id;
  const update = `mutation ($input: UpdateSessionTypeInput!) { updateSessionType(input: $input) { __typename } }`;
  await server.query(update, { input: { id, active: false } }, cookie);
  await page.until((events) => JSON.stringify(events.at(-1)).includes("LinkUnavailable"));
  await server.query(update, { input: { id, active: true } }, cookie);
  await page.until((events) => JSON.stringify(events.at(-1)).includes("SlotList"));
  expect(shown(page)).toEqual(before);
  await page.close();
});

test("the coach's agenda shows a hold, the booking it becomes and its move, and its client sees the same live", async () => {
  const cookie = await server.signIn();
  const document = `subscription ($from: LocalDate!, $to: LocalDate!) { agendaChanged(from: $from, to: $to) {
    __typename
    ... on AgendaSnapshot { bookings { id } }
    ... on AgendaChange { removed bookings { id status version attendees { name localStart } localStart } }
  } }`;
  const agenda = neighbour.subscribe(document, { from: range.from, to: range.to }, cookie);
  await agenda.until((events) => events.length === 1);
  const [startAt, elsewhere] = [(await listed())[3], (await listed())[9]];
  const hold = `mutation ($input: HoldSlotInput!) { holdSlot(input: $input) { ... on SlotHeld { holdToken } } }`;
  const wish = { coach: "maya", link: "intro", startAt, timeZone: "Europe/Berlin" };
  const { holdSlot } = await server.query<{ holdSlot: { holdToken: string } }>(hold, { input: wish });
  await agenda.until((events) => JSON.stringify(events.at(-1)).includes("HELD"));
  const { bookSession } = await server.query<{ bookSession: { token: string; booking: { id: string } } }>(book, {
    input: { ...input(startAt), holdToken: holdSlot.holdToken },
  });
  await agenda.until((events) => JSON.stringify(events.at(-1)).includes("CONFIRMED"));
  expect(agenda.events.at(-1)).toMatchObject({
    agendaChanged: { bookings: [{ attendees: [{ name: "Ann Archer" }] }] },
  });

  const mine = server.subscribe(
    `subscription ($token: String!) { bookingChanged(token: $token) { ... on BookingAccess { canChange booking { startAt attendees { name } } } } }`,
    { token: bookSession.token },
  );
  await mine.until((events) => events.length === 1);
  const move = `mutation ($input: RescheduleSessionInput!) { rescheduleSession(input: $input) { __typename } }`;
  await neighbour.query(
    move,
    { input: { booking: bookSession.booking.id, start: { at: elsewhere }, idempotencyKey: crypto.randomUUID() } },
    cookie,
  );
  await mine.until((events) => events.length === 2);
  // The list of attendees is for the coach alone.
  expect(mine.events[1]).toEqual({
    bookingChanged: { canChange: true, booking: { startAt: elsewhere, attendees: null } },
  });
  await Promise.all([agenda.close(), mine.close()]);
});

test("a page whose link leads nowhere is told so, and one with a wrong range too", async () => {
  const lost = server.subscribe(slotsChanged.replace("__typename", "__typename ... on Problem { code message }"), {
    ...range,
    link: "nowhere",
  });
  await lost.until((events) => events.length === 1);
  expect(lost.events[0]).toMatchObject({ slotsChanged: { __typename: "LinkUnavailable", code: "LINK_UNAVAILABLE" } });
  const wrong = server.subscribe(slotsChanged.replace("__typename", "__typename ... on InvalidInput { field }"), {
    ...range,
    to: addDays(range.from, 366),
  });
  await wrong.until((events) => events.length === 2);
  expect(wrong.events[0]).toMatchObject({ slotsChanged: { __typename: "InvalidInput", field: "to" } });
});

test("signing out at one process ends the open sockets of that sign-in at every process", async () => {
  const cookie = await server.signIn();
  const document = `subscription ($from: LocalDate!, $to: LocalDate!) { agendaChanged(from: $from, to: $to) { __typename } }`;
  const agenda = neighbour.subscribe(document, { from: range.from, to: range.to }, cookie);
  await agenda.until((events) => events.length === 1);
  const response = await fetch(`${server.url}/api/auth/sign-out`, {
    method: "POST",
    headers: { cookie, origin: server.url },
  });
  expect(response.status).toBe(200);
  await agenda.until((events) => JSON.stringify(events.at(-1)).includes("error"));
});
