import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { addDays } from "../src/core/local-date.ts";
import { zone } from "../src/core/zone.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { startServer, type TestServer, type TestSubscription } from "./server.ts";
import { awakeZone } from "./waiting.ts";

let database: TestDatabase;
let server: TestServer;
let neighbour: TestServer;
let cookie: string;

beforeAll(async () => {
  database = await createTestDatabase();
  server = await startServer(database.url);
  // A second process over the same database.
  neighbour = await startServer(database.url);
  cookie = await server.signIn();
});
afterAll(async () => {
  await Promise.all([server.stop(), neighbour.stop()]);
  await database.drop();
});

const today = zone("America/New_York").localDate(Date.now());
const link = { coach: "maya", link: "intro" };
const page = { ...link, from: addDays(today, 2), to: addDays(today, 14), timeZone: "America/New_York" };

const slots = `query ($coach: String!, $link: String!, $from: LocalDate!, $to: LocalDate!, $timeZone: TimeZone!) {
  slots(coach: $coach, link: $link, from: $from, to: $to, timeZone: $timeZone) { ... on SlotList { days { slots { startAt } } } }
}`;
const book = `mutation ($input: BookSessionInput!) {
  bookSession(input: $input) { __typename ... on Booked { token booking { id } } ... on Problem { message } }
}`;
const cancel = `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { __typename } }`;
const join = `mutation ($input: JoinWaitlistInput!) {
  joinWaitlist(input: $input) {
    __typename
    ... on WaitlistJoined { token waiting { entry { id kind status position localStart } offer { id } link { path } coach { name } } }
    ... on TimeFree { slots { startAt } }
    ... on Problem { code message }
  }
}`;
const accept = `mutation ($input: AcceptOfferInput!) {
  acceptOffer(input: $input) { __typename ... on Booked { token booking { status startAt } } ... on Problem { code } }
}`;
const waitingChanged = `subscription ($token: String!) {
  waitingChanged(token: $token) {
    __typename
    ... on WaitingAccess { entry { status position favoured passedOver { reason } } offer { id startAt localStart expiresAt booking { id } } lastOffer { status } }
    ... on Problem { code }
  }
}`;
const waitlistChanged = `subscription {
  waitlistChanged {
    __typename
    ... on Waitlist {
      entries { name position favoured offer { startAt } }
      ended { name status offers { status } passedOver { reason message offer { entry { name } } } }
    }
    ... on Problem { code }
  }
}`;

interface Waiting {
  __typename: string;
  entry: { status: string; position: number | null; favoured: null; passedOver: null };
  offer: { id: string; startAt: string; expiresAt: string; booking: null } | null;
  lastOffer: { status: string } | null;
}
interface List {
  entries: { name: string; position: number; offer: { startAt: string } | null }[];
  ended: { name: string; status: string; offers: { status: string }[]; passedOver: { reason: string }[] }[];
}

const key = () => crypto.randomUUID();
const client = (name: string) => ({ name, email: `${name.toLowerCase()}@example.com`, timeZone: awakeZone() });
const freeStarts = async () => {
  const answer = await server.query<{ slots: { days: { slots: { startAt: string }[] }[] } }>(slots, page);
  return answer.slots.days.flatMap((day) => day.slots.map(({ startAt }) => startAt));
};
async function bookFirst(name: string) {
  const [startAt = ""] = await freeStarts();
  const input = { ...link, startAt, client: client(name), idempotencyKey: key() };
  const { bookSession } = await server.query<{ bookSession: { token: string } }>(book, { input });
  return { startAt, token: bookSession.token };
}
async function wait(name: string, wish: Record<string, unknown>) {
  const input = { ...link, ...wish, client: client(name), idempotencyKey: key() };
  return (await server.query<{ joinWaitlist: { __typename: string; token: string } }>(join, { input })).joinWaitlist;
}
const last = (subscription: TestSubscription<{ waitingChanged: Waiting }>) =>
  subscription.events.at(-1)?.waitingChanged;
