import { yearOf } from "../../core/agreed.ts";
import { addDays } from "../../core/local-date.ts";
import { zone } from "../../core/zone.ts";
import { Coach, Holiday, uuidOf } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/db.ts";
import { refuseInput } from "../../platform/validation.ts";
import type { ChangeService, HoursChange } from "../availability/change.service.ts";
import {
  type ChooseHolidaysInput,
  HolidayChoice,
  type HolidayPlace,
  type ObserveHolidaysInput,
} from "./holiday.inputs.ts";
import { type PlaceCodes, type PublicHoliday, placesWithin, publicHolidaysOf } from "./public-holidays.service.ts";

/** Beyond the farthest horizon of a session type. */
const DAYS_AHEAD = 731;
const MAX_SWITCHED = 366;

export interface HolidayDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly changes: ChangeService;
}

/** Public holidays as rows, so that whatever asks for slots reads tables alone. */
export class HolidayService {
  private readonly db: Database;
  private readonly clock: Clock;
  private readonly changes: ChangeService;

  constructor({ db, clock, changes }: HolidayDependencies) {
    this.db = db;
    this.clock = clock;
    this.changes = changes;
  }

  listOf(coachId: string): Promise<Holiday[]> {
    return this.db.em().find(Holiday, { coach: coachId }, { orderBy: { fromDate: "asc", name: "asc" } });
  }

  /** Countries, states of a country, or regions of a state. */
  async placesIn(country?: string, state?: string): Promise<HolidayPlace[]> {
    if (state && !country) refuseInput("country", "Choose the country first.");
    if (country) requirePlace("country", country, await placesWithin());
    if (country && state) requirePlace("state", state, await placesWithin(country));
    return placesWithin(country, state);
  }

  /** Where a coach's holidays are, by name; null where she chose none. */
  async choiceOf(coach: Coach): Promise<HolidayChoice | null> {
    const { holidayCountry: country, holidayState: state, holidayRegion: region } = coach;
    if (!country) return null;
    return Object.assign(new HolidayChoice(), {
      country: await named(country),
      state: state ? await named(state, country) : null,
      region: state && region ? await named(region, country, state) : null,
    });
  }

  /** Takes the holidays of another place; those that are known from before stay switched as they were. */
  async choose(coachId: string, input: ChooseHolidaysInput): Promise<HoursChange<Holiday[]>> {
    const place = await checkPlace(input);
    const chooser = await this.db.em().findOneOrFail(Coach, { id: coachId });
    const holidays = place ? await this.comingHolidays(chooser, place) : [];
    return async (tx) => {
      const coach = await tx.em.findOneOrFail(Coach, { id: coachId });
      coach.holidayCountry = place?.country ?? null;
      coach.holidayState = place?.state ?? null;
      coach.holidayRegion = place?.region ?? null;
      await tx.em.flush();
      await this.replace(tx, coachId, holidays);
      return tx.em.find(Holiday, { coach: coachId }, { orderBy: { fromDate: "asc", name: "asc" } });
    };
  }

  observe(coachId: string, { holidays, observed }: ObserveHolidaysInput): HoursChange<Holiday[]> {
    return async ({ em }) => {
      if (holidays.length === 0) refuseInput("holidays", "Choose at least one holiday.");
      if (holidays.length > MAX_SWITCHED)
        refuseInput("holidays", `At most ${MAX_SWITCHED} holidays can be switched at once.`);
      const all = await em.find(Holiday, { coach: coachId }, { orderBy: { fromDate: "asc", name: "asc" } });
      const byId = new Map(all.map((holiday) => [holiday.id, holiday]));
      for (const [index, globalId] of holidays.entries()) {
        const holiday = byId.get(uuidOf("Holiday", globalId) ?? "");
        if (!holiday) return refuseInput(`holidays.${index}`, "There is no such holiday in your practice.");
        holiday.observed = observed;
      }
      return all;
    };
  }

  /**
   * Brings every coach's holidays of the coming two years up to date. To be run now and then; a second run changes
   * nothing. @returns how many coaches' calendars changed.
   */
  async fill(signal?: AbortSignal): Promise<number> {
    const coaches = await this.db.em().find(Coach, { holidayCountry: { $ne: null } });
    let changed = 0;
    for (const coach of coaches) {
      if (signal?.aborted) break;
      if (await this.fillOf(coach)) changed++;
    }
    return changed;
  }

