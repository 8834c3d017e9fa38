import type { QuestionKind } from "../../../../generated/schema.ts";
import { Button } from "../../../../ui/Button.tsx";
import styles from "./Questions.module.css";
import { KIND_WORDS } from "./question-draft.ts";

const KINDS: readonly QuestionKind[] = ["TEXT", "LONG_TEXT", "CHOICE", "MULTIPLE_CHOICE", "CHECKBOX", "PHONE"];

interface AddQuestionProps {
  /** There is none yet. */
  readonly first: boolean;
  readonly onAdd: (kind: QuestionKind) => void;
}

/** A question begins with how it is answered. */
export function AddQuestion({ first, onAdd }: AddQuestionProps) {
  return (
    <section className={styles.add} aria-label="Add a question">
      <h2 className={styles.addTitle}>{first ? "What do you want to know beforehand?" : "Add a question"}</h2>
      {first && (
        <p className={styles.note}>
          Ask little: every question costs a booking. A question can be shown depending on the answer to an earlier one.
        </p>
      )}
      <div className={styles.kinds}>
        {KINDS.map((kind) => (
          <Button key={kind} size="s" icon="plus" onPress={() => onAdd(kind)}>
            {KIND_WORDS[kind]}
          </Button>
        ))}
      </div>
    </section>
  );
}
