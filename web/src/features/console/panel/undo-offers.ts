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

/** What can still be taken back of a session as it stands: as it was done on this page, or as the server knows it. */
export function undoOf(offers: UndoOffers | null, session: Session, now: number): UndoOffer | null {
  const own = offers?.get(session.id);
  const offer = own?.version === session.version ? own : sentOffer(session);
  return offer !== null && Date.parse(offer.expiresAt) > now ? offer : null;
}

/** Whether a cancelled session can still be brought back. */
export const canComeBack = ({ status, undo }: Session, now: number): boolean =>
  status === "CANCELLED" && undo !== null && Date.parse(undo.expiresAt) > now;

function sentOffer({ undo, version, status, cancelCause }: Session): UndoOffer | null {
  if (undo === null) return null;
  const ended = cancelCause === "DECLINED" ? "You declined this request." : "You cancelled this session.";
  return { ...undo, version, says: status === "CANCELLED" ? ended : "You changed this session." };
}
