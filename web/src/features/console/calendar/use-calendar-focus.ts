import { type RefObject, useEffect, useRef, useState } from "react";
import { useSearchParams } from "wouter";
import { toast } from "../../../ui/Toaster.tsx";
import { GHOST_ID, type OpenHours } from "../../../ui/week-grid/grid-event.ts";
import type { WeekGridHandle } from "../../../ui/week-grid/WeekGrid.tsx";
import { dateOf, type WallTime } from "../../../ui/week-grid/wall-time.ts";
import type { Outcome } from "../panel/outcome.ts";
import type { NewSessionInput, SessionActions } from "../panel/use-session-actions.ts";
import type { Session } from "./bookings.ts";
import type { CalendarSetting } from "./calendar-setting.ts";
import { carriedTo, type Draft, draftAt, type Focus, NOTHING } from "./calendar-state.ts";
import { nextPlace } from "./next-place.ts";
import type { CalendarDays } from "./use-calendar-days.ts";

interface FocusOptions {
  readonly setting: CalendarSetting;
  readonly sessions: ReadonlyMap<string, Session>;
  readonly view: CalendarDays;
  readonly grid: RefObject<WeekGridHandle | null>;
  readonly actions: SessionActions;
  readonly now: WallTime;
  readonly open: OpenHours | null;
}

/** How far the move has come that stands proposed. */
interface MoveProgress {
  /** Which session is on its way, while it is. */
  readonly busyId: string | null;
  readonly outcome: Outcome | null;
}

const FRESH: MoveProgress = { busyId: null, outcome: null };

type Landing = { readonly on: "ghost" } | { readonly on: "cursor" } | { readonly on: "event"; readonly id: string };

/** What the coach is at, and every way from there to the next thing. */
export function useCalendarFocus({ setting, sessions, view, grid, actions, now, open: hours }: FocusOptions) {
  const [asked, setAsked] = useState<Focus>(useAskedSession());
  const [message, write] = useState("");
  const [progress, setProgress] = useState(FRESH);
  const [asking, setAsking] = useState(0);
  const land = useLanding(grid, asked);
  const gone = (asked.kind === "session" || asked.kind === "move") && !sessions.has(asked.id);
  const focus = gone ? NOTHING : asked;

  const keepInView = (start: WallTime) => {
    if (!view.days.includes(dateOf(start))) view.show(dateOf(start));
  };
  const close = () => setAsked(NOTHING);
  const open = (id: string) => {
    const session = sessions.get(id);
    if (session) keepInView(session.localStart);
    setAsked({ kind: "session", id });
  };
  const draftOrSay = (start: WallTime, end: WallTime | null): Draft | null => {
    const draft = draftAt(start, end, setting.types);
    if (draft === null) toast({ tone: "warning", message: "Nothing can be booked yet. Create a session type first." });
    return draft;
  };
  const pick = (start: WallTime, end: WallTime | null) => {
    // While a new session is being written, another place is another time for it: what was written stays.
    if (focus.kind === "new" && end === null) return setAsked({ kind: "new", draft: { ...focus.draft, start } });
    const draft = draftOrSay(start, end);
    if (draft) setAsked({ kind: end === null ? "place" : "new", draft });
  };
  const startNew = () => {
    if (focus.kind === "new") return;
    const draft = focus.kind === "place" ? focus.draft : draftOrSay(nextPlace(view.days, now, hours), null);
    if (draft) setAsked({ kind: "new", draft });
  };
  const startMove = (id: string) => {
    const session = sessions.get(id);
    if (!session) return;
    setProgress(FRESH);
    write("");
    setAsked({ kind: "move", id, start: session.localStart });
    land({ on: "ghost" });
  };
  const carry = (id: string, start: WallTime, by: "pointer" | "keyboard") => {
    if (focus.kind === "move" && progress.busyId === focus.id && (id === GHOST_ID || id === focus.id)) return;
    setProgress(FRESH);
    if (id !== GHOST_ID && !(focus.kind === "move" && focus.id === id)) write("");
    setAsked(carriedTo(focus, id, start, sessions.get(id)?.localStart ?? null));
    keepInView(start);
    if (by === "keyboard") land({ on: "ghost" });
  };
  const back = () => {
    if (focus.kind === "move") {
      setAsked({ kind: "session", id: focus.id });
      land({ on: "event", id: focus.id });
    } else {
      close();
      land({ on: "cursor" });
    }
  };
  const move = async () => {
    const session = focus.kind === "move" ? sessions.get(focus.id) : undefined;
    if (
      focus.kind !== "move" ||
      session === undefined ||
      progress.busyId !== null ||
      focus.start === session.localStart
    )
      return;
    setProgress({ busyId: session.id, outcome: null });
    const outcome = await actions.move(session, focus.start, message);
    setProgress((before) => (before.busyId === session.id ? { busyId: null, outcome } : before));
    if (outcome.kind !== "done") return;
    setAsked((current) =>
      current.kind === "move" && current.id === session.id ? { kind: "session", id: session.id } : current,
    );
  };
  const book = async (input: NewSessionInput): Promise<Outcome> => {
    const outcome = await actions.book(input);
    if (outcome.kind === "done") {
      setAsked({ kind: "session", id: outcome.session.id });
      keepInView(outcome.session.localStart);
    }
    return outcome;
  };
  return {
    focus,
    progress,
    /** What the client is told about the move. */
    message,
    write,
    open,
    close,
    pick,
    startNew,
    startMove,
    carry,
    back,
    book,
    move,
    change: (draft: Draft) => {
      keepInView(draft.start);
      setAsked((current) => (current.kind === "place" || current.kind === "new" ? { ...current, draft } : current));
    },
    /** How often it was to be confirmed what the panel has to ask about first. */
    asking,
    /** It has been moved by its series, which tells of it. */
    arrived: (id: string) => setAsked({ kind: "session", id }),
    confirm: () => {
      if (focus.kind !== "move") return startNew();
      if (sessions.get(focus.id)?.series) return setAsking((times) => times + 1);
      return void move();
    },
  };
}

export type CalendarFocus = ReturnType<typeof useCalendarFocus>;

/** A session that the address names, as links from other pages do. */
function useAskedSession(): Focus {
  const [search] = useSearchParams();
  const id = search.get("session");
  return id === null ? NOTHING : { kind: "session", id };
}

/** Puts the keyboard focus where the work goes on, once that is drawn. */
function useLanding(grid: RefObject<WeekGridHandle | null>, after: Focus): (landing: Landing) => void {
  const wanted = useRef<Landing | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it runs when what is drawn has changed, whatever it is
  useEffect(() => {
    const landing = wanted.current;
    wanted.current = null;
    if (landing === null) return undefined;
    // A panel that opens takes the focus to its heading first; this is meant to come after.
    const frame = requestAnimationFrame(() => {
      if (landing.on === "ghost") grid.current?.focusGhost();
      if (landing.on === "cursor") grid.current?.focusCursor();
      if (landing.on === "event") grid.current?.focusEvent(landing.id);
    });
    return () => cancelAnimationFrame(frame);
  }, [after, grid]);
  return (landing) => {
    wanted.current = landing;
  };
}
