import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addDays } from "../src/core/local-date.ts";
import { zone } from "../src/core/zone.ts";
import { openBrowser } from "./chromium.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { faultsOf } from "./page-faults.ts";
import { startServer, type TestServer } from "./server.ts";
import { awakeZone } from "./waiting.ts";

let database: TestDatabase;
let server: TestServer;
let browser: Browser;
const timeZone = awakeZone();

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer(database.url);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await database.drop();
});

test("two wait for a seat in a full session: it is offered to the first, passes on when she declines, and one press takes it", async () => {
  const { startAt, seatsLeft } = await openCircle();
  const date = zone(timeZone).localDate(Date.parse(startAt));
  const ann = await newPage();
  await ann.goto(`${server.url}/maya/circle?date=${date}`);
  await ann.locator(`button[data-start="${startAt}"]`).waitFor();

  // The session fills under her eyes, and now it can be waited for.
  const seats = await inTurn(seatsLeft, (seat) => book("circle", startAt, `Seat ${seat}`));
  await ann.locator(`button[data-full="${startAt}"]`).click();
  await ann.getByRole("heading", { name: "Wait for this time" }).waitFor();
  await ann.getByText(/a seat on .* at /).waitFor();
  expect(await faultsOf(ann)).toEqual([]);
  await joinAs(ann, "Ann Archer");
  await ann.getByRole("heading", { name: "You’re next in line" }).waitFor();
  expect(await faultsOf(ann)).toEqual([]);

  // Who joins again is told to look in her mail, and so is a stranger who tries an address that has a seat.
  const ben = await newPage();
  await ben.goto(`${server.url}/maya/circle?wait=${startAt}`);
  await joinAs(ben, "Ann Archer");
  await ben.getByText("We have sent it the link").waitFor();
  await joinAs(ben, "Ben Baker");
  await ben.getByRole("heading", { name: "You’re 2nd in line" }).waitFor();

  // Nobody reloads anything from here on.
  await cancel(seats[0]);
  await ann.getByRole("heading", { name: "A seat is offered to you" }).waitFor();
  expect(await ann.getByRole("timer").innerText()).toMatch(/\d/);
  await ann.getByText(/until \d/).waitFor();
  expect(await faultsOf(ann)).toEqual([]);
  await ann.getByRole("button", { name: "Decline and stop waiting" }).click();
  expect(await ann.locator(":focus").innerText()).toBe("Keep the offer");
  expect(await faultsOf(ann)).toEqual([]);
  await ann.getByRole("button", { name: "Decline and stop" }).click();
  await ann.getByRole("heading", { name: "You no longer wait" }).waitFor();

  await ben.getByRole("button", { name: "Accept and book" }).click();
  await ben.waitForURL("**/manage/*");
  await ben.getByText("You’re booked.").first().waitFor();
  expect(await attending(startAt)).toContain("Ben Baker");
  await ben.goBack();
  await ben.getByRole("link", { name: "Open your session" }).waitFor();
  expect(await faultsOf(ben)).toEqual([]);
}, 60_000);

test("who would wait for what is free is told to book it, and a taken time can be left, waited for again, and taken by the link in the message", async () => {
  const startAt = await freeCoaching();
  const local = zone(timeZone).toLocal(Date.parse(startAt));
  const page = await newPage();
  await page.goto(`${server.url}/maya/coaching`);
  await page.getByRole("button", { name: "Nothing fits? Be told when time opens" }).click();
  await page.getByRole("heading", { name: "Be told when time opens" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByText("One time", { exact: true }).click();
  await page.getByLabel("Date").fill(local.slice(0, 10));
  await page.getByLabel("Begins at").fill(local.slice(11));
  await joinAs(page, "Cleo Costa");
  await page.getByText("This is free now").waitFor();
  expect(await faultsOf(page)).toEqual([]);

  const taken = await book("coaching", startAt, "Dora Diaz");
  await page.getByRole("button", { name: "Join the waitlist" }).click();
  await page.getByRole("heading", { name: "You’re next in line" }).waitFor();
  await page.getByRole("button", { name: "Stop waiting" }).click();
  await page.getByRole("button", { name: "Stop waiting" }).click();
  await page.getByRole("heading", { name: "You no longer wait" }).waitFor();

  // Again, with what was typed before; where addresses are to be proven, the link in the message alone accepts.
  await page.goto(`${server.url}/maya/coaching?wait=${startAt}`);
  await page.getByRole("button", { name: "Join the waitlist" }).click();
  await page.getByRole("heading", { name: "You’re next in line" }).waitFor();
  await server.context.db.sql`update session_type set requires_email_proof = true`;
  await page.getByRole("button", { name: "Stop waiting" }).focus();
  await cancel(taken);
  await page.getByRole("heading", { name: "A time is offered to you" }).waitFor();
  expect(await page.locator(":focus").innerText()).toBe("Decline and stop waiting…");
  await page.getByRole("button", { name: "Accept and book" }).click();
  await page.getByText("Open the link in the message that we sent you").waitFor();
  await page.goto(await linkSentTo("cleo.costa@example.com"));
  await page.getByRole("button", { name: "Accept and book" }).click();
  await page.waitForURL("**/manage/*");
  await page.getByText("You’re booked.").first().waitFor();
  expect(await attending(startAt)).toContain("Cleo Costa");
}, 60_000);

/** The address in the newest offer to somebody. */
async function linkSentTo(address: string): Promise<string> {
  const read = async () =>
    (await server.context.mailbox.list(50)).find(
      ({ to, subject }) => to.address === address && subject.startsWith("A time came free"),
    )?.text;
  const text = await vi.waitFor(async () => (await read()) ?? expect.fail("No message has come."), 10_000);
  return /https?:\S+/.exec(text)?.[0] ?? expect.fail(text);
}

async function newPage(): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: { width: 360, height: 740 }, timezoneId: timeZone, locale: "en-US" },
    ...{ reducedMotion: "reduce" as const, bypassCSP: true },
  });
  context.setDefaultTimeout(10_000);
  return context.newPage();
}

