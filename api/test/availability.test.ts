import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, startOfWeek } from "../src/core/local-date.ts";
import { zone } from "../src/core/zone.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { startServer, type TestServer, type TestSubscription } from "./server.ts";

let database: TestDatabase;
let server: TestServer;
let cookie: string;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer(database.url);
  cookie = await server.signIn();
  // Whatever the demo has of holidays and trips, this practice begins without.
  const { sql } = server.context.db;
  for (const gone of [
    sql`delete from travel`,
    sql`delete from holiday`,
    sql`delete from date_override`,
    sql`delete from time_off`,
  ])
    await gone;
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

const today = zone("America/New_York").localDate(Date.now());
/** A Monday two weeks ahead, with nothing of the demo in the way that these tests would notice. */
const monday = addDays(startOfWeek(today), 15);
const range = { coach: "maya", link: "intro", from: monday, to: addDays(monday, 4), timeZone: "America/New_York" };

interface Day {
  date: string;
  slots: { localStart: string }[];
}
interface SlotsEvent {
  __typename: string;
  days: Day[];
}

const slotsChanged = `subscription ($coach: String!, $link: String!, $from: LocalDate!, $to: LocalDate!, $timeZone: TimeZone!) {
  slotsChanged(coach: $coach, link: $link, from: $from, to: $to, timeZone: $timeZone) {
    __typename
    ... on SlotList { days { date slots { localStart } } }
    ... on SlotChange { days { date slots { localStart } } }
  }
}`;

/** What a page shows of one date, by snapshot and changed days. */
function shown({ events }: TestSubscription<{ slotsChanged: SlotsEvent }>, date: string): string[] {
  let slots: string[] = [];
  for (const { slotsChanged: event } of events) {
    const day = event.days.find((each) => each.date === date);
    if (day) slots = day.slots.map(({ localStart }) => localStart.slice(11));
    else if (event.__typename === "SlotList") slots = [];
  }
  return slots;
}

/** Mutations that a union's members above do not all fit. */
async function send(mutation: string, selection: string): Promise<unknown> {
  const { result } = await server.query<{ result: unknown }>(
    `mutation { result: ${mutation} { ${selection} } }`,
    {},
    cookie,
  );
  return result;
}

