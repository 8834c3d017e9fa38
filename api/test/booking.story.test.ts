import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, weekday } from "../src/core/local-date.ts";
import { zone } from "../src/core/zone.ts";
import { openBrowser } from "./chromium.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { startServer, type TestServer } from "./server.ts";

let database: TestDatabase;
let server: TestServer;
let browser: Browser;

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

test("a slot that one visitor takes goes from the other's page and comes into the coach's calendar, also after a restart", async () => {
  const [first, second] = await freeStartsOfNextWeek();
  const berlin = await visit("Europe/Berlin", first);
  const tokyo = await visit("Asia/Tokyo", first);
  const coach = await openConsoleOnNextWeek();

  const pressedAt = performance.now();
  await slot(berlin, first).click();
  await slot(tokyo, first).waitFor({ state: "detached" });
  report("the slot left the other visitor's page", pressedAt);
  await berlin.getByLabel("Name").fill("Ann Archer");
  await berlin.getByLabel("Email").fill("ann@example.com");
  const bookedAt = performance.now();
  await berlin.getByRole("button", { name: "Book this session" }).click();
  await seen(coach, "Ann Archer").waitFor();
  report("the session came into the coach's calendar", bookedAt);
  await berlin.getByRole("heading", { name: "You’re booked" }).waitFor();

  const { port } = server;
  await server.stop();
  server = await startServer(database.url, port);
  await openDay(tokyo, second, "Asia/Tokyo");
  await slot(tokyo, second).waitFor();
  await book(second, "Ben Baker");
  await slot(tokyo, second).waitFor({ state: "detached" });
  await seen(coach, "Ben Baker").waitFor();
  await seen(coach, "Ann Archer").waitFor();

  // Nobody reloaded anything: what the pages show now is what a fresh page shows.
  const fresh = await newPage("Asia/Tokyo");
  await fresh.goto(`${server.url}/maya/intro`);
  await openDay(fresh, second, "Asia/Tokyo");
  await fresh.locator("button[data-start]").first().waitFor();
  expect(await startsOn(tokyo)).toEqual(await startsOn(fresh));
}, 60_000);

/** Two free starts of the introductory call on different days, from Monday to Friday of the coach's next week. */
async function freeStartsOfNextWeek(): Promise<[string, string]> {
  const today = zone("America/New_York").localDate(Date.now());
  const sunday = addDays(today, 7 - weekday(today));
  const document = `query ($from: LocalDate!, $to: LocalDate!) { slots(coach: "maya", link: "intro", from: $from, to: $to, timeZone: "America/New_York") {
    ... on SlotList { days { slots { startAt } } } } }`;
  const variables = { from: addDays(sunday, 1), to: addDays(sunday, 5) };
  const { slots } = await server.query<{ slots: { days: { slots: { startAt: string }[] }[] } }>(document, variables);
  const [first, second] = slots.days.map((day) => day.slots[0]?.startAt);
  if (!first || !second) throw new Error("The demo practice has no two free days next week.");
  return [first, second];
}

/** The booking page of a visitor in a zone, on the day of a start. */
async function visit(timeZone: string, startAt: string): Promise<Page> {
  const page = await newPage(timeZone);
  await page.goto(`${server.url}/maya/intro`);
  await openDay(page, startAt, timeZone);
  await slot(page, startAt).waitFor();
  return page;
}

async function openDay(page: Page, startAt: string, timeZone: string): Promise<void> {
  const date = new Date(`${zone(timeZone).localDate(Date.parse(startAt))}T00:00Z`);
  const name = new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeZone: "UTC" }).format(date);
  const month = new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" }).format(date);
  await page.getByRole("grid").waitFor();
  if ((await page.getByRole("grid", { name: month }).count()) === 0)
    await page.getByRole("button", { name: "Month after" }).click();
  await page.getByRole("button", { name }).click();
}

function slot(page: Page, startAt: string) {
  return page.locator(`button[data-start="${startAt}"]:not([aria-disabled])`);
}

function seen(page: Page, text: string) {
  return page.getByText(text).filter({ visible: true }).first();
}

async function startsOn(page: Page): Promise<string[]> {
  return page
    .locator("button[data-start]")
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute("data-start") ?? ""));
}

async function openConsoleOnNextWeek(): Promise<Page> {
  const page = await newPage("America/New_York");
  await page.goto(await server.context.auth.createSignInLink(server.coach.email));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("button", { name: "Later" }).click();
  return page;
}

async function newPage(timezoneId: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, timezoneId, locale: "en-US" });
  return context.newPage();
}

async function book(startAt: string, name: string): Promise<void> {
  const client = { name, email: "ben@example.com", timeZone: "Asia/Tokyo" };
  const input = { coach: "maya", link: "intro", startAt, client, idempotencyKey: crypto.randomUUID() };
  const document = `mutation ($input: BookSessionInput!) { bookSession(input: $input) { __typename } }`;
  expect(await server.query(document, { input })).toEqual({ bookSession: { __typename: "Booked" } });
}

function report(what: string, since: number): void {
  console.log(`${what} after ${Math.round(performance.now() - since)} ms`);
}
