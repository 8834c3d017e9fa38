import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { Fault } from "../../../test/stand-ins/faulty-road.ts";
import type {
  CalendarProvider,
  Change,
  ChangePage,
  Credentials,
  EventDetails,
  EventDraft,
  EventTime,
  OriginalStart,
  ProviderEvent,
} from "./calendar-provider.ts";
import type { Failure, Outcome } from "./failure.ts";
import { isNoticeOf, type Notice } from "./notice.ts";
import { occurrencesOf } from "./occurrences.ts";

/** An event that the coach makes in her own calendar program. */
interface OutsideEvent {
  readonly title: string;
  readonly time: EventTime;
  /** RRULE */
  readonly rule?: string;
  readonly blocking?: "busy" | "tentative" | "free";
}

/** What the coach does in her own calendar program. Ids are those of the port. */
export interface OutsideHand {
  add(event: OutsideEvent): Promise<string>;
  move(id: string, start: number, end: number): Promise<void>;
  delete(id: string): Promise<void>;
  moveOccurrence(id: string, originalStart: number, start: number): Promise<void>;
  deleteOccurrence(id: string, originalStart: number): Promise<void>;
  /** Puts something on an event that we never write, and says whether it is there. */
  decorate(id: string): Promise<void>;
  isDecorated(id: string): Promise<boolean>;
}

/** An adapter with an empty calendar at its provider, and pages of five events. */
export interface ProviderUnderTest {
  readonly provider: CalendarProvider;
  /** The same with no patience at all. */
  readonly impatient: CalendarProvider;
  readonly credentials: Credentials;
  readonly calendarId: string;
  readonly hand: OutsideHand;
  readonly hasFloatingTimes: boolean;
  /** Whether it knows that there was an event under a key which is not there any more. */
  readonly remembersDeleted: boolean;
  /** What the provider's own refusals look like. */
  readonly refusals: Readonly<Record<"unauthorized" | "forbidden" | "busy", Fault>>;
  /** The next request to the provider meets this. */
  meet(fault: Fault, which?: "any" | "write" | "events"): void;
  /** Requests sent so far. */
  requests(): number;
  /** A cursor that the provider does not know any more. */
  killed(cursor: string): string;
}

const HOUR = 3_600_000;
const newYork = "America/New_York";
const window = { start: Date.UTC(2027, 0, 1), end: Date.UTC(2028, 0, 1) };
const at = (text: string) => Date.parse(text);
/** Ten in New York, before the clocks change there on 14 March. */
const start = at("2027-03-01T15:00:00Z");

