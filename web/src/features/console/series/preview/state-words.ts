import type { SeriesPreviewPartsFragment } from "../../../../generated/console.ts";
import { formatDate, formatDuration, formatTime, zoneCity } from "../../../../lib/time.ts";

export type Preview = SeriesPreviewPartsFragment;
export type Occurrence = Preview["occurrences"][number];
type AnyReason = Occurrence["reasons"][number];
type Because = NonNullable<AnyReason["booking"]>;

/** A reason as far as it is told; whoever asks for many of them at once may leave out who is in the way. */
export interface Reason extends Pick<AnyReason, "code" | "message" | "count" | "limit" | "countedIn"> {
  readonly booking: {
    readonly attendees?: Because["attendees"];
    readonly sessionType: { readonly name: string };
  } | null;
  readonly holiday: { readonly name: string } | null;
  readonly timeOff: { readonly reason: string | null } | null;
}

/** How a row is drawn: as it should be, waiting for a choice, elsewhere, there against the rules, not there, or as before. */
export type Look = "free" | "open" | "moved" | "kept" | "out" | "stays";

export function lookOf({ effect, outcome }: Pick<Occurrence, "effect" | "outcome">): Look {
  if (effect === "CANCEL" || effect === "PAUSE") return "out";
  if (effect === "KEEP") return "stays";
  switch (outcome) {
    case "OPEN":
      return "open";
    case "CHOSEN":
    case "NEAREST":
      return "moved";
    case "KEPT":
      return "kept";
    case "SKIPPED":
    case "APPENDED":
      return "out";
    case "STAYS":
      return "stays";
    default:
      return "free";
  }
}

/** The state of a session in a word or two. */
export function stateWords({ effect, outcome }: Pick<Occurrence, "effect" | "outcome">): string {
  if (effect === "CANCEL") return "Cancelled";
  if (effect === "PAUSE") return "Paused";
  if (effect === "KEEP") return "Stays as it is";
  switch (outcome) {
    case "OPEN":
      return "Not free";
    case "CHOSEN":
    case "NEAREST":
      return "Moved";
    case "KEPT":
      return "Booked anyway";
    case "SKIPPED":
      return "Left out";
    case "APPENDED":
      return "Left out, one more at the end";
    case "STAYS":
      return "Stays where it was";
    default:
      return "Free";
  }
}

/** What stands against a time, and by whom or what: "Taken by Ben Baker", "Thanksgiving, a public holiday". */
export function reasonWords(reason: Reason): string {
  const who = reason.booking?.attendees?.map(({ name }) => name).join(", ") || reason.booking?.sessionType.name;
  switch (reason.code) {
    case "BOOKING":
      return who ? `Taken by ${who}` : "Taken by another session";
    case "BUFFER":
      return who ? `Too close to ${who}` : "Too close to another session";
    case "BUSY":
      return "Busy in a connected calendar";
    case "HOLD":
      return "Somebody is booking this";
    case "HOLIDAY":
      return reason.holiday ? `${reason.holiday.name}, a public holiday` : "A public holiday";
    case "TIME_OFF":
      return reason.timeOff?.reason ? `Time off: ${reason.timeOff.reason}` : "In your time off";
    case "DATE_OVERRIDE":
      return "Closed by other hours on this date";
    case "OUTSIDE_HOURS":
      return "Outside your hours";
    case "LIMIT":
      return `Cap reached: ${limitWords(reason)}`;
    case "SKIPPED_HOUR":
      return "The clocks skip this hour";
    default:
      return reason.message.replace(/\.$/, "");
  }
}

function limitWords({ count, limit, countedIn }: Reason): string {
  if (limit === null) return "no more sessions then";
  if (countedIn === "MINUTES") return `${formatDuration(count ?? 0)} of ${formatDuration(limit)}`;
  return `${count ?? 0} of ${limit} sessions`;
}

