import { formatDate, formatTime } from "../../../lib/time.ts";
import { dateOf } from "../../../ui/week-grid/wall-time.ts";
import type { Agenda, AgendaEvent } from "./agenda-store.ts";
import { isGroup, type Session, seatsOf, titleOf } from "./bookings.ts";

export interface News {
  readonly id: string;
  readonly sentence: string;
}

/** What a change says to the coach, for each session that others booked, moved, cancelled or decided. Holds come and go without a word. */
export function newsOf(before: Agenda, event: AgendaEvent): News[] {
  if (event.__typename !== "AgendaChange" || event.revision < before.revision) return [];
  return event.bookings.flatMap((session) => {
    const known = before.bookings.get(session.id);
    // A request that nobody answers lapses without a new version.
    const stale = known !== undefined && known.version >= session.version && known.status === session.status;
    const sentence = stale ? null : sentenceOf(known, session);
    return sentence === null ? [] : [{ id: session.id, sentence }];
  });
}

function sentenceOf(known: Session | undefined, session: Session): string | null {
  const before = known === undefined || known.status === "HELD" ? null : known;
  if (before === null) return firstWords(session);
  if (session.status === "CANCELLED") return before.status === "CANCELLED" ? null : endWords(before, session);
  if (before.localStart !== session.localStart) return `${titleOf(session)} moved to ${when(session)}.`;
  if (before.status === "CANCELLED") return `${titleOf(session)} is back, ${when(session)}.`;
  if (isGroup(session)) return groupWords(before, session);
  if (before.status === "PENDING" && session.status === "CONFIRMED")
    return `${titleOf(session)} is confirmed for ${when(session)}.`;
  return null;
}

function firstWords(session: Session): string | null {
  if (session.status === "PENDING") return requestWords(session, titleOf(session));
  return session.status === "CONFIRMED" ? `${titleOf(session)} booked ${when(session)}.` : null;
}

function endWords(before: Session, { cancelCause }: Session): string {
  const name = titleOf(before);
  if (cancelCause === "LAPSED") return `The request of ${name} for ${when(before)} lapsed.`;
  if (cancelCause === "DECLINED") return `The request of ${name} for ${when(before)} is declined.`;
  return `${name} cancelled ${when(before)}.`;
}

/** Who came into a group, or left it. */
function groupWords(before: Session, session: Session): string | null {
  const [had, has] = [seatsOf(before), seatsOf(session)];
  const came = has.filter(({ id }) => !had.some((seat) => seat.id === id));
  const left = had.filter(({ id }) => !has.some((seat) => seat.id === id));
  const group = `${session.sessionType.name}, ${when(session)}`;
  const [asks, joined] = [came.filter(({ approveBy }) => approveBy), came.filter(({ approveBy }) => !approveBy)];
  const sentences = [
    ...asks.map(({ name }) => requestWords(session, name)),
    ...(joined.length > 0 ? [`${namesOf(joined)} joined ${group}.`] : []),
    ...(left.length > 0 ? [`${namesOf(left)} left ${group}.`] : []),
  ];
  return sentences.join(" ") || null;
}

/** The same words wherever a request is told, so that it is read out once. */
export const requestWords = (session: Session, name: string): string => `${name} asks for ${when(session)}.`;

const namesOf = (seats: readonly { readonly name: string }[]): string => seats.map(({ name }) => name).join(", ");

export const when = ({ localStart }: Session): string =>
  `${formatDate(dateOf(localStart), "short")}, ${formatTime(localStart)}`;
