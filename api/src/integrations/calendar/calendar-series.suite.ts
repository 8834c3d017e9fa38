import { beforeEach, expect, test } from "vitest";
import type { EventDraft } from "./calendar-provider.ts";
import {
  CalendarUnderTest,
  detailsAt,
  draftOf,
  gained,
  HOUR,
  type ProviderUnderTest,
  seriesOf,
  startsIn,
} from "./calendar-under-test.suite.ts";

/** Series: one recurring event with its exceptions. */
export function seriesSuite(open: () => Promise<ProviderUnderTest>): void {
  let on: CalendarUnderTest;
  beforeEach(async () => {
    on = new CalendarUnderTest(await open());
  });

  const weekly = (count: number) => seriesOf(draftOf({}), `FREQ=WEEKLY;COUNT=${count}`);
  /** Ten o'clock each Monday in March: the clocks change after the second. */
  const mondays = [1, 8, 15, 22].map((day) => Date.UTC(2027, 2, day, day < 14 ? 15 : 14));
  const [first = 0, second = 0, third = 0, fourth = 0] = mondays;

  test("a series is one recurring event that keeps its wall time", async () => {
    const draft = weekly(4);
    const made = gained(await on.create(draft));
    expect(made.key).toBe(draft.key);
    expect(await on.mirror.starts()).toEqual(mondays);
    await on.mirror.read();
    for (const event of on.mirror.events.values()) expect(event.key).toBe(draft.key);
  });

  test("exceptions are written with the series, changed and taken back", async () => {
    const moved = { originalStart: second, details: detailsAt(second + HOUR) };
    const draft: EventDraft = { ...weekly(4), exceptions: [moved, { originalStart: third, details: null }] };
    const made = gained(await on.create(draft));
    expect(await on.mirror.starts()).toEqual([first, second + HOUR, fourth]);
    expect(startsIn([await on.get(made.id)])).toEqual([first, second + HOUR, fourth]);
    const known = await on.get(made.id);
    const changed = {
      ...draft,
      sequence: 1,
      exceptions: [{ originalStart: fourth, details: detailsAt(fourth - HOUR) }],
    };
    gained(await on.update(known, changed));
    expect(await on.mirror.starts()).toEqual([first, second, third, fourth - HOUR]);
    expect(startsIn([await on.get(made.id)])).toEqual([first, second, third, fourth - HOUR]);
  });

  test("a series without an end can be ended", async () => {
    const draft = seriesOf(draftOf({}), "FREQ=WEEKLY;BYDAY=MO");
    const made = await on.get(gained(await on.create(draft)).id);
    expect((await on.mirror.starts()).slice(0, 4)).toEqual(mondays);
    const ended = { ...seriesOf(draft, "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270315"), sequence: 1 };
    gained(await on.update(made, ended));
    expect(await on.mirror.starts()).toEqual([first, second, third]);
  });

  test("what the coach does to single sessions of it is seen", async () => {
    const made = gained(await on.create(weekly(4)));
    await on.mirror.read();
    await on.it.hand.moveOccurrence(made.id, second, second + 2 * HOUR);
    await on.it.hand.deleteOccurrence(made.id, third);
    expect(await on.mirror.starts()).toEqual([first, second + 2 * HOUR, fourth]);
    expect(startsIn([await on.get(made.id)])).toEqual([first, second + 2 * HOUR, fourth]);
    await on.it.hand.delete(made.id);
    expect(await on.mirror.starts()).toEqual([]);
  });
}
