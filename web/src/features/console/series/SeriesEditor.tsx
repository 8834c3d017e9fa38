import { type FormEvent, useId, useRef, useState } from "react";
import { useLocation } from "wouter";
import { Button } from "../../../ui/Button.tsx";
import { useCoach } from "../shell/coach.ts";
import { useFirstProblem } from "../shell/use-first-problem.ts";
import { useKeptSeries, useSeriesMark } from "./kept-series.ts";
import styles from "./NewSeries.module.css";
import { SeriesForm } from "./SeriesForm.tsx";
import { SeriesPreviewPart } from "./SeriesPreviewPart.tsx";
import { type DraftProblems, readBooking, readPreview, type SeriesDraft, type SeriesType } from "./series-draft.ts";
import { bookedWords } from "./series-words.ts";
import { type BookOutcome, useBookSeries } from "./use-book-series.ts";
import { useSeriesPreview } from "./use-series-preview.ts";
import { useSeriesUndo } from "./use-series-undo.ts";

interface SeriesEditorProps {
  readonly draft: SeriesDraft;
  readonly types: readonly (SeriesType & { readonly colour: string })[];
  readonly today: string;
}

export function SeriesEditor({ draft, types, today }: SeriesEditorProps) {
  const coach = useCoach();
  const [, navigate] = useLocation();
  const [kept, keep] = useKeptSeries();
  const form = useId();
  const element = useRef<HTMLFormElement>(null);
  const [problems, setProblems] = useState<DraftProblems>({});
  const [outcome, setOutcome] = useState<BookOutcome | null>(null);
  const live = useSeriesPreview(readPreview(draft, coach.timeZone), today);
  const { book, busy } = useBookSeries();
  const undo = useSeriesUndo();
  useSeriesMark();
  useFirstProblem(element, outcome?.kind === "field" ? outcome : problems);

  function change(change: Partial<SeriesDraft>) {
    keep(() => ({ ...draft, ...change }));
    setProblems({});
    setOutcome(null);
  }
  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy || live.waiting || live.preview === null || live.preview.open > 0) return;
    const fields = readBooking(draft, coach.timeZone);
    if ("problems" in fields) return setProblems(fields.problems);
    setProblems({});
    const answer = await book({ ...fields, shown: live.preview.fingerprint });
    setOutcome(answer);
    if (answer.kind === "clash") return live.again();
    if (answer.kind !== "booked") return;
    const { series, bookings } = answer.booked;
    keep(() => null);
    undo.tell(series, answer.booked.undo, bookedWords(series, bookings.length));
    navigate(`/console/series/${series.id}?booked=${bookings.length}`);
  }
  const refused = outcome?.kind === "field" ? outcome : live.refused;
  return (
    <form ref={element} id={form} className={styles.columns} onSubmit={(event) => void submit(event)} noValidate>
      <div className={styles.form}>
        <SeriesForm
          draft={draft}
          types={types}
          preview={live.preview}
          problems={problems}
          refused={refused && { field: refused.field, message: refused.message }}
          onChange={change}
        />
        {kept && (
          <div>
            <Button size="s" variant="quiet" onPress={() => keep(() => null)}>
              Begin anew
            </Button>
          </div>
        )}
      </div>
      <SeriesPreviewPart draft={draft} live={live} busy={busy} onChange={change} outcome={outcome} />
    </form>
  );
}
