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

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer(database.url);
  cookie = await server.signIn();
  const made = await coach<{ createSessionType: { sessionType: { id: string } } }>(
    `mutation ($input: CreateSessionTypeInput!) { createSessionType(input: $input) { ... on SessionTypeSaved { sessionType { id } } } }`,
    { input: { name: "Tryout", minutes: [30, 60], stepMinutes: 30, place: { kind: "VIDEO", perBooking: true } } },
  );
  sessionType = made.createSessionType.sessionType.id;
});
afterAll(async () => {
  await server.stop();
  await database.drop();
});

interface SavedLink {
  __typename: string;
  field?: string;
  link: { id: string; slug: string; path: string };
}
const coach = <Data = Record<string, unknown>>(document: string, variables = {}) =>
  server.query<Data>(document, variables, cookie);
const create = async (input: Record<string, unknown>) => {
  const { createBookingLink } = await coach<{ createBookingLink: SavedLink }>(
    `mutation ($input: CreateBookingLinkInput!) { createBookingLink(input: $input) {
      __typename ... on InvalidInput { field message } ... on Refused { code }
      ... on BookingLinkSaved { link { id slug kind path state minutes maxUses uses redirectUrl client { name } } } } }`,
    { input: { sessionType, ...input } },
  );
  return createBookingLink;
};
const firstSlot = async (link: string) => {
  const { slots } = await server.query<{ slots: { days: { slots: { startAt: string }[] }[] } }>(
    `query ($link: String!, $from: LocalDate!, $to: LocalDate!) {
      slots(coach: "maya", link: $link, from: $from, to: $to, timeZone: "UTC") { ... on SlotList { days { slots { startAt } } } } }`,
    { link, from: addDays(today, 3), to: addDays(today, 20) },
  );
  return slots.days[0]?.slots[0]?.startAt;
};
const book = async (link: string, more: Record<string, unknown> = {}) => {
  const client = { name: "Ann Archer", email: `${key()}@example.com`, timeZone: "Europe/Berlin" };
  const input = { coach: "maya", link, startAt: await firstSlot(link), client, idempotencyKey: key(), ...more };
  const { bookSession } = await server.query<{
    bookSession: { __typename: string; field?: string; token?: string; redirectUrl?: string };
  }>(
    `mutation ($input: BookSessionInput!) { bookSession(input: $input) {
      __typename ... on Booked { token redirectUrl booking { place { detail } } } ... on InvalidInput { field } } }`,
    { input },
  );
  return bookSession;
};

test("a coach makes a secret link for a client, who finds her details in the form", async () => {
  const { viewer } = await coach<{
    viewer: { clients: { edges: { node: { id: string; name: string; email: string } }[] } };
  }>("{ viewer { clients(first: 1) { edges { node { id name email } } } } }");
  const client = viewer.clients.edges[0]?.node;
  const made = await create({ kind: "SECRET", client: client?.id, minutes: [60], name: "For her alone" });
  expect(made.link).toMatchObject({
    kind: "SECRET",
    state: "OPEN",
    minutes: [60],
    uses: 0,
    client: { name: client?.name },
  });
  expect(made.link.path).toMatch(/^\/maya\/[a-z2-7]{32}$/);
  const page = await server.query(
    `query ($link: String!) { bookingPage(coach: "maya", link: $link) { ... on BookingPage {
      prefill { name email } link { minutes name state client { name } fromDate redirectUrl } sessionType { placePerBooking } } } }`,
    { link: made.link.slug },
  );
  // The visitor sees what she needs, and nothing of the coach's own notes.
  expect(page).toEqual({
    bookingPage: {
      prefill: { name: client?.name, email: client?.email },
      link: { minutes: [60], name: null, state: null, client: null, fromDate: null, redirectUrl: null },
      sessionType: { placePerBooking: true },
    },
  });
});

test("a single-use link is used up, its use is listed, and strangers see none of it", async () => {
  const { link } = await create({ kind: "SINGLE_USE" });
  const booked = await book(link.slug);
  expect(booked).toMatchObject({
    booking: { place: { detail: expect.stringMatching(/^https:\/\/.+\/kairos-[a-z2-7]{32}$/) } },
  });
  expect(
    await server.query(`query ($l: String!) { bookingPage(coach: "maya", link: $l) { __typename } }`, { l: link.slug }),
  ).toEqual({
    bookingPage: { __typename: "LinkUnavailable" },
  });
  const document = `query ($id: ID!) { node(id: $id) { ... on BookingLink { state uses usedBy(first: 5) { totalCount edges { node { name booking { status } } } } } } }`;
  expect(await coach(document, { id: link.id })).toEqual({
    node: {
      state: "USED_UP",
      uses: 1,
      usedBy: { totalCount: 1, edges: [{ node: { name: "Ann Archer", booking: { status: "CONFIRMED" } } }] },
    },
  });
  const moved = `query ($t: String!) { booking(token: $t) { ... on BookingAccess { link { slug usedBy { totalCount } uses } bookAgainLink { slug } } } }`;
  expect(await server.query(moved, { t: booked.token })).toEqual({
    booking: { link: { slug: link.slug, usedBy: null, uses: null }, bookAgainLink: { slug: "tryout" } },
  });
});

