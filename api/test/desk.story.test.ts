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
let cookie: string;

const looks = {
  desk: { viewport: { width: 1280, height: 800 }, colorScheme: "light" },
  phone: { viewport: { width: 360, height: 740 }, colorScheme: "dark" },
} as const;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer(database.url);
  cookie = await server.signIn();
  browser = await openBrowser();
  await coach(
    `mutation ($input: CreateSessionTypeInput!) { createSessionType(input: $input) { ... on SessionTypeSaved { sessionType { id } } } }`,
    {
      input: {
        name: "Tryout",
        minutes: [30],
        stepMinutes: 30,
        place: { kind: "PHONE", detail: "+1 212 555 0100" },
        requiresApproval: true,
        approvalHours: 24,
        maxGuests: 2,
      },
    },
  );
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await database.drop();
});

test("requests come live and are answered by keyboard; a change is taken back; who did not come is noted", async () => {
  const desk = await openConsole("desk", "/requests");
  await desk.getByRole("heading", { name: "Nobody waits for your answer" }).waitFor();
  const [first, second] = await freeStarts("tryout");
  const visitor = await openVisitor(second);
  const ann = await book(first, "Ann Archer");
  const ben = await book(second, "Ben Baker");
  await desk.getByRole("heading", { name: "Ann Archer" }).waitFor();
  await desk.getByRole("heading", { name: "Ben Baker" }).waitFor();
  await desk.getByRole("link", { name: /Requests.*2 wait for your answer/ }).waitFor();
  await desk.getByText("With Gil Guest (gil@example.com)").first().waitFor();
  await slot(visitor, second).waitFor({ state: "detached" });
  expect(await faultsOf(desk)).toEqual([]);

  const phone = await openConsole("phone", "/requests");
  await phone.getByRole("heading", { name: "Ben Baker" }).waitFor();
  expect(await faultsOf(phone)).toEqual([]);
  await phone.getByRole("button", { name: "More" }).press("Enter");
  await phone.getByRole("link", { name: "Hours" }).waitFor();
  await phone.getByRole("button", { name: "Sign out" }).waitFor();
  expect(await faultsOf(phone)).toEqual([]);
  await phone.keyboard.press("Escape");
  await phone.getByRole("link", { name: "Hours" }).waitFor({ state: "hidden" });

  await desk.keyboard.press("j");
  await desk.keyboard.press("a");
  await desk.getByRole("heading", { name: "Ann Archer" }).waitFor({ state: "detached" });
  expect(await seatOf(ann)).toMatchObject({ status: "CONFIRMED" });
  await phone.getByRole("heading", { name: "Ann Archer" }).waitFor({ state: "detached" });

  // The focus has gone on to the next request.
  await desk.keyboard.press("d");
  await desk.keyboard.type("I am away that day.");
  expect(await faultsOf(desk)).toEqual([]);
  await desk.keyboard.press("Tab");
  await desk.keyboard.press("Enter");
  await desk.getByRole("heading", { name: "Nobody waits for your answer" }).waitFor();
  await phone.getByRole("heading", { name: "Nobody waits for your answer" }).waitFor();
  await slot(visitor, second).waitFor();
  expect(await seatOf(ben)).toMatchObject({ cancelCause: "DECLINED", coachMessage: "I am away that day." });

  await desk.goto(`${server.url}/console?date=${dateOf(first)}&session=${ann.booking}`);
  await desk.getByRole("button", { name: "Cancel session…" }).click();
  await desk.getByLabel("Message to Ann Archer").fill("Sorry, I am ill.");
  await desk.getByRole("button", { name: "Cancel session", exact: true }).click();
  await desk.getByText("You cancelled this session.").waitFor();
  expect(await seatOf(ann)).toMatchObject({ cancelCause: "COACH" });
  // Whoever comes back finds it, for as long as it can be undone.
  await desk.goto(`${server.url}/console?date=${dateOf(first)}`);
  await desk.getByRole("button", { name: /Ann Archer.*cancelled by you/i }).click();
  await desk.getByText("You cancelled this session.").waitFor();
  expect(await faultsOf(desk)).toEqual([]);
  await panel(desk, "Ann Archer").getByRole("button", { name: "Undo" }).click();
  await desk
    .getByText(/^Ann Archer is as it was/)
    .first()
    .waitFor();
  expect(await seatOf(ann)).toMatchObject({ status: "CONFIRMED", cancelCause: null });
  expect(await desk.getByRole("heading", { name: "Cancel this session?" }).count()).toBe(0);

  const past = await sessionBefore();
  await desk.goto(`${server.url}/console?date=${dateOf(past.startAt)}&session=${past.id}`);
  await panel(desk, past.name).getByText("Did not come", { exact: true }).click();
  await panel(desk, past.name).getByText("Client did not come").waitFor();
  await panel(desk, past.name).getByText(`You noted: ${past.name} did not come.`).waitFor();
  expect(await faultsOf(desk)).toEqual([]);
  await desk.getByRole("region", { name: "Notifications" }).getByRole("button", { name: "Undo" }).click();
  await panel(desk, past.name).getByText("Completed").waitFor();
}, 60_000);

