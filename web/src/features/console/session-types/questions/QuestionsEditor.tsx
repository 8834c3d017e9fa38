import { useRef, useState } from "react";
import { Link } from "wouter";
import type { SessionTypePartsFragment } from "../../../../generated/console.ts";
import type { QuestionKind } from "../../../../generated/schema.ts";
import { useMedia } from "../../../../lib/use-media.ts";
import { announce } from "../../../../ui/Announcer.tsx";
import { Button } from "../../../../ui/Button.tsx";
import { Icon } from "../../../../ui/Icon.tsx";
import { Notice } from "../../../../ui/Notice.tsx";
import { PageFrame } from "../../shell/PageFrame.tsx";
import { useShortcuts } from "../../shell/use-shortcuts.ts";
import { AddQuestion } from "./AddQuestion.tsx";
import { AsClientsSee } from "./AsClientsSee.tsx";
import { QuestionList } from "./QuestionList.tsx";
import styles from "./Questions.module.css";
import { asQuestions, newQuestion, type QuestionDraft, titleOf } from "./question-draft.ts";
import { without } from "./question-edits.ts";
import { MAX_QUESTIONS } from "./read-questions.ts";
import { useQuestions } from "./use-questions.ts";

/** What a session type asks of whoever books, beside how clients see it. */
export function QuestionsEditor({ type }: { readonly type: SessionTypePartsFragment }) {
  const { questions, problems, problem, changed, saving, change, discard, save } = useQuestions(type);
  const [openId, setOpenId] = useState<string | null>(null);
  const wide = useMedia("(min-width: 68rem)");
  const [previewed, setPreviewed] = useState<boolean | null>(null);
  const shown = previewed ?? wide;
  const list = useRef<HTMLOListElement>(null);
  const hide = () => setPreviewed(false);
  const [deleted, setDeleted] = useState<{ readonly title: string; readonly before: typeof questions } | null>(null);
  useShortcuts(shown && !wide ? { close: hide } : {});

  const edit: typeof change = (how) => {
    setDeleted(null);
    change(how);
  };
  function remove(question: QuestionDraft) {
    edit((before) => without(before, question.id));
    setDeleted({ title: titleOf(question), before: questions });
    announce(`“${titleOf(question)}” is deleted. It can be taken back beside Save.`);
  }
  function add(kind: QuestionKind) {
    const question = newQuestion(questions, kind);
    edit((before) => [...before, question]);
    setOpenId(question.id);
  }
  async function press() {
    setDeleted(null);
    const found = Object.keys(await save());
    const first = questions.find(({ id }) => found.includes(id));
    if (first === undefined) return;
    setOpenId(first.id);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus());
  }
  return (
    <PageFrame
      title={`Questions of ${type.name}`}
      lead="Clients always give their name and email address. What you ask besides is asked from the next booking on; answers that were given stay."
      actions={
        !shown && (
          <Button size="s" onPress={() => setPreviewed(true)}>
            Preview
          </Button>
        )
      }
      panel={shown && <AsClientsSee questions={asQuestions(questions)} keepsFocus={wide} onClose={hide} />}
    >
      <Link href="/console/session-types" className={styles.back ?? ""}>
        <Icon name="chevronLeft" /> Session types
      </Link>
      {questions.length > 0 && (
        <QuestionList
          list={list}
          questions={questions}
          problems={problems}
          openId={openId}
          onOpen={setOpenId}
          onChange={edit}
          onDelete={remove}
        />
      )}
      {questions.length < MAX_QUESTIONS ? (
        <AddQuestion first={questions.length === 0} onAdd={add} />
      ) : (
        <p className={styles.note}>
          These are {MAX_QUESTIONS} questions: more cannot be asked, and few answer as many.
        </p>
      )}
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      {changed && (
        <div className={styles.bar}>
          {deleted ? (
            <div className={styles.deleted}>
              <p>“{deleted.title}” is deleted.</p>
              <Button size="s" icon="undo" onPress={() => edit(() => deleted.before)}>
                Undo
              </Button>
            </div>
          ) : (
            <p className={styles.unsaved}>Unsaved changes</p>
          )}
          <Button
            variant="quiet"
            size="s"
            onPress={() => {
              setDeleted(null);
              discard();
            }}
          >
            Discard
          </Button>
          <Button variant="primary" size="s" isPending={saving} onPress={() => void press()}>
            {saving ? "Saving…" : "Save questions"}
          </Button>
        </div>
      )}
    </PageFrame>
  );
}
