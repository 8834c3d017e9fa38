import { useState } from "react";
import { Button } from "../../../../ui/Button.tsx";
import { Notice } from "../../../../ui/Notice.tsx";
import { TextField } from "../../../../ui/TextField.tsx";
import bulk from "../Bulk.module.css";
import styles from "./Change.module.css";
import type { ChangeDraft } from "./change-draft.ts";
import { type Change, effectWords, pressWords, toldWords } from "./change-words.ts";

interface ChangeBarProps {
  readonly draft: ChangeDraft;
  readonly preview: Change | null;
  readonly busy: boolean;
  readonly changing: boolean;
  readonly problem: string | null;
  readonly onMessage: (message: string) => void;
  readonly onPress: () => void;
}

/** What it comes to, who hears of it, and the one press. */
export function ChangeBar({ draft, preview, busy, changing, problem, onMessage, onPress }: ChangeBarProps) {
  const [writes, setWrites] = useState(draft.message !== "");
  const count = preview ? preview.sessions.filter(({ outcome }) => outcome !== "STAYS").length : 0;
  return (
    <div className={bulk.startBar}>
      {problem && (
        <Notice tone="warning" live>
          {problem}
        </Notice>
      )}
      {writes && (
        <TextField
          dense
          multiline
          optional
          label="Message to the clients"
          value={draft.message}
          onChange={onMessage}
          className={styles.message ?? ""}
        />
      )}
      <div className={bulk.barLine}>
        <p className={styles.sum}>
          <span>{preview ? effectWords(draft.kind, preview) : "Nothing changes yet."}</span>
          {preview && <span className={styles.facts}>{toldWords(preview)}</span>}
        </p>
        {!writes && (
          <Button size="s" variant="quiet" onPress={() => setWrites(true)}>
            Add a message
          </Button>
        )}
        <Button
          variant={draft.kind === "cancel" ? "danger" : "primary"}
          isPending={changing || (busy && preview !== null)}
          isDisabled={preview === null || preview.open > 0 || count === 0}
          onPress={onPress}
        >
          {changing ? "Changing…" : pressWords(draft.kind, count)}
        </Button>
      </div>
    </div>
  );
}
