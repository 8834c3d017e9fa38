import type { LocalDate, LocalDateTime } from "./local-date.ts";
import type { SeriesPlan } from "./series.ts";
import type { Wanted } from "./series-ledger.ts";

/** One session; it and those after it; all that are still to come. */
export type SeriesScope = "this" | "following" | "all";

/** What a coach does to a series. `id` is the session she took it by; times are wall times of the series' zone. */
export type SeriesChange =
  | { readonly kind: "move"; readonly scope: SeriesScope; readonly id: LocalDateTime; readonly to: LocalDateTime }
  | { readonly kind: "length"; readonly scope: SeriesScope; readonly id: LocalDateTime; readonly minutes: number }
  | {
      readonly kind: "type";
      readonly scope: SeriesScope;
      readonly id: LocalDateTime;
      readonly sessionTypeId: string;
      readonly minutes: number;
    }
  | { readonly kind: "cancel"; readonly scope: SeriesScope; readonly id: LocalDateTime; readonly reason: string }
  | {
      readonly kind: "pause";
      readonly fromDate: LocalDate;
      readonly toDate: LocalDate | null;
      readonly reason: string;
      /** Whether what is dropped is made up for at the end. */
      readonly append: boolean;
    }
  | { readonly kind: "resume"; readonly fromDate: LocalDate }
  | { readonly kind: "extend"; readonly by: { readonly more: number } | { readonly until: LocalDate } | "never" }
  /** Nothing after a date. */
  | { readonly kind: "end"; readonly lastDate: LocalDate; readonly reason: string }
  /** Time alone: sessions of a series without an end, up to the horizon. */
  | { readonly kind: "fill" };

/** What a change does to one session, before it is known whether its time is free. */
export type SeriesStep =
  /** Booked anew where it was not there, else moved, or of another length or type. */
  | { readonly kind: "set"; readonly id: LocalDateTime; readonly was: Wanted | null; readonly to: Wanted }
  | {
      readonly kind: "drop";
      readonly id: LocalDateTime;
      readonly was: Wanted | null;
      readonly as: "paused" | "cancelled";
      readonly reason: string;
    }
  /** An exception that the change leaves as it is. */
  | { readonly kind: "stay"; readonly id: LocalDateTime; readonly was: Wanted };

export type SeriesEffect = {
  readonly plan: SeriesPlan;
  readonly steps: readonly SeriesStep[];
  /** As in `SeriesState`. */
  readonly filledUntil: number;
};

export type ChangeOptions = {
  readonly now: number;
  /** Whether sessions that were moved, or given another length or type, for themselves stay as they are. */
  readonly keepExceptions: boolean;
};
