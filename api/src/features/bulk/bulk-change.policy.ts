import { DAY, MINUTE, parseDate, parseDateTime } from "../../core/local-date.ts";
import type { CheckedOccurrence, Choice } from "../../core/series-check.ts";
import { zone } from "../../core/zone.ts";
import { ClashPolicy, uuidOf } from "../../entities/index.ts";
import { refuseInput, requireWholeNumber } from "../../platform/validation.ts";
import { momentOf } from "../time-zones/moment.inputs.ts";
import type { BulkChangeInput, BulkChoiceInput, BulkMoveInput } from "./bulk-change.inputs.ts";
import type { SelectedSession } from "./session-selection.service.ts";

/** What is to become of every selected session. */
export type BulkChange =
  | { readonly kind: "move"; readonly days: number; readonly minutes: number; readonly toDate: string | null }
  | {
      readonly kind: "type";
      readonly sessionTypeId: string;
      readonly lengths: readonly number[];
      readonly minutes: number | null;
    }
  | { readonly kind: "cancel" };

/** A change with what becomes of each session. */
export interface CheckedChange {
  readonly change: BulkChange;
  readonly sessions: readonly SelectedSession[];
  /** By the id of the booking; none for a change that cancels. */
  readonly checked: ReadonlyMap<string, CheckedOccurrence>;
}

const MAX_CHOICES = 500;

/** The change that an input means; `newType` is what it names, if there is such a type. */
export function changeOf(
  input: BulkChangeInput,
  newType: { id: string; minutes: readonly number[] } | null,
): BulkChange {
  const { move, type, cancel } = input;
  const given = [move != null, type != null, cancel === true].filter(Boolean);
  if (given.length !== 1) return refuseInput("change", "Give exactly one of move, type and cancel.");
  if (input.policy === ClashPolicy.SKIP || input.policy === ClashPolicy.APPEND) {
    refuseInput(
      "change.policy",
      "Sessions that clash can stay, or go to the nearest free time; they are never dropped.",
    );
  }
  if (move) return moveOf(move);
  if (!type) return { kind: "cancel" };
  if (!newType) return refuseInput("change.type.sessionType", "There is no such session type in your practice.");
  const minutes = type.minutes == null ? null : requireWholeNumber("change.type.minutes", type.minutes, 5, 1440);
  return { kind: "type", sessionTypeId: newType.id, lengths: newType.minutes, minutes };
}

function moveOf({ days, minutes, toDate }: BulkMoveInput): BulkChange {
  const path = "change.move";
  if (days != null && toDate != null) refuseInput(`${path}.toDate`, "Give either days or a date.");
  const moved = {
    days: requireWholeNumber(`${path}.days`, days ?? 0, -366, 366),
    minutes: requireWholeNumber(`${path}.minutes`, minutes ?? 0, -1440, 1440),
  };
  if (moved.days === 0 && moved.minutes === 0 && toDate == null)
    refuseInput(path, "This moves nothing. Say by how much, or to which date.");
  return { kind: "move", ...moved, toDate: toDate ?? null };
}

/** Where a session goes: its wall time moves, whatever the clocks do in between. */
export function wantedOf(session: SelectedSession, change: Exclude<BulkChange, { kind: "cancel" }>) {
  const length = (session.end - session.start) / MINUTE;
  if (change.kind === "type") {
    const minutes = change.minutes ?? (change.lengths.includes(length) ? length : (change.lengths[0] ?? length));
    return { start: session.start, minutes, sessionTypeId: change.sessionTypeId };
  }
  const wall = parseDateTime(session.localStart);
  const day = change.toDate === null ? Math.floor(wall / DAY) + change.days : parseDate(change.toDate);
  const moved = day * DAY + (wall - Math.floor(wall / DAY) * DAY) + change.minutes * MINUTE;
  return { start: zone(session.timeZone).instantOfWall(moved), minutes: length, sessionTypeId: session.sessionTypeId };
}

/** What was decided one by one, by the id of the booking. */
export function choicesOf(
  choices: readonly BulkChoiceInput[] | null | undefined,
  { sessions, coachZone }: { sessions: readonly SelectedSession[]; coachZone: string },
): Map<string, Choice> {
  if ((choices?.length ?? 0) > MAX_CHOICES)
    refuseInput("change.choices", `At most ${MAX_CHOICES} choices can be made at once.`);
  const selected = new Set(sessions.map(({ id }) => id));
  const found = new Map<string, Choice>();
  for (const [index, { booking, kind, start }] of (choices ?? []).entries()) {
    const path = `change.choices.${index}`;
    const id = uuidOf("Booking", booking);
    if (!id || !selected.has(id))
      return refuseInput(`${path}.booking`, "This session is not among those that are selected.");
    if (kind === "skip" || kind === "append") refuseInput(`${path}.kind`, "Choose KEEP, STAY or AT.");
    else if (kind !== "at") found.set(id, { kind });
    else if (!start) refuseInput(`${path}.start`, "Say at which time.");
    else found.set(id, { kind, start: momentOf(`${path}.start`, start, coachZone).instant });
  }
  return found;
}

/** How many sessions have no place yet. */
export function openIn({ checked }: Pick<CheckedChange, "checked">): number {
  return [...checked.values()].filter(({ outcome }) => outcome.kind === "open").length;
}

/** The sessions that the change touches; those that stay are not among them. */
export function changedIn({ change, sessions, checked }: CheckedChange): string[] {
  const stays = (id: string) => {
    const outcome = checked.get(id)?.outcome;
    return outcome?.kind === "booked" && outcome.how === "stays";
  };
  return sessions.flatMap(({ id }) => (change.kind === "cancel" || !stays(id) ? [id] : []));
}