export const clashes = ({ reasons, outcome }: Pick<Occurrence, "reasons" | "outcome">): boolean =>
  reasons.length > 0 && outcome !== null;

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** "24 sessions, 2 clashes: 1 moved, 1 left out". */
export function summaryWords(occurrences: readonly Occurrence[]): string {
  const wanted = occurrences.filter(({ outcome }) => outcome !== null);
  const clashing = wanted.filter(clashes);
  const there = counted(
    wanted.filter(({ bookedStartAt, outcome }) => bookedStartAt || outcome === "OPEN").length,
    "session",
  );
  if (clashing.length === 0) return `${there}, all free`;
  return `${there}, ${counted(clashing.length, "clash", "clashes")}: ${fates(clashing)}`;
}

const FATES: readonly (readonly [words: string, outcomes: readonly Occurrence["outcome"][]])[] = [
  ["to decide", ["OPEN"]],
  ["moved", ["CHOSEN", "NEAREST"]],
  ["left out", ["SKIPPED"]],
  ["added at the end", ["APPENDED"]],
  ["booked anyway", ["KEPT"]],
  ["stays", ["STAYS"]],
];

export function fates(clashing: readonly Occurrence[]): string {
  return FATES.flatMap(([words, outcomes]) => {
    const count = clashing.filter(({ outcome }) => outcomes.includes(outcome)).length;
    return count > 0 ? [`${count} ${words}`] : [];
  }).join(", ");
}

export interface Clocks {
  readonly coachZone: string;
  readonly clientZone: string;
  /** "Ana", "the clients". */
  readonly clientName: string;
}

/** A session as both sides' clocks have it. */
type OnClocks = Pick<
  Occurrence,
  "coachLocalStart" | "clientLocalStart" | "coachClockShiftMinutes" | "clientClockShiftMinutes"
>;

/** Where one side's clock shifts against the other's: what the time is from this session on. */
export function clockNote(occurrence: OnClocks, before: OnClocks | undefined, clocks: Clocks): string | null {
  const { coachClockShiftMinutes, clientClockShiftMinutes } = occurrence;
  if (before === undefined || clocks.coachZone === clocks.clientZone) return null;
  if (coachClockShiftMinutes === 0 && clientClockShiftMinutes === 0) return null;
  const cities = [
    coachClockShiftMinutes !== 0 && zoneCity(clocks.coachZone),
    clientClockShiftMinutes !== 0 && zoneCity(clocks.clientZone),
  ].filter((city) => city !== false);
  const timeOf = (local: string) => local.slice(11, 16);
  const now = [
    timeOf(occurrence.clientLocalStart) !== timeOf(before.clientLocalStart) &&
      `${formatTime(occurrence.clientLocalStart)} for ${clocks.clientName}`,
    timeOf(occurrence.coachLocalStart) !== timeOf(before.coachLocalStart) &&
      `${formatTime(occurrence.coachLocalStart)} for you`,
  ].filter((words) => words !== false);
  if (now.length === 0) return null;
  return `Clocks change in ${cities.join(" and ")}: ${now.join(", ")} from this one on`;
}

/** What is otherwise than it was shown: one sentence for each session, by its date on the coach's clock. */
export function differences(before: Preview, after: Preview): { id: string; says: string }[] {
  const known = new Map(before.occurrences.map((one) => [one.recurrenceId, one]));
  return after.occurrences.flatMap((one) => {
    const old = known.get(one.recurrenceId);
    if (old === undefined) return [];
    const day = formatDate(one.coachLocalStart, "short");
    const [was, is] = [old.reasons.length > 0, one.reasons.length > 0];
    const [reason] = one.reasons;
    if (!was && is && reason)
      return [{ id: one.recurrenceId, says: `${day} is no longer free: ${lower(reasonWords(reason))}.` }];
    if (was && !is) return [{ id: one.recurrenceId, says: `${day} is free now.` }];
    if (old.outcome !== one.outcome && one.outcome === "OPEN")
      return [{ id: one.recurrenceId, says: `${day} lost the time that was chosen for it.` }];
    return [];
  });
}

const lower = (words: string): string => `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
