import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "./chromium.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { faultsOf } from "./page-faults.ts";
import { startServer, type TestServer } from "./server.ts";

/** Runs on from a moment, so that server and pages live around a change of the clocks. From test to test it goes forward only. */
const clock = {
  ahead: 0,
  now: () => Date.now() + clock.ahead,
  set(at: string) {
    clock.ahead = Date.parse(at) - Date.now();
  },
};

let database: TestDatabase;
let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  database = await createTestDatabase();
  clock.set("2026-10-12T12:00:00Z");
  server = await startServer(database.url, undefined, clock);
  // Only hours speak here: 9 to 12 and 13 to 17 in New York, Monday to Friday.
  await server.context.db.sql`truncate booking cascade`;
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await database.drop();
});

interface Visitor {
  readonly timezoneId: string;
  readonly locale?: string;
  readonly viewport?: { width: number; height: number };
  readonly colorScheme?: "light" | "dark";
}

/** A visitor's page, her own clock set like the server's. */
async function visitor({ locale = "de-DE", ...given }: Visitor): Promise<Page> {
  const usual = { viewport: { width: 1280, height: 860 }, reducedMotion: "reduce", bypassCSP: true } as const;
  const context = await browser.newContext({ ...usual, locale, ...given });
  return openIn(context);
}

async function openIn(context: BrowserContext): Promise<Page> {
  context.setDefaultTimeout(8_000);
  const page = await context.newPage();
  await page.clock.setFixedTime(clock.now());
  return page;
}

/** Shows a date of a booking page, by its address, and waits for its times. */
async function show(page: Page, date: string, link = "coaching"): Promise<void> {
  await page.goto(`${server.url}/maya/${link}?date=${date}`);
  await page.locator("button[data-start]").first().waitFor();
}

/** The times of the day in view as they read, with the instants behind them. */
async function times(page: Page): Promise<Map<string, string>> {
  const pairs = await page
    .locator("button[data-start]")
    .evaluateAll((buttons) => buttons.map((button) => [button.getAttribute("data-start") ?? "", button.textContent]));
  return new Map(pairs.map(([start = "", text]) => [start ?? "", text ?? ""]));
}

const firstAndLast = async (page: Page) => {
  const texts = [...(await times(page)).values()];
  return [texts[0], texts.at(-1)];
};

test("visitors in Kathmandu and in Honolulu see the same sessions, each on a date and a clock of their own", async () => {
  const kathmandu = await visitor({ timezoneId: "Asia/Katmandu", locale: "en-GB" });
  const honolulu = await visitor({ timezoneId: "Pacific/Honolulu", locale: "en-GB" });
  // Wednesday in New York: 9:00 is 18:45 in Kathmandu and 3:00 in Honolulu, 16:00 is 1:45 on Thursday and 10:00.
  await show(honolulu, "2026-10-14");
  const there = await times(honolulu);
  expect(there.get("2026-10-14T13:00:00.000Z")).toBe("03:00");
  expect(there.get("2026-10-14T20:00:00.000Z")).toBe("10:00");
  await show(kathmandu, "2026-10-14");
  const evening = await times(kathmandu);
  expect(evening.get("2026-10-14T13:00:00.000Z")).toBe("18:45");
  await kathmandu.getByRole("button", { name: "Time zone: Kathmandu" }).waitFor();
  await kathmandu.getByRole("button", { name: "Thursday, 15 October 2026" }).click();
  await kathmandu.locator('button[data-start="2026-10-14T20:00:00.000Z"]').waitFor();
  const night = await times(kathmandu);
  expect(night.get("2026-10-14T20:00:00.000Z")).toBe("01:45");
  const instants = [...evening.keys(), ...night.keys()].filter((at) => at.startsWith("2026-10-14"));
  expect(instants.sort()).toEqual([...there.keys()].sort());

  // One takes the session of the other's next day; it goes from the other's page, and both times are confirmed.
  await kathmandu.locator('button[data-start="2026-10-14T20:00:00.000Z"]').click();
  await honolulu.locator('button[data-start="2026-10-14T20:00:00.000Z"]').waitFor({ state: "detached" });
  await kathmandu.getByLabel("Name").fill("Kaya Thapa");
  await kathmandu.getByLabel("Email").fill("kaya@example.com");
  await kathmandu.getByText("Kathmandu time, UTC+5:45").waitFor();
  await kathmandu.getByRole("button", { name: "Book this session" }).click();
  await kathmandu.getByRole("heading", { name: "You’re booked" }).waitFor();
  const words = plain(await kathmandu.getByRole("article").innerText());
  expect(words).toContain("Thursday, 15 October 2026");
  expect(words).toContain("01:45 – 02:45 Kathmandu, UTC+5:45");
  expect(words).not.toContain("clocks");
  expect(words).toMatch(/For Maya Lindqvist: Wed,? 14 Oct, 16:00 – 17:00 in New York, UTC−4/);
  expect(await faultsOf(kathmandu)).toEqual([]);
  await kathmandu.context().close();
  await honolulu.context().close();
}, 60_000);

