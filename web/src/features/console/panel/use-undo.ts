import { useUndoChangeMutation } from "../../../generated/console.ts";
import { toast } from "../../../ui/Toaster.tsx";
import type { Session } from "../calendar/bookings.ts";
import { undone } from "./change-words.ts";
import type { Outcome } from "./outcome.ts";
import { type UndoOffer, undoOf, useUndoOffers, withOffer } from "./undo-offers.ts";
import { type OwnChanges, useKeyed } from "./use-own-changes.ts";
import type { ChangeWords } from "./use-session-actions.ts";

type Done = Extract<Outcome, { readonly kind: "done" }>;

/** Tells what was done with the way back, and goes it: from the toast, or from the session's panel. */
export function useUndo(own: OwnChanges, onDone: (session: Session) => void) {
  const [offers, keep] = useUndoOffers();
  const [undoChange] = useUndoChangeMutation();
  const send = useKeyed<{ readonly undo: string }>(
    own,
    async (input) => (await undoChange({ variables: { input } })).data?.undoChange,
  );

  async function goBack(session: Session, offer: UndoOffer): Promise<Outcome> {
    const outcome = await send({ undo: offer.id });
    // After a lost answer the way back may still be there; after any other it is not.
    if (outcome.kind !== "unknown") keep((before) => withOffer(before, session.id, null));
    if (outcome.kind === "done") {
      onDone(outcome.session);
      toast({ tone: "success", message: undone(outcome.session), about: session.id });
    } else {
      toast({ tone: "warning", message: outcome.message, about: session.id });
    }
    return outcome;
  }
  function tell({ session, undo }: Done, { news, says }: ChangeWords) {
    if (undo === null) return toast({ tone: "success", message: news, about: session.id });
    const offer: UndoOffer = { ...undo, version: session.version, says };
    keep((before) => withOffer(before, session.id, offer));
    return toast({
      tone: "success",
      message: news,
      about: session.id,
      until: Date.parse(undo.expiresAt),
      action: { label: "Undo", onPress: () => void goBack(session, offer) },
    });
  }
  async function undo(session: Session): Promise<Outcome> {
    const offer = undoOf(offers, session, Date.now());
    return offer === null
      ? { kind: "refused", message: "There is nothing left to take back." }
      : goBack(session, offer);
  }
  return { tell, undo };
}