describe("an open booking page hears within a second, as changed days, of", () => {
  test("every kind of change of hours", async () => {
    const page = server.subscribe<{ slotsChanged: SlotsEvent }>(slotsChanged, range);
    await page.until((events) => events.length === 1);
    const friday = addDays(monday, 4);
    const usual = shown(page, friday);
    expect(usual.length).toBeGreaterThan(5);
    const becomes = async (expected: (starts: readonly string[]) => boolean) => {
      const since = performance.now();
      await page.until(() => expected(shown(page, friday)));
      expect(performance.now() - since).toBeLessThan(1_000);
    };
    const isClosed = (starts: readonly string[]) => starts.length === 0;
    const isUsual = (starts: readonly string[]) => JSON.stringify(starts) === JSON.stringify(usual);

    const typename = "__typename";
    await send(
      `setDateOverrides(input: { dates: ["${friday}"], windows: [{ start: "06:00", end: "07:00" }] })`,
      typename,
    );
    await becomes((starts) => starts.join() === "06:00,06:30");
    await send(`removeDateOverrides(dates: ["${friday}"])`, typename);
    await becomes(isUsual);

    const { timeOff } = await server
      .query<{ result: { timeOff: { id: string } } }>(
        `mutation { result: createTimeOff(input: { fromDate: "${friday}" }) { ... on TimeOffSaved { timeOff { id } } } }`,
        {},
        cookie,
      )
      .then(({ result }) => result);
    await becomes(isClosed);
    await send(`updateTimeOff(input: { id: "${timeOff.id}", fromDate: "${addDays(friday, 30)}" })`, typename);
    await becomes(isUsual);

    const trip = `place: "Tokyo", fromDate: "${friday}", toDate: "${friday}", timeZone: "Asia/Tokyo"`;
    const { travel } = await server
      .query<{ result: { travel: { id: string } } }>(
        `mutation { result: createTravel(input: { ${trip} }) { ... on TravelSaved { travel { id } } } }`,
        {},
        cookie,
      )
      .then(({ result }) => result);
    await becomes((starts) => !isUsual(starts));
    await send(`deleteTravel(id: "${travel.id}")`, typename);
    await becomes(isUsual);

    const season = `name: "Season", timeZone: "America/New_York", isDefault: true, effectiveFrom: "${friday}", effectiveUntil: "${friday}"`;
    const { availabilityTemplate } = await server
      .query<{ result: { availabilityTemplate: { id: string } } }>(
        `mutation { result: createAvailabilityTemplate(input: { ${season}, windows: [] }) { ... on AvailabilityTemplateSaved { availabilityTemplate { id } } } }`,
        {},
        cookie,
      )
      .then(({ result }) => result);
    await becomes(isClosed);
    await send(`deleteAvailabilityTemplate(id: "${availabilityTemplate.id}")`, typename);
    await becomes(isUsual);

    await server.context.db.sql`
      insert into holiday (id, coach_id, from_date, to_date, name, rule, observed)
      values (gen_random_uuid(), ${server.coach.id}, ${friday}, ${friday}, 'Test day', 'test', false)`;
    const { viewer } = await server.query<{ viewer: { holidays: { id: string }[] } }>(
      `{ viewer { holidays { id } } }`,
      {},
      cookie,
    );
    await send(`observeHolidays(input: { holidays: ["${viewer.holidays[0]?.id}"], observed: true })`, typename);
    await becomes(isClosed);
    await send(`chooseHolidays(input: {})`, typename);
    await becomes(isUsual);

    await send(`updateCoach(input: { limits: { minutesPerDay: 1 } })`, typename);
    await becomes(isClosed);
    await send(`updateCoach(input: { limits: { minutesPerDay: null } })`, typename);
    await becomes(isUsual);
    await page.close();
  });
});

test("the coach's other windows hear of changed hours, too", async () => {
  const document = `subscription ($from: LocalDate!, $to: LocalDate!) { availabilityDaysChanged(from: $from, to: $to) {
    ... on AvailabilityDays { days { date windows { localStart localEnd } timeOff { reason } travel { place } } } } }`;
  const calendar = server.subscribe<{ availabilityDaysChanged: { days: unknown[] } }>(
    document,
    { from: monday, to: monday },
    cookie,
  );
  await calendar.until((events) => events.length === 1);
  const usual = [
    { localStart: `${monday}T09:00`, localEnd: `${monday}T12:00` },
    { localStart: `${monday}T13:00`, localEnd: `${monday}T17:00` },
  ];
  expect(calendar.events[0]?.availabilityDaysChanged.days).toEqual([
    { date: monday, windows: usual, timeOff: [], travel: null },
  ]);
  const { timeOff } = await server
    .query<{ result: { timeOff: { id: string } } }>(
      `mutation { result: createTimeOff(input: { start: { local: "${monday}T13:00" }, end: { local: "${monday}T17:00" }, reason: "Dentist" }) { ... on TimeOffSaved { timeOff { id } } } }`,
      {},
      cookie,
    )
    .then(({ result }) => result);
  await calendar.until((events) => events.length === 2);
  expect(calendar.events[1]?.availabilityDaysChanged.days).toEqual([
    { date: monday, windows: [usual[0]], timeOff: [{ reason: "Dentist" }], travel: null },
  ]);
  await send(`deleteTimeOff(id: "${timeOff.id}")`, "__typename");
  await calendar.until((events) => events.length === 3);
  await calendar.close();
});

