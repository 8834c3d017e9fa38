import { Button } from "../../../../ui/Button.tsx";
import { Icon } from "../../../../ui/Icon.tsx";
import styles from "./ChangeBar.module.css";
import { affectedWords, datesInWords } from "./decisions.ts";
import type { ChangeFlow } from "./use-change.ts";

interface ChangeBarProps {
  readonly flow: ChangeFlow;
  readonly saveWords: string;
  readonly reviewing: boolean;
  readonly onReview: () => void;
  readonly onDiscard: () => void;
  readonly onSave: () => void;
  /** What else is to be known, before everything. */
  readonly note?: string | null;
}

/** At the foot of the page while something waits to be saved: what it would do, and the two ways on. */
export function ChangeBar({ flow, saveWords, reviewing, onReview, onDiscard, onSave, note }: ChangeBarProps) {
  const { preview, problem, saving } = flow;
  const known = preview.state === "known" ? preview : null;
  const open = known !== null && (known.affected.length > 0 || known.warnings.length > 0) && !reviewing;
  return (
    <section className={styles.bar} aria-label="Unsaved changes">
      <div className={styles.words} role="status">
        {problem !== null ? (
          <p className={styles.problem}>
            <Icon name="alert" /> <span>{problem.message}</span>
          </p>
        ) : (
          <>
            <p className={styles.state}>{note ?? "Unsaved changes"}</p>
            <p className={styles.effect}>{effectOf(flow)}</p>
          </>
        )}
      </div>
      <div className={styles.buttons}>
        {open && problem === null && (
          <Button size="s" onPress={onReview}>
            Review
          </Button>
        )}
        <Button variant="quiet" size="s" onPress={onDiscard}>
          Discard
        </Button>
        {!reviewing && (
          <Button variant="primary" size="s" isPending={saving} onPress={onSave}>
            {saving ? "Saving…" : saveWords}
          </Button>
        )}
      </div>
    </section>
  );
}

function effectOf({ preview }: ChangeFlow): string {
  if (preview.state === "asking") return "Looking at your sessions…";
  if (preview.state !== "known") return "";
  const [first, ...others] = preview.warnings;
  const affected = preview.affected.length;
  if (first === undefined) return `${affectedWords(affected)}.`;
  const warning = datesInWords(others.length === 0 ? first.message : `${first.message} And ${others.length} more.`);
  return affected === 0 ? warning : `${affectedWords(affected)}. ${warning}`;
}
