import { formatDate, formatTime } from "../../../lib/time.ts";
import { dateOf } from "../../../ui/week-grid/wall-time.ts";
import type { Agenda, AgendaEvent } from "./agenda-store.ts";
import { type Session, titleOf } from "./bookings.ts";

export interface News {
  readonly id: string;
  readonly sentence: string;
}

/** What a change says to the coach, one sentence for each session that others booked, moved or cancelled. Holds come and go without a word. */
export function newsOf(before: Agenda, event: AgendaEvent): News[] {
  if (event.__typename !== "AgendaChange" || event.revision < before.revision) return [];
  return event.bookings.flatMap((session) => {
    const known = before.bookings.get(session.id);
    const sentence = known !== undefined && known.version >= session.version ? null : sentenceOf(known, session);
    return sentence === null ? [] : [{ id: session.id, sentence }];
  });
}

function sentenceOf(known: Session | undefined, session: Session): string | null {
  const wasSeat = known !== undefined && known.status !== "HELD";
  if (session.status === "CANCELLED")
    return wasSeat && known.status !== "CANCELLED" ? `${titleOf(session)} cancelled ${when(known)}.` : null;
  if (session.status === "PENDING" && !wasSeat) return `${titleOf(session)} asks for ${when(session)}.`;
  if (session.status === "CONFIRMED" && !wasSeat) return `${titleOf(session)} booked ${when(session)}.`;
  if (wasSeat && known.localStart !== session.localStart) return `${titleOf(session)} moved to ${when(session)}.`;
  return null;
}

const when = ({ localStart }: Session): string =>
  `${formatDate(dateOf(localStart), "short")}, ${formatTime(localStart)}`;
