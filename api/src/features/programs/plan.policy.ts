import type { Reason } from "../../core/explain.ts";
import { addDays, daysBetween, type LocalDate, MINUTE } from "../../core/local-date.ts";
import { lastDateOf, type Placing, placeProgram } from "../../core/placing.ts";
import type { UnkeptWish } from "../../core/placing-wishes.ts";
import { SeriesLedger, type SeriesQueries } from "../../core/series-ledger.ts";
import type { Slot } from "../../core/slots.ts";
import { zone } from "../../core/zone.ts";
import type { ProgramSession } from "./placing.policy.ts";

/** What is to be placed, and where. */
export interface ProgramQuestion {
  /** Of dates, weekdays and times of day. */
  readonly timeZone: string;
  readonly startDate: LocalDate;
  readonly spareWeeks: number;
  readonly sessions: readonly ProgramSession[];
  /** Where somebody put a session, by its number: instants. */
  readonly moves: ReadonlyMap<number, number>;
  /** How many free times are named near each session. */
  readonly alternatives: number;
}

/** A session with its time. Instants are epoch milliseconds. */
export interface PlacedSession {
  readonly number: number;
  readonly step: number;
  readonly sessionTypeId: string;
  readonly minutes: number;
  readonly start: number;
  readonly end: number;
  readonly isMoved: boolean;
  /** What stands against the time that somebody put it to. */
  readonly reasons: readonly Reason[];
  /** Whether it can be there all the same. */
  readonly mayKeep: boolean;
  readonly unkept: readonly UnkeptWish[];
  readonly nearest: readonly Slot[];
}

export type ProgramPlacing =
  | { readonly kind: "placed"; readonly sessions: readonly PlacedSession[] }
  | Extract<Placing, { kind: "impossible" }>;

/** The last date that a session may take: with moves, what follows them has as long as it had without. */
export function lastDateFor({ timeZone, startDate, spareWeeks, sessions, moves }: ProgramQuestion): LocalDate {
  const at = zone(timeZone);
  let last = lastDateOf(startDate, sessions, spareWeeks);
  for (const [number, start] of moves) {
    const until = lastDateOf(at.localDate(start), sessions.slice(number + 1), spareWeeks);
    if (daysBetween(last, until) > 0) last = until;
  }
  return last;
}

/** Places the sessions of a program for a coach, and says what she should know about each. */
export function placeSessions(queries: SeriesQueries, question: ProgramQuestion): ProgramPlacing {
  const { timeZone, startDate, sessions, moves } = question;
  const steps = sessions.map((session, number) => ({ ...session, at: moves.get(number) }));
  const lastDate = lastDateFor(question);
  const placing = placeProgram({ queries, asker: "coach", timeZone, startDate, lastDate, steps });
  if (placing.kind === "impossible") return placing;
  const placed = placing.steps.map(({ start, end, unkept }, number) => {
    const { step = 0, sessionTypeId = "", minutes = (end - start) / MINUTE } = sessions[number] ?? {};
    return { number, step, sessionTypeId, minutes, start, end, unkept, isMoved: moves.has(number) };
  });
  return { kind: "placed", sessions: lookAround(queries, placed, question.alternatives) };
}

type Bare = Omit<PlacedSession, "reasons" | "mayKeep" | "nearest">;

const AROUND_DAYS = 7;

/** What was found free takes its place first; then each one that somebody moved is looked at beside all others. */
function lookAround(queries: SeriesQueries, placed: readonly Bare[], alternatives: number): PlacedSession[] {
  const ledger = new SeriesLedger(queries, "coach");
  for (const session of placed) if (!session.isMoved) ledger.take(session);
  const judged = placed.map((session) => {
    const reasons = session.isMoved ? ledger.reasonsAgainst(session) : [];
    if (session.isMoved) ledger.take(session);
    return { ...session, reasons, mayKeep: ledger.maySetAside(reasons) };
  });
  const reach = AROUND_DAYS * 24 * 60 * MINUTE;
  return judged.map((session) => {
    const range = { start: session.start - reach, end: session.end + reach };
    return { ...session, nearest: alternatives === 0 ? [] : ledger.nearest(session, range, alternatives) };
  });
}

/** The stretch of the calendar that a question looks at, free times around included. */
export function stretchOf(question: ProgramQuestion): { start: number; end: number } {
  const at = zone(question.timeZone);
  const moved = [...question.moves.values()];
  const reach = (AROUND_DAYS + 1) * 24 * 60 * MINUTE;
  return {
    start: Math.min(at.startOfDay(question.startDate), ...moved) - reach,
    end:
      Math.max(at.endOfDay(lastDateFor(question)), ...moved.map((start) => at.endOfDay(at.localDate(start)))) + reach,
  };
}

/** The last date that could be asked for at all, to bound what is read. */
export function refuseFar(startDate: LocalDate, today: LocalDate): string | null {
  if (daysBetween(today, startDate) < 0) return "This date is over. Start today or later.";
  if (daysBetween(addDays(today, 3 * 366), startDate) > 0) return "Start within three years.";
  return null;
}