/** On a day before, two between, and one after: the first and the last time that Berlin sees of New York's 9 to 17. */
async function overTheChange(days: string[]): Promise<unknown[]> {
  const page = await visitor({ timezoneId: "Europe/Berlin" });
  const seen: unknown[] = [];
  for (const day of days) {
    await show(page, day);
    seen.push(await firstAndLast(page));
  }
  await page.context().close();
  return seen;
}
const sixHoursApart = ["15:00", "22:00"];
const fiveHoursApart = ["14:00", "21:00"];

test("in November Berlin sees New York’s hours an hour earlier while only one of them has changed", async () => {
  const seen = await overTheChange(["2026-10-23", "2026-10-26", "2026-10-30", "2026-11-02"]);
  expect(seen).toEqual([sixHoursApart, fiveHoursApart, fiveHoursApart, sixHoursApart]);
}, 60_000);

test("an hour that comes twice is told apart by its offset, from the list to the confirmation and the coach’s panel", async () => {
  await openOnDates(["2026-10-24"], "18:00", "23:00");
  const page = await visitor({
    timezoneId: "Europe/Berlin",
    viewport: { width: 360, height: 760 },
    colorScheme: "dark",
  });
  await show(page, "2026-10-25");
  const texts = [...(await times(page)).values()];
  expect(texts).toEqual(
    expect.arrayContaining(["01:30", "02:00UTC+2", "02:30UTC+2", "02:00UTC+1", "02:30UTC+1", "03:00"]),
  );
  expect(texts.indexOf("02:30UTC+2")).toBeLessThan(texts.indexOf("02:00UTC+1"));
  expect(await faultsOf(page)).toEqual([]);
  // The hour from the first 2:30 on ends at the second.
  await page.locator('button[data-start="2026-10-25T00:30:00.000Z"]').click();
  await page.getByLabel("Name").fill("Berta Beck");
  await page.getByLabel("Email").fill("berta@example.com");
  await page.getByRole("button", { name: "Book this session" }).click();
  await page.getByRole("heading", { name: "You’re booked" }).waitFor();
  const words = plain(await page.getByRole("article").innerText());
  expect(words).toContain("02:30 (UTC+2) – 02:30 (UTC+1) Berlin, UTC+2");
  expect(words).toMatch(/For Maya Lindqvist: Sat,? 24 Oct, 20:30 – 21:30 in New York, UTC−4/);
  await page.context().close();

  const coach = await openConsole("?date=2026-10-24");
  await coach
    .getByRole("button", { name: /Berta Beck/ })
    .first()
    .click();
  const panel = coach.getByRole("region", { name: "Berta Beck" });
  await panel.getByText("Berlin, UTC+2").waitFor();
  expect(plain(await panel.innerText())).toMatch(/2:30 am \(UTC\+2\) – 2:30 am \(UTC\+1\) in Berlin/);
  await coach.context().close();
}, 60_000);

