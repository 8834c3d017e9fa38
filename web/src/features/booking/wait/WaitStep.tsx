import { type FormEvent, useRef } from "react";
import { formatDuration } from "../../../lib/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Segmented } from "../../../ui/Segmented.tsx";
import { useStepFocus } from "../../../ui/use-step-focus.ts";
import { Alternatives } from "../../session/Alternatives.tsx";
import type { Slot, SlotBoard } from "../../slots/slot-board.ts";
import { WishFields } from "../../waiting/WishFields.tsx";
import type { Page } from "../BookingFlow.tsx";
import { ContactFields, NoteField } from "../form/DetailFields.tsx";
import styles from "../form/DetailsStep.module.css";
import type { Details } from "../form/details.ts";
import { QuestionFields } from "../form/QuestionFields.tsx";
import { answerField } from "../form/questions.ts";
import type { Where } from "../hold-keeper.ts";
import { freeNow } from "./free-now.ts";
import { JoinProblemNotice } from "./JoinProblemNotice.tsx";
import { useWaitForm } from "./use-wait-form.ts";
import { WishSentence } from "./WishSentence.tsx";
import own from "./wait.module.css";

export type WaitStepProps = {
  page: Page;
  where: Where;
  /** A start, a local date, or "any". */
  what: string;
  today: string;
  board: SlotBoard | null;
  onWhat: (what: string) => void;
  onMinutes: (minutes: number) => void;
  onChoose: (slot: Slot) => void;
  onBack: () => void;
};

/** What is waited for, and for whom; read back as a sentence before it is sent. */
export function WaitStep(props: WaitStepProps) {
  const { page, where, today, onWhat, onMinutes, onChoose, onBack } = props;
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const entry = useWaitForm(props, form);
  const { draft, write, wish, writeWish, errors, problem, busy, start } = entry;
  useStepFocus(start ? "start" : "wish", () => heading.current?.focus(), true);
  const lengths = page.link.minutes.map((each) => ({ id: String(each), label: formatDuration(each) }));
  const length = where.minutes ?? page.link.minutes[0] ?? 0;
  const details = {
    details: draft.details,
    errors,
    onChange: (change: Partial<Details>) => write({ details: { ...draft.details, ...change } }, Object.keys(change)),
  };
  const free = freeNow(entry.said, props.board, length);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // Who has read what is free and goes on waits for other times.
    void entry.submit(free.length > 0 && entry.said?.kind !== "SLOT" && entry.said?.kind !== "SESSION");
  };
  return (
    <form ref={form} className={styles["form"]} onSubmit={submit} noValidate>
      <header className={styles["header"]}>
        <Button variant="quiet" size="s" icon="chevronLeft" onPress={onBack}>
          Free times
        </Button>
        <h2 ref={heading} tabIndex={-1} className={styles["title"]}>
          {start ? "Wait for this time" : "Be told when time opens"}
        </h2>
      </header>
      {!start && (
        <>
          <WishFields wish={wish} errors={errors} onChange={writeWish} first={today} last={entry.last} />
          {lengths.length > 1 && (
            <Segmented
              label="Length"
              options={lengths}
              value={String(length)}
              onChange={(id) => onMinutes(Number(id))}
            />
          )}
        </>
      )}
      <WishSentence page={page} entry={entry} minutes={length} timeZone={where.timeZone} />
      {free.length > 0 && !problem && (
        <Notice
          tone="success"
          live
          title="This is free now"
          actions={<Alternatives slots={free} onChoose={onChoose} />}
        >
          {entry.said?.kind === "SLOT" || entry.said?.kind === "SESSION"
            ? "Book it at once instead of waiting."
            : "Book it at once, or go on to wait for other times."}
        </Notice>
      )}
      {start && (
        <div className={own["besides"]}>
          <Button variant="quiet" size="s" onPress={() => onWhat("any")}>
            Other times would suit me too
          </Button>
        </div>
      )}
      <ContactFields {...details} />
      <QuestionFields
        questions={page.sessionType.questions}
        answers={draft.answers}
        errors={errors}
        onAnswer={(key, values) => write({ answers: { ...draft.answers, [key]: values } }, [answerField(key)])}
      />
      <NoteField {...details} />
      {problem && <JoinProblemNotice problem={problem} onChoose={onChoose} onOthers={entry.others} />}
      <div className={styles["send"]}>
        <Button type="submit" variant="primary" size="l" wide isPending={busy}>
          {busy ? "Joining…" : "Join the waitlist"}
        </Button>
        <p className={styles["small"]}>
          Waiting costs nothing and books nothing. When your turn comes, the time is kept for you and you decide.
        </p>
      </div>
    </form>
  );
}
