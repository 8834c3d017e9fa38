import { formatOffset, zoneCity } from "../../lib/time.ts";

export type Zone = { readonly id: string; readonly offsetMinutes: number; readonly aliases: readonly string[] };
export type ZoneMatch = { zone: Zone /** The older or other name by which it was found. */; alias: string | null };

/** Zones for what was typed, best first: by city, region, other names ("Calcutta") or offset ("+5:30"). */
export function searchZones(zones: readonly Zone[], text: string, limit = 60): ZoneMatch[] {
  const words = fold(text);
  if (!words) return zones.slice(0, limit).map((zone) => ({ zone, alias: null }));
  return zones
    .flatMap((zone) => {
      const found = match(zone, words);
      return found ? [found] : [];
    })
    .toSorted((a, b) => a.rank - b.rank || a.zone.id.localeCompare(b.zone.id))
    .slice(0, limit)
    .map(({ zone, alias }) => ({ zone, alias }));
}

function match(zone: Zone, words: string): (ZoneMatch & { rank: number }) | null {
  const own = rank(zone.id, words);
  if (own !== null) return { zone, alias: null, rank: own };
  const byAlias = zone.aliases
    .map((alias) => ({ zone, alias, rank: rank(alias, words) }))
    .filter((found) => found.rank !== null)
    .toSorted((a, b) => (a.rank ?? 0) - (b.rank ?? 0))[0];
  if (byAlias) return { zone, alias: byAlias.alias, rank: (byAlias.rank ?? 0) + 0.5 };
  const offset = fold(formatOffset(zone.offsetMinutes));
  return offset === words || offset === `utc${words}` ? { zone, alias: null, rank: 5 } : null;
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