  private async fillOf(coach: Coach): Promise<boolean> {
    const place = placeOf(coach);
    if (!place) return false;
    const holidays = await this.comingHolidays(coach, place);
    const known = new Set((await this.listOf(coach.id)).map(keyOf));
    const wanted = new Set(holidays.map(keyOf));
    const first = this.firstDate(coach);
    const surplus = [...known].some((key) => key >= first && !wanted.has(key));
    if (!surplus && [...wanted].every((key) => known.has(key))) return false;
    return this.changes.save(coach.id, async (tx) => {
      // She may have chosen another place while this one was looked up.
      const present = await tx.em.findOneOrFail(Coach, { id: coach.id });
      if (JSON.stringify(placeOf(present)) !== JSON.stringify(place)) return false;
      await this.replace(tx, coach.id, holidays);
      return true;
    });
  }

  /** From the beginning of this year to two years ahead, each once. */
  private async comingHolidays(coach: Coach, place: PlaceCodes): Promise<PublicHoliday[]> {
    const first = this.firstDate(coach);
    const last = yearOf(addDays(zone(coach.timeZone).localDate(this.clock.now()), DAYS_AHEAD));
    const holidays = new Map<string, PublicHoliday>();
    for (let year = yearOf(first); year <= last; year++) {
      for (const holiday of await publicHolidaysOf(place, year)) {
        if (holiday.fromDate >= first) holidays.set(keyOf(holiday), holiday);
      }
    }
    return [...holidays.values()];
  }

  private firstDate({ timeZone }: Coach): string {
    return `${yearOf(zone(timeZone).localDate(this.clock.now()))}-01-01`;
  }

  /** A holiday that is new begins as the same one of another year was switched last. Years that are over stay. */
  private async replace({ sql }: Tx, coachId: string, holidays: readonly PublicHoliday[]): Promise<void> {
    const records = JSON.stringify(holidays.map((holiday) => ({ ...holiday, id: crypto.randomUUID() })));
    const [first = "9999-12-31"] = holidays.map(({ fromDate }) => `${fromDate.slice(0, 4)}-01-01`).sort();
    await sql`
      with wanted as (
        select * from jsonb_to_recordset(${records}::jsonb)
          as wanted(id uuid, "fromDate" date, "toDate" date, name text, rule text)
      ), switched as (
        select distinct on (rule) rule, observed from holiday where coach_id = ${coachId} order by rule, from_date desc
      ), gone as (
        delete from holiday where coach_id = ${coachId} and (from_date >= ${first} or ${holidays.length} = 0)
          and not exists (select from wanted where wanted."fromDate" = holiday.from_date and wanted.rule = holiday.rule)
      )
      insert into holiday (id, coach_id, from_date, to_date, name, rule, observed)
      select wanted.id, ${coachId}, wanted."fromDate", wanted."toDate", wanted.name, wanted.rule, coalesce(switched.observed, true)
      from wanted left join switched on switched.rule = wanted.rule
      on conflict (coach_id, from_date, rule) do update set to_date = excluded.to_date, name = excluded.name`;
  }
}

function placeOf({ holidayCountry: country, holidayState: state, holidayRegion: region }: Coach): PlaceCodes | null {
  return country ? { country, state, region } : null;
}

function keyOf({ fromDate, rule }: { fromDate: string; rule: string }): string {
  return `${fromDate} ${rule}`;
}

/** Codes of a place that exists, or null for none. */
async function checkPlace({ country, state, region }: ChooseHolidaysInput): Promise<PlaceCodes | null> {
  if (!country) {
    if (state || region) refuseInput("country", "Choose the country first.");
    return null;
  }
  requirePlace("country", country, await placesWithin());
  if (state) requirePlace("state", state, await placesWithin(country));
  if (region && !state) refuseInput("state", "Choose the state that this region is in.");
  if (region) requirePlace("region", region, await placesWithin(country, state));
  return { country, state: state || null, region: region || null };
}

function requirePlace(field: string, code: string, places: readonly HolidayPlace[]): void {
  if (places.some((place) => place.code === code)) return;
  const right =
    places.length === 0
      ? "leave it out here"
      : `use one of ${places
          .slice(0, 6)
          .map((place) => place.code)
          .join(", ")}${places.length > 6 ? " …" : ""}`;
  refuseInput(field, `“${code.slice(0, 20)}” is not a ${field} whose public holidays are known: ${right}.`);
}

async function named(code: string, country?: string, state?: string): Promise<HolidayPlace> {
  const places = await placesWithin(country, state);
  return places.find((place) => place.code === code) ?? { code, name: code };
}
