import { beforeEach, expect, test } from "vitest";
import type { EventDetails } from "./calendar-provider.ts";
import {
  CalendarUnderTest,
  draftOf,
  gained,
  HOUR,
  movedBy,
  type ProviderUnderTest,
  refused,
  start,
} from "./calendar-under-test.suite.ts";

/** Single events: as they were written, once, and never over what somebody changed meanwhile. */
export function writingSuite(open: () => Promise<ProviderUnderTest>): void {
  let on: CalendarUnderTest;
  beforeEach(async () => {
    on = new CalendarUnderTest(await open());
  });

  test("a calendar is named with its zone, and whether sessions can be written to it", async () => {
    const calendars = gained(await on.it.provider.calendars(on.access()));
    const found = calendars.find(({ id }) => id === on.it.calendarId);
    expect(found).toMatchObject({ writable: true, name: expect.any(String) });
  });

  test("an event is there as it was written", async () => {
    const draft = draftOf({ title: "Coaching with Ann", description: "Room 2\nsecond line", location: "Main St 1" });
    const made = gained(await on.create(draft));
    expect(made).toMatchObject({ key: draft.key, seriesId: null, recurrence: null, exceptions: [] });
    expect(made.details).toEqual(draft.details);
    expect(await on.get(made.id)).toEqual({ ...made, etag: expect.any(String) });
    expect(await on.mirror.times()).toEqual([[start, start + HOUR]]);
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
    const made = gained(await on.create(draft));
    expect((await on.get(made.id)).details).toEqual(draft.details);
    await on.mirror.read();
    expect([...on.mirror.events.values()].map((event) => event.details)).toEqual([draft.details]);
  });

  test("the same draft twice is one event, and the second time writes nothing over", async () => {
    const draft = draftOf({});
    const made = gained(await on.create(draft));
    await on.it.hand.move(made.id, start + HOUR, start + 2 * HOUR);
    const again = gained(await on.create(draft));
    expect(again).toMatchObject({ id: made.id, key: draft.key });
    expect(again.details.time).toMatchObject({ start: start + HOUR });
    expect(await on.mirror.times()).toEqual([[start + HOUR, start + 2 * HOUR]]);
  });

  test("a write that was done and whose answer was lost is not doubled by another try", async () => {
    const draft = draftOf({});
    on.it.meet({ kind: "lostAnswer" }, "write");
    expect(refused(await on.create(draft))).toMatchObject({ kind: "unavailable" });
    const again = gained(await on.create(draft));
    expect(again.details).toEqual(draft.details);
    expect(await on.mirror.times()).toEqual([[start, start + HOUR]]);
  });

  test("an event that the coach deleted is not made again by a late repeat", async () => {
    const draft = draftOf({});
    const made = gained(await on.create(draft));
    await on.it.hand.delete(made.id);
    const again = await on.create(draft);
    if (on.it.remembersDeleted) expect(refused(again)).toMatchObject({ kind: "notFound" });
    else expect(gained(again)).toMatchObject({ key: draft.key });
  });

  test("an event can be moved, and not by who knows an old version of it", async () => {
    const draft = draftOf({});
    const made = await on.get(gained(await on.create(draft)).id);
    const moved = gained(await on.update(made, movedBy(draft, HOUR)));
    expect(moved).toMatchObject({ id: made.id, uid: made.uid, key: draft.key });
    expect(moved.details.time).toMatchObject({ start: start + HOUR });
    expect((await on.get(made.id)).etag).not.toBe(made.etag);
    expect(refused(await on.update(made, movedBy(draft, 5 * HOUR)))).toMatchObject({ kind: "preconditionFailed" });
    expect(await on.mirror.times()).toEqual([[start + HOUR, start + 2 * HOUR]]);
  });

  test("an event that the coach deleted cannot be moved, and is not taken for a calendar that cannot be written to", async () => {
    const draft = draftOf({});
    const made = await on.get(gained(await on.create(draft)).id);
    await on.it.hand.delete(made.id);
    const { kind } = refused(await on.update(made, movedBy(draft, HOUR)));
    expect(["notFound", "preconditionFailed"]).toContain(kind);
    expect(await on.mirror.times()).toEqual([]);
  });

  test("what the coach put on it besides stays on it", async () => {
    const draft = draftOf({});
    const made = gained(await on.create(draft));
    await on.it.hand.decorate(made.id);
    gained(await on.update(await on.get(made.id), movedBy(draft, HOUR)));
    expect(await on.it.hand.isDecorated(made.id)).toBe(true);
    expect(await on.mirror.times()).toEqual([[start + HOUR, start + 2 * HOUR]]);
  });

  test("an event that is deleted is gone, once and for all", async () => {
    const made = gained(await on.create(draftOf({})));
    const known = await on.get(made.id);
    await on.it.hand.move(made.id, start + HOUR, start + 2 * HOUR);
    const stale = await on.it.provider.remove(on.access(), on.address(made.id), known.etag);
    expect(refused(stale)).toMatchObject({ kind: "preconditionFailed" });
    const { etag } = await on.get(made.id);
    expect(await on.it.provider.remove(on.access(), on.address(made.id), etag)).toEqual({ ok: true, value: null });
    expect(await on.it.provider.remove(on.access(), on.address(made.id), etag)).toEqual({ ok: true, value: null });
    expect(refused(await on.it.provider.get(on.access(), on.address(made.id)))).toMatchObject({ kind: "notFound" });
    expect(await on.mirror.times()).toEqual([]);
  });
}
