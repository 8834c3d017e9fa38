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

test("a coach writes a program, books it for a client with a session moved, and moves one later with what follows", async () => {
  const page = await openConsole("desk", "/programs");
  await page.getByRole("link", { name: "First quarter", exact: true }).waitFor();
  await page.keyboard.press("n");
  await page.getByLabel("Name").fill("Sprint");
  await page.getByRole("button", { name: "Save program" }).click();
  await page.getByText("Sprint is saved.").first().waitFor();
  await chooseType(page, "Coaching session");
  await page.getByRole("button", { name: "Add a step" }).click();
  await page.getByRole("textbox", { name: "How many" }).fill("3");
  await page.getByLabel("Tuesday").check();
  await page.getByRole("button", { name: "Add a step" }).click();
  await page.getByLabel("Called").fill("Intake");
  await page.getByRole("textbox", { name: "Wished" }).fill("none");
  await page.getByRole("button", { name: "Save program" }).click();
  await page.getByText("Write a whole number.").waitFor();
  await page.getByRole("textbox", { name: "Wished" }).fill("2");
  // The last step goes to the top, by its handle and the keyboard.
  await page.getByRole("button", { name: "Move “Intake”, 3 of 3" }).focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.getByText(/^Intake 1\sh in week 1; then Coaching session 1\sh one week later; then weekly/).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Save program" }).click();
  await page.getByRole("button", { name: "Save program" }).waitFor({ state: "detached" });

  await page.getByRole("link", { name: "Book…" }).click();
  await page.getByRole("combobox", { name: "Client" }).fill("grace");
  await page.getByRole("option", { name: /Grace Kim/ }).click();
  const monday = comingMonday(9);
  await page.getByLabel("Start date").fill(monday);
  const rows = page.getByRole("region", { name: "The plan" }).getByRole("listitem");
  await rows.nth(4).waitFor();
  await page
    .getByText(/in Los Angeles/)
    .first()
    .waitFor();
  // Somebody takes the first time meanwhile: the plan goes around it at once.
  await page.locator("section[aria-busy=false]").waitFor();
  const [first] = await plannedStarts(monday);
  await bookAt(first ?? "");
  await expect.poll(async () => (await plannedStarts(monday))[0]).not.toBe(first);
  await page
    .getByRole("button", { name: `Move session 1, Intake, ${said(first ?? "")}` })
    .waitFor({ state: "detached" });

  // A session moves to the next free time by an arrow key; the rest follows.
  await page.getByRole("button", { name: /^Move session 2,/ }).press("ArrowRight");
  await page.getByText("You put it here.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Book 5 sessions for Grace Kim" }).click();
  await page.getByRole("heading", { name: "Sprint with Grace Kim" }).waitFor();
  await page.getByText("You booked these 5 sessions.").waitFor();
  const booked = await startsOf("Sprint");
  expect(booked).toHaveLength(5);

  // Later, one goes a week on, and those after it with it; then all is taken back.
  await page.getByRole("button", { name: /^Move session 3,/ }).click();
  await page.getByLabel("Date").fill(addDays(booked[2]?.slice(0, 10) ?? "", 7));
  await page.getByRole("list", { name: "What moves" }).getByRole("listitem").nth(1).waitFor();
  await page.locator("ol[aria-busy=false]").waitFor();
  const free = page.getByRole("button", { name: /^Move session 3, .*, \w{3}, / }).last();
  if (await page.getByText("It cannot be here.").count()) await free.press("ArrowRight");
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: /^Move \d sessions?$/ }).click();
  await page.getByText(/^You moved/).waitFor();
  expect(await startsOf("Sprint")).not.toEqual(booked);
  await page.getByRole("main").getByRole("button", { name: "Undo" }).first().click();
  await page.getByText("Everything is as it was before.").first().waitFor();
  expect(await startsOf("Sprint")).toEqual(booked);
}, 90_000);

