import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { toGlobalId } from "../src/entities/global-id.ts";
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

/** A phone of its own, with nobody's holds and drafts in it. */
async function openPhone(): Promise<BrowserContext> {
  const context = await browser.newContext({
    viewport: { width: 360, height: 760 },
    locale: "en-GB",
    timezoneId: "Europe/Lisbon",
    reducedMotion: "reduce",
    bypassCSP: true,
  });
  context.setDefaultTimeout(8_000);
  return context;
}

/** From a booking page to its form, by the first date and the first time that are free; the start that was chosen. */
async function chooseFirst(page: Page, path: string): Promise<string> {
  await page.goto(server.url + path);
  await page.locator("[role=grid] button[data-date]:not([aria-disabled])").first().click();
  await page.locator("button[data-start]").first().click();
  await page.getByRole("timer").waitFor();
  return new URL(page.url()).searchParams.get("at") ?? "";
}

const send = (page: Page, name = "Book this session") => page.getByRole("button", { name }).click();
const written = (page: Page, label: string) => page.getByLabel(label).inputValue();

test("a client answers questions and proves her address; a reload on the way loses nothing", async () => {
  await server.context.db.sql`update session_type set requires_email_proof = true where name = 'First session'`;
  const phone = await openPhone();
  const page = await phone.newPage();
  const startAt = await chooseFirst(page, "/maya/first-session?name=Ada+Lovelace&answers.topic=A+new+role&answers.x=1");
  await page.getByLabel("Email", { exact: true }).fill("ada@example.com");
  await page.getByLabel("A team that is stuck").check();
  await send(page);
  // What is missing is said where it is missing, and the first of it has the focus.
  await page.getByText("This needs an answer.").waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("answers.team");
  await page.getByText("This must be ticked.").waitFor();
  await page.keyboard.type("Five of us");
  await page.getByLabel("I know that coaching").check();
  await page.getByRole("button", { name: "Bring somebody along" }).click();
  await page.keyboard.type("ada@example.com");
  await send(page);
  await page.getByText("This address comes already.").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel("Guest’s email").fill("bob@example.com");

  await page.reload();
  await page.getByRole("timer").waitFor();
  expect(await written(page, "Who is in the team?")).toBe("Five of us");
  expect(await written(page, "Guest’s email")).toBe("bob@example.com");
  expect(await seatsAt(startAt)).toHaveLength(1);

  await send(page);
  await page.getByLabel("Code").waitFor();
  await page.reload();
  await page.getByText("ada@example.com").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const code = await codeFor("ada@example.com");
  await page.getByLabel("Code").fill(code === "000000" ? "111111" : "000000");
  await page.getByText("This is not the code that was sent.").waitFor();
  await page.getByLabel("Code").fill("");
  await page.getByLabel("Code").pressSequentially(code);

  await page.getByRole("heading", { name: "You’re booked" }).waitFor();
  const file = await page.getByRole("link", { name: ".ics" }).getAttribute("href");
  expect(await (await phone.request.get(server.url + file)).text()).toContain(
    "SUMMARY:First session with Maya Lindqvist",
  );
  expect(await faultsOf(page)).toEqual([]);
  // Nothing of it stays behind: no secret of a hold, nothing that was typed, nothing in the address but the session.
  expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([]);
  expect([...new URL(page.url()).searchParams.keys()]).toEqual(["booked"]);
  expect(await seatsAt(startAt)).toEqual([
    {
      name: "Ada Lovelace",
      held: false,
      answers: ["topic: A team that is stuck", "team: Five of us", "no-therapy: yes"],
      guests: ["bob@example.com"],
    },
  ]);
  await phone.close();
});

test("a client who loses her time while she types takes another one, and has written everything", async () => {
  const phone = await openPhone();
  const page = await phone.newPage();
  await page.clock.install();
  const startAt = await chooseFirst(page, "/maya/intro");
  await page.getByLabel("Name").fill("Bea Brown");
  await page.getByLabel("Email", { exact: true }).fill("bea@example.com");
  // Her five minutes go by on both sides.
  const held = await page.evaluate(() => Object.entries(localStorage).find(([name]) => name.startsWith("kairos.hold")));
  await server.query(`mutation ($token: String!) { releaseHold(holdToken: $token) { released } }`, {
    token: JSON.parse(held?.[1] ?? "{}").token,
  });
  await page.clock.fastForward("05:01");
  await page.getByText("The five minutes are over").waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const note = page.getByLabel("Anything to know beforehand?");
  await note.pressSequentially("I am ");
  await vi.waitFor(async () => expect(await bookByApi(startAt)).toBe("Booked"));
  await page.getByText("This time has just been taken.").waitFor();
  await note.pressSequentially("still typing");
  expect(await faultsOf(page)).toEqual([]);

  await page.getByRole("list", { name: "Other free times" }).getByRole("button").first().click();
  await page.getByRole("timer").waitFor();
  const other = new URL(page.url()).searchParams.get("at");
  expect(other).not.toBe(startAt);
  expect(await written(page, "Name")).toBe("Bea Brown");
  expect(await note.inputValue()).toBe("I am still typing");
  await send(page);
  await page.getByRole("heading", { name: "You’re booked" }).waitFor();
  expect(await seatsAt(other ?? "")).toMatchObject([{ name: "Bea Brown", held: false }]);
  await phone.close();
});

