import type { Reason } from "./explain.ts";
import type { Interval } from "./interval.ts";
import { DAY, type LocalDateTime, MINUTE, weekdayOfDay } from "./local-date.ts";
import { type Asker, SeriesLedger, type SeriesQueries, type Wanted } from "./series-ledger.ts";
import type { Slot } from "./slot-query.ts";
import { type Zone, zone } from "./zone.ts";

/**
 * What becomes of the sessions that cannot be where they should: nothing, so that all is refused; they are left out;
 * they go to the nearest free time of their local day, or of their week (Sunday to Saturday); they are made up for at
 * the end of the series; or they stay where they are, for those that were to be moved.
 */
export type ClashPolicy = "refuse" | "skip" | "nearestOfDay" | "nearestOfWeek" | "append" | "stay";

/** What was decided for one session, whatever the policy. */
export type Choice =
  /** There all the same, where only the coach's own hours and limits stand against it. */
  | { readonly kind: "keep" }
  | { readonly kind: "skip"; readonly reason?: string | undefined }
  | { readonly kind: "append" }
  | { readonly kind: "stay" }
  | { readonly kind: "at"; readonly start: number };

/** A session of a series that is to be booked or moved; `was` is where it stands now. */
export type WantedOccurrence = Wanted & { readonly id: LocalDateTime; readonly was?: Wanted | undefined };

/** What becomes of it. */
type Outcome =
  | { readonly kind: "booked"; readonly how: "free" | "kept" | "chosen" | "nearest" | "stays"; readonly at: Wanted }
  | { readonly kind: "skipped"; readonly how: "policy" | "chosen" | "appended"; readonly reason: string | undefined }
  /** Nothing yet: somebody has to choose. `reasons` stand against what was chosen, or against its own time. */
  | { readonly kind: "open"; readonly reasons: readonly Reason[] };

export type CheckedOccurrence = {
  readonly wanted: WantedOccurrence;
  /** What stands against its own time; nothing where it is free. */
  readonly reasons: readonly Reason[];
  /** Whether `keep` would do. */
  readonly mayKeep: boolean;
  readonly outcome: Outcome;
  /** The nearest free times, for one that clashes. */
  readonly nearest: readonly Slot[];
};

export type SeriesQuestion = {
  readonly queries: SeriesQueries;
  readonly asker: Asker;
  /** In which days and weeks are counted. */
  readonly timeZone: string;
  readonly policy: ClashPolicy;
  readonly choices: ReadonlyMap<LocalDateTime, Choice>;
  /** How many free times are named for each clash. */
  readonly alternatives: number;
};

const ALTERNATIVES_WITHIN = 7 * DAY;

type Draft = { -readonly [Key in keyof CheckedOccurrence]: CheckedOccurrence[Key] };

/**
 * Finds for each session whether its time is free, beside the calendar and those before it, and what becomes of those
 * that are not. First everything takes its place that has one; then the rest looks for another, in order; free times
 * are named last, so that no one of them is taken by another session of the series. Costs n log n and one slot
 * question per session, two per clash.
 */
export function checkOccurrences(question: SeriesQuestion, wanted: readonly WantedOccurrence[]): CheckedOccurrence[] {
  return new SeriesCheck(question, wanted).outcome();
}

class SeriesCheck {
  readonly #question: SeriesQuestion;
  readonly #ledger: SeriesLedger;
  readonly #zone: Zone;
  readonly #drafts: Draft[];

