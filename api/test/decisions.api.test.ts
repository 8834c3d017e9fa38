import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays } from "../src/core/local-date.ts";
import { zone } from "../src/core/zone.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { startServer, type TestServer } from "./server.ts";

let database: TestDatabase;
let server: TestServer;
let cookie: string;
let sessionType: string;

const today = zone("America/New_York").localDate(Date.now());
const key = () => crypto.randomUUID();
const input = (fields: Record<string, unknown>) => ({ input: { ...fields, idempotencyKey: key() } });

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer(database.url);
  cookie = await server.signIn();
  const made = await coach<{ createSessionType: { sessionType: { id: string } } }>(
    `mutation ($input: CreateSessionTypeInput!) { createSessionType(input: $input) { ... on SessionTypeSaved { sessionType { id } } } }`,
    {
      input: {
        name: "Tryout",
        minutes: [30],
        maxGuests: 2,
        stepMinutes: 30,
        place: { kind: "PHONE", detail: "+1 212 555 0100" },
      },
    },
  );
  sessionType = made.createSessionType.sessionType.id;
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

const coach = <Data = Record<string, unknown>>(document: string, variables = {}) =>
  server.query<Data>(document, variables, cookie);
const change = (fields: Record<string, unknown>) =>
  coach(
    `mutation ($input: UpdateSessionTypeInput!) { updateSessionType(input: $input) {
      __typename ... on InvalidInput { field } ... on SessionTypeSaved { sessionType {
        requiresApproval approvalHours requiresEmailProof maxGuests placePerBooking place { kind detail } questions { key kind required options shownWhen { question answers } } } } } }`,
    { input: { id: sessionType, ...fields } },
  );
interface BookAnswer {
  __typename: string;
  code?: string;
  field?: string;
  token?: string;
  holdToken?: string;
  retryAt?: string;
  booking?: { id: string; status: string };
}
async function book(more: Record<string, unknown> = {}): Promise<BookAnswer> {
  const range = `from: "${addDays(today, 3)}", to: "${addDays(today, 20)}", timeZone: "UTC"`;
  const { slots } = await server.query<{ slots: { days: { slots: { startAt: string }[] }[] } }>(
    `{ slots(coach: "maya", link: "tryout", ${range}) { ... on SlotList { days { slots { startAt } } } } }`,
  );
  const client = { name: "Ann Archer", email: `${key()}@example.com`, timeZone: "Europe/Berlin" };
  const startAt = slots.days[0]?.slots[0]?.startAt;
  const { bookSession } = await server.query<{ bookSession: BookAnswer }>(
    `mutation ($input: BookSessionInput!) { bookSession(input: $input) { __typename ... on Problem { code } ... on InvalidInput { field }
      ... on TooManyAttempts { retryAt } ... on EmailProofNeeded { holdToken email }
      ... on Booked { token booking { id status } } } }`,
    { input: { coach: "maya", link: "tryout", startAt, client, idempotencyKey: key(), ...more } },
  );
  return bookSession;
}
const agendaChanged = `subscription { agendaChanged(from: "${today}", to: "${addDays(today, 30)}") {
  ... on AgendaSnapshot { bookings { id status approveBy cancelCause } } ... on AgendaChange { bookings { id status approveBy cancelCause } } } }`;
const waitingBookingsChanged = `subscription { waitingBookingsChanged {
  __typename ... on WaitingBookings { bookings { id attendees { approveBy } } } ... on Problem { code } } }`;
interface WaitingEvent {
  waitingBookingsChanged: { __typename: string; bookings: { id: string }[] };
}
const bookingChanged = `subscription ($token: String!) { bookingChanged(token: $token) {
  ... on BookingAccess { canChange booking { status cancelCause coachMessage } } } }`;
interface AgendaEvent {
  agendaChanged: { bookings: { id: string; status: string; cancelCause: string | null }[] };
}
interface BookingEvent {
  bookingChanged: {
    canChange: boolean;
    booking: { status: string; cancelCause: string | null; coachMessage: string | null };
  };
}