test("a change is previewed, saved with decisions, and reaches the client's page with new times", async () => {
  const sunday = addDays(monday, 6);
  await send(
    `setDateOverrides(input: { dates: ["${sunday}"], windows: [{ start: "09:00", end: "17:00" }] })`,
    "__typename",
  );
  const book = `mutation ($input: BookSessionInput!) { bookSession(input: $input) { ... on Booked { token booking { id } } } }`;
  const local = (time: string) => new Date(zone("America/New_York").toInstant(`${sunday}T${time}`)).toISOString();
  const input = (time: string) => ({
    coach: "maya",
    link: "intro",
    startAt: local(time),
    idempotencyKey: crypto.randomUUID(),
    client: { name: "Ann Archer", email: "ann@example.com", timeZone: "Europe/Berlin" },
  });
  const booked = async (time: string) =>
    (await server.query<{ bookSession: { token: string; booking: { id: string } } }>(book, { input: input(time) }))
      .bookSession;
  const [moved, cancelled] = [await booked("10:00"), await booked("14:00")];

  const off = `fromDate: "${sunday}", reason: "Family"`;
  const preview = await server.query(
    `{ previewAvailability(change: { createTimeOff: { ${off} } }) { ... on AvailabilityPreview {
      affected { booking { id attendees { name } coachTime { timeZone localStart } } reasons { code message timeOff { reason } } } warnings { code } } } }`,
    {},
    cookie,
  );
  const affected = ({ booking }: { booking: { id: string } }, time: string) => ({
    booking: {
      id: booking.id,
      attendees: [{ name: "Ann Archer" }],
      coachTime: { timeZone: "America/New_York", localStart: `${sunday}T${time}` },
    },
    reasons: [{ code: "TIME_OFF", message: expect.any(String), timeOff: { reason: "Family" } }],
  });
  expect(preview).toEqual({
    previewAvailability: { affected: [affected(moved, "10:00"), affected(cancelled, "14:00")], warnings: [] },
  });

  const page = server.subscribe<{ bookingChanged: object }>(
    `subscription ($token: String!) { bookingChanged(token: $token) { ... on BookingAccess { canChange suggestedSlots { localStart }
      booking { status moveRequestedAt moveMessage cancelReason } } } }`,
    { token: moved.token },
  );
  await page.until((events) => events.length === 1);
  const decisions = `[{ booking: "${moved.booking.id}", action: OFFER_NEW_TIMES, message: "A family day." },
    { booking: "${cancelled.booking.id}", action: CANCEL, message: "Sorry!" }]`;
  expect(await send(`createTimeOff(input: { ${off} }, affected: ${decisions})`, "__typename")).toEqual({
    __typename: "TimeOffSaved",
  });
  await page.until((events) => events.length === 2);
  expect(page.events[1]?.bookingChanged).toEqual({
    canChange: true,
    suggestedSlots: [expect.anything(), expect.anything(), expect.anything()],
    booking: {
      status: "CONFIRMED",
      moveRequestedAt: expect.any(String),
      moveMessage: "A family day.",
      cancelReason: null,
    },
  });
  await page.close();
  const other = await server.query(
    `query ($token: String!) { booking(token: $token) { ... on BookingAccess { booking { status cancelReason } } } }`,
    { token: cancelled.token },
  );
  expect(other).toEqual({ booking: { booking: { status: "CANCELLED", cancelReason: "Sorry!" } } });

  const why = await server.query(
    `{ whyNot(coach: "maya", link: "intro", startAt: "${local("11:00")}") { ... on WhyNot { offered reason message } } }`,
  );
  expect(why).toEqual({ whyNot: { offered: false, reason: "CLOSED", message: "There are no sessions at this time." } });
  expect(JSON.stringify(why)).not.toContain("Family");
});

