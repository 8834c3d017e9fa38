import { countryName, isOwnPlace } from "../../lib/names.ts";
import { formatOffset, zoneCity } from "../../lib/time.ts";

export type Zone = {
  readonly id: string;
  readonly offsetMinutes: number;
  readonly city: string;
  /** Codes of the countries that keep it. */
  readonly countries: readonly string[];
  readonly aliases: readonly string[];
};

/** A line of the list. */
export type Place = {
  readonly id: string;
  readonly offsetMinutes: number;
  readonly city: string;
  /** Where there is one only. */
  readonly country: string | null;
  /** All else that finds it. */
  readonly names: readonly string[];
};
export type PlaceMatch = {
  readonly place: Place /** The older or other name by which it was found. */;
  readonly alias: string | null;
};

/** What people call countries besides their names. */
const nicknames: Readonly<Record<string, string>> = {
  AE: "UAE",
  CZ: "Czech Republic",
  GB: "UK, Great Britain, England, Scotland, Wales",
  NL: "Holland",
  TR: "Turkey",
  US: "USA, America",
};

/**
 * The places a person may say she is at. Cities whose clocks agree since 1970 are one zone with many names: Oslo is a
 * place of its own, Calcutta another name of Kolkata. Zones that are no place, such as Etc/GMT+5, are left out.
 */
export function placesOf(zones: readonly Zone[]): Place[] {
  return zones.filter(isPlace).flatMap(({ id, offsetMinutes, city, countries, aliases }) => {
    const own = aliases.filter(isOwnPlace);
    const spoken = countries.flatMap((code) => [countryName(code), ...(nicknames[code]?.split(", ") ?? [])]);
    const country = countries.length === 1 && countries[0] ? countryName(countries[0]) : null;
    const names = [...aliases.filter((alias) => !own.includes(alias)), ...spoken];
    return [
      { id, offsetMinutes, city: id === "Etc/UTC" ? "UTC" : city, country, names },
      ...own.map((alias) => ({ id: alias, offsetMinutes, city: zoneCity(alias), country, names: spoken })),
    ];
  });
}

/** Places for what was typed, best first: by city, region, country, other names ("Calcutta") or offset ("+5:30"). */
export function searchPlaces(places: readonly Place[], text: string, limit = 60): PlaceMatch[] {
  const words = fold(text);
  if (!words) return places.slice(0, limit).map((place) => ({ place, alias: null }));
  return places
    .flatMap((place) => {
      const found = match(place, words);
      return found ? [found] : [];
    })
    .toSorted((a, b) => a.rank - b.rank || (a.place.city < b.place.city ? -1 : 1))
    .slice(0, limit)
    .map(({ place, alias }) => ({ place, alias }));
}

/** Before anything is typed: these first, then what lies nearest by the clock. */
export function nearestFirst(places: readonly Place[], first: readonly string[], offsetMinutes: number): Place[] {
  const distance = (place: Place) => (first.includes(place.id) ? -1 : Math.abs(place.offsetMinutes - offsetMinutes));
  return places.toSorted(
    (a, b) => distance(a) - distance(b) || first.indexOf(a.id) - first.indexOf(b.id) || (a.city < b.city ? -1 : 1),
  );
}

/** The place of a zone under whichever of its names. */
export function placeOf(places: readonly Place[], zone: string): Place | undefined {
  return places.find(({ id }) => id === zone) ?? places.find(({ names }) => names.includes(zone));
}

const isPlace = ({ id }: Zone): boolean => (id.includes("/") && !id.startsWith("Etc/")) || id === "Etc/UTC";

function match(place: Place, words: string): (PlaceMatch & { rank: number }) | null {
  const own = place.id === "Etc/UTC" ? rank("UTC", words) : rank(place.id, words);
  if (own !== null) return { place, alias: null, rank: own };
  const other = place.names
    .map((name) => ({ name, rank: rank(name, words) }))
    .filter((found): found is { name: string; rank: number } => found.rank !== null)
    .toSorted((a, b) => a.rank - b.rank)[0];
  if (other) return { place, alias: other.name.includes("/") ? other.name : null, rank: other.rank + 0.5 };
  const offset = fold(formatOffset(place.offsetMinutes));
  return offset === words || offset === `utc${words}` ? { place, alias: null, rank: 5 } : null;
}

/** 0 the whole city, 1 its beginning, 2 the beginning of a word, 3 anywhere. */
function rank(id: string, words: string): number | null {
  const city = fold(zoneCity(id));
  const name = fold(id);
  if (city === words || name === words) return 0;
  if (city.startsWith(words)) return 1;
  if (` ${name}`.includes(` ${words}`)) return 2;
  return name.includes(words) ? 3 : null;
}

function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("−", "-")
    .replace(/[/_\s]+/g, " ")
    .trim();
}
