import { useEffect, useMemo, useRef, useState } from "react";
import { addDays, clampDate, monthOf } from "../../lib/dates.ts";
import { formatTime, wallTime } from "../../lib/time.ts";
import { useNow } from "../../lib/use-now.ts";
import { announce } from "../../ui/Announcer.tsx";
import { describeChange, difference, type FullSession, type Slot, withOwn } from "./slot-board.ts";
import { useNextFree } from "./use-next-free.ts";
import { type LiveSlots, useSlotBoard } from "./use-slot-board.ts";
import type { ViewerZone } from "./viewer-zone.ts";

type SlotSource = { coach: string; link: string; minutes: number | null; bookingToken?: string };

export type PickerOptions = {
  source: SlotSource;
  zone: ViewerZone;
  /** The date the viewer chose. */
  date: string | null;
  /** Where the calendar opens, instead of today. */
  around?: string | undefined;
  /** Shows a date before one is chosen, that it opens at or the first free one of the month: where there is room for its times. */
  preselect: boolean;
  /**
   * Dates of the coach's calendar: the viewer's may differ by one. Null while unknown: nothing is shown then, for the place
   * of the session may ask for another zone.
   */
  bounds: { first: string; last: string } | null;
  /** Slots that others find taken, by the viewer herself: they stay on her board. */
  own?: readonly Slot[];
  /** Whether the times are on screen: of a list that is not, nothing is announced. */
  seen: boolean;
};

export type PickerState = {
  source: SlotSource;
  live: LiveSlots;
  today: string;
  first: string;
  last: string;
  /** Where the calendar stands; its month is what is subscribed to. */
  focused: string;
  focus: (date: string) => void;
  /** The date whose times are shown. */
  date: string | null;
  /** Null while they are loading. */
  slots: readonly Slot[] | null;
  /** Group sessions of that date without a seat left. */
  full: readonly FullSession[];
  /** The first free date after what is empty in view; null when there is none, undefined while unknown. */
  nextFree: string | null | undefined;
};

const none: readonly never[] = [];
const settleMs = 1_500;
/** How long what the viewer gives up on her way back may take to come back to the list. */
const returnMs = 3_000;

export function useSlotPicker(options: PickerOptions): PickerState {
  const { source, zone, date: chosen, around, preselect, bounds, own = none, seen } = options;
  const today = wallTime(useNow(60_000), zone.offsetMinutes).slice(0, 10);
  const [focused, focus] = useState(chosen ?? around ?? today);
  const last = addDays(bounds?.last ?? addDays(today, 365), 1);
  const first = clampDate(addDays(bounds?.first ?? today, -1), today, last);
  const month = monthOf(focused);
  const slotBoard = useSlotBoard({ ...source, ...month, timeZone: zone.id });
  const board = useMemo(() => {
    const shown = own.filter(({ localStart }) => localStart.slice(0, 7) === month.from.slice(0, 7));
    return slotBoard.board && withOwn(slotBoard.board, shown);
  }, [slotBoard.board, own, month.from]);
  const live = { ...slotBoard, board: bounds ? board : null };
  const days = live.board?.days;
  const opening = around && days?.has(around) ? around : (days?.keys().next().value ?? null);
  const preselected = usePreselected(`${month.from} ${zone.id} ${source.minutes}`, opening);
  const date = chosen && chosen >= month.from && chosen <= month.to ? chosen : preselect ? preselected : null;

  const emptyFrom = days?.size === 0 ? addDays(month.to, 1) : days && date && !days.has(date) ? addDays(date, 1) : null;
  const nextFree = useNextFree(
    emptyFrom && bounds ? { ...source, timeZone: zone.id, from: emptyFrom, to: last } : null,
  );
  useOpenAtFirstFree(chosen !== null, days && days.size === 0, nextFree, focus);
  useEffect(() => {
    if (chosen) focus(chosen);
  }, [chosen]);

  const slots = days && date ? (days.get(date) ?? none) : null;
  const full = (date && live.board?.full.get(date)) || none;
  useAnnouncedChanges(`${zone.id} ${date}`, slots, seen);
  return { source, live, today, first, last, focused, focus, date, slots, full, nextFree };
}

/** Stays the same while its month is in view, even when its last time goes: nothing jumps. */
function usePreselected(month: string, firstFree: string | null): string | null {
  const [held, setHeld] = useState<{ month: string; date: string | null }>({ month, date: firstFree });
  if (held.month !== month || (held.date === null && firstFree !== null)) {
    setHeld({ month, date: firstFree });
    return firstFree;
  }
  return held.date;
}

/** The page opens at the first month that has something to offer; from then on the viewer turns the leaves. */
function useOpenAtFirstFree(
  chosen: boolean,
  empty: boolean | undefined,
  nextFree: string | null | undefined,
  focus: (date: string) => void,
): void {
  const [opened, setOpened] = useState(chosen);
  useEffect(() => {
    if (opened || empty === undefined) return;
    if (empty && nextFree === undefined) return;
    setOpened(true);
    if (empty && nextFree) focus(nextFree);
  }, [opened, empty, nextFree, focus]);
}

/** What happens within a moment is one sentence: how the day differs from what was said last. */
function useAnnouncedChanges(day: string, slots: readonly Slot[] | null, seen: boolean): void {
  const told = useRef<{ day: string; slots: readonly Slot[] | null }>({ day, slots });
  const away = useRef(-Infinity);
  useEffect(() => {
    return () => {
      if (!seen) away.current = Date.now();
    };
  }, [seen]);
  useEffect(() => {
    const { day: toldDay, slots: before } = told.current;
    const back = Date.now() - away.current < returnMs;
    if (!seen || back || toldDay !== day || !before || !slots) {
      told.current = { day, slots };
      return;
    }
    const timer = setTimeout(() => {
      told.current = { day, slots };
      const sentence = describeChange(difference(before, slots), slots.length, formatTime);
      if (sentence) announce(sentence);
    }, settleMs);
    return () => clearTimeout(timer);
  }, [day, slots, seen]);
}
