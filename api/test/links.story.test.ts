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

const wide = { viewport: { width: 1280, height: 900 }, colorScheme: "light" } as const;
const phone = { viewport: { width: 360, height: 760 }, colorScheme: "dark" } as const;

test("a link for one booking is made and copied by keyboard, opens once, and then looks as if it had never been", async () => {
  const coach = await signIn(wide);
  await coach.goto(`${server.url}/console/links`);
  await coach.getByRole("heading", { name: "Booking links" }).waitFor();
  await coach.getByRole("link", { name: "Coaching session" }).or(coach.getByText("/maya/coaching")).first().waitFor();
  await coach.keyboard.press("n");
  await coach.getByRole("heading", { name: "New link" }).waitFor();
  await tabTo(coach, "input[type=radio]:focus");
  await press(coach, "ArrowRight", "ArrowRight");
  await tabTo(coach, "input:focus", "Name");
  await coach.keyboard.type("For the retreat");
  await tabTo(coach, "input[type=checkbox]:focus");
  await press(coach, "Space");
  await tabTo(coach, "input[type=date]:focus");
  await coach.keyboard.type("12312099");
  expect(await faultsOf(coach)).toEqual([]);
  await press(coach, "Enter");
  await coach.getByText("The link is made").waitFor();
  await tabTo(coach, "button[aria-label^='Copy the link to For the retreat']:focus");
  await press(coach, "Enter");
  await coach.getByText("Copied", { exact: true }).filter({ visible: true }).waitFor();
  expect(await faultsOf(coach)).toEqual([]);
  const address = await coach.evaluate(() => navigator.clipboard.readText());
  expect(address).toMatch(/\/maya\/[a-z2-7]{32}$/);

  const client = await visit(wide, address);
  await client.locator("button[data-start]").first().click();
  await client.getByLabel("Name", { exact: true }).fill("Ann Archer");
  await client.getByLabel("Email", { exact: true }).fill("ann@example.com");
  await client.getByRole("button", { name: "Book this session" }).click();
  await client.getByRole("heading", { name: "You’re booked" }).waitFor();
  // Nobody reloads the console.
  const panel = coach.getByRole("region", { name: "For the retreat" });
  await panel.getByText("Ann Archer").waitFor();
  await panel.getByText("It was used").waitFor();
  await coach.getByRole("listitem").filter({ hasText: "For the retreat" }).getByText("Used up").waitFor();
  expect(await faultsOf(coach)).toEqual([]);

  const shown = [await wordsAt(address), await wordsAt(`${server.url}/maya/nothing-here`)];
  expect(shown[0]).toBe(shown[1]);
  await closeAll(coach, client);
});

test("a link that is switched off closes the page that is open, and opens it again", async () => {
  const coach = await signIn(phone);
  const client = await visit(phone, `${server.url}/maya/intro`);
  await client.getByRole("grid").waitFor();
  await coach.goto(`${server.url}/console/links`);
  const row = coach
    .getByRole("listitem")
    .filter({ has: coach.getByRole("button", { name: "Introductory call", exact: true }) });
  const switched = row.getByRole("switch");
  await switched.focus();
  await press(coach, "Space");
  await row.getByText("Switched off").waitFor();
  await client.getByText("This booking link is not available").waitFor();
  expect(await faultsOf(coach)).toEqual([]);
  await press(coach, "Space");
  await row.getByText("Not used yet").waitFor();
  await client.getByText("This booking link is not available").waitFor({ state: "detached" });

  await row.getByRole("button", { name: "Introductory call", exact: true }).press("Enter");
  await coach.getByRole("button", { name: "Embed" }).press("Enter");
  await coach.getByText(`<kairos-booking coach="maya" link="intro">`).waitFor();
  expect(await faultsOf(coach)).toEqual([]);
  await coach.getByRole("button", { name: "Delete…" }).press("Enter");
  await coach.getByText("Delete this link?").waitFor();
  expect(await focused(coach)).toBe("Keep it");
  expect(await faultsOf(coach)).toEqual([]);
  await press(coach, "Enter");
  await coach.getByRole("button", { name: "Edit" }).press("Enter");
  await coach.getByRole("heading", { name: "Edit Introductory call" }).waitFor();
  for (const limit of ["Ends at a time", "A number of bookings only", "Lead on to a page of yours"])
    await coach.getByText(limit).click();
  await coach.getByRole("button", { name: "Save", exact: true }).click();
  await coach.getByText("Give the last day.").waitFor();
  await press(coach, "Escape");
  await coach.getByText("Save or discard it first").waitFor();
  expect(await faultsOf(coach)).toEqual([]);
  await closeAll(coach, client);
});

