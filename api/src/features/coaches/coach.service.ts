import type { Interval } from "../../core/interval.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/db.ts";

/** A write to a coach's calendar in progress. */
export interface CalendarWrite extends Tx {
  /** The coach's revision that this write makes. */
  readonly revision: number;
  /** Notes what the write touches; without a note it may have touched everything. */
  touch(interval: Interval, bookingId: string): void;
  /** Notes that it may have touched everything, whatever else was noted. */
  touchAll(): void;
  /** Notes that nothing that can be seen in the calendar was touched, unless something else is noted. */
  touchNothing(): void;
}

/** Those who wait for time of a coach: what opens is theirs before anybody else can see it. */
export interface Queue {
  /**
   * Gives what is free to those who wait, within the transaction that freed it.
   * @returns when time alone may next change something for them, epoch milliseconds; null where nobody waits.
   */
  serve(write: CalendarWrite, coachId: string): Promise<number | null>;
  /** Takes back what was given of a time. */
  makeWay(write: CalendarWrite, coachId: string, blocked: Interval): Promise<void>;
  readonly clock: Clock;
}

const queues = new WeakMap<Database, Queue>();

/** From now on, every write to a calendar of this database serves the queue. */
export function serveFirst(db: Database, queue: Queue): void {
  queues.set(db, queue);
}

/** Before a coach takes back what freed a time: those whom it was offered to since had it by mistake. */
export async function makeWay(db: Database, write: CalendarWrite, coachId: string, blocked: Interval): Promise<void> {
  await queues.get(db)?.makeWay(write, coachId, blocked);
}

/**
 * Every write to a coach's calendar goes through here: it waits for the writers before it, and is heard of afterwards.
 * The lock is a statement of its own, since only a later statement sees what the writer before has committed.
 */
export function changeCalendar<Result>(
  db: Database,
  coachId: string,
  work: (write: CalendarWrite) => Promise<Result>,
): Promise<Result> {
  return db.transact(async (tx) => {
    const { revision, waitlistDueAt } = await lockCalendar(tx, coachId);
    const [notes, queueNotes] = [new Notes(), new Notes()];
    // Nobody waits: nothing more is asked of the database.
    const queue = waitlistDueAt === null ? undefined : queues.get(db);
    const serve = async () => (await queue?.serve({ ...tx, revision, ...queueNotes.takers() }, coachId)) ?? null;
    // What time alone has opened since goes to those who wait, too, before this write may take it.
    if (queue && waitlistDueAt !== null && waitlistDueAt <= queue.clock.now()) await serve();
    const result = await work({ ...tx, revision, ...notes.takers() });
    const dueAt = await serve();
    const touched = notes.everything ? null : (hull([...notes.touched, ...queueNotes.touched]) ?? nothing);
    const bookingIds = [...notes.bookingIds, ...queueNotes.bookingIds];
    const due = dueAt === null || dueAt === waitlistDueAt ? {} : { waitlistDueAt: dueAt };
    tx.publish({ type: "calendarChanged", coachId, revision, touched, bookingIds, ...due });
    return result;
  });
}

/** A run of a queue that readers asked for, by the instant it was due. */
const served = new WeakMap<Database, Map<string, { readonly dueAt: number; readonly done: Promise<boolean> }>>();

/**
 * For whoever reads what is free: what time alone has opened, as a hold that lapsed, goes to those who wait before it is
 * shown to anybody. Readers who come at once share one write, and one that failed is left to the jobs.
 * @returns whether the calendar may have changed since it was read.
 */
export async function serveIfDue(db: Database, coachId: string, dueAt: number | null): Promise<boolean> {
  const queue = queues.get(db);
  if (!queue || dueAt === null || dueAt > queue.clock.now()) return false;
  const runs = served.get(db) ?? new Map();
  served.set(db, runs);
  const known = runs.get(coachId);
  if (known?.dueAt === dueAt) return known.done;
  const done = changeCalendar(db, coachId, async (write) => write.touchNothing()).then(
    () => true,
    () => false,
  );
  runs.set(coachId, { dueAt, done });
  return done;
}

/** What a write says that it touches. */
class Notes {
  readonly touched: Interval[] = [];
  readonly bookingIds: string[] = [];
  #all = false;
  #none = false;

  get everything(): boolean {
    return this.#all || (this.touched.length === 0 && !this.#none);
  }

  takers(): Pick<CalendarWrite, "touch" | "touchAll" | "touchNothing"> {
    return {
      touch: (interval, bookingId) => {
        this.touched.push(interval);
        this.bookingIds.push(bookingId);
      },
      touchAll: () => {
        this.#all = true;
      },
      touchNothing: () => {
        this.#none = true;
      },
    };
  }
}

/** A stretch that meets no other. */
const nothing: Interval = { start: 0, end: 0 };

interface LockedCalendar {
  readonly revision: number;
  /** When time alone may next change something for those who wait, epoch milliseconds; null where nobody does. */
  readonly waitlistDueAt: number | null;
}

async function lockCalendar(tx: Tx, coachId: string): Promise<LockedCalendar> {
  const rows = await tx.sql<LockedCalendar>`
    update coach set revision = revision + 1 where id = ${coachId}
    returning revision, (extract(epoch from waitlist_due_at) * 1000)::float8 as "waitlistDueAt"`;
  const [locked] = rows;
  if (!locked) throw new Error(`There is no coach ${coachId}.`);
  return locked;
}

function hull(intervals: readonly Interval[]): Interval | null {
  if (intervals.length === 0) return null;
  return { start: Math.min(...intervals.map((it) => it.start)), end: Math.max(...intervals.map((it) => it.end)) };
}
