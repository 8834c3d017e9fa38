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

test("a coach books, meets a conflict, moves and cancels, by keyboard, and her other window follows", async () => {
  const saturday = comingSaturday();
  const page = await openConsole(`?date=${saturday}`);
  const other = await openConsole(`?date=${saturday}`);

  await page.keyboard.press("n");
  await page.keyboard.type("grace");
  await page.getByRole("option", { name: /Grace Kim/ }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await chooseStart(page, saturday, "9");
  await page.getByRole("button", { name: "Book session" }).click();
  await page.getByRole("heading", { name: "Grace Kim", exact: true }).waitFor();
  await session(other, "Grace Kim", "9:00 am –").waitFor();
  await other.getByText(/^Grace Kim booked Sat/).waitFor();

  await page.keyboard.press("Escape");
  await page.keyboard.press("n");
  await page.keyboard.type("Zora Quill");
  await page.getByRole("option", { name: /New client/ }).click();
  await page.getByLabel("Email").fill("nonsense");
  await chooseStart(page, saturday, "9:15am");
  await page.getByText("At the same time as Grace Kim.").waitFor();
  await page.getByRole("button", { name: "Book session" }).click();
  await page.getByText("Grace Kim’s session is at this time").waitFor();
  await chooseStart(page, saturday, "14");
  await page.getByRole("button", { name: "Book session" }).click();
  await page.getByText("This is not an email address").first().waitFor();
  await page.getByLabel("Email").fill("zora@example.com");
  await page.getByRole("button", { name: "Book session" }).click();
  await session(other, "Zora Quill", "2:00 pm –").waitFor();

  await session(page, "Zora Quill").focus();
  await page.keyboard.press("Shift+ArrowDown");
  await page.locator("[data-event=ghost]:focus").waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await session(page, "Zora Quill", "2:30 pm –").waitFor();
  await session(other, "Zora Quill", "2:30 pm –").waitFor();

  await session(page, "Grace Kim").focus();
  await page.keyboard.press("Shift+ArrowLeft");
  await page.locator("[data-event=ghost]:focus").waitFor();
  await page.keyboard.press("Escape");
  await page.locator("[data-event=ghost]").waitFor({ state: "detached" });
  await session(page, "Grace Kim", "9:00 am –").waitFor();

  await session(page, "Zora Quill").click();
  await page.getByRole("button", { name: "Cancel session…" }).click();
  await page.getByLabel("Message to Zora Quill").fill("I am ill, sorry.");
  await page.getByRole("button", { name: "Cancel session", exact: true }).click();
  await page.getByText("I am ill, sorry.").waitFor();
  await other.locator("[data-event][data-look=struck]").filter({ hasText: "Zora Quill" }).waitFor();
}, 60_000);

test("a session is carried with the mouse, and nothing happens before it is confirmed", async () => {
  const page = await openConsole(`?date=${comingSaturday()}`);
  await session(page, "Grace Kim").scrollIntoViewIfNeeded();
  const box = await session(page, "Grace Kim").boundingBox();
  if (!box) throw new Error("The session is not on the page.");
  await page.mouse.move(box.x + 20, box.y + 10);
  await page.mouse.down();
  await page.mouse.move(box.x + 20, box.y + 66, { steps: 6 });
  await page.mouse.up();
  await page.getByRole("heading", { name: "Move Grace Kim" }).waitFor();
  await page.getByRole("button", { name: "Keep as it is" }).click();
  await session(page, "Grace Kim", "9:00 am –").waitFor();
  expect(await page.locator("[data-event=ghost]").count()).toBe(0);
});

test("an empty place says why clients are not offered it", async () => {
  const page = await openConsole(`?date=${comingSaturday()}`);
  await page.keyboard.press("e");
  await page.keyboard.press("Enter");
  await page.getByText("Clients are not offered this time").waitFor();
  await page.getByRole("button", { name: "New session here" }).click();
  await page.getByRole("heading", { name: "New session" }).waitFor();
});

test("hours are read as people type them, and wrong ones are named at their field", async () => {
  const page = await openConsole("/hours");
  await page.getByText("List", { exact: true }).click();
  await page.getByRole("button", { name: "Add hours on Saturday" }).click();
  await page.getByLabel("Saturday, from").fill("10");
  await page.getByLabel("Saturday, to").fill("soon");
  await page.getByRole("button", { name: "Save hours" }).click();
  await page.getByText("Write a time like 9, 9:30 or 5pm.").waitFor();
  expect(await page.getByLabel("Saturday, to").evaluate((field) => field === document.activeElement)).toBe(true);
  await page.getByLabel("Saturday, to").fill("1");
  await page.getByRole("button", { name: "Save hours" }).click();
  await page.getByText("Your hours are saved").first().waitFor();
  expect(await page.getByLabel("Saturday, to").inputValue()).toBe("1:00 pm");
});

test("days away are shown by the clocks of the place, as soon as they are known", async () => {
  const saturday = comingSaturday();
  const page = await openConsole(`?date=${saturday}`);
  await session(page, "Grace Kim", "9:00 am –").waitFor();
  const { travel } = server.context.services;
  const stay = {
    place: "Lisbon",
    timeZone: "Europe/Lisbon",
    fromDate: saturday,
    toDate: saturday,
    keepHomeHours: false,
  };
  await server.context.services.changes.save(server.coach.id, travel.create(server.coach.id, stay));
  await page.getByTitle("In Lisbon").waitFor();
  await session(page, "Grace Kim", "2:00 pm –").click();
  await page.getByText("Lisbon, UTC, as you are in Lisbon then").waitFor();
  await page.getByText("6:00 am").waitFor();
});

/** A Saturday three to four weeks ahead: the demo practice is closed, and nobody has booked. */
function comingSaturday(): string {
  const today = zone(server.coach.timeZone).toLocal(Date.now()).slice(0, 10);
  const later = addDays(today, 21);
  return addDays(later, (6 - weekday(later) + 7) % 7);
}

async function openConsole(where: string): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    locale: "en-US",
    reducedMotion: "reduce",
  });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  await page.goto(await server.context.auth.createSignInLink(server.coach.email));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: /^Hours/ }).waitFor();
  await page.goto(`${server.url}/console${where}`);
  await page.getByRole("link", { name: /^Hours/ }).waitFor();
  if (where.startsWith("?")) await page.locator("section[aria-label=Calendar]").waitFor();
  return page;
}

const session = (page: Page, client: string, time = "") =>
  page
    .locator("[data-event]:not([data-event=ghost])")
    .filter({ hasText: client })
    .filter({ hasText: "Saturday" })
    .filter({ hasText: time });

async function chooseStart(page: Page, date: string, time: string): Promise<void> {
  await page.getByLabel("Date").fill(date);
  await page.getByRole("textbox", { name: "Start" }).fill(time);
  await page.keyboard.press("Tab");
}
