import ICAL from "ical.js";
import { findIana } from "windows-iana";
import { HOUR } from "../../../core/local-date.ts";
import { isZone, zone, zoneIds } from "../../../core/zone.ts";

/** The zone of our database for a name that a calendar program gave: IANA's, Windows's, or one of these in a path. */
export function knownZone(name: string): string | null {
  const plain = name.trim().replace(/^["/]+|"$/g, "");
  if (isZone(plain)) return plain;
  // `/mozilla.org/20050126_1/Europe/Berlin`
  const tail = /([A-Za-z_]+\/[A-Za-z_+-]+(?:\/[A-Za-z_]+)?)$/.exec(plain)?.[1];
  if (tail !== undefined && isZone(tail)) return tail;
  const shorter = tail?.split("/").slice(1).join("/");
  if (shorter && isZone(shorter)) return shorter;
  return findIana(plain).find(isZone) ?? null;
}

/**
 * What TZIDs of a calendar mean. The name decides where it means something, since our rules are newer than the file's;
 * else a zone that did the same as the file's VTIMEZONE around a year; else a fixed offset; null when nothing helps.
 */
export function zoneReader(zones: readonly (readonly string[])[]): (tzid: string, year: number) => string | null {
  const bodies = new Map(zones.map((lines) => [valueIn(lines, "TZID"), lines]));
  const found = new Map<string, string | null>();
  return (tzid, year) => {
    const key = `${year} ${tzid}`;
    const before = found.get(key);
    if (before !== undefined) return before;
    const lines = bodies.get(tzid);
    const named = knownZone(tzid) ?? (lines ? knownZone(valueIn(lines, "X-LIC-LOCATION")) : null);
    const meant = named ?? (lines ? zoneByRules(lines, year) : null);
    // A file with a zone for every event must not make us remember them all.
    if (found.size < 1000) found.set(key, meant);
    return meant;
  };
}

function valueIn(lines: readonly string[], name: string): string {
  const line = lines.find((it) => it.toUpperCase().startsWith(`${name}:`) || it.toUpperCase().startsWith(`${name};`));
  return line?.slice(line.indexOf(":") + 1).trim() ?? "";
}

/** Noon on four days of each month of two years. */
function samples(year: number): Date[] {
  return Array.from({ length: 96 }, (_, i) => new Date(Date.UTC(year, Math.floor(i / 4), 4 + (i % 4) * 7, 12)));
}

function zoneByRules(lines: readonly string[], year: number): string | null {
  // ical.js would count out a rule per second; a zone changes once or twice a year.
  const rules = lines.filter((line) => /^RRULE[;:]/i.test(line));
  if (rules.some((rule) => !/FREQ=YEARLY/i.test(rule) || /BY(HOUR|MINUTE|SECOND)=/i.test(rule))) return null;
  if (lines.length > 400 || year < 1970 || year > 2100) return null;
  try {
    const text = ["BEGIN:VTIMEZONE", ...lines, "END:VTIMEZONE"].join("\r\n");
    const component = ICAL.Component.fromString(text);
    const theirs = new ICAL.Timezone({ component, tzid: valueIn(lines, "TZID") });
    const offsets = samples(year).map((date) => theirs.utcOffset(ICAL.Time.fromJSDate(date, true)));
    return zoneOfOffsets(offsets.join(), year) ?? fixedZone(offsets);
  } catch {
    return null;
  }
}

const signatures = new Map<number, Map<string, string>>();

function zoneOfOffsets(signature: string, year: number): string | null {
  let known = signatures.get(year);
  if (known === undefined) {
    const walls = samples(year).map((date) => date.getTime());
    known = new Map<string, string>();
    for (const { id } of zoneIds()) {
      const at = zone(id);
      const key = walls.map((wall) => at.offsetAt(at.instantOfWall(wall)) / 1000).join();
      const better = known.get(key);
      // Of those that do the same, a place rather than `Etc/…`.
      if (better === undefined || (!better.includes("/") && id.includes("/"))) known.set(key, id);
    }
    if (signatures.size > 20) signatures.clear();
    signatures.set(year, known);
  }
  return known.get(signature) ?? null;
}

function fixedZone(offsets: readonly number[]): string | null {
  const hours = (offsets[0] ?? 0) / (HOUR / 1000);
  if (!Number.isInteger(hours) || new Set(offsets).size > 1) return null;
  const id = hours === 0 ? "UTC" : `Etc/GMT${hours > 0 ? "-" : "+"}${Math.abs(hours)}`;
  return isZone(id) ? id : null;
}