test("a link is switched off, deleted, and then is gone from the list", async () => {
  const { link } = await create({ slug: "short-lived" });
  await coach(`mutation ($id: ID!) { updateBookingLink(input: { id: $id, active: false }) { __typename } }`, {
    id: link.id,
  });
  const list = async () => {
    const { viewer } = await coach<{ viewer: { bookingLinks: { slug: string; state: string }[] } }>(
      "{ viewer { bookingLinks { slug state } } }",
    );
    return viewer.bookingLinks.filter(({ slug }) => slug === "short-lived");
  };
  expect(await list()).toEqual([{ slug: "short-lived", state: "OFF" }]);
  expect(await coach(`mutation ($id: ID!) { deleteBookingLink(id: $id) { __typename } }`, { id: link.id })).toEqual({
    deleteBookingLink: { __typename: "BookingLinkDeleted" },
  });
  expect(await list()).toEqual([]);
  expect(
    await coach(`mutation ($id: ID!) { deleteBookingLink(id: $id) { ... on Refused { code } } }`, { id: link.id }),
  ).toEqual({
    deleteBookingLink: { code: "NOT_FOUND" },
  });
});

test("after booking, a client is sent to allowed hosts alone", async () => {
  const allow = (hosts: string[]) =>
    coach(
      `mutation ($hosts: [String!]!) { updateAddress(input: { redirectHosts: $hosts }) { __typename ... on AddressSaved { coach { redirectHosts } } } }`,
      { hosts },
    );
  expect(await allow(["www.example.com"])).toEqual({
    updateAddress: { __typename: "AddressSaved", coach: { redirectHosts: ["www.example.com"] } },
  });
  expect(await create({ redirectUrl: "https://evil.example/" })).toMatchObject({ field: "redirectUrl" });
  expect((await book("tryout", { redirectTo: "https://evil.example/" })).redirectUrl).toBeNull();
  expect((await book("tryout", { redirectTo: "https://www.example.com/thanks" })).redirectUrl).toBe(
    "https://www.example.com/thanks",
  );
});

describe("a stranger", () => {
  test.each([
    `createBookingLink(input: { sessionType: "x" })`,
    `updateBookingLink(input: { id: "x", active: true })`,
    `deleteBookingLink(id: "x")`,
    `updateAddress(input: { slug: "stolen" })`,
    `approveBooking(input: { booking: "x", idempotencyKey: "12345678" })`,
    `declineBooking(input: { booking: "x", idempotencyKey: "12345678" })`,
    `recordAttendance(input: { booking: "x", attendance: NO_SHOW, idempotencyKey: "12345678" })`,
    `undoChange(input: { undo: "x", idempotencyKey: "12345678" })`,
  ])("who tries %s is asked to sign in", async (mutation) => {
    expect(await server.query(`mutation { result: ${mutation} { ... on Refused { code } } }`)).toEqual({
      result: { code: "NOT_SIGNED_IN" },
    });
  });
});

test.each(["console", "sign-in", "graphql", "embed"])("a coach cannot take the address /%s", async (slug) => {
  expect(
    await coach(
      `mutation ($slug: String!) { updateAddress(input: { slug: $slug }) { ... on InvalidInput { field } } }`,
      { slug },
    ),
  ).toEqual({
    updateAddress: { field: "slug" },
  });
});

test("a coach's open page hears of every use, every change and every end", async () => {
  const { link } = await create({ kind: "SINGLE_USE", name: "Live" });
  const live = server.subscribe<{ bookingLinksChanged: { coach: { bookingLinks: LiveLink[] } } }>(
    `subscription { bookingLinksChanged { ... on LinksChange { coach { bookingLinks { id state uses } } } ... on Refused { code } } }`,
    {},
    cookie,
  );
  const shows = (state: Partial<LiveLink>) =>
    live.until((events) => {
      const last = events.at(-1)?.bookingLinksChanged.coach.bookingLinks.find(({ id }) => id === link.id);
      return last !== undefined && Object.entries({ ...last, ...state }).every(([k, v]) => Reflect.get(last, k) === v);
    });
  await shows({ state: "OPEN", uses: 0 });
  expect((await book(link.slug)).__typename).toBe("Booked");
  await shows({ state: "USED_UP", uses: 1 });
  await coach(`mutation ($input: UpdateBookingLinkInput!) { updateBookingLink(input: $input) { __typename } }`, {
    input: { id: link.id, active: false },
  });
  await shows({ state: "OFF" });
  const brief = await create({ kind: "SECRET", expiresAt: new Date(Date.now() + 400).toISOString() });
  await live.until((events) => {
    const links = events.at(-1)?.bookingLinksChanged.coach.bookingLinks ?? [];
    return links.some(({ id, state }) => id === brief.link.id && state === "EXPIRED");
  });
  const stranger = server.subscribe("subscription { bookingLinksChanged { ... on Refused { code } } }");
  await stranger.until((events) => events.length > 0);
  expect(stranger.events[0]).toEqual({ bookingLinksChanged: { code: "NOT_SIGNED_IN" } });
});

interface LiveLink {
  id: string;
  state: string;
  uses: number;
}
