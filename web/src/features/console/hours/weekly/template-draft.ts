import type { TemplatePartsFragment } from "../../../../generated/console.ts";
import type { AvailabilityWindowInput, UpdateAvailabilityTemplateInput } from "../../../../generated/schema.ts";
import { addDays } from "../../../../lib/dates.ts";
import { startOfWeek } from "../../../../ui/week-grid/wall-time.ts";
import { localTimeOf, minutesOfLocalTime } from "../time-text.ts";
import { DAY, dayOf, type OpenWeek, WEEK } from "./open-week.ts";

/** For which sessions hours hold: all that have none of their own, one type, or none yet. */
export type Scope =
  | { readonly kind: "all" }
  | { readonly kind: "type"; readonly id: string }
  | { readonly kind: "none" };

/** Named hours as they stand on the page, changed or not. */
export interface TemplateDraft extends OpenWeek {
  readonly name: string;
  readonly timeZone: string;
  readonly scope: Scope;
  /** A date in week 1 of the cycle, whose weeks the server counts from Sunday. */
  readonly anchorDate: string | null;
  /** First and last date of a season; empty for none. */
  readonly from: string;
  readonly until: string;
}

type SavedTemplate = Omit<TemplatePartsFragment, "__typename" | "id">;

export function draftOf(template: SavedTemplate): TemplateDraft {
  const { name, timeZone, isDefault, sessionType, cycleWeeks, anchorDate } = template;
  return {
    name,
    timeZone,
    scope: sessionType ? { kind: "type", id: sessionType.id } : { kind: isDefault ? "all" : "none" },
    cycleWeeks,
    anchorDate,
    from: template.effectiveFrom ?? "",
    until: template.effectiveUntil ?? "",
    windows: windowsOf(template),
  };
}

/** What of a draft differs from what is saved, as the server takes it; null when nothing does. */
export function changeOf(
  id: string,
  saved: SavedTemplate,
  draft: TemplateDraft,
): UpdateAvailabilityTemplateInput | null {
  const [before, after] = [inputOf(draftOf(saved)), inputOf(draft)];
  const differs = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other);
  const hours = differs([before.windows, before.cycleWeeks], [after.windows, after.cycleWeeks]);
  const scope = differs([before.isDefault, before.sessionType], [after.isDefault, after.sessionType]);
  const change = {
    ...(before.name !== after.name && { name: after.name }),
    ...(before.timeZone !== after.timeZone && { timeZone: after.timeZone }),
    ...(hours && { windows: after.windows, cycleWeeks: after.cycleWeeks }),
    ...(scope && { isDefault: after.isDefault, sessionType: after.sessionType }),
    ...(after.cycleWeeks > 1 && before.anchorDate !== after.anchorDate && { anchorDate: after.anchorDate }),
    ...(before.effectiveFrom !== after.effectiveFrom && { effectiveFrom: after.effectiveFrom }),
    ...(before.effectiveUntil !== after.effectiveUntil && { effectiveUntil: after.effectiveUntil }),
  };
  return Object.keys(change).length === 0 ? null : { id, ...change };
}

/** Two drafts that would be saved as the same hours have the same. */
export const fingerprintOf = (draft: TemplateDraft): string => JSON.stringify(inputOf(draft));

/** The windows in the order in which they are sent, to find the one that a problem names by number. */
export const sentWindows = ({ windows }: OpenWeek) => windows.toSorted((a, b) => a.at - b.at || a.minutes - b.minutes);

/** The first date of the week that is shown as the first of the cycle, where weeks begin on `firstWeekday`. */
export function firstWeekOf(anchorDate: string, firstWeekday: number): string {
  return addDays(startOfWeek(anchorDate, 0), firstWeekday);
}

/** The anchor that makes the shown week of a date the first of the cycle. */
export const anchorFor = (date: string, firstWeekday: number): string => startOfWeek(date, firstWeekday);

function inputOf(draft: TemplateDraft) {
  const { name, timeZone, scope, cycleWeeks, anchorDate, from, until } = draft;
  return {
    name: name.trim(),
    timeZone,
    cycleWeeks,
    anchorDate,
    isDefault: scope.kind === "all",
    sessionType: scope.kind === "type" ? scope.id : null,
    effectiveFrom: from || null,
    effectiveUntil: until || null,
    windows: sentWindows(draft).map(({ at, minutes }): AvailabilityWindowInput => {
      const start = at % DAY;
      const end = start + minutes;
      return {
        ...(cycleWeeks > 1 && { week: Math.floor(at / WEEK) + 1 }),
        weekday: dayOf({ at }) % 7,
        start: localTimeOf(start),
        end: localTimeOf(end > DAY ? end - DAY : end),
      };
    }),
  };
}

/** An end that is not after its start lies on the next day. Hours of every week stand in each. */
function windowsOf({ windows, cycleWeeks }: Pick<SavedTemplate, "windows" | "cycleWeeks">): TemplateDraft["windows"] {
  const weeks = Array.from({ length: cycleWeeks }, (_, week) => week);
  return windows
    .flatMap(({ week, weekday, start, end }) => {
      const [from, to] = [minutesOfLocalTime(start), minutesOfLocalTime(end)];
      const minutes = to > from ? to - from : to + DAY - from;
      return (week ? [week - 1] : weeks).map((each) => ({ at: each * WEEK + weekday * DAY + from, minutes }));
    })
    .map(({ at, minutes }, index) => ({ key: `w${index + 1}`, at, minutes, typed: null }));
}
