import { ref } from "@mikro-orm/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, weekday } from "../src/core/local-date.ts";
import { zone } from "../src/core/zone.ts";
import { Client } from "../src/entities/index.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { newCoach, newSessionType } from "./practice.ts";
import { startServer, type TestServer } from "./server.ts";

let database: TestDatabase;
let server: TestServer;
let cookie: string;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer(database.url);
  cookie = await server.signIn();
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

const today = zone("America/New_York").localDate(Date.now());
const slots = `query ($from: LocalDate!, $to: LocalDate!, $timeZone: TimeZone!, $minutes: Int) {
  slots(coach: "maya", link: "coaching", from: $from, to: $to, timeZone: $timeZone, minutes: $minutes) {
    __typename ... on SlotList { days { date slots { startAt localStart offsetMinutes } } } ... on InvalidInput { field message }
  }
}`;

function key(): string {
  return crypto.randomUUID();
}

describe("a value that is not what it should be", () => {
  test.each([
    ["an unknown zone", { timeZone: "Europe/Atlantis" }, "use an IANA time zone name"],
    ["a date that does not exist", { from: "2026-02-30" }, "write an existing date"],
    ["a date with a time", { from: "2026-02-03T10:00" }, "write an existing date"],
  ])("such as %s is named, with what is right", async (_, wrong, right) => {
    const { body } = await server.send({
      query: slots,
      variables: { from: today, to: today, timeZone: "UTC", ...wrong },
    });
    expect(body).toMatchObject({
      errors: [{ message: expect.stringContaining(right), extensions: { code: "BAD_USER_INPUT" } }],
    });
    expect(JSON.stringify(body)).toContain(Object.values(wrong)[0]);
  });

  test.each([
    ["a range of 367 days", { to: addDays(today, 366) }, "to"],
    ["a range that ends before it begins", { to: addDays(today, -1) }, "to"],
    ["a length that is not offered", { minutes: 17 }, "minutes"],
  ])("such as %s is answered as data, by field", async (_, wrong, field) => {
    const answer = await server.query(slots, { from: today, to: today, timeZone: "UTC", ...wrong });
    expect(answer).toMatchObject({ slots: { __typename: "InvalidInput", field } });
  });

  test("does not include a range of 366 days", async () => {
    const answer = await server.query(slots, { from: today, to: addDays(today, 365), timeZone: "UTC" });
    expect(answer).toMatchObject({ slots: { __typename: "SlotList" } });
  });
});

test("slots are grouped by the viewer's local day and name both wall time and offset", async () => {
  const { slots: list } = await server.query<{
    slots: { days: { date: string; slots: { startAt: string; localStart: string; offsetMinutes: number }[] }[] };
  }>(slots, { from: addDays(today, 2), to: addDays(today, 9), timeZone: "Asia/Kathmandu" });
  expect(list.days.length).toBeGreaterThan(3);
  for (const day of list.days) {
    for (const slot of day.slots) {
      expect(slot).toMatchObject({ localStart: expect.stringContaining(day.date), offsetMinutes: 345 });
      expect(Date.parse(`${slot.localStart}:00+05:45`)).toBe(Date.parse(slot.startAt));
    }
  }
});

describe("a stranger", () => {
  test("sees a coach's public face and nothing of her practice", async () => {
    const answer = await server.query(`{ bookingPage(coach: "maya", link: "intro") { ... on BookingPage {
      link { slug uses maxUses active expiresAt }
      coach { name email revision sessionTypes { name } bookingLinks { slug } availabilityTemplates { name } timeOff { reason }
        clients { totalCount } agenda(from: "${today}", to: "${today}") { totalCount } }
    } } }`);
    expect(answer).toEqual({
      bookingPage: {
        link: { slug: "intro", uses: null, maxUses: null, active: null, expiresAt: null },
        coach: {
          ...{ name: "Maya Lindqvist", email: null, revision: null, sessionTypes: null, bookingLinks: null },
          ...{ availabilityTemplates: null, timeOff: null, clients: null, agenda: null },
        },
      },
    });
  });

  test.each([
    `createTimeOff(input: { fromDate: "2027-01-01", toDate: "2027-01-01" })`,
    `cancelSession(input: { booking: "x", idempotencyKey: "12345678" })`,
    `updateSessionType(input: { id: "x", active: false })`,
  ])("who tries %s is asked to sign in", async (mutation) => {
    const answer = await server.query(`mutation { result: ${mutation} { ... on Refused { code } } }`);
    expect(answer).toEqual({ result: { code: "NOT_SIGNED_IN" } });
  });

  test("fetches nothing by its id", async () => {
    expect(await server.query(`query ($id: ID!) { node(id: $id) { id } }`, { id: server.coach.globalId })).toEqual({
      node: null,
    });
  });
});

