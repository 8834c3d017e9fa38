import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../src/core/local-date.ts";
import { zone } from "../src/core/zone.ts";
import { openBrowser } from "./chromium.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { faultsOf } from "./page-faults.ts";
import { startServer, type TestServer } from "./server.ts";

let database: TestDatabase;
let server: TestServer;
let browser: Browser;
const timeZone = "Europe/Lisbon";

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

test("a client puts her session into her calendar, moves it, and cancels it with a reason", async () => {
  const [first, other] = await freeStarts();
  const page = await newPage();
  await page.goto(`${server.url}/manage/${await book(first)}`);
  await page.getByText(/You can move or cancel it here until .*Lisbon time/).waitFor();
  expect(await faultsOf(page)).toEqual([]);

  const file = await page.getByRole("link", { name: /\.ics/ }).getAttribute("href");
  const response = await fetch(server.url + file);
  expect(response.headers.get("content-type")).toContain("text/calendar");
  expect(await response.text()).toContain(`DTSTART:${compact(first)}`);
  const google = await page.getByRole("link", { name: "Google" }).getAttribute("href");
  expect(new URL(google ?? "").searchParams.get("dates")).toMatch(new RegExp(`^${compact(first)}/`));
  const outlook = await page.getByRole("link", { name: "Outlook" }).getAttribute("href");
  expect(new URL(outlook ?? "").searchParams.get("startdt")).toBe(first);

  await page.getByRole("button", { name: "Move" }).click();
  await openDay(page, other);
  expect(await faultsOf(page)).toEqual([]);
  await page.locator(`button[data-start="${other}"]`).click();
  // Step by step back, and a reload forgets nothing.
  await page.getByRole("button", { name: "Move the session" }).waitFor();
  await page.goBack();
  await page.locator(`button[data-start="${other}"]`).click();
  await page.reload();
  await page.getByRole("button", { name: "Move the session" }).click();
  await page.getByText("You have moved this session.").waitFor();

  // The coach is told the zone that is chosen here.
  await page.getByRole("button", { name: /Time zone/ }).click();
  await page.getByRole("combobox").fill("Tokyo");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByText("Tokyo, UTC+9").waitFor();
  await expect.poll(() => seatOf("zoe@example.com")).toMatchObject({ timeZone: "Asia/Tokyo" });

  await page.getByRole("button", { name: "Cancel session" }).click();
  await page.getByLabel(/A word to/).fill("I have a cold\u2014sorry");
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Cancel the session" }).click();
  await page.getByRole("heading", { name: "You cancelled this session" }).waitFor();
  await page.getByText("“I have a cold\u2014sorry”").waitFor();
  await page.getByRole("link", { name: "Book another time" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await seatOf("zoe@example.com")).toMatchObject({ startAt: other, reason: "I have a cold\u2014sorry" });
}, 60_000);

test("a request shows until when the coach answers and hears her live, and a late page says what can still be done", async () => {
  const [, , third] = await freeStarts();
  await server.context.db.sql`update session_type set requires_approval = true`;
  const token = await book(third);
  const page = await newPage();
  await page.goto(`${server.url}/manage/${token}`);
  await page.getByRole("heading", { name: "Waiting for Maya Lindqvist to confirm" }).waitFor();
  await page.getByText(/answers by .*without an answer it is free again/).waitFor();
  await page.getByText("the link appears here once confirmed").waitFor();
  expect(await faultsOf(page)).toEqual([]);

  const cookie = await server.signIn();
  const { viewer } = await server.query<{ viewer: { waitingBookings: { id: string }[] } }>(
    "{ viewer { waitingBookings { id } } }",
    {},
    cookie,
  );
  const input = { booking: viewer.waitingBookings[0]?.id, idempotencyKey: crypto.randomUUID() };
  await server.query(
    "mutation ($input: DecideBookingInput!) { approveBooking(input: $input) { __typename } }",
    { input },
    cookie,
  );
  await page.getByText("Maya Lindqvist has confirmed your session.").waitFor();
  await page.getByRole("link", { name: /meet\.example\.com/ }).waitFor();

  await server.context.db.sql`update session_type set cancel_notice_minutes = 43200`;
  await page.reload();
  await page.getByText("It is less than 30 days away").waitFor();
  expect(await page.getByRole("button", { name: "Move" }).count()).toBe(0);
  expect(await faultsOf(page)).toEqual([]);
}, 60_000);

async function newPage(): Promise<Page> {
  const context = await browser.newContext({
    ...{ viewport: { width: 360, height: 740 }, timezoneId: timeZone, locale: "en-US" },
    ...{ reducedMotion: "reduce" as const, bypassCSP: true },
  });
  context.setDefaultTimeout(10_000);
  return context.newPage();
}

async function openDay(page: Page, startAt: string): Promise<void> {
  const date = zone(timeZone).localDate(Date.parse(startAt));
  const day = page.locator(`[data-date="${date}"]`);
  await page.getByRole("grid").waitFor();
  if ((await day.count()) === 0) await page.getByRole("button", { name: "Month after" }).click();
  await day.click();
  await page.locator(`button[data-start="${startAt}"]`).waitFor();
}

/** Free starts of coaching on three days to come. */
async function freeStarts(): Promise<[string, string, string]> {
  const today = zone(timeZone).localDate(Date.now());
  const document = `query ($from: LocalDate!, $to: LocalDate!, $timeZone: TimeZone!) {
    slots(coach: "maya", link: "coaching", from: $from, to: $to, timeZone: $timeZone) {
      ... on SlotList { days { slots { startAt } } } } }`;
  const variables = { from: addDays(today, 3), to: addDays(today, 25), timeZone };
  const { slots } = await server.query<{ slots: { days: { slots: { startAt: string }[] }[] } }>(document, variables);
  const [first, second, third] = slots.days.flatMap(({ slots: [slot] }) => slot?.startAt ?? []);
  if (!first || !second || !third) throw new Error("The demo practice has no three free days.");
  return [first, second, third];
}

/** The secret of the seat. */
async function book(startAt: string): Promise<string> {
  const client = { name: "Zoe Zimmer", email: "zoe@example.com", timeZone };
  const input = { coach: "maya", link: "coaching", startAt, client, idempotencyKey: crypto.randomUUID() };
  const document = `mutation ($input: BookSessionInput!) { bookSession(input: $input) { __typename ... on Booked { token } } }`;
  const { bookSession } = await server.query<{ bookSession: { token: string } }>(document, { input });
  expect(bookSession).toMatchObject({ __typename: "Booked" });
  return bookSession.token;
}

async function seatOf(email: string) {
  const rows = await server.context.db.sql<{ timeZone: string; startAt: number; reason: string | null }>`
    select seat.time_zone as "timeZone", (extract(epoch from booking.start_at) * 1000)::float8 as "startAt",
      seat.cancel_reason as reason
    from attendee seat join booking on booking.id = seat.booking_id
    where seat.email = ${email} order by seat.created_at desc limit 1`;
  const [seat] = rows;
  return seat && { ...seat, startAt: new Date(seat.startAt).toISOString() };
}

/** 20260302T140000Z */
function compact(startAt: string): string {
  return startAt.replace(/[-:]|\.\d{3}/g, "");
}
