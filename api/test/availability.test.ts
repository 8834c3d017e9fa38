import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, startOfWeek } from "../src/core/local-date.ts";
import { zone } from "../src/core/zone.ts";
import { type PlainServer, startPlainServer } from "./plain-server.ts";

let server: PlainServer;

beforeAll(async () => {
  server = await startPlainServer();
});
afterAll(() => server.stop());

const today = zone("America/New_York").localDate(Date.now());
/** A Monday two weeks ahead, with nothing of the demo in the way that these tests would notice. */
const monday = addDays(startOfWeek(today), 15);

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
    expect(await server.change(mutation, "... on InvalidInput { field message }")).toEqual({
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
    const { body } = await server.send({ query: document, variables: { input } }, { cookie: server.cookie });
    const error = { message: expect.stringContaining(right), extensions: { code: "BAD_USER_INPUT", field } };
    expect(body).toMatchObject({ errors: [error] });
  });

  test("such as a locale that is none is named, too, and so is a variable of its own", async () => {
    const document = `mutation ($locale: Locale) { updateCoach(input: { preferences: { locale: $locale } }) { __typename } }`;
    const { body } = await server.send(
      { query: document, variables: { locale: 'English" at "input.x' } },
      { cookie: server.cookie },
    );
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
      expect(await server.change(mutation, "... on Refused { code }")).toEqual({ code: "NOT_FOUND" });
    }
    expect(await server.query(`{ node(id: "${id}") { id } }`, {}, server.cookie)).toEqual({ node: null });
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
  await server.change(
    `createTravel(input: { place: "Lisbon", fromDate: "${monday}", toDate: "${addDays(monday, 4)}", timeZone: "Europe/Lisbon" })`,
  );
  const { viewer } = await server.query<{
    viewer: { zoneOn: string; agenda: { edges: { node: Record<string, unknown> }[] } };
  }>(document, {}, server.cookie);
  expect(viewer.zoneOn).toBe("Europe/Lisbon");
  expect(viewer.agenda.edges[0]?.node).toMatchObject({
    offsetMinutes: 345,
    coachTime: { timeZone: "Europe/Lisbon", place: "Lisbon" },
  });
});