describe("a coach", () => {
  test("pages through her agenda without a gap and without seeing anything twice", async () => {
    const range = `from: "${addDays(today, -30)}", to: "${addDays(today, 30)}"`;
    const document = `query ($after: String) { viewer { agenda(${range}, first: 7, after: $after) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id startAt } } } } }`;
    const seen: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const { viewer }: { viewer: { agenda: Agenda } } = await server.query(document, { after }, cookie);
      seen.push(...viewer.agenda.edges.map(({ node }) => `${node.startAt} ${node.id}`));
      total = viewer.agenda.totalCount;
      after = viewer.agenda.pageInfo.hasNextPage ? viewer.agenda.pageInfo.endCursor : null;
    } while (after);
    expect(seen).toHaveLength(total);
    expect(new Set(seen).size).toBe(total);
    expect(total).toBeGreaterThan(40);
    expect(seen.map((row) => row.slice(0, 24))).toEqual(seen.map((row) => row.slice(0, 24)).sort());
  });

  test("finds clients by part of a name or an address, and a percent sign finds itself", async () => {
    const search = (text: string) =>
      server.query(
        `query ($text: String!) { viewer { clients(search: $text) { totalCount edges { node { name } } } } }`,
        { text },
        cookie,
      );
    expect(await search("KIM")).toEqual({
      viewer: { clients: { totalCount: 1, edges: [{ node: { name: "Grace Kim" } }] } },
    });
    expect(await search("%")).toEqual({ viewer: { clients: { totalCount: 0, edges: [] } } });
  });

  test("books for a client outside her hours, but not on top of another session", async () => {
    const saturday = addDays(today, 6 - weekday(today) + 7);
    const type = await sessionTypeId();
    const document = `mutation ($input: BookForClientInput!) { bookForClient(input: $input) {
      __typename ... on Booked { booking { localStart timeZone attendees { name localStart client { email } } } } ... on SlotTaken { alternatives { localStart } } } }`;
    const input = {
      sessionType: type,
      start: { local: `${saturday}T20:00`, timeZone: "America/New_York" },
      newClient: { name: "Ora Nahum", email: "ora@example.com", timeZone: "Asia/Jerusalem" },
    };
    const first = await server.query(document, { input: { ...input, idempotencyKey: key() } }, cookie);
    expect(first).toMatchObject({
      bookForClient: {
        booking: {
          localStart: `${saturday}T20:00`,
          attendees: [{ name: "Ora Nahum", client: { email: "ora@example.com" } }],
        },
      },
    });
    const second = await server.query(document, { input: { ...input, idempotencyKey: key() } }, cookie);
    expect(second).toMatchObject({ bookForClient: { __typename: "SlotTaken", alternatives: [{}, {}, {}] } });
  });

  test("who names a time that the clocks skip is told so", async () => {
    const input = {
      sessionType: await sessionTypeId(),
      start: { local: "2027-03-14T02:30", timeZone: "America/New_York" },
      newClient: { name: "Ora Nahum", email: "ora@example.com", timeZone: "Asia/Jerusalem" },
      idempotencyKey: key(),
    };
    const document = `mutation ($input: BookForClientInput!) { bookForClient(input: $input) { ... on InvalidInput { field message } } }`;
    const answer = await server.query(document, { input }, cookie);
    expect(answer).toEqual({ bookForClient: { field: "start.local", message: expect.stringContaining("skip") } });
  });

  test("is told every reason why a start is not offered, with the session in the way", async () => {
    const type = await sessionTypeId();
    const document = `query ($type: ID!, $local: LocalDateTime!) { explainSlot(sessionType: $type, start: { local: $local, timeZone: "America/New_York" }) {
      ... on SlotExplanation { offered reasons { code booking { attendees { name } } } } } }`;
    const { viewer } = await server.query<{ viewer: { agenda: Agenda } }>(
      `{ viewer { agenda(from: "${addDays(today, 3)}", to: "${addDays(today, 20)}") { edges { node { localStart status attendees { name } } } } } }`,
      {},
      cookie,
    );
    const taken = viewer.agenda.edges
      .map(({ node }) => node)
      .find((node) => node.status === "CONFIRMED" && node.attendees.length === 1);
    const answer = await server.query(document, { type, local: taken?.localStart }, cookie);
    expect(answer).toMatchObject({ explainSlot: { offered: false } });
    expect(JSON.stringify(answer)).toContain(
      JSON.stringify({ code: "BOOKING", booking: { attendees: taken?.attendees } }),
    );
    const night = await server.query(document, { type, local: `${addDays(today, 5)}T03:00` }, cookie);
    expect(night).toMatchObject({
      // On a holiday there is a reason more.
      explainSlot: { offered: false, reasons: expect.arrayContaining([{ code: "OUTSIDE_HOURS", booking: null }]) },
    });
  });

  test("reaches nothing of another coach's practice", async () => {
    const other = newCoach({ slug: "other", email: "other@example.com" });
    const type = newSessionType(other);
    const client = Object.assign(new Client(), {
      coach: ref(other),
      name: "Zoe",
      email: "zoe@example.com",
      timeZone: "UTC",
    });
    await server.context.db.transact(async ({ em }) => em.persist([other, type, client]));
    for (const id of [other.globalId, type.globalId, client.globalId]) {
      expect(await server.query(`query ($id: ID!) { node(id: $id) { id } }`, { id }, cookie)).toEqual({ node: null });
    }
    const update = `mutation ($id: ID!) { updateSessionType(input: { id: $id, name: "Mine" }) { ... on Refused { code } } }`;
    expect(await server.query(update, { id: type.globalId }, cookie)).toEqual({
      updateSessionType: { code: "NOT_FOUND" },
    });
    const document = `mutation ($input: BookForClientInput!) { bookForClient(input: $input) { ... on Refused { code } } }`;
    const input = {
      sessionType: await sessionTypeId(),
      client: client.globalId,
      start: { at: "2027-01-04T15:00:00Z" },
      idempotencyKey: key(),
    };
    expect(await server.query(document, { input }, cookie)).toEqual({ bookForClient: { code: "NOT_FOUND" } });
  });

  test.each([
    ["an empty name", { name: " " }, "name"],
    ["a step of nothing", { stepMinutes: 0 }, "stepMinutes"],
    ["the same length twice", { minutes: [30, 30] }, "minutes"],
    ["a meeting link without https", { place: { kind: "VIDEO", detail: "javascript:alert(1)" } }, "place.detail"],
    ["no seats", { capacity: 0 }, "capacity"],
  ])("cannot give a session type %s", async (_, wrong, field) => {
    const document = `mutation ($input: CreateSessionTypeInput!) { createSessionType(input: $input) { ... on InvalidInput { field } } }`;
    const right = { name: "Walk", minutes: [45], stepMinutes: 15, place: { kind: "PHONE", detail: "+1 212 555 0100" } };
    expect(await server.query(document, { input: { ...right, ...wrong } }, cookie)).toEqual({
      createSessionType: { field },
    });
  });

  test("makes a session type that can be booked at once", async () => {
    const document = `mutation ($input: CreateSessionTypeInput!) { createSessionType(input: $input) { ... on SessionTypeSaved { sessionType { id } } } }`;
    const input = {
      name: "A Walk — in the Park",
      minutes: [45],
      stepMinutes: 15,
      place: { kind: "PHONE", detail: "+1 212 555 0100" },
    };
    await server.query(document, { input }, cookie);
    const page = await server.query(
      `{ bookingPage(coach: "maya", link: "a-walk-in-the-park") { ... on BookingPage { sessionType { name } } } }`,
    );
    expect(page).toEqual({ bookingPage: { sessionType: { name: input.name } } });
  });
});

interface Agenda {
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string };
  edges: { node: { id: string; startAt: string; localStart: string; status: string; attendees: { name: string }[] } }[];
}

async function sessionTypeId(): Promise<string> {
  const { viewer } = await server.query<{ viewer: { sessionTypes: { id: string; name: string }[] } }>(
    `{ viewer { sessionTypes { id name } } }`,
    {},
    cookie,
  );
  return viewer.sessionTypes.find(({ name }) => name === "Coaching session")?.id ?? "";
}