test("two tabs of one client share a time: leaving one keeps it for the other, and booking it is told to both", async () => {
  const phone = await openPhone();
  const first = await phone.newPage();
  const startAt = await chooseFirst(first, "/maya/coaching");
  const second = await phone.newPage();
  await second.goto(first.url());
  await second.getByRole("timer").waitFor();
  expect(await seatsAt(startAt)).toHaveLength(1);
  // In the list of the second it is still there for her, and going back there does not take it from the first.
  await second.getByRole("button", { name: "Other times" }).click();
  await second.locator(`button[data-start="${startAt}"]:not([aria-disabled])`).click();
  await second.getByRole("timer").waitFor();
  await second.reload();
  await second.getByRole("timer").waitFor();
  expect(await seatsAt(startAt)).toHaveLength(1);

  await first.getByLabel("Name").fill("Cleo Clark");
  await first.getByLabel("Email", { exact: true }).fill("cleo@example.com");
  await send(first);
  await first.getByRole("heading", { name: "You’re booked" }).waitFor();
  await second.getByText("You have booked this time in another tab of this browser.").waitFor();
  expect(await second.getByRole("list", { name: "Other free times" }).getByRole("button").count()).toBe(3);
  expect(await seatsAt(startAt)).toMatchObject([{ name: "Cleo Clark", held: false }]);
  await phone.close();
});

test("a request waits for the coach under its own eyes, and leads back to the site it came from", async () => {
  await server.context.db.sql`update coach set redirect_hosts = '{www.example.com}'`;
  const phone = await openPhone();
  const page = await phone.newPage();
  await phone.route("https://www.example.com/**", (route) => route.fulfill({ body: "Welcome back" }));
  const address =
    "name=Dan+Dean&email=dan%40example.com&redirect=https%3A%2F%2Fwww.example.com%2Fthanks%3Fa%3D1&state=42";
  const startAt = await chooseFirst(page, `/maya/strategy-day?${address}`);
  await page.getByText("Maya Lindqvist answers within 2 days.").waitFor();
  await send(page, "Ask for this session");
  await page.getByRole("heading", { name: "Your request is in" }).waitFor();
  await page.getByRole("button", { name: "Stay here" }).click();
  await page.getByText(/answers by \w+day/).waitFor();
  expect(await faultsOf(page)).toEqual([]);

  const [booking] = await server.context.db.sql<{ id: string }>`
    select booking.id from booking where status = 'pending' and start_at = ${new Date(startAt)}`;
  const cookie = await server.signIn();
  await server.query(
    `mutation ($input: DecideBookingInput!) { approveBooking(input: $input) { __typename } }`,
    { input: { booking: toGlobalId("Booking", booking?.id ?? ""), idempotencyKey: crypto.randomUUID() } },
    cookie,
  );
  await page.getByRole("heading", { name: "You’re booked" }).waitFor();
  await page.getByRole("link", { name: "Google" }).waitFor();
  await page.getByRole("link", { name: "Go on now" }).click();
  await page.getByText("Welcome back").waitFor();
  expect(page.url()).toBe("https://www.example.com/thanks?a=1&state=42");
  await phone.close();
});

/** Who sits, or is kept a seat, at a start. */
async function seatsAt(startAt: string) {
  return server.context.db.sql<{ name: string | null; held: boolean; answers: string[]; guests: string[] }>`
    select seat.name, seat.hold_expires_at is not null as held,
      array(select concat(answer ->> 'question', ': ', answer #>> '{values,0}') from jsonb_array_elements(seat.answers) answer) as answers,
      array(select guest ->> 'email' from jsonb_array_elements(seat.guests) guest) as guests
    from attendee seat join booking on booking.id = seat.booking_id
    where booking.start_at = ${new Date(startAt)} and booking.status <> 'cancelled' and seat.cancelled_at is null`;
}

/** The code from the newest message to an address. */
async function codeFor(address: string): Promise<string> {
  const messages = await server.context.mailbox.list(20);
  const message = messages.find(({ to, subject }) => to.address === address && subject.includes("code"));
  const code = message?.subject.match(/\d{6}/)?.[0];
  if (!code) throw new Error(`No message brought a code to ${address}.`);
  return code;
}

async function bookByApi(startAt: string): Promise<unknown> {
  const client = { name: "Somebody Else", email: "else@example.com", timeZone: "Europe/Lisbon" };
  const input = { coach: "maya", link: "intro", startAt, client, idempotencyKey: crypto.randomUUID() };
  const answer = await server.query<{ bookSession: { __typename: string } }>(
    `mutation ($input: BookSessionInput!) { bookSession(input: $input) { __typename } }`,
    { input },
  );
  return answer.bookSession.__typename;
}
