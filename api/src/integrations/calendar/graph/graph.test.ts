import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { standInClient } from "../../../../test/stand-ins/accounts.ts";
import { FaultyRoad } from "../../../../test/stand-ins/faulty-road.ts";
import { GraphStandIn } from "../../../../test/stand-ins/graph.ts";
import type { GraphCalendar } from "../../../../test/stand-ins/graph-calendar.ts";
import { NoticeBox } from "../../../../test/stand-ins/notice-box.ts";
import { calendarProviderSuite } from "../calendar-provider.suite.ts";
import type { CalendarProvider, EventTime } from "../calendar-provider.ts";
import type { OutsideHand, ProviderUnderTest } from "../calendar-under-test.suite.ts";
import { watchSuite } from "../calendar-watch.suite.ts";
import { oauthSuite } from "../oauth.suite.ts";
import { createGraphCalendar } from "./graph.ts";

let graph: GraphStandIn;
let road: FaultyRoad;
let provider: CalendarProvider;
let impatient: CalendarProvider;
let box: NoticeBox;

beforeAll(async () => {
  graph = await GraphStandIn.start();
  road = await FaultyRoad.to(graph.url);
  const endpoints = { login: road.url, api: `${road.url}/` };
  provider = createGraphCalendar({ ...standInClient, endpoints, pageSize: 5 });
  impatient = createGraphCalendar({ ...standInClient, endpoints, timeoutMs: 100 });
  box = await NoticeBox.open(provider, () => graph.told());
});
afterAll(async () => {
  box.close();
  await road.close();
  await graph.close();
  expect(graph.contract.faults).toEqual([]);
});

async function open(): Promise<ProviderUnderTest> {
  const calendar = graph.addCalendar(randomUUID());
  const { accessToken, refreshToken } = graph.accounts.issue();
  return {
    ...{ provider, impatient },
    credentials: { kind: "oauth", accessToken, refreshToken, expiresAt: Date.now() + 3_600_000 },
    calendarId: calendar.id,
    hand: handOf(calendar),
    hasFloatingTimes: false,
    remembersDeleted: true,
    refusals: {
      unauthorized: refusal(401, "InvalidAuthenticationToken"),
      forbidden: refusal(403, "ErrorAccessDenied"),
      busy: refusal(429, "ApplicationThrottled"),
    },
    meet: (fault, which = "any") =>
      road.meet(fault, ({ method }) => which === "any" || (which === "write" ? method !== "GET" : method === "GET")),
    requests: () => road.passed.length,
    killed: (cursor) => {
      calendar.expireLinks();
      return cursor;
    },
  };
}

function refusal(status: number, code: string) {
  const body = JSON.stringify({ error: { code, message: code } });
  return { kind: "answer", status, headers: { "content-type": "application/json" }, body } as const;
}

const days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

