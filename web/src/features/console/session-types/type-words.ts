import { formatDateRange } from "../../../lib/calendar.ts";
import { readDuration } from "./duration-text.ts";
import type { TypeDraft } from "./type-draft.ts";

/** What a closed section of the form says of itself. */
type Words = (draft: TypeDraft) => string;

export const placeWords: Words = ({ placeKind, placeDetail, perBooking }) => {
  if (placeKind === "VIDEO" && perBooking) return "A video meeting of its own for every booking";
  const kind = { VIDEO: "Video", PHONE: "Phone", ADDRESS: "In person" }[placeKind];
  const detail = placeDetail.trim().replace(/^https:\/\//, "");
  return detail ? `${kind}, ${detail}` : kind;
};

export const startWords: Words = ({ stepMinutes, bufferBeforeMinutes, bufferAfterMinutes }) =>
  sentence([
    `A start every ${stepMinutes.trim()}`,
    isSome(bufferBeforeMinutes) && `${bufferBeforeMinutes.trim()} free before`,
    isSome(bufferAfterMinutes) && `${bufferAfterMinutes.trim()} free after`,
  ]);

export const bookableWords: Words = ({ fixedDates, bookableFrom, bookableUntil, horizonDays, noticeMinutes }) =>
  sentence([
    !fixedDates
      ? `${horizonDays.trim()} days ahead`
      : bookableFrom && bookableUntil
        ? formatDateRange(bookableFrom, bookableUntil)
        : bookableUntil && `Until ${formatDateRange(bookableUntil, bookableUntil)}`,
    isSome(noticeMinutes) && `at least ${noticeMinutes.trim()} before`,
  ]);

export const seatWords: Words = ({ capacity, maxGuests }) => {
  const guests = Number(maxGuests);
  return sentence([
    Number(capacity) > 1 ? `A group of up to ${capacity.trim()}` : "One client",
    guests > 0 &&
      (guests === 1 ? "with one guest" : `with up to ${guests} guests${Number(capacity) > 1 ? " each" : ""}`),
  ]);
};

export const confirmWords: Words = ({ requiresApproval, approvalTime, requiresEmailProof, cancelNoticeMinutes }) =>
  sentence([
    requiresApproval ? `By you, within ${approvalTime.trim()}` : "At once",
    requiresEmailProof && "after a code by email",
    isSome(cancelNoticeMinutes)
      ? `clients may change it until ${cancelNoticeMinutes.trim()} before`
      : "clients may change it until the start",
  ]);

const PERIODS = [
  ["maxPerDay", "maxMinutesPerDay", "a day"],
  ["maxPerWeek", "maxMinutesPerWeek", "a week"],
  ["maxPerMonth", "maxMinutesPerMonth", "a month"],
] as const;

export const limitWords: Words = (draft) =>
  sentence(
    PERIODS.flatMap(([count, minutes, period]) => [
      draft[count].trim() && `${draft[count].trim()} ${period}`,
      draft[minutes].trim() && `${draft[minutes].trim()} ${period}`,
    ]),
  ) || "No limit";

const isSome = (duration: string): boolean => readDuration(duration) !== 0;

const sentence = (parts: readonly (string | false)[]): string => parts.filter(Boolean).join(", ");