test("a visitor finds her zone by its old name, and zone, clock and week are remembered", async () => {
  const page = await visitor({ timezoneId: "Europe/Berlin", locale: "en-US" });
  await show(page, "2026-10-14");
  expect((await firstAndLast(page))[0]).toMatch(/^3:00\spm$/);
  await page.getByRole("button", { name: "Time zone: Berlin" }).click();
  await page.getByText("24 h").click();
  await page.getByRole("group", { name: "Week begins on" }).getByText("Mon").click();
  await page.getByRole("combobox", { name: "Time zone" }).fill("calcutta");
  await page.getByRole("option", { name: "Kolkata (Calcutta), India" }).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("option", { name: "Kolkata (Calcutta), India" }).click();
  await page.locator("button[data-start]", { hasText: "18:30" }).waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Time zone: Kolkata" }).waitFor();
  await page.locator("button[data-start]", { hasText: "18:30" }).waitFor();
  expect(await page.getByRole("columnheader").first().innerText()).toBe("Mon");
  await page.context().close();
}, 60_000);

test("a session in person shows the clocks of the place, to whoever looks", async () => {
  const page = await visitor({ timezoneId: "Asia/Kathmandu" });
  await show(page, "2026-10-14", "strategy-day");
  await page.getByText("You meet in person: times are those of the place.").waitFor();
  expect((await times(page)).get("2026-10-14T13:00:00.000Z")).toBe("09:00");
  expect(await page.getByRole("button", { name: /Time zone/ }).count()).toBe(0);
  await page.context().close();
}, 60_000);

test("the coach sees her page as a client in Kathmandu does, and why a closed place is closed", async () => {
  const coach = await openConsole("/settings");
  await coach.getByText(/Release 20\d\d[a-z] of the time zone database/).waitFor();
  await coach.getByText("24 hours").click();
  await coach.getByText("Times are written so from now on.").waitFor();
  await coach.getByRole("link", { name: "View as client" }).click();
  await coach.getByRole("button", { name: "For a client in: New York" }).click();
  await coach.getByRole("combobox", { name: "Time zone" }).fill("kathmandu");
  await coach.getByRole("option", { name: "Kathmandu, Nepal" }).click();
  const grid = coach.getByRole("region", { name: "What clients are offered" });
  await grid
    .getByRole("button", { name: /^18:45.*free/ })
    .first()
    .waitFor();
  await coach.keyboard.press("e");
  await coach.keyboard.press("Enter");
  await coach.getByText("Clients are not offered this time").waitFor();
  expect(await faultsOf(coach)).toEqual([]);
  await coach.context().close();
}, 60_000);

test("a client who is asked for another time has the nearest ones a press away, on the clock she looks from", async () => {
  const token = await book("2026-10-22T14:00:00.000Z", "Paz Parra", "Asia/Kathmandu");
  const page = await visitor({ timezoneId: "Pacific/Honolulu", locale: "en-GB" });
  await page.goto(`${server.url}/manage/${token}`);
  await page.getByText("04:00 – 05:00").waitFor();
  const coach = await openConsole("?date=2026-10-22");
  await coach
    .getByRole("button", { name: /Paz Parra/ })
    .first()
    .click();
  await coach.getByRole("button", { name: "Ask to move…" }).click();
  await coach.getByRole("textbox", { name: "Message to Paz Parra" }).fill("The dentist moved me.");
  await coach.getByRole("button", { name: "Ask for another time" }).click();
  await coach.getByText("Asked for another time").waitFor();

  await page.getByText("Maya Lindqvist asks you for another time").waitFor();
  await page.getByText("“The dentist moved me.”").waitFor();
  const choices = page.getByRole("list", { name: "Other free times in Honolulu time" }).getByRole("button");
  await choices.first().waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const chosen = plain(await choices.last().innerText()).slice(-5);
  await choices.last().click();
  await page.getByText("You have moved this session.").waitFor();
  await page.getByText(`${chosen} – `).waitFor();
  await coach.getByText("Asked for another time").waitFor({ state: "detached" });
  await page.context().close();
  await coach.context().close();
}, 60_000);