/** What every calendar must do. `open` gives one with nothing in it. */
export function calendarProviderSuite(open: () => Promise<ProviderUnderTest>): void {
  let it: ProviderUnderTest;
  let mirror: Mirror;

  beforeEach(async () => {
    it = await open();
    mirror = new Mirror(it);
  });

  const access = (signal = AbortSignal.timeout(20_000)) => ({ credentials: it.credentials, signal });
  const address = (id: string) => ({ calendarId: it.calendarId, id });
  const create = (draft: EventDraft) => it.provider.create(access(), it.calendarId, draft);
  const get = async (id: string) => gained(await it.provider.get(access(), address(id)));
  const update = (event: ProviderEvent, draft: EventDraft) =>
    it.provider.update(access(), address(event.id), event.etag ?? "", draft);

  describe("writing", () => {
    test("a calendar is named with its zone, and whether sessions can be written to it", async () => {
      const calendars = gained(await it.provider.calendars(access()));
      const found = calendars.find(({ id }) => id === it.calendarId);
      expect(found).toMatchObject({ writable: true, name: expect.any(String) });
    });

    test("an event is there as it was written", async () => {
      const draft = draftOf({ title: "Coaching with Ann", description: "Room 2\nsecond line", location: "Main St 1" });
      const made = gained(await create(draft));
      expect(made).toMatchObject({ key: draft.key, seriesId: null, recurrence: null, exceptions: [] });
      expect(made.details).toEqual(draft.details);
      expect(await get(made.id)).toEqual({ ...made, etag: expect.any(String) });
      expect(await mirror.times()).toEqual([[start, start + HOUR]]);
    });

    test.each<Partial<EventDetails>>([
      { title: "日本語, עברית; 👩🏽‍💻 \\ “x”", description: "a,b;c\\n\nBEGIN:VEVENT\nEND:VEVENT" },
      { title: "<script>alert(1)</script> & &amp; ]]>", location: "DTSTART:20200101T000000Z" },
      { title: `${"long ".repeat(50)}ü`, description: `${"Zeile ".repeat(400)}\n`.trimEnd() },
      { title: "Maybe", blocking: "tentative" },
      { title: "Free", blocking: "free" },
      { title: "Secret", isPrivate: true },
    ])("%o arrives as it is, and as one event", async (details) => {
      const draft = draftOf(details);
      const made = gained(await create(draft));
      expect((await get(made.id)).details).toEqual(draft.details);
      await mirror.read();
      expect([...mirror.events.values()].map((event) => event.details)).toEqual([draft.details]);
    });

    test("the same draft twice is one event, and the second time writes nothing over", async () => {
      const draft = draftOf({});
      const made = gained(await create(draft));
      await it.hand.move(made.id, start + HOUR, start + 2 * HOUR);
      const again = gained(await create(draft));
      expect(again).toMatchObject({ id: made.id, key: draft.key });
      expect(again.details.time).toMatchObject({ start: start + HOUR });
      expect(await mirror.times()).toEqual([[start + HOUR, start + 2 * HOUR]]);
    });

    test("a write that was done and whose answer was lost is not doubled by another try", async () => {
      const draft = draftOf({});
      it.meet({ kind: "lostAnswer" }, "write");
      expect(refused(await create(draft))).toMatchObject({ kind: "unavailable" });
      const again = gained(await create(draft));
      expect(again.details).toEqual(draft.details);
      expect(await mirror.times()).toEqual([[start, start + HOUR]]);
    });

    test("an event that the coach deleted is not made again by a late repeat", async () => {
      const draft = draftOf({});
      const made = gained(await create(draft));
      await it.hand.delete(made.id);
      const again = await create(draft);
      if (it.remembersDeleted) expect(refused(again)).toMatchObject({ kind: "notFound" });
      else expect(gained(again)).toMatchObject({ key: draft.key });
    });

    test("an event can be moved, and not by who knows an old version of it", async () => {
      const draft = draftOf({});
      const made = await get(gained(await create(draft)).id);
      const moved = gained(await update(made, movedBy(draft, HOUR)));
      expect(moved).toMatchObject({ id: made.id, uid: made.uid, key: draft.key });
      expect(moved.details.time).toMatchObject({ start: start + HOUR });
      expect((await get(made.id)).etag).not.toBe(made.etag);
      expect(refused(await update(made, movedBy(draft, 5 * HOUR)))).toMatchObject({ kind: "preconditionFailed" });
      expect(await mirror.times()).toEqual([[start + HOUR, start + 2 * HOUR]]);
    });

    test("an event that the coach deleted cannot be moved, and is not taken for a calendar that cannot be written to", async () => {
      const draft = draftOf({});
      const made = await get(gained(await create(draft)).id);
      await it.hand.delete(made.id);
      const { kind } = refused(await update(made, movedBy(draft, HOUR)));
      expect(["notFound", "preconditionFailed"]).toContain(kind);
      expect(await mirror.times()).toEqual([]);
    });

    test("what the coach put on it besides stays on it", async () => {
      const draft = draftOf({});
      const made = gained(await create(draft));
      await it.hand.decorate(made.id);
      gained(await update(await get(made.id), movedBy(draft, HOUR)));
      expect(await it.hand.isDecorated(made.id)).toBe(true);
      expect(await mirror.times()).toEqual([[start + HOUR, start + 2 * HOUR]]);
    });

    test("an event that is deleted is gone, once and for all", async () => {
      const made = gained(await create(draftOf({})));
      const known = await get(made.id);
      await it.hand.move(made.id, start + HOUR, start + 2 * HOUR);
      const stale = await it.provider.remove(access(), address(made.id), known.etag);
      expect(refused(stale)).toMatchObject({ kind: "preconditionFailed" });
      const { etag } = await get(made.id);
      expect(await it.provider.remove(access(), address(made.id), etag)).toEqual({ ok: true, value: null });
      expect(await it.provider.remove(access(), address(made.id), etag)).toEqual({ ok: true, value: null });
      expect(refused(await it.provider.get(access(), address(made.id)))).toMatchObject({ kind: "notFound" });
      expect(await mirror.times()).toEqual([]);
    });
  });

  describe("series", () => {
    const weekly = (count: number) => seriesOf(draftOf({}), `FREQ=WEEKLY;COUNT=${count}`);
    /** Ten o'clock each Monday in March: the clocks change after the second. */
    const mondays = [1, 8, 15, 22].map((day) => Date.UTC(2027, 2, day, day < 14 ? 15 : 14));
    const [first = 0, second = 0, third = 0, fourth = 0] = mondays;

    test("a series is one recurring event that keeps its wall time", async () => {
      const draft = weekly(4);
      const made = gained(await create(draft));
      expect(made.key).toBe(draft.key);
      expect(await mirror.starts()).toEqual(mondays);
      await mirror.read();
      for (const event of mirror.events.values()) expect(event.key).toBe(draft.key);
    });

    test("exceptions are written with the series, changed and taken back", async () => {
      const moved = { originalStart: second, details: detailsAt(second + HOUR) };
      const draft: EventDraft = { ...weekly(4), exceptions: [moved, { originalStart: third, details: null }] };
      const made = gained(await create(draft));
      expect(await mirror.starts()).toEqual([first, second + HOUR, fourth]);
      expect(startsIn([await get(made.id)])).toEqual([first, second + HOUR, fourth]);
      const known = await get(made.id);
      const changed = {
        ...draft,
        sequence: 1,
        exceptions: [{ originalStart: fourth, details: detailsAt(fourth - HOUR) }],
      };
      gained(await update(known, changed));
      expect(await mirror.starts()).toEqual([first, second, third, fourth - HOUR]);
      expect(startsIn([await get(made.id)])).toEqual([first, second, third, fourth - HOUR]);
    });

    test("a series without an end can be ended", async () => {
      const draft = seriesOf(draftOf({}), "FREQ=WEEKLY;BYDAY=MO");
      const made = await get(gained(await create(draft)).id);
      expect((await mirror.starts()).slice(0, 4)).toEqual(mondays);
      const ended = { ...seriesOf(draft, "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270315"), sequence: 1 };
      gained(await update(made, ended));
      expect(await mirror.starts()).toEqual([first, second, third]);
    });

    test("what the coach does to single sessions of it is seen", async () => {
      const made = gained(await create(weekly(4)));
      await mirror.read();
      await it.hand.moveOccurrence(made.id, second, second + 2 * HOUR);
      await it.hand.deleteOccurrence(made.id, third);
      expect(await mirror.starts()).toEqual([first, second + 2 * HOUR, fourth]);
      expect(startsIn([await get(made.id)])).toEqual([first, second + 2 * HOUR, fourth]);
      await it.hand.delete(made.id);
      expect(await mirror.starts()).toEqual([]);
    });
  });

  describe("reading", () => {
    test("everything at first, then what changed, and nothing when it is quiet", async () => {
      const [a, b] = [await it.hand.add(timed("A", start)), await it.hand.add(timed("B", start + 24 * HOUR))];
      expect(await mirror.titles()).toEqual(["A", "B"]);
      expect(mirror.lastWasFull).toBe(true);
      await it.hand.add(timed("C", start + 48 * HOUR));
      await it.hand.move(a, start + HOUR, start + 2 * HOUR);
      await it.hand.delete(b);
      gained(await create(draftOf({ title: "Ours" })));
      const changes = await mirror.read();
      expect(mirror.lastWasFull).toBe(false);
      expect(changes.filter(({ kind }) => kind === "removed")).toEqual([{ kind: "removed", id: b }]);
      expect([...mirror.events.values()].map(({ details, key }) => [details.title, key !== null]).sort()).toEqual([
        ["A", false],
        ["C", false],
        ["Ours", true],
      ]);
      expect(await mirror.read()).toEqual([]);
    });

    test("many events come in pages, and a page that was cut off is asked for again", async () => {
      for (let i = 0; i < 12; i++) await it.hand.add(timed(`Event ${i}`, start + i * HOUR));
      await mirror.page();
      expect(mirror.lastPage).toMatchObject({ more: true, full: true });
      for (const kind of ["cutOff", "shortened", "lostAnswer"] as const) {
        it.meet({ kind }, "events");
        expect(refused(await mirror.ask())).toMatchObject({ kind: "unavailable" });
      }
      expect((await mirror.titles()).length).toBe(12);
    });

    test("a dead cursor is told apart from every other trouble, and reading everything again mends it", async () => {
      await it.hand.add(timed("A", start));
      await mirror.read();
      mirror.cursor = it.killed(mirror.cursor ?? "");
      expect(refused(await mirror.ask())).toMatchObject({ kind: "cursorExpired" });
      mirror.cursor = null;
      await it.hand.add(timed("B", start + HOUR));
      expect(await mirror.titles()).toEqual(["A", "B"]);
    });

    test("whole days are dates, free and tentative times say so", async () => {
      const days: EventTime = { kind: "allDay", start: "2027-03-13", end: "2027-03-16" };
      await it.hand.add({ title: "Fair", time: days });
      await it.hand.add({ ...timed("Maybe", start), blocking: "tentative" });
      await it.hand.add({ ...timed("Free", start), blocking: "free" });
      await mirror.read();
      const details = new Map([...mirror.events.values()].map((event) => [event.details.title, event.details]));
      expect(details.get("Fair")?.time).toEqual(days);
      expect([details.get("Maybe")?.blocking, details.get("Free")?.blocking]).toEqual(["tentative", "free"]);
      const fair = mirror.occurrences(newYork).find((occurrence) => occurrence.details.title === "Fair");
      // The clocks go forward on the 14th: three days of 71 hours.
      expect([fair?.start, fair?.end]).toEqual([at("2027-03-13T05:00:00Z"), at("2027-03-16T04:00:00Z")]);
    });

    test("floating times lie in the zone of who reads them", async () => {
      if (!it.hasFloatingTimes) return;
      await it.hand.add({
        title: "Run",
        time: { kind: "floating", start: "2027-03-01T07:00", end: "2027-03-01T08:00" },
      });
      await mirror.read();
      expect(mirror.occurrences("Europe/Berlin").map((run) => run.start)).toEqual([at("2027-03-01T06:00:00Z")]);
      expect(mirror.occurrences(newYork).map((run) => run.start)).toEqual([at("2027-03-01T12:00:00Z")]);
    });

    test("a recurring event outside keeps its wall time, with its exceptions", async () => {
      const id = await it.hand.add({ ...timed("Yoga", start), rule: "FREQ=WEEKLY;COUNT=3" });
      await it.hand.add({
        title: "Bins",
        time: { kind: "allDay", start: "2027-03-02", end: "2027-03-03" },
        rule: "FREQ=DAILY;COUNT=2",
      });
      const yoga = [start, start + 168 * HOUR, start + 335 * HOUR];
      const bins = [at("2027-03-02T05:00:00Z"), at("2027-03-03T05:00:00Z")];
      expect(await mirror.starts()).toEqual([start, ...bins, ...yoga.slice(1)]);
      await it.hand.moveOccurrence(id, yoga[1] ?? 0, (yoga[1] ?? 0) + HOUR);
      await it.hand.deleteOccurrence(id, yoga[2] ?? 0);
      expect(await mirror.starts()).toEqual([start, ...bins, (yoga[1] ?? 0) + HOUR]);
      await it.hand.delete(id);
      expect(await mirror.starts()).toEqual(bins);
    });

    test("busy time is what is neither free nor cancelled, within the range", async () => {
      await it.hand.add(timed("A", start));
      await it.hand.add({ ...timed("B", start + HOUR), blocking: "tentative" });
      await it.hand.add({ ...timed("C", start + 3 * HOUR), blocking: "free" });
      await it.hand.add({ ...timed("D", start + 23 * HOUR), rule: "FREQ=DAILY;COUNT=2" });
      const range = { start: start + HOUR / 2, end: start + 24 * HOUR };
      const question = { calendarId: it.calendarId, range, timeZone: newYork };
      expect(gained(await it.provider.busy(access(), question))).toEqual([
        { start: range.start, end: start + 2 * HOUR },
        { start: start + 23 * HOUR, end: range.end },
      ]);
    });
  });

  describe("trouble", () => {
    const inTwoMinutes = () => new Date(Date.now() + 120_000).toUTCString();
    const answered = (status: number, headers: Record<string, string> = {}): Fault => ({
      kind: "answer",
      status,
      headers,
    });

    test.each<[string, () => Fault, Partial<Failure>]>([
      ["401", () => it.refusals.unauthorized, { kind: "unauthorized" }],
      ["403", () => it.refusals.forbidden, { kind: "forbidden" }],
      ["its own word for too many requests", () => it.refusals.busy, { kind: "rateLimited" }],
      ["429 and seconds", () => answered(429, { "retry-after": "7" }), { kind: "rateLimited", retryAfterMs: 7000 }],
      ["500", () => answered(500), { kind: "unavailable", retryAfterMs: null }],
      ["503 and seconds", () => answered(503, { "retry-after": "30" }), { kind: "unavailable", retryAfterMs: 30_000 }],
      ["a lost connection", () => ({ kind: "lostAnswer" }), { kind: "unavailable" }],
    ])("%s is told for what it is, after one request", async (_name, fault, failure) => {
      it.meet(fault(), "any");
      const before = it.requests();
      const told = refused(await mirror.ask());
      expect(told).toMatchObject(failure);
      for (const secret of secretsOf(it.credentials)) expect(JSON.stringify(told)).not.toContain(secret);
      expect(it.requests() - before).toBe(1);
      expect(await mirror.read()).toEqual([]);
    });

    test("429 and a date is told as how long to wait", async () => {
      it.meet(answered(429, { "retry-after": inTwoMinutes() }), "any");
      const failure = refused(await mirror.ask());
      expect(failure.kind === "rateLimited" && failure.retryAfterMs).toBeGreaterThan(100_000);
      expect(failure.kind === "rateLimited" && failure.retryAfterMs).toBeLessThanOrEqual(121_000);
    });

    test("who does not answer is given up after a while", async () => {
      it.meet({ kind: "silence" }, "any");
      const question = { calendarId: it.calendarId, cursor: null, window };
      const failure = refused(await it.impatient.changes(access(), question));
      expect(failure).toMatchObject({ kind: "unavailable", detail: "timed out" });
    });

    test("nothing is asked for a caller who has given up, and no token is told of", async () => {
      const before = it.requests();
      const question = { calendarId: it.calendarId, cursor: null, window };
      const failure = refused(await it.provider.changes(access(AbortSignal.abort()), question));
      expect(failure).toMatchObject({ kind: "unavailable" });
      expect(it.requests()).toBe(before);
      expect(JSON.stringify(failure)).not.toMatch(/Bearer|Basic|access-|secret/);
    });

    test("a calendar and an event that are not there are not found", async () => {
      const nowhere = `${it.calendarId.replace(/\/$/, "")}-none${it.calendarId.endsWith("/") ? "/" : ""}`;
      const reading = await it.provider.changes(access(), { calendarId: nowhere, cursor: null, window });
      expect(refused(reading)).toMatchObject({ kind: "notFound" });
      const made = gained(await create(draftOf({})));
      gained(await it.provider.remove(access(), address(made.id), null));
      expect(refused(await it.provider.get(access(), address(made.id)))).toMatchObject({ kind: "notFound" });
    });
  });

  /** What the calendar holds by all changes that were told. */
  class Mirror {
    readonly events = new Map<string, ProviderEvent>();
    cursor: string | null = null;
    lastPage: ChangePage | null = null;
    lastWasFull = false;
    readonly #it: ProviderUnderTest;
    #seen = new Set<string>();

    constructor(underTest: ProviderUnderTest) {
      this.#it = underTest;
    }

    ask(): Promise<Outcome<ChangePage>> {
      const { provider, calendarId } = this.#it;
      return provider.changes(access(), { calendarId, cursor: this.cursor, window });
    }

    async page(): Promise<ChangePage> {
      const page = gained(await this.ask());
      for (const change of page.changes) this.#take(change);
      this.cursor = page.cursor;
      this.lastPage = page;
      this.lastWasFull = page.full;
      if (page.full && !page.more) {
        for (const id of this.events.keys()) if (!this.#seen.has(id)) this.events.delete(id);
        this.#seen = new Set();
      }
      return page;
    }

    async read(): Promise<Change[]> {
      const changes: Change[] = [];
      for (let page = await this.page(); ; page = await this.page()) {
        changes.push(...page.changes);
        if (!page.more) return changes;
      }
    }

    #take(change: Change): void {
      if (change.kind === "changed") {
        this.events.set(change.event.id, change.event);
        this.#seen.add(change.event.id);
        return;
      }
      this.events.delete(change.id);
      for (const [id, { seriesId }] of this.events) if (seriesId === change.id) this.events.delete(id);
    }

    occurrences(timeZone: string) {
      return occurrencesOf([...this.events.values()], window, timeZone).occurrences;
    }

    async times(): Promise<number[][]> {
      await this.read();
      return this.occurrences(newYork).map((occurrence) => [occurrence.start, occurrence.end]);
    }

    async starts(): Promise<number[]> {
      return (await this.times()).map(([from = 0]) => from);
    }

    async titles(): Promise<string[]> {
      await this.read();
      return [...this.events.values()].map(({ details }) => details.title).sort();
    }
  }
}

