import type { ChangePreviewPartsFragment } from "../../../../generated/console.ts";
import { countOf } from "../../programs/program-words.ts";
import type { ChangeDraft } from "./change-draft.ts";

export type Change = ChangePreviewPartsFragment;
export type ChangedSession = Change["sessions"][number];

/** Who has a seat in it, or what it is where nobody has. */
export function whoIn({ booking }: Pick<ChangedSession, "booking">): string {
  const seats = booking.attendees?.filter(({ cancelledAt }) => cancelledAt === null) ?? [];
  return (booking.capacity ?? 1) > 1 || seats.length === 0
    ? `${booking.sessionType.name}, ${countOf(seats.length, "seat")} taken`
    : seats.map(({ name }) => name).join(", ");
}

/** What comes of it all: "12 move, 2 stay, 1 to decide". */
export function effectWords(kind: ChangeDraft["kind"], { sessions, open }: Change): string {
  const stay = sessions.filter(({ outcome }) => outcome === "STAYS").length;
  const done = sessions.length - stay - open;
  const verb = {
    move: done === 1 ? "moves" : "move",
    type: done === 1 ? "changes" : "change",
    cancel: done === 1 ? "is cancelled" : "are cancelled",
  }[kind];
  return [`${done} ${verb}`, stay > 0 && `${stay} ${stay === 1 ? "stays" : "stay"}`, open > 0 && `${open} to decide`]
    .filter(Boolean)
    .join(", ");
}

/** "Anna, Ben and 7 others are told." */
export function toldWords({ told }: Change): string {
  const names = told.map(({ name }) => name);
  if (names.length === 0) return "Nobody is told.";
  if (names.length === 1) return `${names[0]} is told.`;
  if (names.length <= 3) return `${names.slice(0, -1).join(", ")} and ${names.at(-1)} are told.`;
  return `${names.slice(0, 2).join(", ")} and ${names.length - 2} others are told.`;
}

export function pressWords(kind: ChangeDraft["kind"], count: number): string {
  return `${{ move: "Move", type: "Change", cancel: "Cancel" }[kind]} ${countOf(count, "session")}`;
}

export function doneWords(kind: ChangeDraft["kind"], count: number): string {
  const verb = { move: "moved", type: "changed", cancel: "cancelled" }[kind];
  return `${countOf(count, "session")} ${count === 1 ? "is" : "are"} ${verb}.`;
}
