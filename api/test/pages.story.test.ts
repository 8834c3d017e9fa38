import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./chromium.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { faultsOf } from "./page-faults.ts";
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

const looks = [
  { name: "a wide light screen", viewport: { width: 1280, height: 800 }, colorScheme: "light" },
  { name: "a phone in the dark", viewport: { width: 360, height: 760 }, colorScheme: "dark" },
] as const;

async function open({ viewport, colorScheme }: (typeof looks)[number]): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport,
    colorScheme,
    locale: "en-US",
    timezoneId: "Europe/Lisbon",
    reducedMotion: "reduce",
    bypassCSP: true,
  });
  context.setDefaultTimeout(8_000);
  return context;
}

test.each(looks)("booking has no accessibility fault on $name, and works with the keyboard alone", async (look) => {
  const context = await open(look);
  const page = await context.newPage();
  await page.goto(`${server.url}/maya/coaching`);
  const slots = page.locator("button[data-start]");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.getByRole("grid").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  // From the top by Tab to the date grid, along it with an arrow, then on to the times.
  await tabTo(page, () => page.locator("[role=grid] button:focus").count());
  // Late in the day today has no time left.
  await page.locator("[role=grid][aria-busy=false]").waitFor();
  while ((await page.locator("[role=grid] button:focus[aria-disabled]").count()) > 0)
    await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await slots.first().waitFor();
  await tabTo(page, () => page.locator("button[data-start]:focus").count());
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Your details" }).waitFor();
  await tabTo(page, () => page.locator("input[name=name]:focus").count());
  await page.keyboard.type("Keya Board");
  await page.keyboard.press("Tab");
  await page.keyboard.type(`keya${look.viewport.width}@example.com`);
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "You’re booked" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("link", { name: "Move or cancel" }).press("Enter");
  await page.waitForURL("**/manage/*");
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await context.close();
});

async function tabTo(page: Page, reached: () => Promise<number>): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if ((await reached()) > 0) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("The Tab key does not lead there.");
}

test.each(looks)("the console has no accessibility fault on $name", async (look) => {
  const context = await open(look);
  const page = await context.newPage();
  await page.goto(`${server.url}/sign-in`);
  await page.getByRole("textbox").first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.goto(await server.context.auth.createSignInLink(server.coach.email));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Calendar" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  for (const [path, heading] of Object.entries({
    hours: "Hours",
    "session-types": "Session types",
    links: "Booking links",
    clients: "Clients",
    settings: "Settings",
  })) {
    await page.goto(`${server.url}/console/${path}`);
    await page.getByRole("heading", { name: heading, exact: true }).waitFor();
    expect(await faultsOf(page), path).toEqual([]);
  }
  await page.goto(`${server.url}/console/preview`);
  await page.getByRole("region", { name: "What clients are offered" }).waitFor();
  expect(await faultsOf(page), "preview").toEqual([]);
  await context.close();
});

test("unknown, expired and used up links look alike, to the eye and to a machine", async () => {
  const context = await open(looks[0]);
  const page = await context.newPage();
  const shown: string[] = [];
  const look = async (path: string) => {
    await page.goto(`${server.url}${path}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    shown.push((await page.locator("body").innerText()).replaceAll("\n", " "));
  };
  await look("/maya/nowhere");
  await look("/nobody/intro");
  await server.context.db.sql`update booking_link set expires_at = now() where slug = 'circle'`;
  await look("/maya/circle");
  // One use is allowed, and one seat was taken through it.
  await server.context.db.sql`update booking_link set expires_at = null, max_uses = 1 where slug = 'circle'`;
  await server.context.db.sql`
    update attendee set link_id = (select id from booking_link where slug = 'circle')
    where id = (select id from attendee where cancelled_at is null and client_id is not null order by id limit 1)`;
  await look("/maya/circle");
  expect(shown).toEqual(shown.map(() => shown[0]));
  expect(await faultsOf(page)).toEqual([]);
  await context.close();
});