test("who waits comes live; a time is offered by hand, seen by who waits, and taken back", async () => {
  const desk = await openConsole("desk", "/waitlist");
  await desk.getByRole("heading", { name: "Nobody waits", exact: true }).waitFor();
  expect(await faultsOf(desk)).toEqual([]);
  const cora = await join("Cora Case");
  await join("Dan Drew");
  await desk.getByRole("heading", { name: "Cora Case" }).waitFor();
  await desk.getByRole("link", { name: /Waitlist.*2 people wait/ }).waitFor();
  await desk
    .getByText(/^Weekdays from 1:00\s?pm, /)
    .first()
    .waitFor();
  expect(await faultsOf(desk)).toEqual([]);

  const page = server.subscribe<WaitingEvent>(
    `subscription ($token: String!) { waitingChanged(token: $token) { ... on WaitingAccess { offer { localStart } entry { position } } } }`,
    { token: cora },
  );
  await page.until(({ length }) => length === 1);
  const phone = await openConsole("phone", "/waitlist");
  await desk.getByRole("button", { name: "Offer a time to Cora Case…" }).click();
  await desk.locator("label:has([type=radio]):has-text('suits the wish')").first().click();
  await desk
    .getByRole("button", { name: /^Offer / })
    .last()
    .click();
  await panel(desk, "Cora Case").getByText("left to accept").waitFor();
  await page.until((events) => events.at(-1)?.waitingChanged.offer?.localStart !== undefined);
  await phone.getByRole("button", { name: "Withdraw offer to Cora Case" }).waitFor();
  expect(await faultsOf(desk)).toEqual([]);
  expect(await faultsOf(phone)).toEqual([]);

  await panel(desk, "Cora Case").getByRole("button", { name: "Withdraw offer" }).click();
  await page.until((events) => events.at(-1)?.waitingChanged.offer === null);
  await panel(desk, "Cora Case").getByText("Offered before").waitFor();
  await phone.getByRole("button", { name: "Dan Drew", exact: true }).click();
  await phone.getByRole("heading", { name: "Offer a time" }).waitFor();
  expect(await faultsOf(phone)).toEqual([]);
  await phone.getByRole("button", { name: "Put first" }).click();
  await desk.getByText("comes first").waitFor();
  await page.until((events) => events.at(-1)?.waitingChanged.entry.position === 2);

  await panel(desk, "Cora Case").getByRole("button", { name: "Take off the list…" }).click();
  await panel(desk, "Cora Case").getByRole("button", { name: "Take off the list", exact: true }).click();
  await desk.getByText("Wait no longer (1)").waitFor();
  await desk.getByRole("link", { name: /Waitlist.*1 person waits/ }).waitFor();
  await page.close();
}, 60_000);

const coach = <Data = Record<string, unknown>>(document: string, variables = {}) =>
  server.query<Data>(document, variables, cookie);

interface WaitingEvent {
  waitingChanged: { offer: { localStart: string } | null; entry: { position: number | null } };
}

const panel = (page: Page, title: string) => page.getByRole("region", { name: title, exact: true });

const dateOf = (instant: string): string => zone(server.coach.timeZone).localDate(Date.parse(instant));

function slot(page: Page, startAt: string) {
  return page.locator(`button[data-start="${startAt}"]:not([aria-disabled])`);
}

/** Two free starts of a link on one day of the weeks to come. */
async function freeStarts(link: string): Promise<[string, string]> {
  const today = zone(server.coach.timeZone).localDate(Date.now());
  const { slots } = await server.query<{ slots: { days: { slots: { startAt: string }[] }[] } }>(
    `query ($link: String!, $from: LocalDate!, $to: LocalDate!) { slots(coach: "maya", link: $link, from: $from, to: $to, timeZone: "America/New_York") {
      ... on SlotList { days { slots { startAt } } } } }`,
    { link, from: addDays(today, 2), to: addDays(today, 20) },
  );
  const day = slots.days.find((one) => one.slots.length > 3);
  const [first, , , second] = day?.slots ?? [];
  if (!first || !second) throw new Error("The demo practice has no free day.");
  return [first.startAt, second.startAt];
}

