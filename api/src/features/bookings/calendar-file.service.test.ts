import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bookInput, createPractice, NOW, type TestPractice } from "../../../test/practice.ts";

const TUESDAY = "2026-06-02T13:00:00Z";
let practice: TestPractice;

beforeAll(async () => {
  practice = await createPractice();
});
afterAll(() => practice.close());
beforeEach(async () => {
  practice.clock.set(NOW);
  await practice.db.sql`delete from booking`;
});

async function booked() {
  const seat = await practice.bookings.book(bookInput(TUESDAY));
  return { ...seat, token: practice.bookings.tokenOf(seat.attendeeId) };
}
/** Content lines, unfolded as RFC 5545 3.1 says. */
const linesOf = (file: string | null) => (file ?? "").replace(/\r\n[ \t]/g, "").split("\r\n");
const propertyOf = (lines: string[], name: string) =>
  lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);

test("a session is a file with one event, in UTC", async () => {
  const { token, attendeeId } = await booked();
  const file = await practice.calendarFiles.fileOf(token);
  const lines = linesOf(file);
  expect(lines.filter((line) => line.startsWith("BEGIN:"))).toEqual(["BEGIN:VCALENDAR", "BEGIN:VEVENT"]);
  expect(lines).toEqual(
    expect.arrayContaining([
      ...["DTSTART:20260602T130000Z", "DTEND:20260602T140000Z", "DTSTAMP:20260601T120000Z", "STATUS:CONFIRMED"],
      ...["SUMMARY:Session with Maya", `UID:${attendeeId}@kairos`, "LOCATION:https://meet.example.com/maya"],
    ]),
  );
  for (const line of (file ?? "").split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});

test("the entry leads back to the session's own page and names who comes along", async () => {
  const { token, attendeeId } = await booked();
  const guests = JSON.stringify([
    { name: null, email: "gil@example.com" },
    { name: "Bo; ALARM", email: "bo@example.com" },
  ]);
  await practice.db.sql`update attendee set guests = ${guests}::jsonb where id = ${attendeeId}`;
  const page = `https://kairos.test/manage/${token}`;
  const wanted = [
    "Join here: https://meet.example.com/maya",
    "With gil@example.com, Bo; ALARM",
    `Move or cancel: ${page}`,
  ];
  const { google, outlook } = await practice.calendarFiles.addressesOf(await practice.bookings.access(token));
  expect(new URL(google).searchParams.get("details")?.split("\n")).toEqual(wanted);
  expect(new URL(outlook).searchParams.get("body")?.split("\n")).toEqual(wanted);
  const file = linesOf(await practice.calendarFiles.fileOf(token));
  expect(propertyOf(file, "DESCRIPTION")).toBe(wanted.join("\\n").replaceAll(/[;,]/g, "\\$&"));
});

test("the file of a session that changed says so with the same name and a higher number", async () => {
  const { token } = await booked();
  const before = linesOf(await practice.calendarFiles.fileOf(token));
  await practice.bookings.cancel({ token, idempotencyKey: crypto.randomUUID() });
  const after = linesOf(await practice.calendarFiles.fileOf(token));
  expect(propertyOf(after, "UID")).toBe(propertyOf(before, "UID"));
  expect(Number(propertyOf(after, "SEQUENCE"))).toBeGreaterThan(Number(propertyOf(before, "SEQUENCE")));
  expect(propertyOf(after, "STATUS")).toBe("CANCELLED");
});

test.each(["", "nonsense", "a".repeat(43)])("the made-up token %j opens no file", async (token) => {
  expect(await practice.calendarFiles.fileOf(token)).toBeNull();
});

test("where it happens is told once the session is confirmed, an address at once", async () => {
  await practice.db.sql`update session_type set requires_approval = true`;
  const { token } = await booked();
  expect(propertyOf(linesOf(await practice.calendarFiles.fileOf(token)), "LOCATION")).toBeUndefined();
  const { google } = await practice.calendarFiles.addressesOf(await practice.bookings.access(token));
  expect(google).not.toContain("meet.example.com");
  await practice.db.sql`update booking set place_kind = 'address', place_detail = '1 Main Street'`;
  const lines = linesOf(await practice.calendarFiles.fileOf(token));
  expect([propertyOf(lines, "LOCATION"), propertyOf(lines, "STATUS")]).toEqual(["1 Main Street", "TENTATIVE"]);
  await practice.db.sql`update session_type set requires_approval = false`;
});

test("a held seat opens no file", async () => {
  const wish = { coach: "maya", link: "session", startAt: new Date(TUESDAY), timeZone: "UTC" };
  await practice.holds.hold(wish, "a");
  const [seat] = await practice.db.sql<{ id: string }>`select id from attendee`;
  expect(await practice.calendarFiles.fileOf(practice.bookings.tokenOf(seat?.id ?? ""))).toBeNull();
});

describe("hostile text stays text:", () => {
  test.each([
    ["a line break that would begin a property", "Focus\r\nATTENDEE:mailto:all@example.com"],
    ["a bare line feed", "Focus\nEND:VEVENT\nBEGIN:VEVENT\nSUMMARY:Mine"],
    ["a bare carriage return", "Focus\rBEGIN:VALARM\rACTION:PROCEDURE"],
    ["line separators of Unicode", "Focus\u2028END:VCALENDAR\u2029BEGIN:VEVENT\u0085X:1"],
    ["separators", 'Focus; "deep", \\n work: all'],
    ["a formula", '=HYPERLINK("https://evil.example")'],
    ["markup", "<img src=x onerror=alert(1)>"],
    ["a run backwards", "Focus \u202egpj.exe"],
    ["10,000 characters", "語".repeat(10_000)],
    ["emoji over the fold", "👩🏽‍🚀".repeat(60)],
    ["control characters", "Focus\u0007\u0000".replace("\u0000", "")],
  ])("%s", async (_, name) => {
    await practice.db.sql`update session_type set name = ${name}, place_kind = 'address', place_detail = ${name}`;
    const { token } = await booked();
    const file = (await practice.calendarFiles.fileOf(token)) ?? "";
    const lines = linesOf(file);
    expect(lines.filter((line) => line.startsWith("BEGIN:"))).toEqual(["BEGIN:VCALENDAR", "BEGIN:VEVENT"]);
    expect(file.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    expect(lines.filter((line) => /^(ATTENDEE|ACTION|X:|BEGIN:VALARM)/.test(line))).toEqual([]);
    for (const line of file.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(Buffer.from(file).toString()).toBe(file);
    const { google, outlook } = await practice.calendarFiles.addressesOf(await practice.bookings.access(token));
    expect(new URL(google).searchParams.get("text")).toBe(`${name} with Maya`);
    expect(new URL(outlook).searchParams.get("subject")).toBe(`${name} with Maya`);
    expect([new URL(google).host, new URL(outlook).host]).toEqual(["calendar.google.com", "outlook.live.com"]);
  });
});
