import { useEffect, useState } from "react";
import type { Series } from "../series-words.ts";
import { useSeriesUndo } from "../use-series-undo.ts";
import { type ChangeClocks, type ChangeDraft, messageOf, readChange } from "./change-draft.ts";
import { doneWords } from "./effect-words.ts";
import { useChangePreview } from "./use-change-preview.ts";
import { type ChangeOutcome, useChangeSeries } from "./use-change-series.ts";

interface SeriesChangeOptions {
  readonly series: Series | null;
  readonly draft: ChangeDraft | null;
  readonly clocks: ChangeClocks;
  readonly today: string;
  readonly onDone: () => void;
  /** Told of what is on its way. */
  readonly during?: (<Result>(work: Promise<Result>) => Promise<Result>) | undefined;
}

/** A change from its draft by way of its preview to the deed, with the way back told. */
export function useSeriesChange({ series, draft, clocks, today, onDone, during }: SeriesChangeOptions) {
  const live = useChangePreview(series && draft && readChange(series.id, draft, clocks), today);
  const { change, busy } = useChangeSeries();
  const undo = useSeriesUndo();
  const [outcome, setOutcome] = useState<ChangeOutcome | null>(null);
  const written = JSON.stringify(live.input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said of one change does not stand beside another
  useEffect(() => setOutcome(null), [written]);
  const ready =
    draft !== null && live.preview !== null && !live.waiting && live.preview.open === 0 && live.refused === null;

  async function carryOut(): Promise<void> {
    if (!ready || busy || draft === null || live.preview === null || live.input === null) return;
    const { preview, input } = live;
    const sent = change({ change: input, message: messageOf(draft), shown: preview.fingerprint });
    const answer = await (during ? during(sent) : sent);
    setOutcome(answer);
    if (answer.kind === "clash") return live.again();
    if (answer.kind !== "changed") return;
    undo.tell(answer.changed.series, answer.changed.undo, doneWords(draft.kind, preview.occurrences));
    onDone();
  }
  return { live, busy, ready, outcome, carryOut };
}

export type RunningChange = ReturnType<typeof useSeriesChange>;
