import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";
import { problemOf } from "../../../test/refusal.ts";
import { Client, LinkKind, SessionType } from "../../entities/index.ts";
import { createLoaders } from "../index.ts";
import type { CreateBookingLinkInput } from "./link-saving.inputs.ts";

let practice: TestPractice;
let sessionType: string;

beforeAll(async () => {
  practice = await createPractice({ minutes: [30, 60], stepMinutes: 30, horizonDays: 30 });
  sessionType = (await practice.db.em().findOneOrFail(SessionType, { coach: practice.coach.id })).globalId;
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await practice.db.sql`delete from booking`;
  await practice.db.sql`delete from booking_link where slug <> 'session'`;
});

function create(fields: Partial<CreateBookingLinkInput> = {}) {
  return practice.linkSaving.create(practice.coach.id, { sessionType, kind: LinkKind.PUBLIC, ...fields });
}
const book = (link: string, startAt: string, fields: Parameters<typeof bookInput>[1] = {}) =>
  practice.bookings.book({ ...bookInput(startAt, { minutes: 60, ...fields }), link });
const list = (link: string, from: string, to = from, minutes?: number) =>
  practice.slots.list({ coach: "maya", link, from, to, timeZone: "America/New_York", ...(minutes ? { minutes } : {}) });
const usesOf = (id: string) => createLoaders(practice.db.em(), practice.clock).linkUses.load(id);

async function addClient() {
  await practice.db.sql`
    insert into client (id, coach_id, name, email, time_zone)
    values (gen_random_uuid(), ${practice.coach.id}, 'Bo Berg', 'bo@example.com', 'Europe/Oslo') on conflict do nothing`;
  return practice.db.em().findOneOrFail(Client, { email: "bo@example.com" });
}

describe("an address", () => {
  test("is made of the session type's name, numbered when it is taken", async () => {
    expect((await create()).slug).toBe("session-2");
    expect((await create()).slug).toBe("session-3");
    expect((await create({ slug: "First-Call" })).slug).toBe("first-call");
  });

  test("that is secret has 160 bits that nobody chose", async () => {
    const links = await Promise.all(Array.from({ length: 20 }, () => create({ kind: LinkKind.SECRET })));
    expect(new Set(links.map(({ slug }) => slug)).size).toBe(20);
    for (const { slug } of links) expect(slug).toMatch(/^[a-z2-7]{32}$/);
  });

  test("is free again when its link is deleted, and a booking made through it stays", async () => {
    const link = await create({ slug: "summer" });
    const seat = await book("summer", "2026-06-02T13:00:00Z");
    await practice.linkSaving.delete(practice.coach.id, link.globalId);
    expect((await problemOf(book("summer", "2026-06-03T13:00:00Z"))).code).toBe("LINK_UNAVAILABLE");
    expect((await create({ slug: "summer" })).slug).toBe("summer");
    expect((await practice.bookings.access(practice.bookings.tokenOf(seat.attendeeId))).link?.slug).toBe("session");
  });

  test.each([
    ["with a space", { slug: "my call" }, "slug"],
    ["that climbs out", { slug: "../console" }, "slug"],
    ["that the coach has already", { slug: "session" }, "slug"],
    ["chosen for a secret link", { slug: "guess-me", kind: LinkKind.SECRET }, "slug"],
    ["of 61 characters", { slug: "x".repeat(61) }, "slug"],
  ])("%s is refused", async (_, fields, field) => {
    expect(await problemOf(create(fields))).toMatchObject({ code: "INVALID_INPUT", field });
  });

  test.each([
    "console",
    "Sign-In",
    "manage",
    "api",
    "graphql",
    "assets",
    "mailbox",
    "health",
    "embed",
    "waiting",
    "waitlist",
    "ma",
    "a b",
  ])("of a coach cannot be %s", async (slug) => {
    const problem = await problemOf(practice.linkSaving.updateAddress(practice.coach.id, { slug }));
    expect(problem).toMatchObject({ code: "INVALID_INPUT", field: "slug" });
  });

  test("of a coach can be changed, and what she had before opens nothing", async () => {
    await practice.linkSaving.updateAddress(practice.coach.id, { slug: "maya-lind" });
    expect((await problemOf(book("session", "2026-06-02T13:00:00Z"))).code).toBe("LINK_UNAVAILABLE");
    await practice.linkSaving.updateAddress(practice.coach.id, { slug: "maya" });
    expect(await book("session", "2026-06-02T13:00:00Z")).toHaveProperty("bookingId");
  });
});

