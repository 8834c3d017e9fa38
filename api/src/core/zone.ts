import latest from "moment-timezone/data/packed/latest.json" with { type: "json" };
import {
  DAY,
  formatDate,
  formatDateTime,
  type LocalDate,
  type LocalDateTime,
  MINUTE,
  parseDate,
  parseDateTime,
} from "./local-date.ts";
import { type PackedRules, unpackZone, type ZoneTable } from "./zone-rules.ts";

/**
 * A time zone: wall time ↔ instant. Instants are epoch milliseconds. Skipped wall time moves forward by the length of
 * the gap; repeated wall time means its first occurrence (RFC 5545 3.3.5).
 */
export class Zone {
  /** The name that was asked for: links keep theirs. */
  readonly id: string;
  readonly #transitions: readonly number[];
  readonly #offsets: readonly number[];
  /** The wall time up to which `offsets[i]` still reads a wall time. */
  readonly #wallEnds: readonly number[];
  /** Where the last searches ended: the next one nearly always ends there too. */
  #lastInstant = 0;
  #lastWall = 0;

  constructor(id: string, table: ZoneTable) {
    this.id = id;
    this.#transitions = table.transitions;
    this.#offsets = table.offsets;
    this.#wallEnds = table.transitions.map((at, i) => at + Math.max(table.offsets[i] ?? 0, table.offsets[i + 1] ?? 0));
  }

  /** Minutes east of UTC at an instant; a fraction only before standard time was introduced. */
  offsetMinutesAt(instant: number): number {
    return this.offsetAt(instant) / MINUTE;
  }

  /** Milliseconds east of UTC at an instant. */
  offsetAt(instant: number): number {
    return this.#offsets[this.#indexOfInstant(instant)] ?? 0;
  }

  /** The instant of a wall time. Throws RangeError when the text is no wall time. */
  toInstant(wall: LocalDateTime): number {
    return this.instantOfWall(parseDateTime(wall));
  }

