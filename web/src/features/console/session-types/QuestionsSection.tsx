import { Link } from "wouter";
import type { SessionTypePartsFragment } from "../../../generated/console.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { Section } from "./Section.tsx";
import styles from "./SessionTypeEditor.module.css";

type Questions = SessionTypePartsFragment["questions"];

interface QuestionsSectionProps {
  /** Null for a new one, which has to be there first. */
  readonly type: SessionTypePartsFragment | null;
  /** What else was changed would be lost on the way. */
  readonly changed: boolean;
}

/** What a type asks; a page of its own changes it. */
export function QuestionsSection({ type, changed }: QuestionsSectionProps) {
  if (type === null) {
    return (
      <Section title="Questions" summary="None yet" refused={false}>
        <p className={styles.note}>Create it first. Then say what it asks of whoever books.</p>
      </Section>
    );
  }
  return (
    <Section title="Questions" summary={questionWords(type.questions)} refused={false}>
      {type.questions.length === 0 ? (
        <p className={styles.note}>Clients give their name and email address. Ask for more where it helps you.</p>
      ) : (
        <ol className={styles.questions}>
          {type.questions.map(({ key, label }) => (
            <li key={key}>{label}</li>
          ))}
        </ol>
      )}
      {changed ? (
        <p className={styles.note}>Save or discard your changes, then edit the questions.</p>
      ) : (
        <div>
          <Link href={questionsAddress(type.id)} className={buttonClass({ size: "s" })}>
            {type.questions.length === 0 ? "Add questions" : "Edit questions"}
          </Link>
        </div>
      )}
    </Section>
  );
}

const questionsAddress = (typeId: string): string => `/console/session-types/${encodeURIComponent(typeId)}/questions`;

const questionWords = ({ length }: Questions): string =>
  length === 0
    ? "Name and email alone"
    : length === 1
      ? "One, besides name and email"
      : `${length}, besides name and email`;
