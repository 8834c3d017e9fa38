import { MINUTE } from "./local-date.ts";
import { offerTimes } from "./offer-times.ts";
import type { OwnBooking, Slot, SlotQuery } from "./slot-query.ts";
import { findSlots } from "./slots.ts";
import { fits, reachOf, suitsStart, type Wanted } from "./wish.ts";

/** A time that somebody has let pass. It is not offered to her again until somebody else had taken it. */
export type Skip = { readonly start: number; readonly end: number; readonly reason: "free" | "declined" | "silent" };

export type Waiting = {
  readonly id: string;
  readonly sessionTypeId: string;
  readonly wanted: Wanted;
  readonly timeZone: string;
  readonly skips: readonly Skip[];
  /** She has to answer one offer before the next. */
  readonly hasOffer: boolean;
  /** Whether what she came by may still be booked through. */
  readonly open: boolean;
};

export type WaitlistQuestion = {
  readonly now: number;
  readonly offerMinutes: number;
  /** In the order of the list. */
  readonly waiting: readonly Waiting[];
  /** What is free, by session type, over everything that is wanted of it; each entry asks it for its own length. */
  readonly queries: ReadonlyMap<string, SlotQuery>;
};

type PassReason =
  | "hasOffer"
  | "declined"
  | "silent"
  | "freeBefore"
  | "otherTimes"
  | "otherLength"
  | "night"
  | "tooClose"
  | "linkClosed";

type NewOffer = {
  readonly entryId: string;
  readonly sessionTypeId: string;
  readonly slot: Slot;
  readonly tellAt: number;
  readonly expiresAt: number;
  /** Who was ahead in the list and did not get it. */
  readonly passedOver: readonly { readonly entryId: string; readonly reason: PassReason }[];
};

/** A free time that suited somebody who could not be asked. */
type MissedSlot = { readonly entryId: string; readonly slot: Slot; readonly reason: PassReason };

export type Matching = { readonly offers: readonly NewOffer[]; readonly missed: readonly MissedSlot[] };

/**
 * Who is offered what, in the order of the list: each gets the earliest free time that suits her, and what she gets is
 * free no longer for those behind her. No slot stays free that somebody could be asked about; nobody gets a second
 * offer. The same question has the same answer, and none is left to be made after it.
 */
export function matchWaitlist(question: WaitlistQuestion): Matching {
  const free = new FreeTime(question.queries);
  const offers: NewOffer[] = [];
  const missed: MissedSlot[] = [];
  const served = new Set(question.waiting.filter((entry) => entry.hasOffer).map((entry) => entry.id));
  for (const [index, entry] of question.waiting.entries()) {
    if (served.has(entry.id)) continue;
    const hindered = new Set<PassReason>();
    for (const slot of free.slotsFor(entry)) {
      const times = timesFor(question, entry, slot);
      if (typeof times !== "string") {
        const ahead = question.waiting.slice(0, index);
        offers.push({
          ...{ entryId: entry.id, sessionTypeId: entry.sessionTypeId, slot, ...times },
          passedOver: passedOver(question, ahead, served, { sessionTypeId: entry.sessionTypeId, slot }),
        });
        served.add(entry.id);
        free.take(entry.sessionTypeId, slot);
        break;
      }
      if (isHindrance(times) && !hindered.has(times)) missed.push({ entryId: entry.id, slot, reason: times });
      hindered.add(times);
    }
  }
  return { offers, missed };
}

/** What somebody cannot help; having let a time pass is no news to anybody. */
function isHindrance(reason: PassReason): boolean {
  return reason === "night" || reason === "tooClose" || reason === "linkClosed";
}

/** Why those ahead in the list were not asked about a slot. Who waits for another session type is in another queue. */
function passedOver(
  question: WaitlistQuestion,
  ahead: readonly Waiting[],
  served: ReadonlySet<string>,
  { sessionTypeId, slot }: { readonly sessionTypeId: string; readonly slot: Slot },
): NewOffer["passedOver"] {
  return ahead
    .filter((entry) => entry.sessionTypeId === sessionTypeId)
    .map((entry) => ({ entryId: entry.id, reason: whyNot(question, entry, slot, served) }));
}

