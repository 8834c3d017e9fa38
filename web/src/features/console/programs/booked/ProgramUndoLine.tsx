import { useState } from "react";
import { formatLeft } from "../../../../lib/left.ts";
import { useNow } from "../../../../lib/use-now.ts";
import { Button } from "../../../../ui/Button.tsx";
import panel from "../../panel/Panel.module.css";
import { useUndoProgram } from "./use-undo-program.ts";

/** What was just done with a booked program, and the way back for as long as there is one. */
export function ProgramUndoLine({ id, version }: { readonly id: string; readonly version: number }) {
  const { undos, undo } = useUndoProgram();
  const now = useNow(1000);
  const [busy, setBusy] = useState(false);
  const offer = undos?.get(id);
  if (offer === undefined || offer.version !== version || Date.parse(offer.expiresAt) <= now) return null;
  return (
    <div className={panel.undo}>
      <p className={panel.undoText}>
        {offer.says}
        <span className={panel.undoLeft}>Can be undone for {formatLeft(Date.parse(offer.expiresAt) - now)}</span>
      </p>
      <Button
        size="s"
        icon="undo"
        isPending={busy}
        onPress={() => {
          setBusy(true);
          void undo(id, offer).finally(() => setBusy(false));
        }}
      >
        {busy ? "Undoing…" : "Undo"}
      </Button>
    </div>
  );
}
