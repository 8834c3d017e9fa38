import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, weekday } from "../src/core/local-date.ts";
import { zone } from "../src/core/zone.ts";
import { openBrowser } from "./chromium.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { faultsOf } from "./page-faults.ts";
import { startServer, type TestServer } from "./server.ts";

let database: TestDatabase;
let server: TestServer;
let browser: Browser;
let cookie: string;

const ZONE = "America/New_York";
const looks = {
  desk: { viewport: { width: 1280, height: 900 }, colorScheme: "light" },
  phone: { viewport: { width: 360, height: 740 }, colorScheme: "dark" },
} as const;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer(database.url);
  cookie = await server.signIn();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await database.drop();
});

test("a coach makes a series with two clashes, moves what follows by mouse and by keyboard, pauses it and takes that back", async () => {
  const [first, second, third, fourth] = await fourFreeFridays();
  const page = await openConsole("desk", `?date=${first}`);

  await page.getByRole("button", { name: "New session" }).click();
  await page.keyboard.type("grace");
  await page.getByRole("option", { name: /Grace Kim/ }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Repeat…" }).click();
  await page.getByRole("heading", { name: "New series" }).waitFor();
  await page.getByRole("button", { name: /Session type/ }).click();
  await page.getByRole("option", { name: /^Coaching session/ }).click();
  await page.getByLabel("Date", { exact: true }).fill(first);
  await page.getByLabel("Start", { exact: true }).fill("3pm");
  await page.getByLabel("Sessions", { exact: true }).fill("4");
  await page.getByText("4 sessions, all free").waitFor();

  // What others book meanwhile shows at once.
  for (const date of [second, third]) await bookAt(`${date}T15:00`);
  await page.getByText("The calendar changed meanwhile").waitFor();
  await page.getByText("4 sessions, 2 clashes: 2 to decide").waitFor();
  const [toMove, toLeave] = [clash(page, second), clash(page, third)];
  await toMove.getByText("1:30 pm", { exact: true }).click();
  await page.getByText("4 sessions, 2 clashes: 1 to decide, 1 moved").waitFor();
  await toLeave.getByText("Leave it out").click();
  await page.getByText("3 sessions, 2 clashes: 1 moved, 1 left out").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Book 3 sessions" }).click();
  await page.getByText("3 sessions are booked", { exact: true }).waitFor();
  await page
    .getByText("Left out: Grace Kim’s")
    .or(page.getByText(/^Left out/))
    .first()
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);

  // By mouse: an hour earlier, from the first on. What was moved for itself stays.
  await page.goto(`${server.url}/console?date=${first}`);
  await session(page, "3:00 pm –").waitFor();
  await drag(page, "3:00 pm –", -56);
  await page.getByText("This and following").click();
  await page.getByText("2 sessions move; 1 exception stays as it is").waitFor();
  await page.getByText("Grace Kim will be told.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Move 2 sessions" }).click();
  await session(page, "2:00 pm –").waitFor();
  expect(await startsOfSeries()).toEqual([`${first}T14:00`, `${second}T13:30`, `${fourth}T14:00`]);

  // By keyboard: half an hour later, the same way.
  await session(page, "2:00 pm –").focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.locator("[data-event=ghost]:focus").waitFor();
  await page.keyboard.press("Enter");
  await page.locator("input[type=radio]:focus").waitFor();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("button", { name: "Move 2 sessions" }).waitFor();
  await page.locator("section[aria-label='What this does'][aria-busy=false]").waitFor();
  await page.keyboard.press("Enter");
  await session(page, "2:15 pm –").waitFor();
  expect(await startsOfSeries()).toEqual([`${first}T14:15`, `${second}T13:30`, `${fourth}T14:15`]);

  await session(page, "2:15 pm –").click();
  await page.getByRole("link", { name: "change it or others" }).click();
  await page.getByRole("button", { name: "Pause…" }).click();
  await page.getByLabel("First day").fill(fourth);
  await page.getByLabel("Last day").fill(addDays(fourth, 6));
  await page.getByText("1 session is dropped").waitFor();
  await page.getByRole("button", { name: "Pause 1 session" }).click();
  await page.getByText("You paused the series.").waitFor();
  expect(await startsOfSeries()).toHaveLength(2);
  await page.getByRole("main").getByRole("button", { name: "Undo" }).first().click();
  await page.getByText("Taken back: everything is as it was before.").first().waitFor();
  expect(await startsOfSeries()).toEqual([`${first}T14:15`, `${second}T13:30`, `${fourth}T14:15`]);
}, 90_000);

