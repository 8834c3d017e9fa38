import { randomUUID } from "node:crypto";
import type { Fault } from "../../../test/stand-ins/faulty-road.ts";
import type {
  Access,
  CalendarProvider,
  Change,
  ChangePage,
  Credentials,
  EventAddress,
  EventDetails,
  EventDraft,
  EventTime,
  OriginalStart,
  ProviderEvent,
} from "./calendar-provider.ts";
import type { Failure, Outcome } from "./failure.ts";
import { occurrencesOf } from "./occurrences.ts";

/** An event that the coach makes in her own calendar program. */
interface OutsideEvent {
  readonly title: string;
  readonly time: EventTime;
  /** RRULE */
  readonly rule?: string;
  readonly blocking?: "busy" | "tentative" | "free";
}

/** What the coach does in her own calendar program. Ids are those of the port. */
export interface OutsideHand {
  add(event: OutsideEvent): Promise<string>;
  move(id: string, start: number, end: number): Promise<void>;
  delete(id: string): Promise<void>;
  moveOccurrence(id: string, originalStart: number, start: number): Promise<void>;
  deleteOccurrence(id: string, originalStart: number): Promise<void>;
  /** Puts something on an event that we never write, and says whether it is there. */
  decorate(id: string): Promise<void>;
  isDecorated(id: string): Promise<boolean>;
}

/** An adapter with an empty calendar at its provider, and pages of five events. */
export interface ProviderUnderTest {
  readonly provider: CalendarProvider;
  /** The same with no patience at all. */
  readonly impatient: CalendarProvider;
  readonly credentials: Credentials;
  readonly calendarId: string;
  readonly hand: OutsideHand;
  readonly hasFloatingTimes: boolean;
  /** Whether it knows that there was an event under a key which is not there any more. */
  readonly remembersDeleted: boolean;
  /** What the provider's own refusals look like. */
  readonly refusals: Readonly<Record<"unauthorized" | "forbidden" | "busy", Fault>>;
  /** The next request to the provider meets this. */
  meet(fault: Fault, which?: "any" | "write" | "events"): void;
  /** Requests sent so far. */
  requests(): number;
  /** A cursor that the provider does not know any more. */
  killed(cursor: string): string;
}

export const HOUR = 3_600_000;
export const newYork = "America/New_York";
export const window = { start: Date.UTC(2027, 0, 1), end: Date.UTC(2028, 0, 1) };
export const at = (text: string) => Date.parse(text);
/** Ten in New York, before the clocks change there on 14 March. */
export const start = at("2027-03-01T15:00:00Z");

/** One calendar with all that a test does to it. */
export class CalendarUnderTest {
  readonly it: ProviderUnderTest;
  readonly mirror: Mirror;

  constructor(it: ProviderUnderTest) {
    this.it = it;
    this.mirror = new Mirror(it);
  }

  access(signal?: AbortSignal): Access {
    return accessOf(this.it, signal);
  }

  address(id: string): EventAddress {
    return { calendarId: this.it.calendarId, id };
  }

  create(draft: EventDraft): Promise<Outcome<ProviderEvent>> {
    return this.it.provider.create(this.access(), this.it.calendarId, draft);
  }

  async get(id: string): Promise<ProviderEvent> {
    return gained(await this.it.provider.get(this.access(), this.address(id)));
  }

  update(event: ProviderEvent, draft: EventDraft): Promise<Outcome<ProviderEvent>> {
    return this.it.provider.update(this.access(), this.address(event.id), event.etag ?? "", draft);
  }
}

function accessOf({ credentials }: ProviderUnderTest, signal = AbortSignal.timeout(20_000)): Access {
  return { credentials, signal };
}

/** What the calendar holds by all changes that were told. */
class Mirror {
  readonly events = new Map<string, ProviderEvent>();
  cursor: string | null = null;
  lastPage: ChangePage | null = null;
  lastWasFull = false;
  readonly #it: ProviderUnderTest;
  #seen = new Set<string>();

  constructor(underTest: ProviderUnderTest) {
    this.#it = underTest;
  }

  ask(): Promise<Outcome<ChangePage>> {
    const { provider, calendarId } = this.#it;
    return provider.changes(accessOf(this.#it), { calendarId, cursor: this.cursor, window });
  }

  async page(): Promise<ChangePage> {
    const page = gained(await this.ask());
    for (const change of page.changes) this.#take(change);
    this.cursor = page.cursor;
    this.lastPage = page;
    this.lastWasFull = page.full;
    if (page.full && !page.more) {
      for (const id of this.events.keys()) if (!this.#seen.has(id)) this.events.delete(id);
      this.#seen = new Set();
    }
    return page;
  }

  async read(): Promise<Change[]> {
    const changes: Change[] = [];
    for (let page = await this.page(); ; page = await this.page()) {
      changes.push(...page.changes);
      if (!page.more) return changes;
    }
  }

  #take(change: Change): void {
    if (change.kind === "changed") {
      this.events.set(change.event.id, change.event);
      this.#seen.add(change.event.id);
      return;
    }
    this.events.delete(change.id);
    for (const [id, { seriesId }] of this.events) if (seriesId === change.id) this.events.delete(id);
  }

  occurrences(timeZone: string) {
    return occurrencesOf([...this.events.values()], window, timeZone).occurrences;
  }

  async times(): Promise<number[][]> {
    await this.read();
    return this.occurrences(newYork).map((occurrence) => [occurrence.start, occurrence.end]);
  }

  async starts(): Promise<number[]> {
    return (await this.times()).map(([from = 0]) => from);
  }

  async titles(): Promise<string[]> {
    await this.read();
    return [...this.events.values()].map(({ details }) => details.title).sort();
  }
}

export function gained<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`It was refused: ${JSON.stringify(outcome.failure)}`);
  return outcome.value;
}

export function refused(outcome: Outcome<unknown>): Failure {
  if (outcome.ok) throw new Error(`It was not refused but gave ${JSON.stringify(outcome.value)}`);
  return outcome.failure;
}

export function secretsOf(credentials: Credentials): string[] {
  if (credentials.kind === "oauth") return [credentials.accessToken, credentials.refreshToken];
  return [credentials.password];
}

export function timed(title: string, from: number): OutsideEvent {
  return { title, time: { kind: "timed", start: from, end: from + HOUR, timeZone: newYork } };
}

export function detailsAt(from: number): EventDetails {
  return {
    ...{ title: "Session", description: "", location: "", blocking: "busy", cancelled: false, isPrivate: false },
    time: { kind: "timed", start: from, end: from + HOUR, timeZone: newYork },
  };
}

export function draftOf(details: Partial<EventDetails>): EventDraft {
  const plain = { key: randomUUID(), sequence: 0, recurrence: null, exceptions: [] };
  return { ...plain, details: { ...detailsAt(start), ...details } };
}

export function movedBy(draft: EventDraft, by: number): EventDraft {
  return { ...draft, sequence: draft.sequence + 1, details: detailsAt(start + by) };
}

export function seriesOf(draft: EventDraft, rule: string): EventDraft {
  const recurrence = { start: "2027-03-01T10:00", timeZone: newYork, rules: [rule], excluded: [], added: [] };
  return { ...draft, recurrence };
}

export function startsIn(events: readonly ProviderEvent[]): OriginalStart[] {
  return occurrencesOf(events, window, newYork).occurrences.map((occurrence) => occurrence.start);
}
