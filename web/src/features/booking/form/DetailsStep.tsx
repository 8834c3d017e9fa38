import { type FormEvent, lazy, Suspense, useRef } from "react";
import { Button } from "../../../ui/Button.tsx";
import { SendingStatus } from "../../../ui/ConnectionStatus.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useStepFocus } from "../../../ui/use-step-focus.ts";
import { Alternatives } from "../../session/Alternatives.tsx";
import type { Slot } from "../../slots/slot-board.ts";
import type { Page } from "../BookingFlow.tsx";
import type { BookedSession } from "../done/booked-session.ts";
import type { Hold } from "../hold.ts";
import type { Where } from "../hold-keeper.ts";
import type { HoldControl } from "../use-hold.ts";
import { ContactFields, NoteField } from "./DetailFields.tsx";
import styles from "./DetailsStep.module.css";
import type { Details } from "./details.ts";
import { guestField } from "./details.ts";
import { GuestFields } from "./GuestFields.tsx";
import { HoldStatus } from "./HoldStatus.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { QuestionFields } from "./QuestionFields.tsx";
import { answerField } from "./questions.ts";
import { type FormProblem, useBookingForm } from "./use-booking-form.ts";
import { WhatFollows } from "./WhatFollows.tsx";

const ProofStep = lazy(async () => ({ default: (await import("./ProofStep.tsx")).ProofStep }));

type DetailsStepProps = {
  page: Page;
  where: Where;
  holding: HoldControl;
  onChoose: (slot: Slot) => void;
  onBack: () => void;
  /** The same hour is wanted for some weeks. */
  onRepeat: () => void;
  onBooked: (session: BookedSession) => void;
};

/** The form stays, with all that was typed, whatever becomes of the time. */
export function DetailsStep({ page, where, holding, onChoose, onBack, onRepeat, onBooked }: DetailsStepProps) {
  const { hold } = holding;
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const lost = useRef<HTMLDivElement>(null);
  const entry = useBookingForm({ page, where, holding, form, onBooked });
  const unproven = hold.kind === "held" && hold.unproven !== null ? { ...hold, email: hold.unproven } : null;
  useStepFocus(unproven ? "proof" : "details", () => heading.current?.focus(), true);
  if (unproven) {
    return (
      <Suspense>
        <ProofStep
          key={unproven.email}
          unproven={unproven}
          zones={{ clientZone: where.timeZone, coachZone: page.coach.timeZone }}
          holding={holding}
          onBack={onBack}
          onBooked={entry.booked}
        />
      </Suspense>
    );
  }

  const { draft, write, errors, problem, busy } = entry;
  const { questions, maxGuests, requiresApproval } = page.sessionType;
  const details = {
    details: draft.details,
    errors,
    onChange: (change: Partial<Details>) => write({ details: { ...draft.details, ...change } }, Object.keys(change)),
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (hold.kind !== "lost") return void entry.submit();
    // Why nothing is booked comes into sight with the ways on.
    lost.current?.scrollIntoView({ block: "nearest" });
    (lost.current?.querySelector("button") ?? form.current?.querySelector("button"))?.focus({ preventScroll: true });
  };
  // The pressed choice leaves with the others: the focus goes on from the heading.
  const chooseOther = (other: Slot) => {
    heading.current?.focus();
    entry.clearProblem();
    onChoose(other);
  };
  return (
    <form ref={form} className={styles["form"]} onSubmit={submit} noValidate>
      <header className={styles["header"]}>
        <Button variant="quiet" size="s" icon="chevronLeft" onPress={onBack}>
          Other times
        </Button>
        <h2 ref={heading} tabIndex={-1} className={styles["title"]}>
          Your details
        </h2>
      </header>
      {!keptInVain(hold, problem) && (
        <HoldStatus hold={hold} onAgain={() => hold.kind === "loose" && holding.take(hold.startAt, hold.slot)} />
      )}
      {hold.kind === "lost" && (
        <div ref={lost}>
          <Lost hold={hold} onChoose={chooseOther} />
        </div>
      )}
      {page.sessionType.maxSeriesSessions > 1 && page.sessionType.capacity === 1 && (
        <div>
          <Button variant="quiet" size="s" icon="repeat" className={styles["add"]} onPress={onRepeat}>
            Book several weeks at once
          </Button>
        </div>
      )}
      <ContactFields {...details} />
      {questions.length > 0 && (
        <div className={styles["questions"]}>
          <h3 className={styles["asks"]}>{page.coach.name} asks</h3>
          <QuestionFields
            questions={questions}
            answers={draft.answers}
            errors={errors}
            onAnswer={(key, values) => write({ answers: { ...draft.answers, [key]: values } }, [answerField(key)])}
          />
        </div>
      )}
      <NoteField {...details} />
      {maxGuests > 0 && (
        <GuestFields
          guests={draft.guests}
          most={maxGuests}
          errors={errors}
          onChange={(guests) =>
            write(
              { guests },
              draft.guests.map((_, index) => guestField(index)),
            )
          }
        />
      )}
      {problem && <ProblemNotice problem={problem} coach={page.coach.name} onOther={onBack} />}
      <div className={styles["send"]}>
        <Button type="submit" variant="primary" size="l" wide isPending={busy}>
          {hold.kind === "lost" ? "Choose another time first" : buttonLabel(requiresApproval, busy)}
        </Button>
        <SendingStatus busy={busy} />
        <WhatFollows page={page} />
      </div>
    </form>
  );
}

function Lost({ hold, onChoose }: { hold: Extract<Hold, { kind: "lost" }>; onChoose: (slot: Slot) => void }) {
  return (
    <Notice
      tone="warning"
      live
      title={hold.message}
      actions={<Alternatives slots={hold.alternatives} onChoose={onChoose} />}
    >
      {hold.alternatives.length > 0
        ? "What you wrote is kept. These times are free:"
        : "What you wrote is kept. Choose among the other times."}
    </Notice>
  );
}

/** What may only be booked after the hold has ended is not counted down to. */
function keptInVain(hold: Hold, problem: FormProblem | null): boolean {
  return hold.kind === "held" && problem?.kind === "wait" && Date.parse(problem.retryAt) > hold.expiresAt;
}

function buttonLabel(asks: boolean, busy: boolean): string {
  if (asks) return busy ? "Asking…" : "Ask for this session";
  return busy ? "Booking…" : "Book this session";
}