const list = (subscription: TestSubscription<{ waitlistChanged: List }>) => subscription.events.at(-1)?.waitlistChanged;

test("the one who waits and the coach see places, offers and answers live, in every process", async () => {
  const { startAt, token: seat } = await bookFirst("Taker");
  const coach = neighbour.subscribe<{ waitlistChanged: List }>(waitlistChanged, {}, cookie);
  await coach.until((events) => events.length === 1);
  expect(list(coach)?.entries).toEqual([]);

  const ann = await wait("Ann", { startAt });
  expect(ann).toMatchObject({
    __typename: "WaitlistJoined",
    waiting: { entry: { kind: "SLOT", status: "WAITING", position: 1 }, offer: null, link: { path: "/maya/intro" } },
  });
  const ben = await wait("Ben", { startAt });
  const [annsPage, bensPage] = [ann, ben].map(({ token }) =>
    neighbour.subscribe<{ waitingChanged: Waiting }>(waitingChanged, { token }),
  );
  if (!annsPage || !bensPage) throw new Error("Two pages were opened.");
  await Promise.all([annsPage, bensPage].map((each) => each.until((events) => events.length >= 1)));
  expect([last(annsPage)?.entry.position, last(bensPage)?.entry.position]).toEqual([1, 2]);
  // What is the coach's alone.
  expect(last(annsPage)?.entry).toMatchObject({ favoured: null, passedOver: null });

  const visitors = neighbour.subscribe(
    `subscription ($coach: String!, $link: String!, $from: LocalDate!, $to: LocalDate!, $timeZone: TimeZone!) {
      slotsChanged(coach: $coach, link: $link, from: $from, to: $to, timeZone: $timeZone) {
        ... on SlotList { days { slots { startAt } } } ... on SlotChange { days { slots { startAt } } }
      }
    }`,
    page,
  );
  await visitors.until((events) => events.length === 1);
  await server.query(cancel, { input: { token: seat, idempotencyKey: key() } });
  await annsPage.until(() => last(annsPage)?.offer?.startAt === startAt);
  await coach.until(() => list(coach)?.entries[0]?.offer?.startAt === startAt);
  expect(last(bensPage)?.offer).toBeNull();

  // She is told by a message, once.
  const subjects = async () =>
    (await server.context.mailbox.list(50)).filter(
      ({ to, subject }) => to.address === "ann@example.com" && subject.startsWith("A time came free"),
    );
  await vi.waitFor(async () => expect(await subjects()).toHaveLength(1), { timeout: 5_000, interval: 50 });
  // Either process may have sent it, and names its own address.
  expect((await subjects())[0]?.text).toContain(`/waiting/${ann.token}?proof=`);

  const decline = `mutation ($input: AnswerOfferInput!) { declineOffer(input: $input) { __typename } }`;
  const offer = last(annsPage)?.offer?.id;
  await neighbour.query(decline, { input: { token: ann.token, offer, idempotencyKey: key() } });
  await bensPage.until(() => last(bensPage)?.offer?.startAt === startAt);
  await annsPage.until(() => last(annsPage)?.entry.status === "LEFT");
  expect(last(annsPage)).toMatchObject({ offer: null, lastOffer: { status: "DECLINED" } });

  const input = { token: ben.token, offer: last(bensPage)?.offer?.id, idempotencyKey: key() };
  const { acceptOffer } = await server.query<{ acceptOffer: object }>(accept, { input });
  expect(acceptOffer).toMatchObject({ __typename: "Booked", booking: { status: "CONFIRMED", startAt } });
  await bensPage.until(() => last(bensPage)?.entry.status === "BOOKED");
  await coach.until(() => list(coach)?.ended.length === 2);
  expect(list(coach)).toMatchObject({
    entries: [],
    ended: [
      { name: "Ben", status: "BOOKED", offers: [{ status: "ACCEPTED" }] },
      { name: "Ann", status: "LEFT", offers: [{ status: "DECLINED" }] },
    ],
  });
  // Nobody who looked at the page ever saw the time come free.
  expect(JSON.stringify(visitors.events)).not.toContain(startAt);
  await Promise.all([coach, annsPage, bensPage, visitors].map((each) => each.close()));
});

