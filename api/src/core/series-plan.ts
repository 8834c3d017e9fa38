import { addDays, DAY, type LocalDate, type LocalDateTime } from "./local-date.ts";
import { parseRule } from "./recurrence-rule.ts";
import { isWithin, type SeriesPause, type SeriesPlan, type SeriesTerms, termsOf } from "./series.ts";
import {
  checkDates,
  endRule,
  endRuleWith,
  formatRule,
  idsBetween,
  isOpenEnded,
  lastInstant,
  MOST_SESSIONS,
  originals,
  type SeriesDates,
} from "./series-rule.ts";
import { zone } from "./zone.ts";

const YEAR = 366 * DAY;

/** How far a series without an end is filled ahead: a year, and a week more, so that not every day adds to it. */
export function fillHorizon(now: number): number {
  return now + YEAR + 7 * DAY;
}

/** A new series. Throws RangeError, with the reason, for dates that make none. */
export function startPlan(dates: SeriesDates, terms: Pick<SeriesTerms, "minutes" | "sessionTypeId">): SeriesPlan {
  const rule = dates.rule === null ? null : formatRule(parseRule(dates.rule));
  const checked = { ...dates, rule, added: [...dates.added].sort() };
  checkDates(checked);
  const first = checked.added.reduce((least, id) => (id < least ? id : least), dates.start);
  return { ...checked, terms: [{ from: first, shiftMinutes: 0, ...terms }], pauses: [] };
}

/** Other terms from an id on; whatever later terms say of other things stays. */
export function withTerms(
  plan: SeriesPlan,
  from: LocalDateTime,
  changed: Partial<Omit<SeriesTerms, "from">>,
): SeriesPlan {
  const before = plan.terms.filter((terms) => terms.from < from);
  const after = plan.terms.filter((terms) => terms.from > from);
  const all = [...before, { ...termsOf(plan, from), from }, ...after].map((terms) =>
    terms.from < from ? terms : { ...terms, ...changed },
  );
  return { ...plan, terms: all.filter((terms, i) => i === 0 || !isSame(terms, all[i - 1])) };
}

function isSame(a: SeriesTerms, b: SeriesTerms | undefined): boolean {
  return a.shiftMinutes === b?.shiftMinutes && a.minutes === b.minutes && a.sessionTypeId === b.sessionTypeId;
}

/**
 * The series without the ids from one on, but for those that are named. The first id always stays: where nothing is
 * before it, it is the only one left, to be cancelled.
 */
export function endBefore(plan: SeriesPlan, from: LocalDateTime, keep: readonly LocalDateTime[]): SeriesPlan {
  const at = zone(plan.timeZone);
  const added = [...new Set([...plan.added.filter((id) => id < from), ...keep])].sort();
  if (plan.rule === null || from <= plan.start) return { ...plan, rule: null, added };
  const bare = { ...plan, excluded: [], added: [] };
  const [first, until] = [at.toInstant(plan.start), at.toInstant(from)];
  const last = lastBefore(bare, first, until) ?? plan.start;
  return { ...plan, rule: last === plan.start ? null : endRuleWith(plan.rule, last), added };
}

/** The last id before an instant, looked for from the end, since a series may be old. */
function lastBefore(dates: SeriesDates, first: number, until: number): LocalDateTime | undefined {
  for (let end = until; end > first; end -= YEAR) {
    const last = idsBetween(dates, Math.max(first, end - YEAR), end).at(-1);
    if (last !== undefined) return last;
  }
  return undefined;
}