describe("approval", () => {
  test("is asked for, given and taken back, live for the coach and her client", async () => {
    expect(await change({ requiresApproval: true, approvalHours: 2 })).toMatchObject({
      updateSessionType: { sessionType: { requiresApproval: true, approvalHours: 2 } },
    });
    const { token, booking } = await book();
    expect(booking?.status).toBe("PENDING");
    const agenda = server.subscribe<AgendaEvent>(agendaChanged, {}, cookie);
    const page = server.subscribe<BookingEvent>(bookingChanged, { token });
    const requests = server.subscribe<WaitingEvent>(waitingBookingsChanged, {}, cookie);
    const waiting = (count: number) =>
      requests.until((events) => events.at(-1)?.waitingBookingsChanged.bookings.length === count);
    await Promise.all([agenda.until(({ length }) => length === 1), page.until(({ length }) => length === 1)]);
    await waiting(1);
    expect(await coach("{ viewer { waitingBookings { id attendees { name approveBy } } } }")).toMatchObject({
      viewer: {
        waitingBookings: [{ id: booking?.id, attendees: [{ name: "Ann Archer", approveBy: expect.any(String) }] }],
      },
    });
    const decide = (mutation: string, more = {}) =>
      coach<{ result: { __typename: string; undo: { id: string } } }>(
        `mutation ($input: DecideBookingInput!) { result: ${mutation}(input: $input) { __typename
          ... on ${mutation === "approveBooking" ? "BookingApproved" : "BookingDeclined"} { undo { id expiresAt } } } }`,
        input({ booking: booking?.id, ...more }),
      );
    const approved = await decide("approveBooking", { message: "Looking forward to it." });
    await page.until((events) => events.at(-1)?.bookingChanged.booking.coachMessage === "Looking forward to it.");
    await agenda.until(
      (events) =>
        events.at(-1)?.agendaChanged.bookings.some(({ id, status }) => id === booking?.id && status === "CONFIRMED") ??
        false,
    );
    await waiting(0);
    expect(await decide("declineBooking")).toEqual({ result: { __typename: "NotWaiting" } });
    const undone = await coach(
      `mutation ($input: UndoChangeInput!) { undoChange(input: $input) { ... on ChangeUndone { booking { status } } } }`,
      input({ undo: approved.result.undo.id }),
    );
    expect(undone).toEqual({ undoChange: { booking: { status: "PENDING" } } });
    await page.until((events) => events.at(-1)?.bookingChanged.booking.status === "PENDING");
    await waiting(1);
    expect((await decide("declineBooking", { message: "Not this week." })).result.__typename).toBe("BookingDeclined");
    await waiting(0);
    await page.until((events) => events.at(-1)?.bookingChanged.booking.cancelCause === "DECLINED");
    await Promise.all([agenda.close(), page.close(), requests.close()]);
  });

  test("that nobody gives ends by itself, on every open page, without any job", async () => {
    const { token, booking } = await book();
    const soon = new Date(Date.now() + 800);
    await server.context.db.sql`update booking set approve_by = ${soon} where status = 'pending'`;
    await server.context.db.sql`update attendee set approve_by = ${soon} where approve_by is not null`;
    const agenda = server.subscribe<AgendaEvent>(agendaChanged, {}, cookie);
    const page = server.subscribe<BookingEvent>(bookingChanged, { token });
    const requests = server.subscribe<WaitingEvent>(waitingBookingsChanged, {}, cookie);
    await requests.until((events) => events[0]?.waitingBookingsChanged.bookings.length === 1);
    await page.until((events) => events[0]?.bookingChanged.booking.status === "PENDING");
    await page.until((events) => events.at(-1)?.bookingChanged.booking.cancelCause === "LAPSED");
    await agenda.until(
      (events) =>
        events
          .at(-1)
          ?.agendaChanged.bookings.some(({ id, cancelCause }) => id === booking?.id && cancelCause === "LAPSED") ??
        false,
    );
    await requests.until((events) => events.at(-1)?.waitingBookingsChanged.bookings.length === 0);
    const strangers = server.subscribe<WaitingEvent>(waitingBookingsChanged);
    await strangers.until((events) => events[0]?.waitingBookingsChanged.__typename === "Refused");
    await Promise.all([agenda.close(), page.close(), requests.close(), strangers.close()]);
    await change({ requiresApproval: false });
  });
});

test("meeting links and numbers are told to who has a confirmed session, and to the coach", async () => {
  const page = `{ bookingPage(coach: "maya", link: "tryout") { ... on BookingPage { sessionType { place { kind detail } } } } }`;
  expect(await server.query(page)).toEqual({ bookingPage: { sessionType: { place: { kind: "PHONE", detail: "" } } } });
  expect(await coach(page)).toMatchObject({ bookingPage: { sessionType: { place: { detail: "+1 212 555 0100" } } } });
  const { token, booking } = await book();
  const mine = () =>
    server.query(
      `query ($token: String!) { booking(token: $token) { ... on BookingAccess { booking { place { detail } } } } }`,
      { token },
    );
  expect(await mine()).toEqual({ booking: { booking: { place: { detail: "+1 212 555 0100" } } } });
  await coach(
    `mutation ($input: CancelSessionInput!) { cancelSession(input: $input) { __typename } }`,
    input({ booking: booking?.id }),
  );
  expect(await mine()).toEqual({ booking: { booking: { place: { detail: "" } } } });
});