function handOf(calendar: GraphCalendar): OutsideHand {
  const at = (instant: number) => ({ dateTime: new Date(instant).toISOString().slice(0, 19), timeZone: "UTC" });
  const moved = (start: number, end: number) => ({ start: at(start), end: at(end) });
  const when = (time: EventTime) => {
    if (time.kind === "floating") throw new Error("Graph has no floating times.");
    if (time.kind === "timed") {
      // The tests are on either side of the 14th of March, when the clocks change in New York.
      const local = (instant: number) => ({
        dateTime: new Date(instant - (instant < Date.UTC(2027, 2, 14, 7) ? 5 : 4) * 3_600_000)
          .toISOString()
          .slice(0, 19),
        timeZone: "Eastern Standard Time",
      });
      return { start: local(time.start), end: local(time.end) };
    }
    const midnight = (date: string) => ({ dateTime: `${date}T00:00:00`, timeZone: "Eastern Standard Time" });
    return { start: midnight(time.start), end: midnight(time.end), isAllDay: true };
  };
  const patternOf = (rule: string, start: string) => ({
    pattern: rule.includes("WEEKLY")
      ? { type: "weekly", interval: 1, daysOfWeek: [days[new Date(start).getUTCDay()]], firstDayOfWeek: "sunday" }
      : { type: "daily", interval: 1 },
    range: {
      type: "numbered",
      startDate: start.slice(0, 10),
      numberOfOccurrences: Number(/COUNT=(\d+)/.exec(rule)?.[1]),
    },
  });
  const instance = (id: string, original: number) => {
    const found = calendar
      .instances(id, { start: original - 1, end: original + 1 })
      .find((it) => Date.parse(String(it["originalStart"])) === original);
    return String(found?.["id"]);
  };
  return {
    add: async ({ title, time, rule, blocking }) => {
      const times = when(time);
      const recurrence = rule === undefined ? {} : { recurrence: patternOf(rule, times.start.dateTime) };
      return String(calendar.create({ subject: title, ...times, ...recurrence, showAs: blocking ?? "busy" })["id"]);
    },
    move: async (id, start, end) => void calendar.patch(id, moved(start, end)),
    delete: async (id) => calendar.delete(id),
    moveOccurrence: async (id, original, start) =>
      void calendar.patch(instance(id, original), moved(start, start + 3_600_000)),
    decorate: async (id) => void calendar.patch(id, { categories: ["Gold"] }),
    isDecorated: async (id) => JSON.stringify(calendar.get(id)["categories"]) === '["Gold"]',
    deleteOccurrence: async (id, original) => calendar.delete(instance(id, original)),
  };
}

describe("Outlook", () => {
  calendarProviderSuite(open);
  watchSuite(open, () => box);

  test("a condition that fails where none was given is trouble of theirs, to be tried again", async () => {
    const it = await open();
    it.meet(refusal(412, "ErrorIrresolvableConflict"));
    const calendars = await provider.calendars({ credentials: it.credentials, signal: AbortSignal.timeout(5000) });
    expect(calendars).toMatchObject({ ok: false, failure: { kind: "unavailable" } });
  });

  test("notices about the watch itself say what to do", async () => {
    const { credentials, calendarId } = await open();
    const access = { credentials, signal: AbortSignal.timeout(5000) };
    const request = { id: randomUUID(), address: box.address, secret: "s".repeat(40) };
    const watch = await provider.watch(access, calendarId, request);
    if (!watch.ok) throw new Error(watch.failure.detail);
    const subscription = graph.subscriptions.find(({ id }) => id === watch.value.id);
    if (!subscription) throw new Error("There is no subscription.");
    await box.arrived();
    for (const event of ["reauthorizationRequired", "subscriptionRemoved", "missed"] as const) {
      graph.tellOfLife(subscription, event);
      await graph.told();
    }
    expect((await box.arrived()).map(({ event }) => event)).toEqual(["expiring", "ended", "missed"]);
    await graph.subscriptions.splice(graph.subscriptions.indexOf(subscription), 1);
    const renewed = await provider.renew(access, calendarId, watch.value, request);
    expect(renewed.ok && renewed.value.id).not.toBe(watch.value.id);
  });

  test("notices that are none are read as none, and a handshake is answered with its token alone", () => {
    const read = (query: object, body: unknown) => provider.readNotices({ headers: {}, query: { ...query }, body });
    for (const body of [
      undefined,
      null,
      "x",
      [],
      { value: 7 },
      { value: [null, 1, {}, { lifecycleEvent: "other" }] },
    ]) {
      expect(read({}, body)).toEqual({ kind: "notices", notices: [] });
    }
    expect(read({ validationToken: "a b&c" }, {})).toEqual({ kind: "handshake", answer: "a b&c" });
    expect(read({ validationToken: ["a"] }, {})).toEqual({ kind: "notices", notices: [] });
    expect(read({ validationToken: "x".repeat(5000) }, {})).toEqual({ kind: "notices", notices: [] });
  });
});

describe("signing in with Microsoft", () => {
  oauthSuite(() => ({ provider, accounts: graph.accounts, calls: road }), true);
});
