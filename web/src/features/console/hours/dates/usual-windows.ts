import type { TemplatePartsFragment } from "../../../../generated/console.ts";
import { daysBetween, startOfWeek, weekdayOf } from "../../../../ui/week-grid/wall-time.ts";

/** The weekly hours of a date, as a beginning for hours of its own: those of the default template that holds then. */
export function usualWindowsOn(
  date: string,
  templates: readonly TemplatePartsFragment[],
): TemplatePartsFragment["windows"] {
  const defaults = templates.filter(({ isDefault }) => isDefault);
  const season = defaults.find(
    ({ effectiveFrom, effectiveUntil }) =>
      (effectiveFrom !== null || effectiveUntil !== null) &&
      (effectiveFrom ?? date) <= date &&
      date <= (effectiveUntil ?? date),
  );
  const template =
    season ?? defaults.find(({ effectiveFrom, effectiveUntil }) => effectiveFrom === null && effectiveUntil === null);
  if (template === undefined) return [];
  const week = weekOn(date, template);
  return template.windows.filter((window) => window.weekday === weekdayOf(date) && (window.week ?? week) === week);
}

/** The server counts the weeks of a cycle from Sunday. */
function weekOn(date: string, { cycleWeeks, anchorDate }: TemplatePartsFragment): number {
  const weeks = daysBetween(startOfWeek(anchorDate ?? date, 0), startOfWeek(date, 0)) / 7;
  return (((weeks % cycleWeeks) + cycleWeeks) % cycleWeeks) + 1;
}
