import type { FullSessionPartsFragment, SlotListPartsFragment, SlotPartsFragment } from "../../generated/client.ts";

export type Slot = SlotPartsFragment;
/** A group session without a seat left: it cannot be booked, but waited for. */
export type FullSession = FullSessionPartsFragment;

/** The free slots of a range, and its full group sessions, by the viewer's local date; a date without any has no entry. */
export type SlotBoard = {
  revision: number;
  days: ReadonlyMap<string, readonly Slot[]>;
  full: ReadonlyMap<string, readonly FullSession[]>;
};
type Told = Pick<SlotListPartsFragment, "revision" | "days" | "fullSessions">;

/** A snapshot replaces everything, unless a faster answer has brought what is newer. */
export function fromSnapshot(list: Told, before: SlotBoard | null = null): SlotBoard {
  if (before && list.revision < before.revision) return before;
  return {
    revision: list.revision,
    days: new Map(list.days.map(({ date, slots }) => [date, slots])),
    full: byDate(list.fullSessions),
  };
}

/** Replaces the days that changed. A change computed before what is shown says nothing new. */
export function withChange(board: SlotBoard, change: Told): SlotBoard {
  if (change.revision < board.revision) return board;
  const days = new Map(board.days);
  for (const { date, slots } of change.days) {
    if (slots.length > 0) days.set(date, slots);
    else days.delete(date);
  }
  return { revision: change.revision, days, full: byDate(change.fullSessions) };
}

/** With slots that others find taken, but not the viewer: she holds them herself. */
export function withOwn(board: SlotBoard, own: readonly Slot[]): SlotBoard {
  if (own.length === 0) return board;
  const days = new Map(board.days);
  const full = new Map(board.full);
  for (const slot of own) {
    const date = slot.localStart.slice(0, 10);
    const others = (days.get(date) ?? []).filter(({ startAt }) => startAt !== slot.startAt);
    days.set(
      date,
      [...others, slot].toSorted((a, b) => a.startAt.localeCompare(b.startAt)),
    );
    const left = (full.get(date) ?? []).filter(({ startAt }) => startAt !== slot.startAt);
    if (left.length > 0) full.set(date, left);
    else full.delete(date);
  }
  return { ...board, days, full };
}

function byDate(sessions: readonly FullSession[]): Map<string, FullSession[]> {
  return Map.groupBy(sessions, ({ localStart }) => localStart.slice(0, 10));
}

/** What is no longer offered, and what is newly. */
export function difference(before: readonly Slot[], after: readonly Slot[]): { gone: Slot[]; added: Slot[] } {
  const starts = (slots: readonly Slot[]) => new Set(slots.map((slot) => slot.startAt));
  const [old, now] = [starts(before), starts(after)];
  return {
    gone: before.filter((slot) => !now.has(slot.startAt)),
    added: after.filter((slot) => !old.has(slot.startAt)),
  };
}

/** One polite sentence for what happened to the day in view; empty when nothing did. */
export function describeChange(
  { gone, added }: { gone: readonly Slot[]; added: readonly Slot[] },
  left: number,
  formatTime: (local: string) => string,
): string {
  const [onlyGone, onlyAdded] = [gone[0], added[0]];
  const parts = [
    gone.length === 1 && onlyGone
      ? `${formatTime(onlyGone.localStart)} is no longer free.`
      : gone.length > 1 && `${gone.length} times are no longer free.`,
    added.length === 1 && onlyAdded
      ? `${formatTime(onlyAdded.localStart)} has become free.`
      : added.length > 1 && `${added.length} times have become free.`,
  ].filter(Boolean);
  return parts.length > 0
    ? `${parts.join(" ")} ${left === 0 ? "No times are left on this day." : `${left} left.`}`
    : "";
}

/** The board's slots nearest to a start, in order of time. */
export function nearest(board: SlotBoard, startAt: string, count: number): Slot[] {
  const wanted = Date.parse(startAt);
  const distance = (slot: Slot) => Math.abs(Date.parse(slot.startAt) - wanted);
  return [...board.days.values()]
    .flat()
    .filter((slot) => slot.startAt !== startAt)
    .toSorted((a, b) => distance(a) - distance(b))
    .slice(0, count)
    .toSorted((a, b) => a.startAt.localeCompare(b.startAt));
}

export function isOffered(board: SlotBoard, slot: Slot): boolean {
  return board.days.get(slot.localStart.slice(0, 10))?.some(({ startAt }) => startAt === slot.startAt) ?? false;
}
