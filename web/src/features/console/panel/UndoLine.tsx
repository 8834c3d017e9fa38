import { useState } from "react";
import { formatLeft } from "../../../lib/left.ts";
import { useNow } from "../../../lib/use-now.ts";
import { Button } from "../../../ui/Button.tsx";
import type { Session } from "../calendar/bookings.ts";
import type { Outcome } from "./outcome.ts";
import styles from "./Panel.module.css";
import { undoOf, useUndoOffers } from "./undo-offers.ts";

interface UndoLineProps {
  readonly session: Session;
  readonly onUndo: () => Promise<Outcome>;
}

/** What the coach has just done to this session, and the way back for as long as there is one. */
export function UndoLine({ session, onUndo }: UndoLineProps) {
  const [offers] = useUndoOffers();
  const now = useNow(1000);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const offer = undoOf(offers, session, now);
  async function undo() {
    setBusy(true);
    const outcome = await onUndo();
    setBusy(false);
    setProblem(outcome.kind === "done" ? null : outcome.message);
  }
  if (offer === null && problem === null) return null;
  return (
    <div className={styles.undo}>
      <p className={styles.undoText}>
        {problem ?? offer?.says}
        {offer && problem === null && (
          <span className={styles.undoLeft}>Can be undone for {formatLeft(Date.parse(offer.expiresAt) - now)}</span>
        )}
      </p>
      {offer && (
        <Button size="s" icon="undo" isPending={busy} onPress={() => void undo()}>
          {busy ? "Undoing…" : "Undo"}
        </Button>
      )}
    </div>
  );
}
