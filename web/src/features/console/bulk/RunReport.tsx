import { formatLeft } from "../../../lib/left.ts";
import { useNow } from "../../../lib/use-now.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import styles from "./Bulk.module.css";
import { type Run, runWords } from "./bulk-words.ts";
import type { RunActions } from "./use-run-actions.ts";

/** What came of a run, and the one press that takes all of it back. */
export function RunReport({ run, actions }: { readonly run: Run; readonly actions: RunActions }) {
  const now = useNow(1000);
  const left = run.undoUntil === null ? 0 : Date.parse(run.undoUntil) - now;
  const { booked, failed, ready } = run.counts;
  const isWhole = failed === 0 && ready === 0;
  return (
    <Notice
      tone={run.status === "UNDONE" ? "neutral" : booked === 0 ? "danger" : isWhole ? "success" : "warning"}
      title={runWords(run)}
      actions={
        left > 0 && (
          <>
            <Button size="s" icon="undo" isPending={actions.doing === "undo"} onPress={() => void actions.undo()}>
              {actions.doing === "undo" ? "Undoing…" : "Undo all"}
            </Button>
            <span className={styles.left}>Can be undone for {formatLeft(left)}</span>
          </>
        )
      }
    >
      {run.problem ?? (failed > 0 ? "Why not stands with each of them." : "")}
    </Notice>
  );
}