interface Seat {
  token: string;
  booking: string;
}

async function book(startAt: string, name: string): Promise<Seat> {
  const input = {
    coach: "maya",
    link: "tryout",
    startAt,
    client: { name, email: `${crypto.randomUUID()}@example.com`, timeZone: "Europe/Berlin", note: "Looking forward." },
    guests: [{ name: "Gil Guest", email: "gil@example.com" }],
    idempotencyKey: crypto.randomUUID(),
  };
  const { bookSession } = await server.query<{ bookSession: { token: string; booking: { id: string } } }>(
    `mutation ($input: BookSessionInput!) { bookSession(input: $input) { ... on Booked { token booking { id } } } }`,
    { input },
  );
  return { token: bookSession.token, booking: bookSession.booking.id };
}

async function seatOf({ token }: Seat) {
  const { booking } = await server.query<{ booking: { booking: Record<string, unknown> } }>(
    `query ($token: String!) { booking(token: $token) { ... on BookingAccess { booking { status cancelCause coachMessage } } } }`,
    { token },
  );
  return booking.booking;
}

async function join(name: string): Promise<string> {
  const today = zone(server.coach.timeZone).localDate(Date.now());
  const input = {
    coach: "maya",
    link: "coaching",
    client: { name, email: `${crypto.randomUUID()}@example.com`, timeZone: "America/New_York" },
    wish: { fromDate: today, toDate: addDays(today, 21), weekdays: [1, 2, 3, 4, 5], fromTime: "13:00" },
    besidesFree: true,
    idempotencyKey: crypto.randomUUID(),
  };
  const { joinWaitlist } = await server.query<{ joinWaitlist: { token: string } }>(
    `mutation ($input: JoinWaitlistInput!) { joinWaitlist(input: $input) { ... on WaitlistJoined { token } ... on Problem { message } } }`,
    { input },
  );
  return joinWaitlist.token;
}

/** A session of the last weeks that took place, with its one client. */
async function sessionBefore(): Promise<{ id: string; startAt: string; name: string }> {
  const today = zone(server.coach.timeZone).localDate(Date.now());
  const { viewer } = await coach<{
    viewer: {
      agenda: { edges: { node: { id: string; startAt: string; status: string; attendees: { name: string }[] } }[] };
    };
  }>(
    `query ($from: LocalDate!, $to: LocalDate!) { viewer { agenda(from: $from, to: $to) { edges { node { id startAt status attendees { name } } } } } }`,
    { from: addDays(today, -14), to: addDays(today, -1) },
  );
  const found = viewer.agenda.edges.find(
    ({ node }) => node.status === "COMPLETED" && node.attendees.length === 1,
  )?.node;
  const name = found?.attendees[0]?.name;
  if (!found || !name) throw new Error("The demo practice has no past.");
  return { id: found.id, startAt: found.startAt, name };
}

async function openVisitor(startAt: string): Promise<Page> {
  const context = await browser.newContext({ ...looks.desk, timezoneId: "America/New_York", locale: "en-US" });
  const page = await context.newPage();
  await page.goto(`${server.url}/maya/tryout?date=${dateOf(startAt)}`);
  const date = new Date(`${dateOf(startAt)}T00:00Z`);
  const name = new Intl.DateTimeFormat("en-US", { dateStyle: "full", timeZone: "UTC" }).format(date);
  const month = new Intl.DateTimeFormat("en-US", { month: "long", year: "numeric", timeZone: "UTC" }).format(date);
  await page.getByRole("grid").waitFor();
  if ((await page.getByRole("grid", { name: month }).count()) === 0)
    await page.getByRole("button", { name: "Month after" }).click();
  await page.getByRole("button", { name }).click();
  await slot(page, startAt).waitFor();
  return page;
}

async function openConsole(look: keyof typeof looks, path: string): Promise<Page> {
  const context = await browser.newContext({
    ...looks[look],
    locale: "en-US",
    reducedMotion: "reduce",
    bypassCSP: true,
  });
  context.setDefaultTimeout(8_000);
  const page = await context.newPage();
  await page.goto(await server.context.auth.createSignInLink(server.coach.email));
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("link", { name: "Calendar" }).waitFor();
  await page.goto(`${server.url}/console${path}`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  return page;
}