test("a coach books for a list with three bad lines, mends them, watches, reads the report and takes all back", async () => {
  const page = await openConsole("desk", "/clients");
  await page.getByRole("checkbox", { name: "Choose Ben Okafor" }).check();
  await page.getByRole("button", { name: "Book for 1 client…" }).click();
  await page.getByText("A list", { exact: true }).click();
  await page
    .getByRole("textbox", { name: "List" })
    .fill(
      [
        "name,email,time zone,start",
        "Ann Archer,ann@example.com,Europe/Berlin,",
        "Bo Berg,bo.example.com,,",
        ",cy@example.com,,",
      ]
        .concat(["Dee Dunn,dee@example.com,Mars/Base,", "Eve East,eve@example.com,,", "Fay Fox,fay@example.com,,"])
        .join("\n"),
    );
  await page.getByText("6 lines below the names of the columns.").waitFor();
  await page.getByLabel("Start date").fill(comingMonday(12));
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: "Show the plan" }).click();
  await page.getByText("Nothing is booked yet: 4 clients with 40 sessions ready, 3 lines to mend.").waitFor();
  const line = (number: number) => page.getByRole("form", { name: `Line ${number}` });
  await line(3).getByText("Bo Berg,bo.example.com,,").waitFor();
  await line(5).getByText("This is not a time zone; write it like Europe/Berlin.").waitFor();
  expect(await faultsOf(page)).toEqual([]);

  await page.getByText("All or none").click();
  await page.getByText("3 clients cannot be booked yet. Mend or leave out these lines first.").waitFor();
  await page.getByText("As many as can be").click();
  await line(3).getByLabel("Email").fill("bo@example.com");
  await line(3).getByLabel("Email").press("Enter");
  await line(3).waitFor({ state: "detached" });
  // The work goes on at the next line.
  expect(await line(4).locator("input:focus").getAttribute("aria-invalid")).toBe("true");
  await page.keyboard.type("Cy Cole");
  await page.keyboard.press("Enter");
  await line(4).waitFor({ state: "detached" });
  await line(5).getByRole("button", { name: "Leave out" }).click();
  await page.getByText("Nothing is booked yet: 6 clients with 60 sessions ready, 1 left out.").waitFor();

  await page.getByRole("button", { name: "Book 60 sessions" }).click();
  await page.getByRole("progressbar", { name: "Clients done" }).waitFor();
  await page.getByText("6 clients are booked, 60 sessions in all.").first().waitFor();
  await page.getByRole("button", { name: "Sessions of Ann Archer" }).click();
  await page
    .getByText(/in Berlin/)
    .first()
    .waitFor();
  expect(await faultsOf(page)).toEqual([]);
  expect(await startsOf("First quarter")).toHaveLength(60);
  await page.getByRole("button", { name: "Undo all" }).click();
  await page.getByText("All of it was taken back.").first().waitFor();
  expect(await startsOf("First quarter")).toHaveLength(0);

  // Everything of a day goes to the week after, but one that stays; and back.
  const day = await busyDay();
  await page.goto(`${server.url}/console/bulk/change?from=${day}`);
  const chosen = page.getByRole("region", { name: /^\d+ sessions?/ });
  await chosen.getByRole("checkbox").first().waitFor();
  const count = await chosen.getByRole("checkbox").count();
  // Far enough for the calendar to be empty.
  await page.getByRole("textbox", { name: "Days" }).fill("84");
  await page.getByText("Nearest that week").click();
  await chosen.getByRole("checkbox").first().uncheck();
  await page.getByText(new RegExp(`^${count - 1} moves?$`)).waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("button", { name: `Move ${count - 1} session` }).click();
  await page
    .getByText(/sessions? (is|are) moved\./)
    .first()
    .waitFor();
  await page.getByRole("main").getByRole("button", { name: "Undo" }).click();
  await page.getByText("Everything is as it was before.").first().waitFor();
}, 90_000);

test("programs and what is done in bulk work on a phone in the dark", async () => {
  const page = await openConsole("phone", "/programs");
  await page.getByRole("link", { name: "First quarter", exact: true }).click();
  await page.getByRole("heading", { name: "First quarter" }).waitFor();
  await page.locator("[data-open]").first().click();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByRole("link", { name: "Book…" }).click();
  await page.getByRole("region", { name: "The plan" }).getByRole("listitem").first().waitFor();
  await page.getByRole("button", { name: /^Move session 1,/ }).click();
  expect(await faultsOf(page)).toEqual([]);
  for (const [path, seen] of Object.entries({
    "/programs/share": "Into a file",
    "/bulk/new": "Who",
    "/bulk/change": "Which sessions",
  })) {
    await page.goto(`${server.url}/console${path}`);
    await page.getByRole("heading", { name: seen, exact: true }).waitFor();
    await page.locator("main [type=checkbox]:visible").first().waitFor();
    expect(await faultsOf(page), path).toEqual([]);
  }
}, 60_000);