test("series are read, made and changed on a phone", async () => {
  const page = await openConsole("phone", "/series");
  await page.getByRole("link", { name: "Chloé Martin" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("link", { name: "New series" }).first().click();
  await page.getByRole("heading", { name: "New series" }).waitFor();
  await page.getByRole("button", { name: /Book|still to decide/ }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.goBack();
  await page.getByRole("link", { name: "Chloé Martin" }).click();
  await page.getByRole("button", { name: "Extend…" }).click();
  await page
    .getByText(/4 sessions are booked|clash/)
    .first()
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
}, 60_000);

test("a client books some weeks at once, with another time where hers is taken", async () => {
  const context = await browser.newContext({
    ...looks.phone,
    timezoneId: "Europe/Berlin",
    locale: "en-US",
    bypassCSP: true,
  });
  context.setDefaultTimeout(8_000);
  const page = await context.newPage();
  const [startAt, taken] = await bookableHour();
  await bookAt(taken);
  await page.goto(`${server.url}/maya/coaching?at=${startAt}&date=${startAt.slice(0, 10)}`);
  await page.getByRole("button", { name: "Book several weeks at once" }).click();
  await page.getByLabel("How many sessions").fill("2");
  await page.getByText("1 of 2 sessions have a time.").waitFor();
  await page.getByText("This time is taken.").waitFor();
  await page
    .getByRole("group", { name: /^Instead of/ })
    .locator("label")
    .first()
    .click();
  await page.getByText("All 2 sessions have a time.").waitFor();
  await page.getByLabel("Name").fill("Zoe Zeller");
  await page.getByLabel("Email").fill("zoe@example.com");
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Book 2 sessions" }).click();
  await page.getByRole("heading", { name: "You’re booked" }).waitFor();
  expect(await page.getByRole("link", { name: /^Move or cancel/ }).count()).toBe(2);
  expect(await faultsOf(page)).toEqual([]);
}, 60_000);

/** A start that clients are offered now and a week later, with the later one's wall time at the coach's. */
async function bookableHour(): Promise<[startAt: string, weekLater: string]> {
  const today = zone(ZONE).localDate(Date.now());
  const document = `query ($from: LocalDate!, $to: LocalDate!) { slots(coach: "maya", link: "coaching", from: $from, to: $to, timeZone: "${ZONE}") {
    ... on SlotList { days { slots { startAt localStart } } } } }`;
  type Answer = { slots: { days: { slots: { startAt: string; localStart: string }[] }[] } };
  const { slots } = await server.query<Answer>(document, { from: addDays(today, 2), to: addDays(today, 40) });
  const all = slots.days.flatMap((day) => day.slots);
  const offered = new Set(all.map(({ localStart }) => localStart));
  for (const { startAt, localStart } of all) {
    const later = `${addDays(localStart.slice(0, 10), 7)}${localStart.slice(10)}`;
    if (offered.has(later)) return [startAt, later];
  }
  throw new Error("No hour is free in two weeks on end.");
}

/** The first of those Fridays at three in the afternoon that are free four weeks on end, as the API says itself. */
async function fourFreeFridays(): Promise<[string, string, string, string]> {
  const today = zone(ZONE).localDate(Date.now());
  const friday = addDays(today, ((5 - weekday(today) + 7) % 7) + 7);
  const sessionType = await coachingType();
  for (let week = 0; week < 20; week++) {
    const start = addDays(friday, 7 * week);
    const input = { sessionType, dates: { start: `${start}T15:00`, recurrence: "FREQ=WEEKLY;COUNT=4" } };
    const document = `query ($input: PreviewSeriesInput!) { previewSeries(input: $input) {
      ... on SeriesPreview { occurrences { outcome localStart } } ... on Problem { message } } }`;
    type Answer = { previewSeries: { occurrences: { outcome: string; localStart: string }[] } };
    const { previewSeries } = await server.query<Answer>(document, { input }, cookie);
    if (previewSeries.occurrences.some(({ outcome }) => outcome !== "FREE")) continue;
    const [a, b, c, d] = previewSeries.occurrences.map(({ localStart }) => localStart.slice(0, 10));
    if (a && b && c && d) return [a, b, c, d];
  }
  throw new Error("No four Fridays on end are free.");
}

async function coachingType(): Promise<string> {
  type Answer = { viewer: { sessionTypes: { id: string; name: string }[] } };
  const { viewer } = await server.query<Answer>("{ viewer { sessionTypes { id name } } }", {}, cookie);
  return viewer.sessionTypes.find(({ name }) => name === "Coaching session")?.id ?? "";
}

/** Somebody else's session at that time. */
async function bookAt(local: string): Promise<void> {
  const document = `mutation ($input: BookForClientInput!) { bookForClient(input: $input) { __typename ... on Problem { message } } }`;
  const input = {
    sessionType: await coachingType(),
    start: { local, timeZone: ZONE },
    minutes: 60,
    newClient: { name: "Tess Tangle", email: "tess@example.com", timeZone: ZONE },
    idempotencyKey: crypto.randomUUID(),
  };
  expect(await server.query(document, { input }, cookie)).toMatchObject({ bookForClient: { __typename: "Booked" } });
}

/** Where the sessions of the youngest series lie. */
async function startsOfSeries(): Promise<string[]> {
  const today = zone(ZONE).localDate(Date.now());
  const document = `query ($from: LocalDate!, $to: LocalDate!) { viewer { series(first: 1) { edges { node {
    occurrences(from: $from, to: $to) { state localStart } } } } } }`;
  type Answer = { viewer: { series: { edges: { node: { occurrences: { state: string; localStart: string }[] } }[] } } };
  const { viewer } = await server.query<Answer>(document, { from: today, to: addDays(today, 300) }, cookie);
  const occurrences = viewer.series.edges[0]?.node.occurrences ?? [];
  return occurrences.filter(({ state }) => state === "BOOKED").map(({ localStart }) => localStart);
}

const clash = (page: Page, date: string) => page.getByRole("group", { name: `What becomes of ${longDate(date)}` });

const longDate = (date: string): string =>
  new Intl.DateTimeFormat("en-US", { weekday: "long", month: "long", day: "numeric", timeZone: "UTC" }).format(
    new Date(`${date}T00:00Z`),
  );

function session(page: Page, when: string) {
  return page
    .locator("button[data-event]:not([data-event=ghost])")
    .filter({ hasText: "Grace Kim" })
    .filter({ hasText: when });
}

/** Carries a session so many pixels down. */
async function drag(page: Page, when: string, down: number): Promise<void> {
  // It is still where it is now once the week has scrolled to its hours.
  await session(page, when).hover();
  const box = await session(page, when).boundingBox();
  if (!box) throw new Error("The session is not in sight.");
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 20, box.y + 10 + down, { steps: 6 });
  await page.mouse.up();
}

async function openConsole(look: keyof typeof looks, path: string): Promise<Page> {
  const context = await browser.newContext({
    ...looks[look],
    timezoneId: ZONE,
    locale: "en-US",
    bypassCSP: true,
    reducedMotion: "reduce",
  });
  const cookies = cookie.split("; ").map((pair) => {
    const [name = "", value = ""] = pair.split("=");
    return { name, value, url: server.url };
  });
  context.setDefaultTimeout(8_000);
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(`${server.url}/console${path}`);
  return page;
}