describe("a link", () => {
  test("for a single use is used up by one booking, for others as for the list", async () => {
    const link = await create({ kind: LinkKind.SINGLE_USE });
    const seat = await book(link.slug, "2026-06-02T13:00:00Z");
    const unknown = await problemOf(book("nowhere", "2026-06-03T13:00:00Z"));
    expect(await problemOf(book(link.slug, "2026-06-03T13:00:00Z"))).toEqual(unknown);
    expect(await problemOf(list(link.slug, "2026-06-03"))).toEqual(unknown);
    expect(await practice.links.page("maya", link.slug, NOW)).toBeNull();
    expect(await usesOf(link.id)).toBe(1);
    // Whoever booked through it can still move her session.
    const token = practice.bookings.tokenOf(seat.attendeeId);
    expect((await practice.links.page("maya", link.slug, NOW, token))?.id).toBe(link.id);
    const args = { coach: "maya", link: link.slug, from: "2026-06-02", to: "2026-06-02", timeZone: "UTC" };
    expect((await practice.slots.list({ ...args, bookingToken: token })).days).toHaveLength(1);
    expect(await practice.bookings.access(token)).toMatchObject({
      link: { slug: link.slug },
      bookAgainLink: { slug: "session" },
    });
  });

  test("is not opened by the token of another session type's seat", async () => {
    const link = await create({ kind: LinkKind.SINGLE_USE });
    const seat = await book(link.slug, "2026-06-02T13:00:00Z");
    const other = await practice.sessionTypes.create(practice.coach.id, {
      ...{ name: "Other", minutes: [60], place: { kind: "phone", detail: "+1 212 555 0100" } },
    });
    await practice.db.sql`update booking set session_type_id = ${other.id} where id = ${seat.bookingId}`;
    expect(await practice.links.page("maya", link.slug, NOW, practice.bookings.tokenOf(seat.attendeeId))).toBeNull();
  });

  test("limited to two uses counts those that were cancelled, and never a third at once", async () => {
    const link = await create({ slug: "two", maxUses: 2 });
    const seat = await book("two", "2026-06-02T13:00:00Z");
    await practice.bookings.cancel({
      token: practice.bookings.tokenOf(seat.attendeeId),
      idempotencyKey: crypto.randomUUID(),
    });
    const rivals = await Promise.allSettled(
      ["14", "15", "17", "18"].map((hour) =>
        book("two", `2026-06-02T${hour}:00:00Z`, { email: `r${hour}@example.com` }),
      ),
    );
    expect(rivals.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await usesOf(link.id)).toBe(2);
    expect(
      (await practice.links.usedBy(link.id, { first: 10 })).edges.map(({ node }) => node.cancelledAt !== null),
    ).toEqual([false, true]);
  });

  test("with an end is open until then", async () => {
    const link = await create({ expiresAt: new Date(NOW + 60_000) });
    expect((await list(link.slug, "2026-06-02")).days).toHaveLength(1);
    practice.clock.set(NOW + 60_000);
    expect((await problemOf(list(link.slug, "2026-06-02"))).code).toBe("LINK_UNAVAILABLE");
  });

  test("restricted to a length offers that one alone", async () => {
    const { slug } = await create({ minutes: [60] });
    expect((await list(slug, "2026-06-02")).minutes).toBe(60);
    expect(await problemOf(list(slug, "2026-06-02", "2026-06-02", 30))).toMatchObject({ field: "minutes" });
    expect(await problemOf(book(slug, "2026-06-02T13:00:00Z", { minutes: 30 }))).toMatchObject({ field: "minutes" });
    expect(await book(slug, "2026-06-02T13:00:00Z")).toHaveProperty("bookingId");
  });

  test("restricted to dates offers those alone, within the horizon", async () => {
    const { slug } = await create({ fromDate: "2026-06-03", toDate: "2026-06-04" });
    const days = await list(slug, "2026-06-01", "2026-06-30");
    expect(days.days.map(({ date }) => date)).toEqual(["2026-06-03", "2026-06-04"]);
    expect(await problemOf(book(slug, "2026-06-05T13:00:00Z"))).toMatchObject({ reason: "HORIZON" });
    const hold = { coach: "maya", link: slug, startAt: new Date("2026-06-02T13:00:00Z"), timeZone: "UTC" };
    expect(await problemOf(practice.holds.hold(hold, "a"))).toMatchObject({ reason: "HORIZON" });
    const late = await create({ fromDate: "2026-06-29", toDate: "2026-08-01" });
    const last = (await list(late.slug, "2026-06-25", "2026-08-01")).days.at(-1);
    expect(last?.date).toBe("2026-07-01");
  });

  test("restricted to dates holds whoever booked through it to them when she moves", async () => {
    const { slug } = await create({ fromDate: "2026-06-03", toDate: "2026-06-04" });
    const token = practice.bookings.tokenOf((await book(slug, "2026-06-03T13:00:00Z")).attendeeId);
    const move = (startAt: string) =>
      practice.bookings.reschedule({
        token,
        startAt: new Date(startAt),
        timeZone: "UTC",
        idempotencyKey: crypto.randomUUID(),
      });
    expect(await problemOf(move("2026-06-05T13:00:00Z"))).toMatchObject({ reason: "HORIZON" });
    expect(await move("2026-06-04T13:00:00Z")).toHaveProperty("bookingId");
  });

  test("made for a client shows her details, and is never public", async () => {
    const client = await addClient();
    const problem = await problemOf(create({ client: client.globalId }));
    expect(problem).toMatchObject({ field: "client" });
    const { slug } = await create({ kind: LinkKind.SECRET, client: client.globalId });
    const page = await practice.links.page("maya", slug, NOW);
    expect(page?.client?.getEntity().email).toBe("bo@example.com");
  });

  test("that is switched off opens nothing until it is switched on again", async () => {
    const link = await create({ slug: "pause" });
    await practice.linkSaving.update(practice.coach.id, { id: link.globalId, active: false });
    expect((await problemOf(list("pause", "2026-06-02"))).code).toBe("LINK_UNAVAILABLE");
    await practice.linkSaving.update(practice.coach.id, { id: link.globalId, active: true, name: "Paused once" });
    expect((await list("pause", "2026-06-02")).days).toHaveLength(1);
  });

  test.each([
    ["a length that the session type has not", { minutes: [45] }, "minutes"],
    ["no lengths at all", { minutes: [] }, "minutes"],
    ["a last date before the first", { fromDate: "2026-06-05", toDate: "2026-06-04" }, "toDate"],
    ["no uses", { maxUses: 0 }, "maxUses"],
    ["five uses of a single one", { kind: LinkKind.SINGLE_USE, maxUses: 5 }, "maxUses"],
    ["a name that runs backwards", { name: "\u202eevil" }, "name"],
    ["a redirect that no host was allowed for", { redirectUrl: "https://evil.example/" }, "redirectUrl"],
  ])("with %s is refused by field", async (_, fields, field) => {
    expect(await problemOf(create(fields))).toMatchObject({ code: "INVALID_INPUT", field });
  });

  test("of another practice cannot be changed", async () => {
    const link = await create();
    const stranger = "00000000-0000-4000-8000-000000000009";
    await practice.db.sql`
      insert into coach (id, name, slug, email, time_zone, accent)
      values (${stranger}, 'Other', 'other', 'o@example.com', 'UTC', '#000000') on conflict do nothing`;
    const change = practice.linkSaving.update(stranger, { id: link.globalId, active: false });
    expect(await problemOf(change)).toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("after booking", () => {
  const address = { coach: "maya", link: "session" };

  test("a visitor is sent to allowed hosts alone", async () => {
    await practice.linkSaving.updateAddress(practice.coach.id, {
      redirectHosts: ["www.Example.com", "www.example.com"],
    });
    const link = await create({ slug: "thanks", redirectUrl: "https://www.example.com/thanks?a=1" });
    expect(await practice.links.redirectAfter({ ...address, link: "thanks" }, null)).toBe(
      "https://www.example.com/thanks?a=1",
    );
    expect(await practice.links.redirectAfter(address, "https://www.example.com/x")).toBe("https://www.example.com/x");
    await practice.linkSaving.updateAddress(practice.coach.id, { redirectHosts: [] });
    expect(await practice.links.redirectAfter({ ...address, link: link.slug }, null)).toBeNull();
  });

  test.each([
    "http://www.example.com/",
    "https://www.example.com.evil.example/",
    "https://evil.example/?www.example.com",
    "https://www.example.com@evil.example/",
    "https://user:secret@www.example.com/",
    "https://www.example.com:8443/",
    "https://sub.www.example.com/",
    "//www.example.com/",
    "javascript:alert(1)",
    "https:/\\evil.example",
    "",
  ])("never to %s", async (wanted) => {
    await practice.linkSaving.updateAddress(practice.coach.id, { redirectHosts: ["www.example.com"] });
    expect(await practice.links.redirectAfter(address, wanted)).toBeNull();
  });

  test.each([
    "localhost",
    "https://www.example.com",
    "example.com/path",
    "127.0.0.1",
    "*.example.com",
    "exa mple.com",
    "",
    "-a.com",
  ])("%j is not the name of a host", async (host) => {
    const problem = await problemOf(practice.linkSaving.updateAddress(practice.coach.id, { redirectHosts: [host] }));
    expect(problem).toMatchObject({ field: "redirectHosts.0" });
  });
});