function whyNot(question: WaitlistQuestion, entry: Waiting, slot: Slot, served: ReadonlySet<string>): PassReason {
  if (!suitsStart(entry.wanted, slot.start)) return "otherTimes";
  if (!fits(entry.wanted, slot)) return "otherLength";
  const times = timesFor(question, entry, slot);
  return typeof times === "string" && !served.has(entry.id) ? times : "hasOffer";
}

function timesFor(
  { now, offerMinutes, queries }: WaitlistQuestion,
  entry: Waiting,
  slot: Slot,
): { tellAt: number; expiresAt: number } | PassReason {
  if (!entry.open) return "linkClosed";
  const skip = entry.skips.find((skipped) => isSkipped(skipped, slot));
  if (skip) return skip.reason === "free" ? "freeBefore" : skip.reason;
  const notice = queries.get(entry.sessionTypeId)?.session.noticeMinutes ?? 0;
  return offerTimes({ now, latest: slot.start - notice * MINUTE, offerMinutes, timeZone: entry.timeZone });
}

/** Who declined a time is not asked about it a few minutes later or earlier either. */
function isSkipped(skip: Skip, slot: Slot): boolean {
  return skip.reason === "free" ? skip.start === slot.start : slot.start < skip.end && skip.start < slot.end;
}

/** What is still let pass: a skip ends when its time is free no longer, holds and offers set aside. */
export function keepSkips(entry: Waiting, settled: SlotQuery): readonly Skip[] {
  if (entry.skips.length === 0) return entry.skips;
  const free = new Set(slotsOf(settled, entry.wanted.minutes).map((slot) => slot.start));
  const kept = entry.skips.filter((skip) => free.has(skip.start));
  return kept.length === entry.skips.length ? entry.skips : kept;
}

function slotsOf(query: SlotQuery, minutes: number): Slot[] {
  return findSlots({ ...query, session: { ...query.session, minutes } });
}

/** Everything that is free, as it dwindles while offers are made. */
class FreeTime {
  readonly #queries: Map<string, SlotQuery>;
  /** By session type and length, until the next offer. */
  readonly #slots = new Map<string, Slot[]>();

  constructor(queries: ReadonlyMap<string, SlotQuery>) {
    this.#queries = new Map(queries);
  }

  /** The slots that fit what is wanted, the earliest first. */
  slotsFor({ sessionTypeId, wanted }: Waiting): Slot[] {
    const query = this.#queries.get(sessionTypeId);
    const reach = reachOf(wanted);
    if (!query || !reach) return [];
    const key = `${sessionTypeId} ${wanted.minutes}`;
    const slots = this.#slots.get(key) ?? slotsOf(query, wanted.minutes);
    this.#slots.set(key, slots);
    return slots.filter((slot) => slot.start >= reach.start && slot.start < reach.end && fits(wanted, slot));
  }

  take(sessionTypeId: string, slot: Slot): void {
    const buffers = this.#queries.get(sessionTypeId)?.session;
    if (!buffers) return;
    for (const [id, query] of this.#queries) {
      const offered: OwnBooking = {
        ...{ start: slot.start, end: slot.end },
        bufferBeforeMinutes: buffers.bufferBeforeMinutes,
        bufferAfterMinutes: buffers.bufferAfterMinutes,
        otherType: id !== sessionTypeId,
        seatsTaken: buffers.capacity > 1 && id === sessionTypeId ? 1 : undefined,
      };
      this.#queries.set(id, { ...query, calendar: { ...query.calendar, bookings: seated(query, offered) } });
    }
    this.#slots.clear();
  }
}

/** One more seat in the group session at this very time, or one more session. */
function seated({ calendar }: SlotQuery, offered: OwnBooking): OwnBooking[] {
  const { bookings } = calendar;
  const index = bookings.findIndex((known) => isSameGroup(known, offered));
  const group = bookings[index];
  if (group) return bookings.with(index, { ...group, seatsTaken: (group.seatsTaken ?? 0) + 1 });
  const known = bookings.some(({ start, end }) => start === offered.start && end === offered.end);
  // Where the group stands already, its other seats take no time from other session types.
  return known ? [...bookings] : [...bookings, offered];
}

function isSameGroup(known: OwnBooking, offered: OwnBooking): boolean {
  return (
    offered.seatsTaken !== undefined &&
    known.seatsTaken !== undefined &&
    known.start === offered.start &&
    known.end === offered.end
  );
}
