import type { BulkClock, ClashPolicy, DraftBulkRunInput } from "../../../generated/schema.ts";
import { addDays } from "../../../lib/dates.ts";
import { startOfWeek } from "../../../ui/week-grid/wall-time.ts";
import type { PickedClient } from "../panel/ClientPicker.tsx";
import { firstOf, newRule, type RuleDraft, type RuleProblems, readRule } from "../series/rule-draft.ts";
import { keptState } from "../shell/kept-state.ts";
import { lineCount } from "./bulk-words.ts";

/** Who shall be booked for what, as it stands in the form. */
export interface BulkDraft {
  /** Which of the two ways to choose is in sight; what was chosen the other way counts as well. */
  readonly from: "clients" | "list";
  readonly clients: readonly PickedClient[];
  readonly csv: string;
  readonly what: "program" | "series";
  /** Null for the first one. */
  readonly programId: string | null;
  readonly startDate: string;
  readonly clock: BulkClock;
  readonly sessionTypeId: string | null;
  readonly minutes: number | null;
  /** The first session of a series, in wall time. */
  readonly start: string;
  readonly rule: RuleDraft;
  readonly policy: ClashPolicy;
}

/** Outlives the page: clients are chosen on their own page too. */
export const useKeptBulk = keptState<BulkDraft>();

export function newBulkDraft(today: string): BulkDraft {
  const monday = addDays(startOfWeek(today, 1), 7);
  const start = `${monday}T10:00`;
  return {
    ...{ from: "clients", clients: [], csv: "" },
    ...{ what: "program", programId: null, startDate: monday, clock: "COACH" },
    ...{ sessionTypeId: null, minutes: null, start, rule: newRule(start), policy: "NEAREST_OF_WEEK" },
  };
}

export interface DraftProblems extends RuleProblems {
  readonly who?: string;
}

export const countIn = ({ clients, csv }: BulkDraft): number => clients.length + lineCount(csv);

/** What to have planned, or what is missing. */
export function readBulkDraft(
  draft: BulkDraft,
  first: { readonly program: string | null; readonly sessionType: string | null },
): { readonly input: DraftBulkRunInput } | { readonly problems: DraftProblems } {
  const rule = readRule(draft.rule, draft.start);
  const isSeries = draft.what === "series";
  const problems: DraftProblems = {
    ...(draft.clients.length === 0 && draft.csv.trim() === "" && { who: "Choose clients, or give a list of them." }),
    ...(isSeries && "problems" in rule && rule.problems),
  };
  if (Object.keys(problems).length > 0) return { problems };
  return {
    input: {
      clients: draft.clients.map(({ id }) => id),
      csv: draft.csv.trim() === "" ? null : draft.csv,
      ...(isSeries
        ? {
            series: {
              sessionType: draft.sessionTypeId ?? first.sessionType ?? "",
              start: firstOf(draft.start, draft.rule),
              recurrence: "text" in rule ? rule.text : "",
              minutes: draft.minutes,
              policy: draft.policy,
              clock: draft.clock,
            },
          }
        : {
            program: {
              program: draft.programId ?? first.program ?? "",
              startDate: draft.startDate,
              clock: draft.clock,
            },
          }),
    },
  };
}
