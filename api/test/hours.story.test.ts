import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays, weekday } from "../src/core/local-date.ts";
import { zone } from "../src/core/zone.ts";
import { openBrowser } from "./chromium.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { startServer, type TestServer } from "./server.ts";

let database: TestDatabase;
let server: TestServer;
let browser: Browser;
let axe: string;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer(database.url);
  browser = await openBrowser();
  axe = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await database.drop();
});

const SATURDAY = 6;
const MONDAY = 1;

test("hours painted on the week come and go on a visitor's open page", async () => {
  const saturday = coming(SATURDAY);
  const visitor = await openVisitor(saturday);
  const coach = await openConsole("/hours");

  await paint(coach, { from: "Saturday", to: "Saturday", fromHour: 10, toHour: 13 });
  await block(coach, "Saturday").filter({ hasText: "10:00 am – 1:00 pm" }).waitFor();
  await coach.getByText("No session is affected").waitFor();
  const savedAt = performance.now();
  await coach.getByRole("button", { name: "Save hours" }).click();
  await free(visitor, saturday).waitFor();
  console.log(`painted hours came to the visitor's page after ${Math.round(performance.now() - savedAt)} ms`);

  await block(coach, "Saturday").focus();
  await coach.keyboard.press("Control+z");
  await block(coach, "Saturday").waitFor({ state: "detached" });
  await coach.getByText("Unsaved changes").first().waitFor();
  await coach.getByRole("button", { name: "Save hours" }).click();
  await free(visitor, saturday).waitFor({ state: "detached" });
}, 60_000);

test("a rectangle opens several days at once, an edge is pulled, and what is not saved is kept and can be dropped", async () => {
  const coach = await openConsole("/hours");
  await paint(coach, { from: "Monday", to: "Wednesday", fromHour: 18, toHour: 20 });
  for (const day of ["Monday", "Tuesday", "Wednesday"]) {
    await block(coach, day).filter({ hasText: "6:00 pm – 8:00 pm" }).waitFor();
  }
  await block(coach, "Tuesday").filter({ hasText: "6:00 pm – 8:00 pm" }).click();
  const edge = await boxOf(block(coach, "Tuesday").filter({ hasText: "8:00 pm" }).locator("[data-edge=end]"));
  await drag(
    coach,
    [edge.x + edge.width / 2, edge.y + edge.height / 2],
    [edge.x + edge.width / 2, edge.y + edge.height + 34],
  );
  await block(coach, "Tuesday").filter({ hasText: "6:00 pm – 9:00 pm" }).waitFor();

  await coach.getByRole("link", { name: "Clients" }).click();
  await coach.getByRole("heading", { name: "Clients" }).waitFor();
  await coach.getByRole("link", { name: "Hours Unsaved changes" }).click();
  await block(coach, "Tuesday").filter({ hasText: "6:00 pm – 9:00 pm" }).waitFor();
  await coach.getByRole("button", { name: "Discard" }).click();
  await block(coach, "Tuesday").filter({ hasText: "6:00 pm" }).waitFor({ state: "detached" });
  expect(await coach.getByRole("button", { name: "Save hours" }).count()).toBe(0);
});

test("the week is painted by keyboard alone, and the list of fields shows the same", async () => {
  const coach = await openConsole("/hours");
  const morning = block(coach, "Friday").filter({ hasText: "9:00 am" });
  await morning.focus();
  await coach.keyboard.press("ArrowDown");
  await coach.keyboard.press("ArrowDown");
  await coach.keyboard.press("Shift+ArrowDown");
  await block(coach, "Friday").filter({ hasText: "9:30 am – 12:45 pm" }).waitFor();
  await coach.keyboard.press("ArrowRight");
  await focused(coach, "Open, Saturday, 9:30 am – 12:45 pm");
  await coach.keyboard.press("Enter");
  await coach.keyboard.type("10pm");
  await coach.keyboard.press("Tab");
  await coach.keyboard.type("2am");
  await coach.keyboard.press("Enter");
  await focused(coach, "Open, Saturday, 10:00 pm, until Sunday, 2:00 am");

  await coach.getByText("List", { exact: true }).click();
  expect(await coach.getByLabel("Saturday, from").inputValue()).toBe("10:00 pm");
  expect(await coach.getByLabel("Saturday, to, on the next day").inputValue()).toBe("2:00 am");
  await coach.getByLabel("Saturday, from").fill("11");
  await coach.keyboard.press("Tab");
  await coach.getByText("Paint", { exact: true }).click();
  await block(coach, "Saturday").filter({ hasText: "11:00 am, until Sunday, 2:00 am" }).focus();
  await coach.keyboard.press("Delete");
  await block(coach, "Saturday").waitFor({ state: "detached" });
  await coach.getByRole("button", { name: "Undo" }).click();
  await block(coach, "Saturday").waitFor();
  await coach.getByRole("button", { name: "Redo" }).click();
  await block(coach, "Saturday").waitFor({ state: "detached" });
  await coach.getByRole("button", { name: "Discard" }).click();
});

