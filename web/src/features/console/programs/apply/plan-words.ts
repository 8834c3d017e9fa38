import { formatDate, formatTime } from "../../../../lib/time.ts";
import { dateOf, daysBetween } from "../../../../ui/week-grid/wall-time.ts";
import { countOf, laterBy } from "../program-words.ts";
import type { Plan, PlannedSession } from "./use-plan.ts";

/** "12 sessions, Tue, 24 Nov to Fri, 12 Mar" */
export function spanWords(sessions: readonly { readonly coachLocalStart: string }[]): string {
  const dates = sessions.map(({ coachLocalStart }) => dateOf(coachLocalStart));
  const [first, last] = [dates[0], dates.at(-1)];
  if (first === undefined || last === undefined) return "No sessions";
  const sessionWords = countOf(sessions.length, "session");
  return first === last
    ? `${sessionWords} on ${formatDate(first, "short")}`
    : `${sessionWords}, ${formatDate(first, "short")} to ${formatDate(last, "short")}`;
}

/** How well the plan keeps what was wished. */
export function keptWords({ sessions, open }: Plan): {
  readonly words: string;
  readonly tone: "good" | "less" | "open";
} {
  if (open > 0) {
    return {
      words: `${countOf(open, "session")} cannot be where you put ${open === 1 ? "it" : "them"}.`,
      tone: "open",
    };
  }
  const unkept = sessions.reduce((sum, session) => sum + session.unkept.length, 0);
  if (unkept === 0) return { words: "Every wish is kept.", tone: "good" };
  return { words: `${countOf(unkept, "wish").replace("wishs", "wishes")} could not be kept.`, tone: "less" };
}

/** How long after the one before: "one week later", "3 days later". */
export function gapWords(before: string, after: string): string {
  const days = daysBetween(dateOf(before), dateOf(after));
  return days % 7 === 0 && days > 0
    ? laterBy({ unit: "WEEKS", wished: days / 7 })
    : laterBy({ unit: "DAYS", wished: days });
}

export const momentWords = (local: string): string => `${formatDate(dateOf(local), "short")}, ${formatTime(local)}`;

/** The times of a plan by number, to tell what became otherwise. */
export type Times = ReadonlyMap<number, string>;
export const timesOf = (plan: Plan): Times =>
  new Map(plan.sessions.map(({ number, coachLocalStart }) => [number, coachLocalStart]));

/** The next free time before or after where a session is; null where none is near. */
export function nextFree({ startAt, nearest }: PlannedSession, direction: "earlier" | "later") {
  const now = Date.parse(startAt);
  const there = nearest.filter((slot) =>
    direction === "later" ? Date.parse(slot.startAt) > now : Date.parse(slot.startAt) < now,
  );
  const sorted = there.toSorted((a, b) => Date.parse(a.startAt) - Date.parse(b.startAt));
  return (direction === "later" ? sorted[0] : sorted.at(-1)) ?? null;
}