/** What a calendar that tells of changes by itself must do besides. */
export function watchSuite(
  open: () => Promise<ProviderUnderTest>,
  box: () => { readonly address: string; arrived(): Promise<readonly Notice[]> },
): void {
  test("a watch tells of changes until it is stopped, and is renewed without a gap", async () => {
    const it = await open();
    const post = box();
    const access = { credentials: it.credentials, signal: AbortSignal.timeout(20_000) };
    const request = () => ({ id: randomUUID(), address: post.address, secret: randomUUID() });
    const [first, second] = [request(), request()];
    const watch = gained(await it.provider.watch(access, it.calendarId, first));
    expect(watch.expiresAt).toBeGreaterThan(Date.now() + 24 * HOUR);
    await post.arrived();
    await it.hand.add(timed("A", start));
    const [notice] = await post.arrived();
    if (!notice) throw new Error("Nothing was told.");
    expect(notice).toEqual({ watchId: watch.id, secret: first.secret, event: "changed" });
    expect(isNoticeOf(notice, watch)).toBe(true);
    expect(isNoticeOf(notice, { id: watch.id, secret: second.secret })).toBe(false);
    expect(isNoticeOf(notice, { id: second.id, secret: first.secret })).toBe(false);
    const renewed = gained(await it.provider.renew(access, it.calendarId, watch, second));
    await post.arrived();
    await it.hand.add(timed("B", start));
    const later = await post.arrived();
    expect(later.map(({ watchId, event }) => [watchId, event])).toEqual([[renewed.id, "changed"]]);
    expect(later.every((told) => isNoticeOf(told, renewed))).toBe(true);
    expect(await it.provider.stop(access, renewed)).toEqual({ ok: true, value: null });
    expect(await it.provider.stop(access, renewed)).toEqual({ ok: true, value: null });
    await it.hand.add(timed("C", start));
    expect(await post.arrived()).toEqual([]);
  });
}