test("sessions that new hours leave outside are shown before anything is saved, and one is cancelled with a message", async () => {
  const monday = addDays(coming(MONDAY), 14);
  const token = await bookOn(monday, "Ann Archer");
  const coach = await openConsole("/hours");
  for (const half of ["9:00 am", "1:00 pm"]) {
    await block(coach, "Monday").filter({ hasText: half }).first().focus();
    await coach.keyboard.press("Delete");
  }
  await coach.getByRole("button", { name: "Save hours" }).click();
  await coach.getByRole("heading", { name: /sessions? (is|are) affected/ }).waitFor();
  expect(await statusOf(token)).toBe("CONFIRMED");
  const session = coach.getByRole("listitem").filter({ hasText: "Ann Archer" });
  await session.getByText("The session does not lie within open hours.").waitFor();
  await session.getByText("Cancel", { exact: true }).click();
  await session.getByLabel("Message to Ann Archer").fill("I no longer work on Mondays, sorry.");
  await coach.getByRole("button", { name: "Save hours" }).last().click();
  await coach.getByText("Your hours are saved").first().waitFor();
  expect(await statusOf(token)).toBe("CANCELLED");
  const [row] = await server.context.db.sql<{ reason: string }>`
    select cancel_reason as reason from booking where status = 'cancelled' order by cancelled_at desc limit 1`;
  expect(row?.reason).toBe("I no longer work on Mondays, sorry.");
}, 60_000);

test("dates get hours of their own, many at once, and the month tells of them and leads to the week", async () => {
  const saturday = addDays(coming(SATURDAY), 21);
  const sunday = addDays(saturday, 1);
  const coach = await openConsole("/hours/dates");
  while ((await coach.locator(`[data-date="${sunday}"]`).count()) === 0) {
    await coach.getByRole("button", { name: "Month after" }).click();
  }
  await coach.locator(`[data-date="${saturday}"]`).click();
  if ((await coach.locator(`[data-date="${sunday}"]`).count()) === 1) {
    await coach.locator(`[data-date="${sunday}"]`).click({ modifiers: ["Shift"] });
    await coach.getByRole("heading", { name: "2 dates" }).waitFor();
  }
  await coach.getByText("Open", { exact: true }).click();
  await coach.getByLabel("Open, from").fill("10");
  await coach.getByLabel("Open, to").fill("1");
  await coach.getByText("No session is affected").waitFor();
  await coach.getByRole("button", { name: /^Save/ }).click();
  await coach.getByRole("listitem").filter({ hasText: "10 am – 1 pm" }).first().waitFor();

  await coach.goto(`${server.url}/console/month?date=${saturday}`);
  const day = coach.locator(`[data-date="${saturday}"]`);
  await day.filter({ hasText: "hours of its own: 10 am – 1 pm" }).waitFor();
  await day.focus();
  await coach.keyboard.press("ArrowLeft");
  await coach.keyboard.press("ArrowRight");
  await coach.keyboard.press("Enter");
  await coach.waitForURL(`**/console?date=${saturday}`);
  await coach.locator("section[aria-label=Calendar]").waitFor();
});

const looks = [
  { name: "a wide light screen", viewport: { width: 1280, height: 800 }, colorScheme: "light" },
  { name: "a phone in the dark", viewport: { width: 360, height: 760 }, colorScheme: "dark" },
] as const;

test.each(looks)(
  "the pages of the hours have no accessibility fault on $name",
  async (look) => {
    const coach = await openConsole("/hours", look);
    const shows = async (what: Locator) => {
      await what.first().waitFor();
      expect(await faultsOf(coach)).toEqual([]);
    };
    await shows(block(coach, "Friday"));
    await block(coach, "Friday").first().click();
    await coach.keyboard.press("Shift+ArrowDown");
    await shows(coach.getByRole("button", { name: "Save hours" }));
    await coach.getByRole("button", { name: "Details" }).click();
    await shows(coach.getByLabel("Name"));
    const parts = [
      ["dates", coach.getByRole("grid")],
      ["time-off", coach.getByRole("button", { name: "Add time off" })],
      ["holidays", coach.getByRole("switch")],
      ["travel", coach.getByRole("button", { name: "Add travel" })],
    ] as const;
    for (const [path, sign] of parts) {
      await coach.goto(`${server.url}/console/hours/${path}`);
      await shows(sign);
      if (path !== "time-off" && path !== "travel") continue;
      await sign.click();
      await shows(coach.getByLabel("First day"));
    }
    await coach.goto(`${server.url}/console/month`);
    await coach.locator("table[aria-busy=false]").waitFor();
    await shows(coach.getByRole("grid"));
  },
  60_000,
);

