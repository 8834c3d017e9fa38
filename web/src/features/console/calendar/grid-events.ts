import { formatShortRange, formatStart } from "../../../lib/calendar.ts";
import type { EventLook, GridEvent, GridWords } from "../../../ui/week-grid/grid-event.ts";
import { addMinutes, type WallTime } from "../../../ui/week-grid/wall-time.ts";
import { detailOf, isOpen, minutesOf, type Session, statusWords, titleOf, waitingSeats } from "./bookings.ts";

/** Changes on their way to the server: a new start, or null for a cancellation. */
export type Underway = ReadonlyMap<string, WallTime | null>;

export interface EventSetting {
  readonly now: WallTime;
  readonly underway: Underway;
  readonly showCancelled: boolean;
  /** What is cancelled stays in sight for as long as it can be undone. */
  readonly canComeBack: (session: Session) => boolean;
  readonly words: GridWords;
}

/** Remembers what it made of each session, so that a tick of the clock draws again only what it changed. */
export function createEventMaker(): (sessions: Iterable<Session>, setting: EventSetting) => GridEvent[] {
  const made = new WeakMap<Session, { readonly key: string; readonly event: GridEvent }>();
  return (sessions, setting) => {
    const events: GridEvent[] = [];
    for (const session of sessions) {
      if (session.status === "CANCELLED" && !setting.showCancelled && !setting.canComeBack(session)) continue;
      const { id, localStart, localEnd } = session;
      const newStart = setting.underway.get(id);
      const start = newStart ?? localStart;
      const end = newStart === undefined || newStart === null ? localEnd : addMinutes(newStart, minutesOf(session));
      const look = lookOf(session, end <= setting.now);
      const saving = setting.underway.has(id);
      const key = `${start} ${look} ${saving} ${localStart > setting.now}`;
      const before = made.get(session);
      const event = before?.key === key ? before.event : eventOf(session, { start, end, look, saving, setting });
      made.set(session, { key, event });
      events.push(event);
    }
    return events;
  };
}

interface Placing {
  readonly start: WallTime;
  readonly end: WallTime;
  readonly look: EventLook;
  readonly saving: boolean;
  readonly setting: EventSetting;
}

function eventOf(session: Session, { start, end, look, saving, setting }: Placing): GridEvent {
  const title = titleOf(session);
  return {
    id: session.id,
    start,
    end,
    title,
    time: formatShortRange(start, end),
    startTime: formatStart(start),
    detail: detailOf(session),
    label: labelOf(session, setting.words.spoken(start, end)),
    look,
    colour: session.sessionType.colour,
    repeats: session.recurrenceId !== null,
    movable: !saving && isOpen(session, start > setting.now),
    saving,
  };
}

function labelOf(session: Session, when: string): string {
  const label = `${detailOf(session)}, ${when}, ${statusWords(session).toLowerCase()}`;
  return session.recurrenceId === null ? label : `${label}, part of a series`;
}

function lookOf(session: Session, past: boolean): EventLook {
  const { status } = session;
  if (status === "CANCELLED" || status === "NO_SHOW") return "struck";
  if (status === "HELD") return "dashed";
  if (status === "PENDING" || (!past && status === "CONFIRMED" && waitingSeats(session).length > 0)) return "hatched";
  return past || status === "COMPLETED" ? "faded" : "solid";
}
