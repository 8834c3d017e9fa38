import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { standInClient } from "../../../../test/stand-ins/accounts.ts";
import { FaultyRoad } from "../../../../test/stand-ins/faulty-road.ts";
import { GoogleStandIn } from "../../../../test/stand-ins/google.ts";
import type { GoogleCalendar } from "../../../../test/stand-ins/google-calendar.ts";
import { NoticeBox } from "../../../../test/stand-ins/notice-box.ts";
import { calendarProviderSuite } from "../calendar-provider.suite.ts";
import type { CalendarProvider, EventTime } from "../calendar-provider.ts";
import type { OutsideHand, ProviderUnderTest } from "../calendar-under-test.suite.ts";
import { watchSuite } from "../calendar-watch.suite.ts";
import { oauthSuite, signIn } from "../oauth.suite.ts";
import { createGoogleCalendar } from "./google.ts";

let google: GoogleStandIn;
let road: FaultyRoad;
let provider: CalendarProvider;
let impatient: CalendarProvider;
let box: NoticeBox;

beforeAll(async () => {
  google = await GoogleStandIn.start();
  road = await FaultyRoad.to(google.url);
  const endpoints = google.endpointsAt(road.url);
  provider = createGoogleCalendar({ ...standInClient, endpoints, pageSize: 5 });
  impatient = createGoogleCalendar({ ...standInClient, endpoints, timeoutMs: 100 });
  box = await NoticeBox.open(provider, () => google.told());
});
afterAll(async () => {
  box.close();
  await road.close();
  await google.close();
  expect(google.contract.faults).toEqual([]);
});

async function open(): Promise<ProviderUnderTest> {
  const calendar = google.addCalendar(randomUUID(), "America/New_York");
  const { accessToken, refreshToken } = google.accounts.issue();
  return {
    ...{ provider, impatient },
    credentials: { kind: "oauth", accessToken, refreshToken, expiresAt: Date.now() + 3_600_000 },
    calendarId: calendar.id,
    hand: handOf(calendar),
    hasFloatingTimes: false,
    remembersDeleted: true,
    refusals: {
      unauthorized: refusal(401, "authError"),
      forbidden: refusal(403, "requiredAccessLevel"),
      busy: refusal(403, "rateLimitExceeded"),
    },
    meet: (fault, which = "any") =>
      road.meet(fault, ({ method }) => which === "any" || (which === "write" ? method !== "GET" : method === "GET")),
    requests: () => road.passed.length,
    killed: (cursor) => {
      calendar.expireTokens();
      return cursor;
    },
  };
}

function refusal(code: number, reason: string) {
  const body = JSON.stringify({
    error: { code, message: reason, errors: [{ domain: "global", reason, message: reason }] },
  });
  return { kind: "answer", status: code, headers: { "content-type": "application/json" }, body } as const;
}

function handOf(calendar: GoogleCalendar): OutsideHand {
  const when = (time: EventTime) => {
    if (time.kind === "allDay") return { start: { date: time.start }, end: { date: time.end } };
    if (time.kind === "floating") throw new Error("Google has no floating times.");
    const { timeZone } = time;
    const at = (instant: number) => ({ dateTime: new Date(instant).toISOString(), timeZone });
    return { start: at(time.start), end: at(time.end) };
  };
  const moved = (start: number, end: number) => when({ kind: "timed", start, end, timeZone: "America/New_York" });
  const instance = (id: string, start: number) =>
    `${id}_${new Date(start).toISOString().replaceAll(/[-:]|\.\d+/g, "")}`;
  return {
    add: async ({ title, time, rule, blocking }) => {
      const recurrence = rule === undefined ? {} : { recurrence: [`RRULE:${rule}`] };
      const status = { status: blocking === "tentative" ? "tentative" : "confirmed" };
      const transparency = blocking === "free" ? { transparency: "transparent" } : {};
      return String(calendar.insert({ summary: title, ...when(time), ...recurrence, ...status, ...transparency }).id);
    },
    move: async (id, start, end) => void calendar.patch(id, moved(start, end)),
    delete: async (id) => calendar.delete(id),
    moveOccurrence: async (id, original, start) =>
      void calendar.patch(instance(id, original), moved(start, start + 3_600_000)),
    decorate: async (id) => void calendar.patch(id, { colorId: "7" }),
    isDecorated: async (id) => calendar.get(id).colorId === "7",
    deleteOccurrence: async (id, original) => calendar.delete(instance(id, original)),
  };
}

describe("Google Calendar", () => {
  calendarProviderSuite(open);
  watchSuite(open, () => box);

  test("notices that are none are read as none", () => {
    const read = (headers: Record<string, string>) => provider.readNotices({ headers, query: {}, body: {} });
    expect(read({})).toEqual({ kind: "notices", notices: [] });
    const headers = { "x-goog-channel-id": "a", "x-goog-channel-token": "b", "x-goog-resource-state": "sync" };
    expect(read(headers)).toEqual({ kind: "notices", notices: [{ watchId: "a", secret: "b", event: "began" }] });
  });
});

describe("signing in with Google", () => {
  oauthSuite(() => ({ provider, accounts: google.accounts, calls: road }), false);

  test("a coach who unticks the events is told of it", async () => {
    google.accounts.refused.add("https://www.googleapis.com/auth/calendar.events");
    const { exchange } = await signIn(provider);
    expect(await exchange()).toMatchObject({ ok: false, failure: { kind: "forbidden", detail: "scope not granted" } });
    google.accounts.refused.clear();
  });
});