async function joinAs(page: Page, name: string): Promise<void> {
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Email").fill(addressOf(name));
  await page.getByRole("button", { name: "Join the waitlist" }).click();
}

const addressOf = (name: string) => `${name.toLowerCase().replace(" ", ".")}@example.com`;

interface FreeSlot {
  readonly startAt: string;
  readonly seatsLeft: number;
}

async function slotsOf(link: string): Promise<FreeSlot[]> {
  const today = zone(timeZone).localDate(Date.now());
  const document = `query ($link: String!, $from: LocalDate!, $to: LocalDate!, $timeZone: TimeZone!) {
    slots(coach: "maya", link: $link, from: $from, to: $to, timeZone: $timeZone) {
      ... on SlotList { days { slots { startAt seatsLeft } } } } }`;
  const variables = { link, from: addDays(today, 2), to: addDays(today, 30), timeZone };
  const { slots } = await server.query<{ slots: { days: { slots: FreeSlot[] }[] } }>(document, variables);
  return slots.days.flatMap((day) => day.slots);
}

/** A group session that some have booked already. */
async function openCircle(): Promise<FreeSlot> {
  const found = (await slotsOf("circle")).find(({ seatsLeft }) => seatsLeft < 6);
  if (!found) throw new Error("The demo practice has no group session with seats left.");
  return found;
}

async function freeCoaching(): Promise<string> {
  const [found] = await slotsOf("coaching");
  if (!found) throw new Error("The demo practice has no free time for coaching.");
  return found.startAt;
}

/** The secret of the seat. */
async function book(link: string, startAt: string, name: string): Promise<string> {
  const client = { name, email: addressOf(name), timeZone };
  const input = { coach: "maya", link, startAt, client, idempotencyKey: crypto.randomUUID() };
  const document = `mutation ($input: BookSessionInput!) { bookSession(input: $input) { __typename ... on Booked { token } } }`;
  const { bookSession } = await server.query<{ bookSession: { token: string } }>(document, { input });
  expect(bookSession).toMatchObject({ __typename: "Booked" });
  return bookSession.token;
}

async function cancel(token: string | undefined): Promise<void> {
  const document = `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { __typename } }`;
  const answer = await server.query(document, { input: { token, idempotencyKey: crypto.randomUUID() } });
  expect(answer).toEqual({ cancelBooking: { __typename: "BookingCancelled" } });
}

/** Who has a seat at a start, by the coach's own agenda. */
async function attending(startAt: string): Promise<string[]> {
  const day = startAt.slice(0, 10);
  const document = `query ($from: LocalDate!, $to: LocalDate!) { viewer { agenda(from: $from, to: $to) {
    edges { node { startAt attendees { name } } } } } }`;
  type Agenda = { edges: { node: { startAt: string; attendees: { name: string }[] } }[] };
  const variables = { from: addDays(day, -1), to: addDays(day, 1) };
  const { viewer } = await server.query<{ viewer: { agenda: Agenda } }>(document, variables, await server.signIn());
  const sessions = viewer.agenda.edges.map(({ node }) => node).filter((node) => node.startAt === startAt);
  return sessions.flatMap(({ attendees }) => attendees.map(({ name }) => name));
}

async function inTurn<Result>(count: number, make: (index: number) => Promise<Result>): Promise<Result[]> {
  const made: Result[] = [];
  for (let index = 0; index < count; index++) made.push(await make(index));
  return made;
}
