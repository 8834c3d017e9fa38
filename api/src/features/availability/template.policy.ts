import type { AvailabilityTemplate } from "../../entities/index.ts";
import { refuseInput } from "../../platform/validation.ts";

/** Whether hours hold on some days only. */
export function isSeason({ effectiveFrom, effectiveUntil }: AvailabilityTemplate): boolean {
  return effectiveFrom !== null || effectiveUntil !== null;
}

/** Whether hours hold at all: for all session types, or for one. */
function isInForce({ isDefault, sessionType }: AvailabilityTemplate): boolean {
  return isDefault || sessionType !== null;
}

/** Refuses hours that claim the same days for the same session types as others in force. */
export function refuseRivals(template: AvailabilityTemplate, others: readonly AvailabilityTemplate[]): void {
  if (!isInForce(template)) return;
  const rival = others.find((other) => isRival(template, other));
  if (!rival) return;
  if (!isSeason(template)) {
    refuseInput(
      "sessionType",
      `“${rival.name}” are the hours of this session type already. Change those, or give these a period.`,
    );
  }
  refuseInput(
    template.effectiveFrom === null ? "effectiveUntil" : "effectiveFrom",
    `“${rival.name}” holds ${periodOf(rival)} already. Choose a period that shares no day with it.`,
  );
}

function isRival(template: AvailabilityTemplate, other: AvailabilityTemplate): boolean {
  if (other.id === template.id || !isInForce(other)) return false;
  if (other.sessionType?.id !== template.sessionType?.id || isSeason(other) !== isSeason(template)) return false;
  // Hours without a period share all days; the default ones take each other's place instead.
  if (!isSeason(template)) return template.sessionType !== null;
  return startsBeforeEnd(template, other) && startsBeforeEnd(other, template);
}

function startsBeforeEnd({ effectiveFrom }: AvailabilityTemplate, { effectiveUntil }: AvailabilityTemplate): boolean {
  return effectiveFrom === null || effectiveUntil === null || effectiveFrom <= effectiveUntil;
}

function periodOf({ effectiveFrom, effectiveUntil }: AvailabilityTemplate): string {
  if (effectiveFrom === null) return `until ${effectiveUntil}`;
  return effectiveUntil === null ? `from ${effectiveFrom} on` : `from ${effectiveFrom} to ${effectiveUntil}`;
}
