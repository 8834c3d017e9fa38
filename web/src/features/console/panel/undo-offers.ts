import type { UndoPartsFragment } from "../../../generated/console.ts";
import type { Session } from "../calendar/bookings.ts";
import { keptState } from "../shell/kept-state.ts";

/** The way back of the coach's last change of a session, as long as the server would go it. */
export interface UndoOffer extends UndoPartsFragment {
  /** Of the session after the change: any other one means that more has happened since. */
  readonly version: number;
  /** What was done: "You cancelled this session." */
  readonly says: string;
}

type UndoOffers = ReadonlyMap<string, UndoOffer>;

/** They outlive the page they were made on: whoever comes back to the session finds them. */
export const useUndoOffers = keptState<UndoOffers>();

export function withOffer(offers: UndoOffers | null, sessionId: string, offer: UndoOffer | null): UndoOffers {
  const next = new Map(offers);
  if (offer === null) next.delete(sessionId);
  else next.set(sessionId, offer);
  return next;
}

/** What can still be taken back of a session as it stands. */
export function undoOf(offers: UndoOffers | null, session: Session, now: number): UndoOffer | null {
  const offer = offers?.get(session.id);
  if (offer === undefined || offer.version !== session.version) return null;
  return Date.parse(offer.expiresAt) > now ? offer : null;
}
