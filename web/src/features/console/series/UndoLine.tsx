import { useState } from "react";
import { formatLeft } from "../../../lib/left.ts";
import { useNow } from "../../../lib/use-now.ts";
import { Button } from "../../../ui/Button.tsx";
import panel from "../panel/Panel.module.css";
import type { Series } from "./series-words.ts";
import { useSeriesUndo } from "./use-series-undo.ts";

/** What was done last, and the way back for as long as there is one. */
export function UndoLine({ series }: { readonly series: Series }) {
  const { undoOf, goBack } = useSeriesUndo();
  const now = useNow(1000);
  const [busy, setBusy] = useState(false);
  const undo = undoOf(series, now);
  if (undo === null) return null;
  async function press() {
    if (undo === null) return;
    setBusy(true);
    await goBack(series.id, undo);
    setBusy(false);
  }
  return (
    <div className={panel.undo}>
      <p className={panel.undoText}>
        {undo.says}
        <span className={panel.undoLeft}>Can be undone for {formatLeft(Date.parse(undo.expiresAt) - now)}</span>
      </p>
      <Button size="s" icon="undo" isPending={busy} onPress={() => void press()}>
        {busy ? "Undoing…" : "Undo"}
      </Button>
    </div>
  );
}