test("a date without free times says roughly why when it is pressed", async () => {
  await openOnDates(["2026-10-20"], "10:00", "11:00");
  await book("2026-10-20T14:00:00.000Z", "Tom Tran", "Europe/Berlin");
  const page = await visitor({ timezoneId: "Europe/Berlin", locale: "en-GB" });
  await show(page, "2026-10-21");
  const press = (date: string) => page.locator(`button[data-date="${date}"]`).click({ force: true });
  await press("2026-10-20");
  await page.getByText(/Tuesday,? 20 October is fully taken\./).waitFor();
  await press("2026-10-18");
  await page.getByText(/Sunday,? 18 October has no sessions\./).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: /Next free: Mon,? 19 Oct/ }).click();
  await page.getByRole("heading", { name: /Monday,? 19 October/ }).waitFor();
  await page.context().close();
}, 60_000);

test("a session after one side’s change of the clocks says how far apart the two will be", async () => {
  const token = await book("2026-10-28T13:00:00.000Z", "Nia Nord", "Europe/Berlin");
  const page = await visitor({ timezoneId: "Europe/Berlin" });
  await page.goto(`${server.url}/manage/${token}`);
  await page.getByText("14:00 – 15:00").waitFor();
  await page
    .getByText(/^The clocks in Berlin change before this session: New York is 5.h behind Berlin then, 6.h/)
    .waitFor();
  await page.context().close();
}, 60_000);

test("in March Berlin sees New York’s hours an hour earlier while only one of them has changed", async () => {
  clock.set("2027-02-22T12:00:00Z");
  const seen = await overTheChange(["2027-03-12", "2027-03-15", "2027-03-26", "2027-03-29"]);
  expect(seen).toEqual([sixHoursApart, fiveHoursApart, fiveHoursApart, sixHoursApart]);
}, 60_000);

test("an hour that the visitor’s clocks skip is not shown", async () => {
  await openOnDates(["2027-03-27"], "18:00", "23:00");
  const page = await visitor({ timezoneId: "Europe/Berlin" });
  await show(page, "2027-03-28");
  const texts = [...(await times(page)).values()];
  expect(texts).toEqual(expect.arrayContaining(["01:30", "03:00"]));
  expect(texts.filter((text) => text.startsWith("02:"))).toEqual([]);
  await page.context().close();
}, 60_000);

/** Opens hours on dates that have none, by the coach's own mutation. */
async function openOnDates(dates: string[], start: string, end: string): Promise<void> {
  const document = `mutation ($input: SetDateOverridesInput!) { setDateOverrides(input: $input) { __typename } }`;
  const input = { dates, windows: [{ start, end }] };
  const answer = await server.query(document, { input }, await server.signIn());
  expect(answer).toEqual({ setDateOverrides: { __typename: "DateOverridesSaved" } });
}

/** Books a coaching session for a client; gives the token of her seat. */
async function book(startAt: string, name: string, timeZone: string): Promise<string> {
  const document = `mutation ($input: BookSessionInput!) { bookSession(input: $input) { ... on Booked { token } } }`;
  const client = { name, email: `${name.replace(" ", ".").toLowerCase()}@example.com`, timeZone };
  const input = { coach: "maya", link: "coaching", startAt, client, idempotencyKey: crypto.randomUUID() };
  const { bookSession } = await server.query<{ bookSession: { token?: string } }>(document, { input });
  if (!bookSession.token) throw new Error(`${startAt} could not be booked.`);
  return bookSession.token;
}

async function openConsole(path: string): Promise<Page> {
  const viewport = { width: 1280, height: 860 };
  const context = await browser.newContext({
    viewport,
    timezoneId: "America/New_York",
    locale: "en-US",
    bypassCSP: true,
  });
  const page = await openIn(context);
  await page.goto(await server.context.auth.createSignInLink(server.coach.email));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Calendar" }).waitFor();
  await page.goto(`${server.url}/console${path}`);
  return page;
}

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, " ").replace(/\n+/g, " ");
