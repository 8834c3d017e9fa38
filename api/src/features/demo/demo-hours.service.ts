import { ref } from "@mikro-orm/core";
import { yearOf } from "../../core/agreed.ts";
import { addDays, weekday } from "../../core/local-date.ts";
import { type Coach, DateOverride, Holiday, Travel } from "../../entities/index.ts";
import { type PublicHoliday, publicHolidaysOf } from "../holidays/public-holidays.service.ts";
import { demoHolidayPlace, demoOpenHolidays, demoSaturday, demoShortDay, demoTrip } from "./practice.inputs.ts";

/** What differs from the week as usual, seen from one day on. */
export interface DemoDates {
  readonly holidays: readonly (PublicHoliday & { readonly observed: boolean })[];
  readonly saturday: string;
  readonly shortDay: string;
  /** First and last date of a trip. */
  readonly trip: { readonly fromDate: string; readonly toDate: string };
}

/** The dates of a practice that is shown from `today` on: this year's holidays and those of the coming two. */
export async function demoDatesFrom(today: string): Promise<DemoDates> {
  const year = yearOf(today);
  const years = await Promise.all([year, year + 1, year + 2].map((each) => publicHolidaysOf(demoHolidayPlace, each)));
  const monday = nextWeekday(addDays(today, demoTrip.inDays), 1);
  return {
    holidays: years.flat().map((holiday) => ({ ...holiday, observed: !demoOpenHolidays.has(holiday.name) })),
    saturday: nextWeekday(addDays(today, demoSaturday.inDays), 6),
    shortDay: nextWeekday(addDays(today, demoShortDay.inDays), 5),
    trip: { fromDate: monday, toDate: addDays(monday, demoTrip.days - 1) },
  };
}

/** Whether the coach keeps a date free because it is a holiday. */
export function isDemoHoliday({ holidays }: DemoDates, date: string): boolean {
  return holidays.some(({ fromDate, toDate, observed }) => observed && fromDate <= date && date <= toDate);
}

/** The rows of these dates. */
export function demoRows(coach: Coach, { holidays, saturday, shortDay, trip }: DemoDates): object[] {
  const { timeZone } = coach;
  const own = { coach: ref(coach) };
  const overrides = [
    { date: saturday, windows: demoSaturday.windows },
    { date: shortDay, windows: demoShortDay.windows },
  ];
  const { place, timeZone: away } = demoTrip;
  return [
    ...holidays.map((holiday) => Object.assign(new Holiday(), own, holiday)),
    ...overrides.map((override) => Object.assign(new DateOverride(), own, { timeZone }, override)),
    Object.assign(new Travel(), own, { place, timeZone: away }, trip),
  ];
}

function nextWeekday(date: string, wanted: number): string {
  return addDays(date, (wanted - weekday(date) + 7) % 7);
}
