import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GoogleStandIn } from "./google.ts";
import { GraphStandIn } from "./graph.ts";

let google: GoogleStandIn;
let graph: GraphStandIn;

beforeAll(async () => {
  google = await GoogleStandIn.start();
  graph = await GraphStandIn.start();
});
afterAll(async () => {
  await google.close();
  await graph.close();
});

async function send(standIn: GoogleStandIn | GraphStandIn, method: string, path: string, body?: object) {
  const headers = {
    authorization: `Bearer ${standIn.accounts.issue().accessToken}`,
    "content-type": "application/json",
  };
  const response = await fetch(`${standIn.url}${path}`, {
    method,
    headers,
    ...(body && { body: JSON.stringify(body) }),
  });
  return { status: response.status, faults: standIn.contract.faults.splice(0) };
}

const events = "/calendar/v3/calendars/primary/events";
const when = (dateTime: string) => ({ dateTime, timeZone: "UTC" });

describe("Google's stand-in", () => {
  test.each([
    ["an address that Google has not", "GET", "/calendar/v3/calendars/primary/everything", undefined],
    ["a parameter that Google has not", "GET", `${events}?since=yesterday`, undefined],
    ["a parameter of the wrong kind", "GET", `${events}?maxResults=many`, undefined],
    ["a property that Google has not", "POST", events, { start: when("2027-03-01T10:00:00Z"), titel: "x" }],
    ["a property within that Google has not", "POST", events, { start: { ...when("2027-03-01T10:00:00Z"), at: 1 } }],
    ["a property of the wrong kind", "POST", events, { summary: 7 }],
    ["a time that is none", "POST", events, { start: when("2027-03-01 10:00") }],
    ["a body where none belongs", "DELETE", `${events}/kairos1`, { id: "x" }],
  ])("refuses %s", async (_name, method, path, body) => {
    expect(await send(google, method, path, body)).toEqual({ status: 599, faults: [expect.stringContaining(method)] });
  });

  test("is told of when it answers what Google would not", async () => {
    google.primary.insert({ start: when("2027-03-01T10:00:00Z"), end: when("2027-03-01T11:00:00Z"), summary: "x" });
    expect(await send(google, "GET", events)).toEqual({ status: 200, faults: [] });
    const wrong = { sequence: "first" };
    Object.assign(google.primary.events[0] ?? {}, wrong);
    expect(await send(google, "GET", events)).toEqual({ status: 200, faults: [expect.stringContaining("sequence")] });
  });
});

describe("Graph's stand-in", () => {
  const path = () => `/v1.0/me/calendars/${[...graph.calendars.keys()][0]}`;
  const times = {
    start: { dateTime: "2027-03-01T10:00:00", timeZone: "UTC" },
    end: { dateTime: "2027-03-01T11:00:00" },
  };

  test.each([
    ["an address that Graph has not", "GET", "/everything", undefined],
    ["a parameter that Graph has not", "GET", "/events?since=yesterday", undefined],
    ["a property that Graph has not", "POST", "/events", { ...times, titel: "x" }],
    ["a word that Graph has not", "POST", "/events", { ...times, showAs: "away" }],
    ["a pattern that Graph has not", "POST", "/events", { ...times, recurrence: { pattern: { type: "hourly" } } }],
  ])("refuses %s", async (_name, method, end, body) => {
    expect(await send(graph, method, path() + end, body)).toEqual({
      status: 599,
      faults: [expect.stringContaining(method)],
    });
  });

  test("is told of when it answers what Graph would not", async () => {
    const [calendar] = graph.calendars.values();
    calendar?.create({ ...times, subject: "x" });
    expect(await send(graph, "GET", `${path()}/events?$filter=x`)).toEqual({ status: 200, faults: [] });
    const range = "startDateTime=2027-01-01T00:00:00Z&endDateTime=2028-01-01T00:00:00Z";
    expect(await send(graph, "GET", `${path()}/calendarView?${range}`)).toEqual({ status: 200, faults: [] });
    calendar?.create({ ...times, subject: "x", colour: "red" });
    const { faults } = await send(graph, "GET", `${path()}/calendarView?${range}`);
    expect(faults).toEqual([expect.stringContaining("answered 200")]);
  });
});
