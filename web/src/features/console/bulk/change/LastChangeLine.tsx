import { formatLeft } from "../../../../lib/left.ts";
import { useNow } from "../../../../lib/use-now.ts";
import { Button } from "../../../../ui/Button.tsx";
import panel from "../../panel/Panel.module.css";
import { useLastChange, useUndoChange } from "./use-carry-out.ts";

/** What was changed last, and the way back for as long as there is one. */
export function LastChangeLine() {
  const [last] = useLastChange();
  const { undo, undoing } = useUndoChange();
  const now = useNow(1000);
  if (last === null || Date.parse(last.expiresAt) <= now) return null;
  return (
    <div className={panel.undo}>
      <p className={panel.undoText}>
        {last.says}
        <span className={panel.undoLeft}>Can be undone for {formatLeft(Date.parse(last.expiresAt) - now)}</span>
      </p>
      <Button size="s" icon="undo" isPending={undoing} onPress={() => void undo(last)}>
        {undoing ? "Undoing…" : "Undo"}
      </Button>
    </div>
  );
}