  constructor(question: SeriesQuestion, wanted: readonly WantedOccurrence[]) {
    this.#question = question;
    this.#zone = zone(question.timeZone);
    const sorted = [...wanted].sort((a, b) => a.start - b.start);
    // What stays takes its old place before anything moves there, and may thereby make others stay.
    for (const staying = new Set<LocalDateTime>(); ; ) {
      const ledger = new SeriesLedger(question.queries, question.asker);
      for (const { id, was } of sorted) if (was && staying.has(id)) ledger.take(was);
      const drafts = sorted.map((one) => this.#place(ledger, one, staying));
      const more = drafts.filter(({ wanted: { id }, outcome }) => isStaying(outcome) && !staying.has(id));
      if (more.length === 0) {
        this.#ledger = ledger;
        this.#drafts = drafts;
        return;
      }
      for (const { wanted: one } of more) staying.add(one.id);
    }
  }

  outcome(): CheckedOccurrence[] {
    for (const draft of this.#drafts) if (draft.outcome.kind === "open") this.#moveAside(draft);
    for (const draft of this.#drafts) if (draft.reasons.length > 0) draft.nearest = this.#nearest(draft);
    return this.#drafts;
  }

  #place(ledger: SeriesLedger, wanted: WantedOccurrence, staying: ReadonlySet<LocalDateTime>): Draft {
    const { choices, policy } = this.#question;
    const choice = choices.get(wanted.id);
    const reasons = ledger.reasonsAgainst(wanted);
    const mayKeep = reasons.length > 0 && ledger.maySetAside(reasons);
    const placed = (outcome: Outcome): Draft => {
      if (outcome.kind === "booked" && outcome.how !== "stays") ledger.take(outcome.at);
      return { wanted, reasons, mayKeep, outcome, nearest: [] };
    };
    if (staying.has(wanted.id) || choice?.kind === "stay") return placed(stay(wanted, reasons));
    if (choice?.kind === "skip") return placed({ kind: "skipped", how: "chosen", reason: choice.reason });
    if (choice?.kind === "append") return placed({ kind: "skipped", how: "appended", reason: undefined });
    if (choice?.kind === "at") return placed(chosen(ledger, wanted, choice.start));
    if (reasons.length === 0) return placed({ kind: "booked", how: "free", at: wanted });
    if (choice?.kind === "keep" && mayKeep) return placed({ kind: "booked", how: "kept", at: wanted });
    if (choice === undefined && policy === "stay") return placed(stay(wanted, reasons));
    return placed({ kind: "open", reasons });
  }

  /** By policy, where nothing was chosen. */
  #moveAside(draft: Draft): void {
    const { policy, choices } = this.#question;
    if (choices.has(draft.wanted.id)) return;
    if (policy === "skip") draft.outcome = { kind: "skipped", how: "policy", reason: undefined };
    if (policy === "append") draft.outcome = { kind: "skipped", how: "appended", reason: undefined };
    if (policy !== "nearestOfDay" && policy !== "nearestOfWeek") return;
    const [slot] = this.#ledger.nearest(draft.wanted, this.#stretchAround(draft.wanted, policy), 1);
    if (slot === undefined) return;
    const at = { ...draft.wanted, start: slot.start };
    this.#ledger.take(at);
    draft.outcome = { kind: "booked", how: "nearest", at };
  }

  /** Starts within the local day or week of a session. */
  #stretchAround({ start, minutes }: Wanted, policy: "nearestOfDay" | "nearestOfWeek"): Interval {
    const day = this.#zone.localDay(start);
    const [first, days] = policy === "nearestOfDay" ? [day, 1] : [day - weekdayOfDay(day), 7];
    const end = this.#zone.startOfDayNumber(first + days) - 1 + minutes * MINUTE;
    return { start: this.#zone.startOfDayNumber(first), end };
  }

  #nearest({ wanted, outcome }: Draft): readonly Slot[] {
    const count = this.#question.alternatives;
    if (count === 0) return [];
    const end = wanted.start + wanted.minutes * MINUTE;
    const range = { start: wanted.start - ALTERNATIVES_WITHIN, end: end + ALTERNATIVES_WITHIN };
    const found = this.#ledger.nearest(wanted, range, count);
    if (outcome.kind !== "booked" || outcome.how !== "nearest") return found;
    const own = { start: outcome.at.start, end: outcome.at.start + wanted.minutes * MINUTE, seatsLeft: 1 };
    return [own, ...found].slice(0, count);
  }
}

function isStaying(outcome: Outcome): boolean {
  return outcome.kind === "booked" && outcome.how === "stays";
}

function stay({ was }: WantedOccurrence, reasons: readonly Reason[]): Outcome {
  return was === undefined ? { kind: "open", reasons } : { kind: "booked", how: "stays", at: was };
}

/** A time of somebody's choice: what a coach may set aside, she did. */
function chosen(ledger: SeriesLedger, wanted: Wanted, start: number): Outcome {
  const at = { ...wanted, start };
  const reasons = ledger.reasonsAgainst(at);
  if (reasons.length > 0 && !ledger.maySetAside(reasons)) return { kind: "open", reasons };
  return { kind: "booked", how: "chosen", at };
}