  /** Like `toInstant`, from wall milliseconds (the wall time read as if it were UTC). */
  instantOfWall(wall: number): number {
    return wall - (this.#offsets[this.#indexOfWall(wall)] ?? 0);
  }

  /** Whether a wall time is shown at all: false inside a skipped hour. */
  exists(wall: LocalDateTime): boolean {
    const at = parseDateTime(wall);
    const instant = this.instantOfWall(at);
    return instant + this.offsetAt(instant) === at;
  }

  /** Whether a wall time is shown twice. */
  isRepeated(wall: LocalDateTime): boolean {
    return this.secondInstant(wall) !== null;
  }

  /** The second instant of a wall time that is shown twice, else null. */
  secondInstant(wall: LocalDateTime): number | null {
    const at = parseDateTime(wall);
    const i = this.#indexOfWall(at);
    const second = at - (this.#offsets[i + 1] ?? this.#offsets[i] ?? 0);
    const transition = this.#transitions[i];
    return transition !== undefined &&
      second >= transition &&
      second !== this.instantOfWall(at) &&
      second + this.offsetAt(second) === at &&
      this.exists(wall)
      ? second
      : null;
  }

  /** The wall time at an instant, `YYYY-MM-DDTHH:MM`, with seconds only where they are not zero. */
  toLocal(instant: number): LocalDateTime {
    return formatDateTime(instant + this.offsetAt(instant));
  }

  /** The local date at an instant. */
  localDate(instant: number): LocalDate {
    return formatDate(this.localDay(instant));
  }

  /** The local date at an instant as a day number (days since 1970-01-01). */
  localDay(instant: number): number {
    return Math.floor((instant + this.offsetAt(instant)) / DAY);
  }

  /** The first instant of a local date: 01:00 where midnight is skipped. Throws RangeError when the text is no date. */
  startOfDay(date: LocalDate): number {
    return this.startOfDayNumber(parseDate(date));
  }

  /** The first instant after a local date. A date that the zone leaves out ends where it starts. */
  endOfDay(date: LocalDate): number {
    return this.startOfDayNumber(parseDate(date) + 1);
  }

  /** Like `startOfDay`, from a day number. */
  startOfDayNumber(epochDay: number): number {
    const midnight = epochDay * DAY;
    const i = this.#indexOfWall(midnight);
    const instant = midnight - (this.#offsets[i] ?? 0);
    const transition = this.#transitions[i];
    // Inside a gap the day begins when the gap is over, not a gap's length after midnight.
    return transition !== undefined && instant > transition ? transition : instant;
  }

  /** The first change of the offset after an instant, or null when the rules have none. */
  nextTransition(instant: number): number | null {
    return this.#transitions[this.#indexOfInstant(instant)] ?? null;
  }

  #indexOfInstant(instant: number): number {
    if (!isPlace(this.#transitions, this.#lastInstant, instant)) {
      this.#lastInstant = firstAbove(this.#transitions, instant);
    }
    return this.#lastInstant;
  }

  #indexOfWall(wall: number): number {
    if (!isPlace(this.#wallEnds, this.#lastWall, wall)) this.#lastWall = firstAbove(this.#wallEnds, wall);
    return this.#lastWall;
  }
}

/** Whether `firstAbove` would say `index`. */
function isPlace(sorted: readonly number[], index: number, value: number): boolean {
  return value < (sorted[index] ?? Infinity) && (index === 0 || value >= (sorted[index - 1] ?? Infinity));
}

/** The number of entries that are not above `value`. */
function firstAbove(sorted: readonly number[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? 0) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

type ZoneDatabase = {
  readonly release: string;
  readonly packed: ReadonlyMap<string, string>;
  readonly links: ReadonlyMap<string, string>;
  /** Country codes by zone. */
  readonly countries: ReadonlyMap<string, readonly string[]>;
  readonly zones: Map<string, Zone>;
};

function databaseOf(rules: PackedRules): ZoneDatabase {
  return {
    release: rules.version,
    packed: new Map(rules.zones.map((zonePacked) => [zonePacked.slice(0, zonePacked.indexOf("|")), zonePacked])),
    links: new Map(rules.links.map((link) => [link.slice(link.indexOf("|") + 1), link.slice(0, link.indexOf("|"))])),
    countries: countriesByZone(rules.countries ?? []),
    zones: new Map(),
  };
}

/** From `country|zone zone …`. */
function countriesByZone(countries: readonly string[]): Map<string, string[]> {
  const byZone = new Map<string, string[]>();
  for (const line of countries) {
    const [country = "", zones = ""] = line.split("|");
    for (const id of zones.split(" ")) byZone.set(id, [...(byZone.get(id) ?? []), country]);
  }
  return byZone;
}

let database = databaseOf(latest);

/** Release of the time zone database that every conversion uses, for example `2026f`. */
export let tzdbRelease: string = database.release;

/**
 * Reads all zones from other rules from now on, and returns a function that goes back. For trying a change of the
 * rules; `Zone` objects that are already in somebody's hands keep theirs.
 */
export function useZoneRules(rules: PackedRules): () => void {
  const before = database;
  database = databaseOf(rules);
  tzdbRelease = database.release;
  return () => {
    database = before;
    tzdbRelease = before.release;
  };
}

/** The rules that are in use, to be changed and given to `useZoneRules`. */
export function defaultZoneRules(): PackedRules {
  return latest;
}

/** The zone of an IANA name; links such as Asia/Calcutta are accepted. Throws RangeError for a name that is not in the database. */
export function zone(id: string): Zone {
  const known = database.zones.get(id);
  if (known !== undefined) return known;
  const packed = database.packed.get(database.links.get(id) ?? id);
  if (packed === undefined) {
    throw new RangeError(`“${id.slice(0, 60)}” is not a known time zone. A time zone reads like America/New_York.`);
  }
  const made = new Zone(id, unpackZone(packed));
  database.zones.set(id, made);
  return made;
}

/** Whether a name is a zone or a link of the time zone database. */
export function isZone(id: string): boolean {
  return database.packed.has(id) || database.links.has(id);
}

/** Codes of the countries that keep the time of a zone, which is known by these names; sorted. */
export function countriesOf(names: readonly string[]): string[] {
  return [...new Set(names.flatMap((name) => database.countries.get(name) ?? []))].sort();
}

/** Zones that the packed data files under a name of the past; today's is one of their links. */
const presentNames = new Map([
  ["America/Fort_Wayne", "America/Indiana/Indianapolis"],
  ["America/Godthab", "America/Nuuk"],
  ["Asia/Rangoon", "Asia/Yangon"],
  ["Europe/Kiev", "Europe/Kyiv"],
  ["Pacific/Enderbury", "Pacific/Kanton"],
]);

/** Every zone by its present name with the other names that mean the same, sorted. */
export function zoneIds(): { id: string; aliases: string[] }[] {
  const names = new Map<string, string[]>([...database.packed.keys()].map((id) => [id, [id]]));
  for (const [link, target] of database.links) names.get(target)?.push(link);
  const zones = [...names].map(([packed, all]) => {
    const id = presentNames.get(packed) ?? packed;
    return { id, aliases: all.filter((name) => name !== id).sort() };
  });
  return zones.sort((a, b) => (a.id < b.id ? -1 : 1));
}
