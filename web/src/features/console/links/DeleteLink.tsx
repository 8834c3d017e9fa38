import { useEffect, useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { toast } from "../../../ui/Toaster.tsx";
import type { SaveProblem } from "../shell/save-problem.ts";
import styles from "./LinkPanel.module.css";
import { type Link, nameOf } from "./link-words.ts";
import { useSaveLink } from "./use-save-link.ts";

interface DeleteLinkProps {
  readonly link: Link;
  readonly onKeep: () => void;
  readonly onDeleted: () => void;
}

/** Deleting cannot be undone, so what it means is said first. */
export function DeleteLink({ link, onKeep, onDeleted }: DeleteLinkProps) {
  const { deleteLink, busy } = useSaveLink();
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    keep.current?.focus();
    keep.current?.scrollIntoView({ block: "nearest" });
  }, []);
  async function confirm() {
    const refused = await deleteLink(link);
    if (refused) return setProblem(refused);
    toast({ tone: "success", message: `The link to ${nameOf(link)} is deleted.` });
    return onDeleted();
  }
  return (
    <section className={styles.section} aria-label="Delete this link">
      <h3 className={styles.title}>Delete this link?</h3>
      <p className={styles.hint}>
        Its address opens nothing any more, for good. Sessions booked through it stay, and their clients can still move
        or cancel them. To close it for a while, switch it off.
      </p>
      {problem && (
        <Notice tone="danger" live>
          {problem.message}
        </Notice>
      )}
      <div className={styles.danger}>
        <Button ref={keep} variant="quiet" size="s" onPress={onKeep}>
          Keep it
        </Button>
        <Button variant="danger" size="s" isPending={busy} onPress={() => void confirm()}>
          {busy ? "Deleting…" : "Delete link"}
        </Button>
      </div>
    </section>
  );
}
