import type Holidays from "date-holidays";
import { addDays, HOUR } from "../../core/local-date.ts";
import type { HolidayPlace } from "./holiday.inputs.ts";

/** Codes of a place: a country, and where the holidays differ within it a state and a region of that. */
export interface PlaceCodes {
  readonly country: string;
  readonly state: string | null;
  readonly region: string | null;
}

export interface PublicHoliday {
  readonly fromDate: string;
  readonly toDate: string;
  readonly name: string;
  /** The same in every year. */
  readonly rule: string;
}

const LANGUAGE = "en";

/** Loading it takes 200 ms and 36 MB, so it waits until somebody chooses or needs holidays. */
async function load(): Promise<typeof Holidays> {
  return (await import("date-holidays")).default;
}

/** Countries; or the states of a country; or the regions of a state. Empty where nothing finer is known. */
export async function placesWithin(country?: string | null, state?: string | null): Promise<HolidayPlace[]> {
  const calendar = new (await load())();
  if (!country) return sorted(calendar.getCountries(LANGUAGE));
  if (!state) return sorted(calendar.getStates(country, LANGUAGE));
  return sorted(calendar.getRegions(country, state, LANGUAGE));
}

/** The public holidays that begin in a year, in order of date. Holidays that fall together are all listed. */
export async function publicHolidaysOf({ country, state, region }: PlaceCodes, year: number): Promise<PublicHoliday[]> {
  const Calendar = await load();
  const calendar =
    region && state
      ? new Calendar(country, state, region)
      : state
        ? new Calendar(country, state)
        : new Calendar(country);
  const holidays = calendar.getHolidays(year, LANGUAGE).filter(({ type }) => type === "public");
  return holidays.map(({ date, start, end, name, rule, substitute }) => {
    const fromDate = date.slice(0, 10);
    // Some begin at sunset before, or end at noon: what counts is the dates that they fill.
    const days = Math.max(1, Math.floor((end.getTime() - start.getTime() + HOUR) / (24 * HOUR)));
    return { fromDate, toDate: addDays(fromDate, days - 1), name, rule: substitute ? `${rule} (substitute)` : rule };
  });
}

function sorted(names: Readonly<Record<string, string>> | undefined): HolidayPlace[] {
  const places = Object.entries(names ?? {}).map(([code, name]) => ({ code, name }));
  return places.sort((a, b) => (a.name < b.name ? -1 : 1));
}
