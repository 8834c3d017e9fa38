import { type FormEvent, useRef, useState } from "react";
import { useSearchParams } from "wouter";
import { formatDate, formatTime, zoneCity } from "../../../lib/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { SendingStatus } from "../../../ui/ConnectionStatus.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Segmented } from "../../../ui/Segmented.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { useStepFocus } from "../../../ui/use-step-focus.ts";
import { useMoment } from "../../session/use-moment.ts";
import type { Page } from "../BookingFlow.tsx";
import { ContactFields, NoteField } from "../form/DetailFields.tsx";
import form from "../form/DetailsStep.module.css";
import type { Details, Draft } from "../form/details.ts";
import { useDraft } from "../form/draft.ts";
import { ProblemNotice } from "../form/ProblemNotice.tsx";
import { prefilled } from "../form/prefill.ts";
import { QuestionFields } from "../form/QuestionFields.tsx";
import { answerField } from "../form/questions.ts";
import type { Where } from "../hold-keeper.ts";
import { SeriesDates } from "./SeriesDates.tsx";
import { SeriesDone } from "./SeriesDone.tsx";
import styles from "./SeriesStep.module.css";
import { summaryOf } from "./series-dates.ts";
import { type BookedSeries, useBookLinkSeries } from "./use-book-link-series.ts";
import { useSeriesDates } from "./use-series-dates.ts";

type SeriesStepProps = {
  page: Page;
  where: Where;
  /** The start of the first session. */
  startAt: string;
  revision: number | null;
  onBack: () => void;
};

/** The same hour for some weeks: each date is looked at first, and all are booked at once. */
export function SeriesStep(props: SeriesStepProps) {
  const { page, where } = props;
  const [booked, setBooked] = useState<BookedSeries | null>(null);
  if (booked) return <SeriesDone page={page} sessions={booked} timeZone={where.timeZone} />;
  return <SeriesForm {...props} onBooked={setBooked} />;
}

type SeriesFormProps = SeriesStepProps & { onBooked: (sessions: BookedSeries) => void };

function SeriesForm({ page, where, startAt, revision, onBack, onBooked }: SeriesFormProps) {
  const element = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useStepFocus("series", () => heading.current?.focus(), true);
  const [address] = useSearchParams();
  const { draft, change, forget } = useDraft(where, () => prefilled(address, page));
  const { questions, maxSeriesSessions } = page.sessionType;
  const moment = useMoment(startAt, where.timeZone);
  const dates = useSeriesDates({ where, start: moment?.local ?? null, most: maxSeriesSessions, revision });
  const { shown } = dates;
  const entry = useBookLinkSeries({
    ...{ where, draft, questions, form: element },
    onBooked: (sessions) => {
      forget();
      onBooked(sessions);
    },
    onClash: dates.again,
  });
  const write = (fields: Partial<Draft>, names: readonly string[]) => {
    change((before) => ({ ...before, ...fields }));
    entry.mend(names);
  };
  const details = {
    details: draft.details,
    errors: entry.errors,
    onChange: (part: Partial<Details>) => write({ details: { ...draft.details, ...part } }, Object.keys(part)),
  };
  const ready = shown !== null && !dates.waiting && shown.open === 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && dates.input) void entry.submit(dates.input, shown.fingerprint);
  };
  return (
    <form ref={element} className={form["form"]} onSubmit={submit} noValidate>
      <header className={form["header"]}>
        <Button variant="quiet" size="s" icon="chevronLeft" onPress={onBack}>
          Other times
        </Button>
        <h2 ref={heading} tabIndex={-1} className={form["title"]}>
          Several sessions
        </h2>
        {moment && (
          <p className={styles["first"]}>
            From {formatDate(moment.local, "long")}, {formatTime(moment.local)}, {zoneCity(where.timeZone)} time
          </p>
        )}
      </header>
      <Rhythm dates={dates} most={maxSeriesSessions} />
      <section aria-label="Dates" aria-busy={dates.waiting} className={styles["looked"]}>
        {dates.problem ? (
          <Notice tone="warning" live>
            {dates.problem}
          </Notice>
        ) : shown ? (
          <>
            <SeriesDates
              dates={shown}
              choices={dates.repeating.choices}
              onChoose={(id, choice) => dates.repeat({ choices: { ...dates.repeating.choices, [id]: choice } })}
            />
            <p className={styles["summary"]} role="status">
              {summaryOf(shown)}
            </p>
          </>
        ) : (
          dates.count !== null && <Skeleton height="10rem" radius="var(--radius-m)" />
        )}
      </section>
      <ContactFields {...details} />
      <QuestionFields
        questions={questions}
        answers={draft.answers}
        errors={entry.errors}
        onAnswer={(key, values) => write({ answers: { ...draft.answers, [key]: values } }, [answerField(key)])}
      />
      <NoteField {...details} />
      {entry.problem && <ProblemNotice problem={entry.problem} coach={page.coach.name} />}
      <div className={form["send"]}>
        <Button type="submit" variant="primary" size="l" wide isPending={entry.busy} isDisabled={!ready}>
          {entry.busy ? "Booking…" : pressWords(shown)}
        </Button>
        <SendingStatus busy={entry.busy} />
      </div>
    </form>
  );
}

function pressWords(shown: ReturnType<typeof useSeriesDates>["shown"]): string {
  if (shown === null) return "Book these sessions";
  if (shown.open > 0) return `${shown.open} still to decide`;
  const count = shown.occurrences.filter(({ bookedStartAt }) => bookedStartAt !== null).length;
  return count === 1 ? "Book 1 session" : `Book ${count} sessions`;
}

function Rhythm({ dates, most }: { dates: ReturnType<typeof useSeriesDates>; most: number }) {
  return (
    <div className={styles["rhythm"]}>
      <Segmented
        label="How often"
        options={[
          { id: "1", label: "Every week" },
          { id: "2", label: "Every 2 weeks" },
          { id: "4", label: "Every 4 weeks" },
        ]}
        value={dates.repeating.weeks}
        onChange={(weeks) => dates.repeat({ weeks })}
      />
      <TextField
        label="How many sessions"
        inputMode="numeric"
        autoComplete="off"
        value={dates.repeating.count}
        onChange={(count) => dates.repeat({ count })}
        error={dates.count === null ? `From 2 to ${most}.` : undefined}
        hint={`Up to ${most} at once.`}
        className={styles["count"] ?? ""}
      />
    </div>
  );
}
