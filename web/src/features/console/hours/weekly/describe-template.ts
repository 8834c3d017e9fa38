import type { TemplatePartsFragment } from "../../../../generated/console.ts";
import { formatDateRange } from "../../../../lib/calendar.ts";
import { formatDuration } from "../../../../lib/time.ts";
import { openMinutes } from "./open-week.ts";
import { draftOf } from "./template-draft.ts";

type Template = TemplatePartsFragment;

/** For whom and when hours hold: "Default", "1 Jun – 31 Aug 2026", "Intro call", "Not in use". */
export function describeUse(
  { isDefault, sessionType, effectiveFrom, effectiveUntil }: Template,
  today: string,
): string {
  if (!isDefault && sessionType === null) return "Not in use";
  const period = describePeriod(effectiveFrom, effectiveUntil);
  const over = effectiveUntil !== null && effectiveUntil < today;
  return [sessionType?.name, period ?? (isDefault ? "Default" : null), over && "over"].filter(Boolean).join(" · ");
}

export function describePeriod(from: string | null, until: string | null): string | null {
  if (from !== null && until !== null) return formatDateRange(from, until);
  if (from !== null) return `From ${formatDateRange(from, from)}`;
  return until === null ? null : `Until ${formatDateRange(until, until)}`;
}

/** "35 h a week", as a mean over the weeks of the cycle. */
export function describeHours(week: Parameters<typeof openMinutes>[0] & { readonly cycleWeeks: number }): string {
  const minutes = Math.round(openMinutes(week) / week.cycleWeeks);
  if (minutes === 0) return "closed";
  return `${formatDuration(minutes)} a week${week.cycleWeeks > 1 ? " on average" : ""}`;
}

/** The default hours first, then its seasons, those of session types, and last what is not in use. */
export function inOrder(templates: readonly Template[]): Template[] {
  const rank = ({ isDefault, sessionType, effectiveFrom, effectiveUntil }: Template) =>
    isDefault ? (effectiveFrom === null && effectiveUntil === null ? 0 : 1) : sessionType === null ? 3 : 2;
  return templates.toSorted(
    (a, b) =>
      rank(a) - rank(b) || (a.effectiveFrom ?? "").localeCompare(b.effectiveFrom ?? "") || a.name.localeCompare(b.name),
  );
}

export const hoursInWords = (template: Template): string => describeHours(draftOf(template));
