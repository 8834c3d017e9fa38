import type {
  BulkCountPartsFragment,
  BulkItemPartsFragment,
  BulkRunPartsFragment,
} from "../../../generated/console.ts";
import { dateOf, formatDate } from "../../../lib/time.ts";
import { countOf } from "../programs/program-words.ts";

export type Run = BulkRunPartsFragment;
export type Item = BulkItemPartsFragment;
export type Counts = Omit<BulkCountPartsFragment, "__typename">;

/** What there is to know about a run in one line. */
export function runWords({ status, counts }: { readonly status: Run["status"]; readonly counts: Counts }): string {
  switch (status) {
    case "DRAFT":
      return `Nothing is booked yet: ${draftWords(counts)}.`;
    case "RUNNING":
      return `${triedOf(counts)} of ${countOf(toTryIn(counts), "client")} done.`;
    case "UNDONE":
      return "All of it was taken back.";
    case "FAILED":
      return "Nobody could be booked.";
    default:
      return doneWords(counts);
  }
}

/** "12 clients, 96 sessions ready; 3 lines to mend; 1 without room; 2 left out" */
function draftWords({ ready, sessionsReady, invalid, unplaced, left }: Counts): string {
  return [
    `${countOf(ready, "client")} with ${countOf(sessionsReady, "session")} ready`,
    invalid > 0 && `${countOf(invalid, "line")} to mend`,
    unplaced > 0 && `${unplaced} without room`,
    left > 0 && `${left} left out`,
  ]
    .filter(Boolean)
    .join(", ");
}

function doneWords({ booked, sessionsBooked, failed, ready }: Counts): string {
  const done = `${countOf(booked, "client")} ${booked === 1 ? "is" : "are"} booked, ${countOf(sessionsBooked, "session")} in all.`;
  return [
    done,
    failed > 0 && `${failed} could not be.`,
    // What was not tried yet when the run was stopped.
    ready > 0 && `${ready} ${ready === 1 ? "was" : "were"} not tried.`,
  ]
    .filter(Boolean)
    .join(" ");
}

export const triedOf = ({ booked, failed }: Counts): number => booked + failed;
export const toTryIn = ({ ready, booked, failed }: Counts): number => ready + booked + failed;

/** "8 sessions, Tue, 24 Nov to Tue, 12 Jan" */
export function sessionsWords({ sessions }: Pick<Item, "sessions">): string {
  const held = sessions.filter(({ isLeftOut }) => !isLeftOut);
  const [first, last] = [held[0], held.at(-1)];
  if (!first || !last) return "No sessions";
  const words = countOf(held.length, "session");
  const [from, to] = [dateOf(first.coachLocalStart), dateOf(last.coachLocalStart)].map((date) =>
    formatDate(date, "short"),
  );
  return from === to ? `${words} on ${from}` : `${words}, ${from} to ${to}`;
}

/** How many sessions are otherwise than wished, or left out. */
export function notesWords({ sessions }: Pick<Item, "sessions">): string | null {
  const left = sessions.filter(({ isLeftOut }) => isLeftOut).length;
  const noted = sessions.filter(({ isLeftOut, notes }) => !isLeftOut && notes.length > 0).length;
  return (
    [noted > 0 && `${noted} not quite as wished`, left > 0 && `${left} left out`].filter(Boolean).join(", ") || null
  );
}

/** The states in the order in which they want to be looked at, and what their lists are called. */
export const GROUPS = [
  { status: "INVALID", title: "To mend" },
  { status: "UNPLACED", title: "Without room" },
  { status: "FAILED", title: "Not booked" },
  { status: "READY", title: "Ready" },
  { status: "BOOKED", title: "Booked" },
  { status: "UNDONE", title: "Taken back" },
  { status: "LEFT", title: "Left out" },
] as const satisfies readonly { readonly status: Item["status"]; readonly title: string }[];

/** The lines of a list that is to be read: without the one that names the columns, and without empty ones. */
export function lineCount(csv: string): number {
  return Math.max(0, csv.split(/\r\n|\r|\n/).filter((line) => line.trim() !== "").length - 1);
}
