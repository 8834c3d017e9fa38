import { clashes, fates, type Occurrence } from "../preview/state-words.ts";
import { sessionCount } from "../series-words.ts";
import type { ChangeDraft } from "./change-draft.ts";

interface Effect {
  /** Get another time, length or type. */
  readonly changed: number;
  readonly booked: number;
  readonly dropped: number;
  readonly kept: number;
}

function effectOf(occurrences: readonly Occurrence[]): Effect {
  const count = (of: (one: Occurrence) => boolean) => occurrences.filter(of).length;
  const goes = ({ bookedStartAt, outcome }: Occurrence) => bookedStartAt !== null && outcome !== "STAYS";
  return {
    changed: count((one) => one.effect === "CHANGE" && goes(one)),
    booked: count((one) => one.effect === "BOOK" && goes(one)),
    dropped: count(({ effect }) => effect === "CANCEL" || effect === "PAUSE"),
    kept: count(({ effect }) => effect === "KEEP"),
  };
}

const CHANGED = { move: "moves", length: "changes", type: "changes" } as const;

/** "12 sessions move, 1 clash: 1 stays; 2 exceptions stay as they are". */
export function effectWords(kind: ChangeDraft["kind"], occurrences: readonly Occurrence[]): string {
  const { changed, booked, dropped, kept } = effectOf(occurrences);
  const verb = kind === "length" || kind === "type" || kind === "move" ? CHANGED[kind] : "changes";
  const clashing = occurrences.filter(clashes);
  const parts = [
    changed > 0 && `${sessionCount(changed)} ${changed === 1 ? verb : verb.slice(0, -1)}`,
    booked > 0 && `${sessionCount(booked)} ${booked === 1 ? "is" : "are"} booked`,
    dropped > 0 &&
      `${sessionCount(dropped)} ${dropped === 1 ? "is" : "are"} ${kind === "pause" ? "dropped" : "cancelled"}`,
    clashing.length > 0 &&
      `${clashing.length === 1 ? "1 clash" : `${clashing.length} clashes`}: ${fates(clashing).replace("moved", "at another time")}`,
    kept > 0 && (kept === 1 ? "1 exception stays as it is" : `${kept} exceptions stay as they are`),
  ].filter((part) => part !== false);
  return parts.length > 0 ? parts.join("; ") : (NOTHING[kind] ?? "No session changes");
}

const NOTHING: { readonly [kind in ChangeDraft["kind"]]?: string } = {
  pause: "No session lies in these dates",
  end: "No session lies after that day",
};

/** What the press does, on its button. */
export function pressWords(kind: ChangeDraft["kind"], occurrences: readonly Occurrence[]): string {
  const { changed, booked, dropped } = effectOf(occurrences);
  switch (kind) {
    case "move":
      return booked > 0 ? "Book it" : changed > 0 ? `Move ${sessionCount(changed)}` : "Move";
    case "length":
    case "type":
      return changed > 0 ? `Change ${sessionCount(changed)}` : "Change";
    case "cancel":
      return `Cancel ${sessionCount(dropped)}`;
    case "pause":
      return dropped > 0 ? `Pause ${sessionCount(dropped)}` : "Pause";
    case "resume":
      return "Resume";
    case "extend":
      return booked > 0 ? `Book ${booked} more` : "Extend";
    case "end":
      return "End the series";
  }
}

/** What was done: for the toast, and beside the way back. */
export function doneWords(
  kind: ChangeDraft["kind"],
  occurrences: readonly Occurrence[],
): { news: string; says: string } {
  const { changed, booked, dropped } = effectOf(occurrences);
  const many = (count: number, verb: string) => ({
    news: `${sessionCount(count)} ${count === 1 ? "is" : "are"} ${verb}.`,
    says: `You ${verb} ${sessionCount(count)}.`,
  });
  switch (kind) {
    case "move":
      return booked > 0 ? many(booked, "booked") : many(changed, "moved");
    case "length":
    case "type":
      return many(changed, "changed");
    case "cancel":
      return many(dropped, "cancelled");
    case "pause":
      return { news: "The series is paused.", says: "You paused the series." };
    case "resume":
      return { news: "The series is resumed.", says: "You resumed the series." };
    case "extend":
      return { news: "The series is longer now.", says: "You extended the series." };
    case "end":
      return { news: "The series ends earlier now.", says: "You ended the series." };
  }
}