test("a question that depends on another comes and goes in the preview and on the booking page", async () => {
  const coach = await signIn(wide);
  await coach.goto(`${server.url}/console/session-types`);
  await coach.getByRole("button", { name: "New session type" }).first().click();
  await coach.getByLabel("Name", { exact: true }).fill("Tryout");
  await coach.getByText("A meeting of its own for every booking").click();
  await coach.getByRole("button", { name: "Create" }).click();
  await coach.getByText("Tryout is saved.").first().waitFor();
  await coach.getByRole("button", { name: /^Questions/ }).click();
  await coach.getByRole("link", { name: "Add questions" }).click();
  await coach.getByRole("button", { name: "Box to tick" }).press("Enter");
  await coach.keyboard.type("We have met before");
  await coach.getByRole("button", { name: "One choice" }).press("Enter");
  await coach.keyboard.type("What is it about?");
  await coach.getByLabel("Answers to choose from").fill("Work\nHome");
  await coach.getByRole("button", { name: "Short text" }).press("Enter");
  await coach.keyboard.type("Which team?");
  await coach.getByText("Depending on an answer").click();
  await coach.getByRole("button", { name: "Save questions" }).click();
  await coach.getByText("Tick one answer or more.").waitFor();
  expect(await faultsOf(coach)).toEqual([]);
  await coach.getByRole("group", { name: "Is" }).getByText("Work").click();
  await coach.getByRole("button", { name: /^Move “What is it about\?”/ }).focus();
  await press(coach, "ArrowDown");
  expect(await questionsIn(coach)).toEqual(["We have met before", "What is it about?", "Which team?"]);
  await press(coach, "ArrowUp");
  expect(await questionsIn(coach)).toEqual(["What is it about?", "We have met before", "Which team?"]);
  expect(await focused(coach)).toBe("Move “What is it about?”, 1 of 3");
  const preview = coach.getByRole("region", { name: "As clients see it" });
  expect(await preview.getByText("Which team?").count()).toBe(0);
  await preview.getByText("Work", { exact: true }).click();
  await preview.getByText("Which team?").waitFor();
  await coach.getByRole("button", { name: "Save questions" }).click();
  await coach.getByText("Unsaved changes").waitFor({ state: "detached" });

  const client = await visit(wide, `${server.url}/maya/tryout`);
  await client.locator("button[data-start]").first().click();
  await client.getByText("What is it about?").waitFor();
  expect(await client.getByText("Which team?").count()).toBe(0);
  await client.getByText("Work", { exact: true }).click();
  await client.getByText("Which team?").waitFor();
  await client.getByText("Home", { exact: true }).click();
  await client.getByText("Which team?").waitFor({ state: "detached" });
  await client.close();

  await coach.locator("[data-open]").first().click();
  await coach.getByRole("button", { name: "Delete question" }).press("Enter");
  await coach.getByText("“Which team?” depends on this question").waitFor();
  expect(await faultsOf(coach)).toEqual([]);
  await coach.getByRole("button", { name: "Delete it all the same" }).click();
  await coach.getByRole("button", { name: "Undo" }).click();
  expect(await questionsIn(coach)).toHaveLength(3);
  await coach.setViewportSize(phone.viewport);
  expect(await faultsOf(coach)).toEqual([]);
  await closeAll(coach);
});

test("a client's panel shows her sessions and begins a link for her", async () => {
  const coach = await signIn(phone);
  await coach.goto(`${server.url}/console/clients`);
  await coach.getByRole("button", { name: "Ana Ferreira" }).click();
  const panel = coach.getByRole("region", { name: "Ana Ferreira" });
  await panel.getByText("Past", { exact: true }).click();
  await panel.getByText("came", { exact: true }).first().waitFor();
  expect(await faultsOf(coach)).toEqual([]);
  await panel.getByRole("button", { name: "New link for Ana Ferreira" }).click();
  await coach.getByRole("heading", { name: "New link" }).waitFor();
  await coach.getByText("ana.ferreira@example.com").waitFor();
  expect(await faultsOf(coach)).toEqual([]);
  await coach.getByRole("button", { name: "Make link" }).click();
  await coach.getByText("The link is made").waitFor();
  await coach.getByText("Ana Ferreira, ana.ferreira@example.com").waitFor();
  await closeAll(coach);
});

async function signIn(look: typeof wide | typeof phone): Promise<Page> {
  const page = await (await open(look)).newPage();
  await page.goto(await server.context.auth.createSignInLink(server.coach.email));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("navigation", { name: "Console" }).waitFor();
  return page;
}

async function visit(look: typeof wide | typeof phone, address: string): Promise<Page> {
  const page = await (await open(look)).newPage();
  await page.goto(address);
  return page;
}

async function open(look: typeof wide | typeof phone): Promise<BrowserContext> {
  const context = await browser.newContext({
    ...look,
    ...{ locale: "en-US", timezoneId: "America/New_York", reducedMotion: "reduce", bypassCSP: true },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(8_000);
  return context;
}

async function closeAll(...pages: Page[]): Promise<void> {
  for (const page of pages) await page.context().close();
}

async function wordsAt(address: string): Promise<string> {
  const page = await visit(wide, address);
  await page.getByRole("heading", { level: 1 }).waitFor();
  const words = await page.locator("body").innerText();
  await closeAll(page);
  return words;
}

/** On with Tab until the focus lies there, on something that is called so. */
async function tabTo(page: Page, focus: string, name = ""): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    if ((await page.locator(focus).count()) > 0 && (await focused(page)).startsWith(name)) return;
  }
  throw new Error(`The Tab key does not lead to ${name || focus}.`);
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** What has the focus is called so. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement } = document;
    const labels = activeElement instanceof HTMLInputElement ? [...(activeElement.labels ?? [])] : [];
    const said = activeElement?.getAttribute("aria-label") ?? labels[0]?.textContent ?? activeElement?.textContent;
    return said ?? "";
  });
}

function questionsIn(page: Page): Promise<string[]> {
  return page.locator("[data-open]").evaluateAll((rows) => rows.map((row) => row.firstElementChild?.textContent ?? ""));
}
