import { addDays, daysBetween, parseTime } from "../../core/local-date.ts";
import { type Wanted, wantedBy } from "../../core/wish.ts";
import { zone } from "../../core/zone.ts";
import { refuseInput } from "../../platform/validation.ts";
import { type WishFields, wishOf } from "./queue.policy.ts";
import type { JoinWaitlistInput, WaitWishInput } from "./waitlist.inputs.ts";

const MAX_DAYS = 366;
const EVERY_DAY = [0, 1, 2, 3, 4, 5, 6];

interface WishQuestion {
  readonly minutes: number;
  readonly timeZone: string;
  readonly now: number;
}

/** The wish as an entry keeps it; refuses one that nothing can fulfil, naming its field. */
export function checkWish({ startAt, date, wish }: JoinWaitlistInput, question: WishQuestion): WishFields {
  const { minutes, timeZone, now } = question;
  if ([startAt, date, wish].filter((given) => given != null).length !== 1) {
    refuseInput("startAt", "Give one of startAt, date and wish.");
  }
  const anyTime = { minutes, timeZone, start: null, weekdays: EVERY_DAY, fromTime: "00:00", toTime: "24:00" };
  if (startAt) {
    if (startAt.getTime() <= now) refuseInput("startAt", "This time is over. Choose a time to come.");
    return { ...anyTime, kind: "slot", start: startAt.getTime(), fromDate: null, toDate: null };
  }
  const today = zone(timeZone).localDate(now);
  if (date) {
    checkDates("date", "date", { from: date, to: date, today });
    return { ...anyTime, kind: "day", fromDate: date, toDate: date };
  }
  return { ...anyTime, kind: "wish", ...checkWishFields(wish, today, question) };
}

function checkWishFields(wish: WaitWishInput | undefined, today: string, { minutes, timeZone, now }: WishQuestion) {
  if (!wish) return refuseInput("wish", "Give one of startAt, date and wish.");
  const { fromDate, toDate } = wish;
  const [fromTime, toTime] = [wish.fromTime ?? "00:00", wish.toTime ?? "24:00"];
  checkDates("wish.fromDate", "wish.toDate", { from: fromDate, to: toDate, today });
  const weekdays = [...new Set(wish.weekdays ?? EVERY_DAY)].sort();
  if (weekdays.length === 0 || weekdays.some((day) => !EVERY_DAY.includes(day))) {
    refuseInput("wish.weekdays", "Give weekdays from 0, Sunday, to 6, Saturday; at least one.");
  }
  if (parseTime(toTime) - parseTime(fromTime) < minutes) {
    refuseInput("wish.toTime", `Between ${fromTime} and ${toTime} no session of ${minutes} minutes finds room.`);
  }
  const fields = { fromDate, toDate, weekdays, fromTime, toTime };
  const last = wantedBy(wishOf({ kind: "wish", minutes, timeZone, start: null, ...fields })).starts.at(-1);
  if (!last || last.end <= now) refuseInput("wish.toDate", "None of these weekdays and times is still to come.");
  return fields;
}

function checkDates(
  fromField: string,
  toField: string,
  { from, to, today }: { readonly from: string; readonly to: string; readonly today: string },
): void {
  if (to < from) refuseInput(toField, `The last date must not be before the first, ${from}.`);
  if (to < today) refuseInput(toField, "This date is over. Choose one to come.");
  if (to > addDays(today, MAX_DAYS)) refuseInput(toField, `Choose a date within ${MAX_DAYS} days.`);
  if (daysBetween(from, to) >= MAX_DAYS) refuseInput(fromField, `Choose at most ${MAX_DAYS} days.`);
}

/** Whether two people wait for the very same. */
export function isSameWish(a: Wanted, b: Wanted): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