describe("bad input", () => {
  const hours = (fields: string) =>
    `createAvailabilityTemplate(input: { name: "X", timeZone: "America/New_York", windows: [], ${fields} })`;
  test.each([
    [
      "a window as short as nothing",
      `setDateOverrides(input: { dates: ["${monday}"], windows: [{ start: "09:00", end: "09:00" }] })`,
      "windows.0.end",
    ],
    [
      "a period that ends before it begins",
      hours(`effectiveFrom: "2027-02-02", effectiveUntil: "2027-02-01"`),
      "effectiveUntil",
    ],
    [
      "a holiday region that does not exist",
      `chooseHolidays(input: { country: "DE", state: "BY", region: "XX" })`,
      "region",
    ],
    [
      "a date that does not exist in the zone",
      `setDateOverrides(input: { dates: ["2011-12-30"], windows: [], timeZone: "Pacific/Apia" })`,
      "dates.0",
    ],
    [
      "a decision about a session of nobody",
      `createTimeOff(input: { fromDate: "2027-02-02" }, affected: [{ booking: "x", action: KEEP }])`,
      "affected.0.booking",
    ],
    [
      "500 dates at once",
      `removeDateOverrides(dates: [${Array.from({ length: 500 }, (_, day) => `"${addDays("2027-01-01", day)}"`).join()}])`,
      "dates",
    ],
  ])("such as %s is answered by field, and nothing is saved", async (_, mutation, field) => {
    const state = () => server.context.db
      .sql`select (select count(*) from availability_template) as templates, (select count(*) from date_override) as dates,
      (select count(*) from time_off) as off, (select count(*) from holiday) as holidays, (select revision from coach) as revision`;
    const before = await state();
    expect(await send(mutation, "... on InvalidInput { field message }")).toEqual({
      field,
      message: expect.stringMatching(/\.$/),
    });
    expect(await state()).toEqual(before);
  });

  test.each([
    ["an unknown zone", { timeZone: "Europe/Atlantis" }, "timeZone", "use an IANA time zone name"],
    [
      "a window longer than a day",
      { windows: [{ weekday: 1, start: "10:00", end: "34:00" }] },
      "windows.0.end",
      "write HH:MM",
    ],
    ["a date of no calendar", { effectiveFrom: "2027-02-29" }, "effectiveFrom", "write an existing date"],
  ])("such as %s is named with its place and what is right", async (_, wrong, field, right) => {
    const document = `mutation ($input: CreateAvailabilityTemplateInput!) { createAvailabilityTemplate(input: $input) { __typename } }`;
    const input = { name: "X", timeZone: "UTC", windows: [], ...wrong };
    const { body } = await server.send({ query: document, variables: { input } }, { cookie });
    const error = { message: expect.stringContaining(right), extensions: { code: "BAD_USER_INPUT", field } };
    expect(body).toMatchObject({ errors: [error] });
  });

  test("such as a locale that is none is named, too, and so is a variable of its own", async () => {
    const document = `mutation ($locale: Locale) { updateCoach(input: { preferences: { locale: $locale } }) { __typename } }`;
    const { body } = await server.send({ query: document, variables: { locale: 'English" at "input.x' } }, { cookie });
    expect(body).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT", field: "locale" } }] });
  });
});

