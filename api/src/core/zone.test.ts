import { describe, expect, test } from "vitest";
import { joda } from "../../test/js-joda.ts";
import { DAY, HOUR, MINUTE } from "./local-date.ts";
import { defaultZoneRules, isZone, tzdbRelease, useZoneRules, zone, zoneIds } from "./zone.ts";

const { Instant, LocalDateTime, ZoneId } = joda;

describe("every zone of the database", () => {
  // Every change of every zone from 1970 to 2050, a second before and after it, and halfway to the next one.
  const probes = (id: string): number[] => {
    const instants: number[] = [];
    const end = Date.UTC(2050, 0, 1);
    for (let change = zone(id).nextTransition(0); change !== null && change < end; ) {
      const next = zone(id).nextTransition(change);
      instants.push(change - 1000, change, change + 1000, Math.floor((change + (next ?? end)) / 2000) * 1000);
      change = next;
    }
    return instants;
  };

  test("shows the wall time that js-joda shows, and finds the instants again", { timeout: 60_000 }, () => {
    let compared = 0;
    for (const { id } of zoneIds()) {
      const at = ZoneId.of(id);
      for (const instant of probes(id)) {
        const wall = LocalDateTime.ofInstant(Instant.ofEpochMilli(instant), at);
        const local = zone(id).toLocal(instant);
        if (local !== wall.toString()) expect.fail(`${id} at ${instant}: ${local} is not ${wall.toString()}`);
        const again = wall.atZone(at).toInstant().toEpochMilli();
        if (zone(id).toInstant(local) !== again) expect.fail(`${id}: ${local} is not at ${again}`);
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(50_000);
  });

  test("reads skipped and repeated wall times as js-joda does", { timeout: 60_000 }, () => {
    let skipped = 0;
    let repeated = 0;
    for (const { id } of zoneIds()) {
      const at = ZoneId.of(id);
      for (
        let change = zone(id).nextTransition(Date.UTC(2000, 0, 1));
        change !== null && change < Date.UTC(2040, 0, 1);
      ) {
        const before = zone(id).offsetMinutesAt(change - 1);
        const after = zone(id).offsetMinutesAt(change);
        const wall = LocalDateTime.ofInstant(Instant.ofEpochMilli(change), ZoneId.of("UTC"))
          .plusSeconds(Math.min(before, after) * 60)
          .plusMinutes(Math.abs(after - before) / 2);
        const text = wall.toString();
        const valid = at.rules().validOffsets(wall).length;
        expect([id, text, zone(id).exists(text)]).toEqual([id, text, valid > 0]);
        expect([id, text, zone(id).isRepeated(text)]).toEqual([id, text, valid > 1]);
        expect([id, text, zone(id).toInstant(text)]).toEqual([id, text, wall.atZone(at).toInstant().toEpochMilli()]);
        if (valid === 0) skipped++;
        if (valid > 1) repeated++;
        change = zone(id).nextTransition(change);
      }
    }
    expect(skipped).toBeGreaterThan(1000);
    expect(repeated).toBeGreaterThan(1000);
  });
});

describe("a zone", () => {
  test("knows summer time at the end of the century", () => {
    expect(zone("America/New_York").toLocal(Date.UTC(2099, 6, 1, 12))).toBe("2099-07-01T08:00");
    expect(zone("Australia/Sydney").toInstant("2099-01-01T09:00")).toBe(Date.UTC(2098, 11, 31, 22));
  });

  test("keeps the name that was asked for", () => {
    expect(zone("Asia/Calcutta").id).toBe("Asia/Calcutta");
    expect(zoneIds().find(({ id }) => id === "Asia/Kolkata")?.aliases).toEqual(["Asia/Calcutta"]);
  });

  test("is listed once, by its present name", () => {
    const names = zoneIds().flatMap(({ id, aliases }) => [id, ...aliases]);
    expect(names).toHaveLength(new Set(names).size);
    expect(names.every(isZone)).toBe(true);
    expect(zoneIds().find(({ id }) => id === "Europe/Kyiv")?.aliases).toContain("Europe/Kiev");
    expect(zoneIds().map(({ id }) => id)).toEqual(
      expect.arrayContaining(["America/Nuuk", "Asia/Yangon", "Pacific/Kanton"]),
    );
  });

  test.each(["", "Mars/Olympus", "america/new_york", "EST5", "+02:00", "W. Europe Standard Time", "__proto__"])(
    "refuses the unknown name “%s”",
    (id) => {
      expect(isZone(id)).toBe(false);
      expect(() => zone(id)).toThrow(/is not a known time zone/);
    },
  );

  test.each([
    "2026-02-29T09:00",
    "2026-13-01T09:00",
    "2026-03-08T24:00",
    "2026-03-08T09:60",
    "2026-03-08",
    "2026-03-08T09:00Z",
  ])("refuses the wall time “%s”", (wall) => expect(() => zone("UTC").toInstant(wall)).toThrow(RangeError));

  test("shows seconds only where there are some", () => {
    expect(zone("UTC").toLocal(90 * 1000)).toBe("1970-01-01T00:01:30");
    expect(zone("UTC").toLocal(HOUR)).toBe("1970-01-01T01:00");
    expect(zone("UTC").toLocal(-MINUTE)).toBe("1969-12-31T23:59");
  });

  test("lets days follow each other without gap or overlap", () => {
    for (const id of ["America/Santiago", "Africa/Cairo", "America/Havana", "Pacific/Apia", "America/St_Johns"]) {
      const at = zone(id);
      const first = Date.UTC(2005, 0, 1) / DAY;
      for (let day = first; day < first + 9000; day++) {
        const start = at.startOfDayNumber(day);
        if (start === at.startOfDayNumber(day + 1)) continue;
        expect([id, at.localDay(start), at.localDay(start - 1) < day]).toEqual([id, day, true]);
      }
    }
  });
});

describe("a change of the rules", () => {
  test("moves the instant of a wall time, and can be taken back", () => {
    const wall = "2027-07-01T09:00";
    const before = zone("America/New_York").toInstant(wall);
    const rules = defaultZoneRules();
    const madeUp = rules.zones.map((packed) =>
      packed.startsWith("America/New_York|") ? "America/New_York|EST|50|0||" : packed,
    );
    const restore = useZoneRules({ ...rules, version: "2030z", zones: madeUp });
    try {
      expect(tzdbRelease).toBe("2030z");
      expect(zone("America/New_York").toInstant(wall)).toBe(before + HOUR);
      expect(zone("US/Eastern").toInstant(wall)).toBe(before + HOUR);
    } finally {
      restore();
    }
    expect(tzdbRelease).toBe("2026f");
    expect(zone("America/New_York").toInstant(wall)).toBe(before);
  });
});
