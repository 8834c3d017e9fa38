import { beforeEach, expect, test } from "vitest";
import type { Fault } from "../../../test/stand-ins/faulty-road.ts";
import {
  CalendarUnderTest,
  draftOf,
  gained,
  type ProviderUnderTest,
  refused,
  secretsOf,
  window,
} from "./calendar-under-test.suite.ts";
import type { Failure } from "./failure.ts";

/** Every failure is told for what it is, after one request. */
export function troubleSuite(open: () => Promise<ProviderUnderTest>): void {
  let on: CalendarUnderTest;
  beforeEach(async () => {
    on = new CalendarUnderTest(await open());
  });

  const inTwoMinutes = () => new Date(Date.now() + 120_000).toUTCString();
  const answered = (status: number, headers: Record<string, string> = {}): Fault => ({
    kind: "answer",
    status,
    headers,
  });

  test.each<[string, () => Fault, Partial<Failure>]>([
    ["401", () => on.it.refusals.unauthorized, { kind: "unauthorized" }],
    ["403", () => on.it.refusals.forbidden, { kind: "forbidden" }],
    ["its own word for too many requests", () => on.it.refusals.busy, { kind: "rateLimited" }],
    ["429 and seconds", () => answered(429, { "retry-after": "7" }), { kind: "rateLimited", retryAfterMs: 7000 }],
    ["500", () => answered(500), { kind: "unavailable", retryAfterMs: null }],
    ["503 and seconds", () => answered(503, { "retry-after": "30" }), { kind: "unavailable", retryAfterMs: 30_000 }],
    ["a lost connection", () => ({ kind: "lostAnswer" }), { kind: "unavailable" }],
  ])("%s is told for what it is, after one request", async (_name, fault, failure) => {
    on.it.meet(fault(), "any");
    const before = on.it.requests();
    const told = refused(await on.mirror.ask());
    expect(told).toMatchObject(failure);
    for (const secret of secretsOf(on.it.credentials)) expect(JSON.stringify(told)).not.toContain(secret);
    expect(on.it.requests() - before).toBe(1);
    expect(await on.mirror.read()).toEqual([]);
  });

  test("429 and a date is told as how long to wait", async () => {
    on.it.meet(answered(429, { "retry-after": inTwoMinutes() }), "any");
    const failure = refused(await on.mirror.ask());
    expect(failure.kind === "rateLimited" && failure.retryAfterMs).toBeGreaterThan(100_000);
    expect(failure.kind === "rateLimited" && failure.retryAfterMs).toBeLessThanOrEqual(121_000);
  });

  test("who does not answer is given up after a while", async () => {
    on.it.meet({ kind: "silence" }, "any");
    const question = { calendarId: on.it.calendarId, cursor: null, window };
    const failure = refused(await on.it.impatient.changes(on.access(), question));
    expect(failure).toMatchObject({ kind: "unavailable", detail: "timed out" });
  });

  test("nothing is asked for a caller who has given up, and no token is told of", async () => {
    const before = on.it.requests();
    const question = { calendarId: on.it.calendarId, cursor: null, window };
    const failure = refused(await on.it.provider.changes(on.access(AbortSignal.abort()), question));
    expect(failure).toMatchObject({ kind: "unavailable" });
    expect(on.it.requests()).toBe(before);
    expect(JSON.stringify(failure)).not.toMatch(/Bearer|Basic|access-|secret/);
  });

  test("a calendar and an event that are not there are not found", async () => {
    const nowhere = `${on.it.calendarId.replace(/\/$/, "")}-none${on.it.calendarId.endsWith("/") ? "/" : ""}`;
    const reading = await on.it.provider.changes(on.access(), { calendarId: nowhere, cursor: null, window });
    expect(refused(reading)).toMatchObject({ kind: "notFound" });
    const made = gained(await on.create(draftOf({})));
    gained(await on.it.provider.remove(on.access(), on.address(made.id), null));
    expect(refused(await on.it.provider.get(on.access(), on.address(made.id)))).toMatchObject({ kind: "notFound" });
  });
}