/** So many more sessions of the rule at the end. A series without an end has them anyway. */
export function lengthen(plan: SeriesPlan, more: number, now: number): SeriesPlan {
  if (isOpenEnded(plan) || more === 0) return plan;
  if (plan.rule === null)
    throw new RangeError("This series has no rule that could go on. Book the further sessions alone.");
  const at = zone(plan.timeZone);
  const bare = { ...plan, excluded: [], added: [] };
  const first = at.toInstant(plan.start);
  const last = lastBefore(bare, first, Math.max(first, now) + 6 * YEAR) ?? plan.start;
  const endless = { ...plan, added: [], rule: endRule(plan.rule, "never") };
  const next: LocalDateTime[] = [];
  for (
    let from = at.toInstant(last) + 1;
    next.length < more && from < lastInstant(Math.max(first, now));
    from += YEAR
  ) {
    next.push(...idsBetween(endless, from, from + YEAR));
  }
  const end = next[more - 1];
  if (end === undefined) throw new RangeError(`The rule does not name ${more} more dates within five years.`);
  const counted = parseRule(plan.rule).count !== undefined;
  const rule = counted ? endRule(plan.rule, { count: countUntil(bare, end) }) : endRuleWith(plan.rule, end);
  return refuseLong({ ...plan, rule }, now);
}

function countUntil(dates: SeriesDates, last: LocalDateTime): number {
  const at = zone(dates.timeZone);
  const endless = { ...dates, rule: dates.rule === null ? null : endRule(dates.rule, "never") };
  return originals(endless, at.toInstant(dates.start), at.toInstant(last) + 1).length;
}

/** Another end, which must not be before the one there is. */
export function withEnd(plan: SeriesPlan, end: { readonly until: LocalDate } | "never", now: number): SeriesPlan {
  if (plan.rule === null)
    throw new RangeError("This series has no rule that could go on. Book the further sessions alone.");
  if (isOpenEnded(plan)) throw new RangeError("This series has no end already.");
  const at = zone(plan.timeZone);
  const longer = refuseLong({ ...plan, rule: endRule(plan.rule, end) }, now);
  const last = lastBefore(plan, at.toInstant(plan.start), lastInstant(Math.max(now, at.toInstant(plan.start))) + YEAR);
  if (end !== "never" && last !== undefined && end.until < last.slice(0, 10)) {
    throw new RangeError(`The series lasts until ${last.slice(0, 10)} already. To shorten it, end it.`);
  }
  return longer;
}

function refuseLong(plan: SeriesPlan, now: number): SeriesPlan {
  const first = Math.max(now, zone(plan.timeZone).toInstant(plan.start));
  const open = isOpenEnded(plan);
  const until = open ? first + YEAR : lastInstant(first);
  if (idsBetween(plan, now, until).length > MOST_SESSIONS) {
    throw new RangeError(`A series has at most ${MOST_SESSIONS} sessions to come; this one would have more.`);
  }
  if (!open && idsBetween(plan, until, until + 8 * YEAR).length > 0) {
    throw new RangeError("A series ends at most five years ahead, or never.");
  }
  return plan;
}

/** Rests on some local dates. */
export function withPause(plan: SeriesPlan, pause: SeriesPause): SeriesPlan {
  const { fromDate, toDate } = pause;
  if (toDate !== null && toDate < fromDate) throw new RangeError("The last date of a pause is not before its first.");
  const other = plan.pauses.find((known) => isWithin(known, fromDate) || isWithin(pause, known.fromDate));
  if (other !== undefined) {
    throw new RangeError(
      `The series is paused from ${other.fromDate} ${other.toDate ? `to ${other.toDate}` : "on"} already.`,
    );
  }
  return { ...plan, pauses: [...plan.pauses, pause].sort((a, b) => (a.fromDate < b.fromDate ? -1 : 1)) };
}

/** Goes on from a date: pauses end the day before, and later ones are given up. */
export function withoutPause(plan: SeriesPlan, fromDate: LocalDate): SeriesPlan {
  const lastDate = addDays(fromDate, -1);
  const pauses = plan.pauses.flatMap((pause) => {
    if (pause.toDate !== null && pause.toDate < fromDate) return [pause];
    return pause.fromDate <= lastDate ? [{ ...pause, toDate: lastDate }] : [];
  });
  const changed = pauses.length < plan.pauses.length || pauses.some((pause, i) => pause !== plan.pauses[i]);
  if (!changed) throw new RangeError(`The series is not paused on ${fromDate} or later.`);
  return { ...plan, pauses };
}