test("the coach looks at one entry, favours, offers by hand and withdraws through the API", async () => {
  const { startAt } = await bookFirst("Holder");
  const token = (await wait("Cid", { startAt })).token;
  const read = `query ($token: String!) { waiting(token: $token) { ... on WaitingAccess { entry { id } offer { id } } } }`;
  const { waiting } = await server.query<{ waiting: { entry: { id: string } } }>(read, { token });
  const entry = waiting.entry.id;
  const favour = `mutation ($entry: ID!) { favourWaiting(entry: $entry, favoured: true) { ... on WaitingEntryChanged { entry { favoured } } } }`;
  expect(await server.query(favour, { entry }, cookie)).toEqual({ favourWaiting: { entry: { favoured: true } } });
  const evening = { local: `${addDays(today, 3)}T21:00` };
  const hand = `mutation ($input: OfferByHandInput!) { offerByHand(input: $input) { ... on OfferMade { offer { id byHand startAt booking { status offers { entry { name } } } } } ... on Problem { code } } }`;
  const { offerByHand } = await server.query<{ offerByHand: { offer: { id: string } } }>(
    hand,
    { input: { entry, start: evening, idempotencyKey: key() } },
    cookie,
  );
  expect(offerByHand.offer).toMatchObject({
    byHand: true,
    startAt: new Date(zone("America/New_York").toInstant(evening.local)).toISOString(),
    booking: { status: "HELD", offers: [{ entry: { name: "Cid" } }] },
  });
  const withdraw = `mutation ($offer: ID!) { withdrawOffer(offer: $offer) { ... on OfferWithdrawn { offer { status } } ... on Problem { code } } }`;
  const offer = offerByHand.offer.id;
  expect(await server.query(withdraw, { offer }, cookie)).toEqual({
    withdrawOffer: { offer: { status: "WITHDRAWN" } },
  });
  expect(await server.query(withdraw, { offer }, cookie)).toEqual({ withdrawOffer: { code: "OFFER_GONE" } });
  expect(await server.query(withdraw, { offer })).toEqual({ withdrawOffer: { code: "NOT_SIGNED_IN" } });
  const nodes = `query ($id: ID!) { node(id: $id) { __typename id } }`;
  expect(await server.query(nodes, { id: entry }, cookie)).toEqual({
    node: { __typename: "WaitlistEntry", id: entry },
  });
  expect(await server.query(nodes, { id: offer })).toEqual({ node: null });
});

test("strangers see no list, no entry and nothing behind a wrong token", async () => {
  const stranger = server.subscribe<{ waitlistChanged: { code: string } }>(waitlistChanged);
  await stranger.until((events) => events.length >= 1);
  expect(stranger.events[0]).toMatchObject({ waitlistChanged: { code: "NOT_SIGNED_IN" } });
  const wrong = server.subscribe(waitingChanged, { token: "x".repeat(43) });
  await wrong.until((events) => events.length >= 1);
  expect(wrong.events[0]).toMatchObject({
    waitingChanged: { __typename: "WaitingNotFound", code: "WAITING_NOT_FOUND" },
  });
  const open = `{ bookingPage(coach: "maya", link: "intro") { ... on BookingPage { coach { waitlist { entries { name } } waitlistSettings { offerMinutes } } } } }`;
  expect(await server.query(open)).toEqual({ bookingPage: { coach: { waitlist: null, waitlistSettings: null } } });
  const settings = `mutation { updateWaitlistSettings(offerMinutes: 45) { ... on WaitlistSettings { offerMinutes } ... on Problem { code } } }`;
  expect(await server.query(settings)).toEqual({ updateWaitlistSettings: { code: "NOT_SIGNED_IN" } });
  expect(await server.query(settings, {}, cookie)).toEqual({ updateWaitlistSettings: { offerMinutes: 45 } });
  await Promise.all([stranger.close(), wrong.close()]);
});