/** A weekday in the week after the coming one, so that notice and what is booked already do not matter. */
function coming(day: number): string {
  const later = addDays(zone(server.coach.timeZone).localDate(Date.now()), 8);
  return addDays(later, (day - weekday(later) + 7) % 7);
}

async function openConsole(where: string, look: Partial<(typeof looks)[number]> = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: look.viewport ?? { width: 1280, height: 900 },
    colorScheme: look.colorScheme ?? "light",
    locale: "en-US",
    reducedMotion: "reduce",
    bypassCSP: true,
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(await server.context.auth.createSignInLink(server.coach.email));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Calendar" }).waitFor();
  await page.goto(`${server.url}/console${where}`);
  await page.getByRole("heading", { name: "Hours", exact: true }).waitFor();
  return page;
}

async function openVisitor(date: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-US" });
  const page = await context.newPage();
  await page.goto(`${server.url}/maya/intro`);
  await page.getByRole("grid").waitFor();
  while ((await page.locator(`[data-date="${date}"]`).count()) === 0) {
    await page.getByRole("button", { name: "Month after" }).click();
  }
  await page.locator(`[data-date="${date}"][aria-disabled=true]`).waitFor();
  return page;
}

const free = (page: Page, date: string): Locator => page.locator(`[data-date="${date}"]:not([aria-disabled])`);

/** What is open on a day; a part that began on the day before is no block of its own. */
const block = (page: Page, day: string): Locator =>
  page.locator(`ul[aria-label=${day}] [data-event]:not([data-continued])`);

async function focused(page: Page, words: string): Promise<void> {
  await page.locator("[data-event]:focus").filter({ hasText: words }).waitFor();
}

interface Stretch {
  readonly from: string;
  readonly to: string;
  readonly fromHour: number;
  readonly toHour: number;
}

/** Draws a rectangle on the painted week. */
async function paint(page: Page, { from, to, fromHour, toHour }: Stretch): Promise<void> {
  await block(page, "Friday").first().waitFor();
  const [first, last] = [await boxOf(columnOf(page, from)), await boxOf(columnOf(page, to))];
  const at = (hour: number) => first.y + (first.height * hour) / 24 + 2;
  await drag(page, [first.x + first.width / 2, at(fromHour)], [last.x + last.width / 2, at(toHour)]);
}

const columnOf = (page: Page, day: string): Locator =>
  page.locator("[data-day]").filter({ has: page.locator(`ul[aria-label=${day}]`) });

async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 8 });
  await page.mouse.up();
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) throw new Error("It is not on the page.");
  return box;
}

/** Books the first free time of a date for somebody; gives the token of the seat. */
async function bookOn(date: string, name: string): Promise<string> {
  const range = { from: date, to: date };
  const { slots } = await server.query<{ slots: { days: { slots: { startAt: string }[] }[] } }>(
    `query ($from: LocalDate!, $to: LocalDate!) { slots(coach: "maya", link: "intro", from: $from, to: $to, timeZone: "America/New_York") {
      ... on SlotList { days { slots { startAt } } } } }`,
    range,
  );
  const startAt = slots.days[0]?.slots[0]?.startAt;
  const client = { name, email: "ann@example.com", timeZone: "America/New_York" };
  const input = { coach: "maya", link: "intro", startAt, client, idempotencyKey: crypto.randomUUID() };
  const { bookSession } = await server.query<{ bookSession: { token: string } }>(
    `mutation ($input: BookSessionInput!) { bookSession(input: $input) { ... on Booked { token } } }`,
    { input },
  );
  return bookSession.token;
}

async function statusOf(token: string): Promise<string> {
  const { booking } = await server.query<{ booking: { booking: { status: string } } }>(
    `query ($token: String!) { booking(token: $token) { ... on BookingAccess { booking { status } } } }`,
    { token },
  );
  return booking.booking.status;
}

/** What axe has against a page, and whether it scrolls sideways. */
async function faultsOf(page: Page): Promise<string[]> {
  const found = await page.evaluate(async (source) => {
    Function(source)();
    const { violations } = await Reflect.get(globalThis, "axe").run();
    const sideways = document.documentElement.scrollWidth > document.documentElement.clientWidth;
    return { violations, sideways };
  }, axe);
  const violations: { id: string; impact: string; nodes: { html: string }[] }[] = found.violations;
  const faults = violations.map(
    ({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
  );
  return found.sideways ? [...faults, "the page scrolls sideways"] : faults;
}