describe("who may see and do", () => {
  test("a stranger sees nothing of a coach's hours, and is asked to sign in for every change", async () => {
    const page =
      await server.query(`{ bookingPage(coach: "maya", link: "intro") { ... on BookingPage { coach { dateOverrides { id } travel { id } holidays { id }
      holidayChoice { country { code } } preferences { locale } limits { perDay } sessionDefaults { grid } zoneOn(date: "2027-01-01") } } } }`);
    const nothing = {
      dateOverrides: null,
      travel: null,
      holidays: null,
      holidayChoice: null,
      preferences: null,
      limits: null,
      sessionDefaults: null,
      zoneOn: null,
    };
    expect(page).toEqual({ bookingPage: { coach: nothing } });
    for (const mutation of [
      `setDateOverrides(input: { dates: [], windows: [] })`,
      `createTravel(input: { place: "X", fromDate: "2027-01-01", toDate: "2027-01-02", timeZone: "UTC" })`,
      `chooseHolidays(input: {})`,
      `updateCoach(input: {})`,
      `updateClient(input: { id: "x" })`,
      `requestMove(input: { booking: "x" })`,
      `deleteAvailabilityTemplate(id: "x")`,
    ]) {
      expect(await server.query(`mutation { result: ${mutation} { ... on Refused { code } } }`)).toEqual({
        result: { code: "NOT_SIGNED_IN" },
      });
    }
    expect(
      await server.query(
        `{ previewAvailability(change: {}) { ... on Refused { code } } availabilityDays(from: "2027-01-01", to: "2027-01-01") { ... on Refused { code } } }`,
      ),
    ).toEqual({
      previewAvailability: { code: "NOT_SIGNED_IN" },
      availabilityDays: { code: "NOT_SIGNED_IN" },
    });
  });

  test("a coach reaches no other coach's dates, trips or hours", async () => {
    const { sql } = server.context.db;
    const [other, template] = [crypto.randomUUID(), crypto.randomUUID()];
    await sql`insert into coach (id, name, slug, email, time_zone, accent) values (${other}, 'Zoe', 'zoe', 'zoe@example.com', 'UTC', '#000000')`;
    await sql`insert into availability_template (id, coach_id, name, time_zone, windows) values (${template}, ${other}, 'Theirs', 'UTC', '[]')`;
    const id = Buffer.from(`AvailabilityTemplate:${template}`).toString("base64url");
    for (const mutation of [
      `updateAvailabilityTemplate(input: { id: "${id}" })`,
      `copyAvailabilityTemplate(input: { id: "${id}" })`,
      `deleteAvailabilityTemplate(id: "${id}")`,
    ]) {
      expect(await send(mutation, "... on Refused { code }")).toEqual({ code: "NOT_FOUND" });
    }
    expect(await server.query(`{ node(id: "${id}") { id } }`, {}, cookie)).toEqual({ node: null });
  });
});

test("zones are listed with their city, countries and present time, and searched by older names", async () => {
  const { timeZones } = await server.query<{
    timeZones: {
      release: string;
      zones: {
        id: string;
        city: string;
        local: string;
        aliases: string[];
        countries: string[];
        offsetMinutes: number;
      }[];
    };
  }>(`{ timeZones { release zones { id city local aliases countries offsetMinutes } } }`);
  const kolkata = timeZones.zones.find(({ id }) => id === "Asia/Kolkata");
  expect(kolkata).toMatchObject({ city: "Kolkata", aliases: ["Asia/Calcutta"], countries: ["IN"], offsetMinutes: 330 });
  expect(kolkata?.local).toBe(zone("Asia/Kolkata").toLocal(Date.now()).slice(0, 16));
});

test("a session is told in any zone with its offset, and a coach's trip changes whose clock she reads", async () => {
  const document = `{ viewer { zoneOn(date: "${monday}") agenda(from: "${monday}", to: "${addDays(monday, 4)}", first: 1) { edges { node {
    localStart(timeZone: "Asia/Kathmandu") offsetMinutes(timeZone: "Asia/Kathmandu") coachTime { timeZone place localStart offsetMinutes } } } } } }`;
  await send(
    `createTravel(input: { place: "Lisbon", fromDate: "${monday}", toDate: "${addDays(monday, 4)}", timeZone: "Europe/Lisbon" })`,
    "__typename",
  );
  const { viewer } = await server.query<{
    viewer: { zoneOn: string; agenda: { edges: { node: Record<string, unknown> }[] } };
  }>(document, {}, cookie);
  expect(viewer.zoneOn).toBe("Europe/Lisbon");
  expect(viewer.agenda.edges[0]?.node).toMatchObject({
    offsetMinutes: 345,
    coachTime: { timeZone: "Europe/Lisbon", place: "Lisbon" },
  });
});