function gained<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`It was refused: ${JSON.stringify(outcome.failure)}`);
  return outcome.value;
}

function refused(outcome: Outcome<unknown>): Failure {
  if (outcome.ok) throw new Error(`It was not refused but gave ${JSON.stringify(outcome.value)}`);
  return outcome.failure;
}

function secretsOf(credentials: Credentials): string[] {
  if (credentials.kind === "oauth") return [credentials.accessToken, credentials.refreshToken];
  return [credentials.password];
}

function timed(title: string, from: number): OutsideEvent {
  return { title, time: { kind: "timed", start: from, end: from + HOUR, timeZone: newYork } };
}

function detailsAt(from: number): EventDetails {
  return {
    ...{ title: "Session", description: "", location: "", blocking: "busy", cancelled: false, isPrivate: false },
    time: { kind: "timed", start: from, end: from + HOUR, timeZone: newYork },
  };
}

function draftOf(details: Partial<EventDetails>): EventDraft {
  const plain = { key: randomUUID(), sequence: 0, recurrence: null, exceptions: [] };
  return { ...plain, details: { ...detailsAt(start), ...details } };
}

function movedBy(draft: EventDraft, by: number): EventDraft {
  return { ...draft, sequence: draft.sequence + 1, details: detailsAt(start + by) };
}

function seriesOf(draft: EventDraft, rule: string): EventDraft {
  const recurrence = { start: "2027-03-01T10:00", timeZone: newYork, rules: [rule], excluded: [], added: [] };
  return { ...draft, recurrence };
}

function startsIn(events: readonly ProviderEvent[]): OriginalStart[] {
  return occurrencesOf(events, window, newYork).occurrences.map((occurrence) => occurrence.start);
}