describe("questions", () => {
  const questions = [
    { key: "level", kind: "CHOICE", label: "How far are you?", options: ["New", "Old hand"], required: true },
    {
      key: "years",
      kind: "TEXT",
      label: "How long?",
      required: true,
      shownWhen: { question: "level", answers: ["Old hand"] },
    },
  ];

  test("are asked as the coach put them, and answered by field", async () => {
    expect(await change({ questions: [{ ...questions[0], options: ["New"] }] })).toEqual({
      updateSessionType: { __typename: "InvalidInput", field: "questions.0.options" },
    });
    expect(await change({ questions })).toMatchObject({
      updateSessionType: { sessionType: { questions: [{ key: "level" }, { key: "years" }] } },
    });
    expect(await book()).toMatchObject({ __typename: "InvalidInput", field: "answers.level" });
    const old = [{ question: "level", values: ["Old hand"] }];
    expect(await book({ answers: old })).toMatchObject({ field: "answers.years" });
    const booked = await book({
      answers: [...old, { question: "years", values: ["=1+1"] }],
      guests: [{ email: "guest@example.com" }],
    });
    const seat = `answers { question label values } guests { name email }`;
    const found = await server.query(
      `query ($token: String!) { booking(token: $token) { ... on BookingAccess { attendee { ${seat} } } } }`,
      { token: booked.token },
    );
    expect(found).toEqual({
      booking: {
        attendee: {
          answers: [
            { question: "level", label: "How far are you?", values: ["Old hand"] },
            { question: "years", label: "How long?", values: ["=1+1"] },
          ],
          guests: [{ name: null, email: "guest@example.com" }],
        },
      },
    });
    await change({ questions: [] });
  });
});

describe("proof of the mail address", () => {
  test("is a code from the mailbox, then the session is booked", async () => {
    await change({ requiresEmailProof: true });
    const email = "prove-me@example.com";
    const asked = await book({ client: { name: "Ann Archer", email, timeZone: "UTC" } });
    expect(asked).toMatchObject({ __typename: "EmailProofNeeded", email });
    const [mail] = await server.context.mailbox.list(1);
    const code = /^\d{6}$/m.exec(mail?.text ?? "")?.[0];
    const again = await server.query(
      `mutation ($t: String!) { sendCodeAgain(holdToken: $t) { __typename ... on CodeSent { expiresAt } } }`,
      { t: asked.holdToken },
    );
    expect(again).toMatchObject({ sendCodeAgain: { __typename: "CodeSent" } });
    const prove = (given: string | undefined) =>
      server.query(
        `mutation ($input: ProveEmailInput!) { proveEmail(input: $input) { __typename ... on WrongCode { triesLeft } ... on Booked { token booking { status } } } }`,
        input({ holdToken: asked.holdToken, code: given }),
      );
    expect(await prove(code)).toEqual({ proveEmail: { __typename: "WrongCode", triesLeft: 4 } });
    const [newest] = await server.context.mailbox.list(1);
    expect(await prove(/^\d{6}$/m.exec(newest?.text ?? "")?.[0])).toMatchObject({
      proveEmail: { booking: { status: "CONFIRMED" } },
    });
    await change({ requiresEmailProof: false });
  });
});

describe("a calendar of one's own", () => {
  test("takes the session as a file that needs nothing but its secret address", async () => {
    const { token } = await book();
    const { booking } = await server.query<{ booking: { calendarLinks: { file: string; google: string } } }>(
      `query ($token: String!) { booking(token: $token) { ... on BookingAccess { calendarLinks { file google outlook } } } }`,
      { token },
    );
    const response = await fetch(server.url + booking.calendarLinks.file);
    expect([response.status, response.headers.get("content-type"), response.headers.get("cache-control")]).toEqual([
      200,
      "text/calendar; charset=utf-8",
      "private, no-store",
    ]);
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="session.ics"');
    expect(await response.text()).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*BEGIN:VEVENT[\s\S]*END:VCALENDAR/);
    const missing = await fetch(`${server.url}${booking.calendarLinks.file.replace(/sessions\/./, "sessions/_")}`);
    expect(missing.status).toBe(404);
    expect(new URL(booking.calendarLinks.google).searchParams.get("action")).toBe("TEMPLATE");
  });
});

test("a coach cancels with a message and takes it back", async () => {
  const { token, booking } = await book();
  const { cancelSession } = await coach<{ cancelSession: { undo: { id: string } } }>(
    `mutation ($input: CancelSessionInput!) { cancelSession(input: $input) { ... on BookingCancelled { booking { status cancelReason cancelCause } undo { id expiresAt } } } }`,
    input({ booking: booking?.id, message: "A cold." }),
  );
  expect(cancelSession).toMatchObject({
    booking: { status: "CANCELLED", cancelReason: "A cold.", cancelCause: "COACH" },
  });
  await coach(
    `mutation ($input: UndoChangeInput!) { undoChange(input: $input) { __typename } }`,
    input({ undo: cancelSession.undo.id }),
  );
  expect(
    await server.query(
      `query ($token: String!) { booking(token: $token) { ... on BookingAccess { canChange booking { status cancelReason } } } }`,
      { token },
    ),
  ).toEqual({
    booking: { canChange: true, booking: { status: "CONFIRMED", cancelReason: null } },
  });
});

test("one mail address cannot book without end, and is told when to come back", async () => {
  const client = { name: "Greedy", email: "greedy@example.com", timeZone: "UTC" };
  const answers: BookAnswer[] = [];
  for (let n = 0; n < 9; n++) answers.push(await book({ client }));
  expect(answers.map((answer) => answer.__typename)).toEqual([
    ...Array.from({ length: 8 }, () => "Booked"),
    "TooManyAttempts",
  ]);
  expect(Date.parse(answers.at(-1)?.retryAt ?? "")).toBeGreaterThan(Date.now() + 50 * 60_000);
});