async function openConsole(look: keyof typeof looks, path: string): Promise<Page> {
  const context = await browser.newContext({
    ...looks[look],
    locale: "en-US",
    timezoneId: "Europe/Lisbon",
    reducedMotion: "reduce",
    bypassCSP: true,
  });
  context.setDefaultTimeout(10_000);
  const cookies = cookie.split("; ").map((one) => {
    const [name = "", ...value] = one.split("=");
    return { name, value: value.join("="), url: server.url };
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  await page.goto(`${server.url}/console${path}`);
  return page;
}

async function chooseType(page: Page, name: string): Promise<void> {
  if ((await page.getByRole("button", { name: /Session type/ }).count()) === 0)
    await page.locator("[data-open]").click();
  await page.getByRole("button", { name: /Session type/ }).click();
  await page.getByRole("option", { name: new RegExp(`^${name}`) }).click();
}

function comingMonday(weeks: number): string {
  const today = zone(ZONE).localDate(Date.now());
  return addDays(today, ((1 - weekday(today) + 7) % 7) + 7 * weeks);
}

/** A moment as the pages say it: "Tue, Nov 24, 9:00 am". */
function said(local: string): string {
  const at = new Date(`${local}Z`);
  const words = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-US", { ...options, timeZone: "UTC" }).format(at);
  const time = words({ hour: "numeric", minute: "2-digit" }).replace(
    /\s([AP])M/,
    (_, half: string) => `\u00a0${half.toLowerCase()}m`,
  );
  return `${words({ weekday: "short", day: "numeric", month: "short" })}, ${time}`;
}

/** When the sessions of the youngest program would be. */
async function plannedStarts(startDate: string): Promise<string[]> {
  type Programs = { viewer: { programs: { id: string; name: string }[] } };
  const { viewer } = await server.query<Programs>("{ viewer { programs { id name } } }", {}, cookie);
  const program = viewer.programs.find(({ name }) => name === "Sprint")?.id;
  type Answer = { planProgram: { sessions: { coachLocalStart: string }[] } };
  const document = `query ($input: PlanProgramInput!) { planProgram(input: $input) {
    ... on ProgramPlan { sessions { coachLocalStart } } ... on Problem { message } } }`;
  const { planProgram } = await server.query<Answer>(document, { input: { program, startDate } }, cookie);
  return planProgram.sessions.map(({ coachLocalStart }) => coachLocalStart);
}

/** Somebody else's session at that time. */
async function bookAt(local: string): Promise<void> {
  type Types = { viewer: { sessionTypes: { id: string; name: string }[] } };
  const { viewer } = await server.query<Types>("{ viewer { sessionTypes { id name } } }", {}, cookie);
  const input = {
    sessionType: viewer.sessionTypes.find(({ name }) => name === "Coaching session")?.id,
    start: { local, timeZone: ZONE },
    newClient: { name: "Tess Tangle", email: "tess@example.com", timeZone: ZONE },
    idempotencyKey: crypto.randomUUID(),
  };
  const document = `mutation ($input: BookForClientInput!) { bookForClient(input: $input) { __typename ... on Problem { message } } }`;
  expect(await server.query(document, { input }, cookie)).toMatchObject({ bookForClient: { __typename: "Booked" } });
}

/** Where all sessions lie that were booked from programs of a name. */
async function startsOf(program: string): Promise<string[]> {
  const rows = await server.context.db.sql<{ start: string }>`
    select local_start as start from booking join program_booking program on program.id = booking.program_booking_id
    where program.name = ${program} and status <> 'cancelled' order by start_at`;
  return rows.map(({ start }) => start);
}

/** The next date with at least three sessions to come. */
async function busyDay(): Promise<string> {
  const rows = await server.context.db.sql<{ date: string }>`
    select left(local_start, 10) as date from booking where status = 'confirmed' and start_at > now() + interval '1 day'
    group by 1 having count(*) >= 3 order by 1 limit 1`;
  return rows[0]?.date ?? "";
}
