import { beforeEach, expect, test } from "vitest";
import type { EventTime } from "./calendar-provider.ts";
import {
  at,
  CalendarUnderTest,
  draftOf,
  gained,
  HOUR,
  newYork,
  type ProviderUnderTest,
  refused,
  start,
  timed,
} from "./calendar-under-test.suite.ts";

/** What the coach does outside is seen, all of it and once. */
export function readingSuite(open: () => Promise<ProviderUnderTest>): void {
  let on: CalendarUnderTest;
  beforeEach(async () => {
    on = new CalendarUnderTest(await open());
  });

  test("everything at first, then what changed, and nothing when it is quiet", async () => {
    const [a, b] = [await on.it.hand.add(timed("A", start)), await on.it.hand.add(timed("B", start + 24 * HOUR))];
    expect(await on.mirror.titles()).toEqual(["A", "B"]);
    expect(on.mirror.lastWasFull).toBe(true);
    await on.it.hand.add(timed("C", start + 48 * HOUR));
    await on.it.hand.move(a, start + HOUR, start + 2 * HOUR);
    await on.it.hand.delete(b);
    gained(await on.create(draftOf({ title: "Ours" })));
    const changes = await on.mirror.read();
    expect(on.mirror.lastWasFull).toBe(false);
    expect(changes.filter(({ kind }) => kind === "removed")).toEqual([{ kind: "removed", id: b }]);
    expect([...on.mirror.events.values()].map(({ details, key }) => [details.title, key !== null]).sort()).toEqual([
      ["A", false],
      ["C", false],
      ["Ours", true],
    ]);
    expect(await on.mirror.read()).toEqual([]);
  });

  test("many events come in pages, and a page that was cut off is asked for again", async () => {
    for (let i = 0; i < 12; i++) await on.it.hand.add(timed(`Event ${i}`, start + i * HOUR));
    await on.mirror.page();
    expect(on.mirror.lastPage).toMatchObject({ more: true, full: true });
    for (const kind of ["cutOff", "shortened", "lostAnswer"] as const) {
      on.it.meet({ kind }, "events");
      expect(refused(await on.mirror.ask())).toMatchObject({ kind: "unavailable" });
    }
    expect((await on.mirror.titles()).length).toBe(12);
  });

  test("a dead cursor is told apart from every other trouble, and reading everything again mends it", async () => {
    await on.it.hand.add(timed("A", start));
    await on.mirror.read();
    on.mirror.cursor = on.it.killed(on.mirror.cursor ?? "");
    expect(refused(await on.mirror.ask())).toMatchObject({ kind: "cursorExpired" });
    on.mirror.cursor = null;
    await on.it.hand.add(timed("B", start + HOUR));
    expect(await on.mirror.titles()).toEqual(["A", "B"]);
  });

  test("whole days are dates, free and tentative times say so", async () => {
    const days: EventTime = { kind: "allDay", start: "2027-03-13", end: "2027-03-16" };
    await on.it.hand.add({ title: "Fair", time: days });
    await on.it.hand.add({ ...timed("Maybe", start), blocking: "tentative" });
    await on.it.hand.add({ ...timed("Free", start), blocking: "free" });
    await on.mirror.read();
    const details = new Map([...on.mirror.events.values()].map((event) => [event.details.title, event.details]));
    expect(details.get("Fair")?.time).toEqual(days);
    expect([details.get("Maybe")?.blocking, details.get("Free")?.blocking]).toEqual(["tentative", "free"]);
    const fair = on.mirror.occurrences(newYork).find((occurrence) => occurrence.details.title === "Fair");
    // The clocks go forward on the 14th: three days of 71 hours.
    expect([fair?.start, fair?.end]).toEqual([at("2027-03-13T05:00:00Z"), at("2027-03-16T04:00:00Z")]);
  });

  test("floating times lie in the zone of who reads them", async () => {
    if (!on.it.hasFloatingTimes) return;
    await on.it.hand.add({
      title: "Run",
      time: { kind: "floating", start: "2027-03-01T07:00", end: "2027-03-01T08:00" },
    });
    await on.mirror.read();
    expect(on.mirror.occurrences("Europe/Berlin").map((run) => run.start)).toEqual([at("2027-03-01T06:00:00Z")]);
    expect(on.mirror.occurrences(newYork).map((run) => run.start)).toEqual([at("2027-03-01T12:00:00Z")]);
  });

  test("a recurring event outside keeps its wall time, with its exceptions", async () => {
    const id = await on.it.hand.add({ ...timed("Yoga", start), rule: "FREQ=WEEKLY;COUNT=3" });
    await on.it.hand.add({
      title: "Bins",
      time: { kind: "allDay", start: "2027-03-02", end: "2027-03-03" },
      rule: "FREQ=DAILY;COUNT=2",
    });
    const yoga = [start, start + 168 * HOUR, start + 335 * HOUR];
    const bins = [at("2027-03-02T05:00:00Z"), at("2027-03-03T05:00:00Z")];
    expect(await on.mirror.starts()).toEqual([start, ...bins, ...yoga.slice(1)]);
    await on.it.hand.moveOccurrence(id, yoga[1] ?? 0, (yoga[1] ?? 0) + HOUR);
    await on.it.hand.deleteOccurrence(id, yoga[2] ?? 0);
    expect(await on.mirror.starts()).toEqual([start, ...bins, (yoga[1] ?? 0) + HOUR]);
    await on.it.hand.delete(id);
    expect(await on.mirror.starts()).toEqual(bins);
  });

  test("busy time is what is neither free nor cancelled, within the range", async () => {
    await on.it.hand.add(timed("A", start));
    await on.it.hand.add({ ...timed("B", start + HOUR), blocking: "tentative" });
    await on.it.hand.add({ ...timed("C", start + 3 * HOUR), blocking: "free" });
    await on.it.hand.add({ ...timed("D", start + 23 * HOUR), rule: "FREQ=DAILY;COUNT=2" });
    const range = { start: start + HOUR / 2, end: start + 24 * HOUR };
    const question = { calendarId: on.it.calendarId, range, timeZone: newYork };
    expect(gained(await on.it.provider.busy(on.access(), question))).toEqual([
      { start: range.start, end: start + 2 * HOUR },
      { start: start + 23 * HOUR, end: range.end },
    ]);
  });
}
