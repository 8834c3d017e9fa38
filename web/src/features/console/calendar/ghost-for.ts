import { formatShortRange, formatStart } from "../../../lib/calendar.ts";
import type { GridGhost, GridWords } from "../../../ui/week-grid/grid-event.ts";
import { addMinutes, type WallTime } from "../../../ui/week-grid/wall-time.ts";
import { minutesOf, type Session, titleOf } from "./bookings.ts";
import type { Focus } from "./calendar-state.ts";

interface NamedType {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
}

const KEYS = "Arrow keys move it, Enter confirms, Escape leaves it.";

/** What the week shows of a proposal. */
export function ghostFor(
  focus: Focus,
  sessions: ReadonlyMap<string, Session>,
  types: readonly NamedType[],
  words: GridWords,
): GridGhost | null {
  if (focus.kind === "move") {
    const session = sessions.get(focus.id);
    if (session === undefined) return null;
    const place = placeOf(focus.start, minutesOf(session), words);
    const label = `proposed for ${place.label}. ${KEYS}`;
    return { movesId: session.id, ...place, title: titleOf(session), colour: session.sessionType.colour, label };
  }
  if (focus.kind === "place" || focus.kind === "new") {
    const type = types.find(({ id }) => id === focus.draft.sessionTypeId);
    const place = placeOf(focus.draft.start, focus.draft.minutes, words);
    return {
      movesId: null,
      ...place,
      title: type?.name ?? words.newTitle,
      colour: type?.colour ?? "var(--accent)",
      label: `${focus.kind === "place" ? "empty place" : "new session"}, ${place.label}. ${KEYS}`,
    };
  }
  return null;
}

function placeOf(start: WallTime, minutes: number, words: GridWords) {
  const end = addMinutes(start, minutes);
  return {
    start,
    end,
    time: formatShortRange(start, end),
    startTime: formatStart(start),
    label: words.spoken(start, end),
  };
}
