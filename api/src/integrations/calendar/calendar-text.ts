import type { EventDraft, ProviderEvent } from "./calendar-provider.ts";

/** Calendars as text (RFC 5545): files that are uploaded or fetched, and those that we give away. */
export interface CalendarTexts {
  /**
   * Reads a text. Throws a `Refusal` for what is no calendar, breaks off, or has more in it than anybody needs; what is
   * odd about single events costs these alone. Others have their turn meanwhile.
   */
  read(text: string, options: ReadOptions): Promise<CalendarText>;
  /** The object of one event, with its exceptions and zones. `stamp` is now. */
  write(draft: EventDraft, stamp: number): string;
}

export interface ReadOptions {
  /** Addresses of the coach: what she declined is free. */
  readonly self: readonly string[];
}

export interface CalendarText {
  /** One for each UID, with its exceptions; `id` is the UID. */
  readonly events: readonly ProviderEvent[];
  /** Events that could not be understood. */
  readonly unreadable: number;
  /** What the calendar calls itself. */
  readonly name: string;
}
