import { useMemo } from "react";
import { Notice } from "../../../../ui/Notice.tsx";
import { Skeleton } from "../../../../ui/Skeleton.tsx";
import { list } from "../pattern-words.ts";
import { withChoice } from "../preview/choice.ts";
import { PolicyField } from "../preview/PolicyField.tsx";
import { PreviewList } from "../preview/PreviewList.tsx";
import { type Clocks, clashes } from "../preview/state-words.ts";
import styles from "./Change.module.css";
import type { ChangeDraft } from "./change-draft.ts";
import { effectWords } from "./effect-words.ts";
import type { RunningChange } from "./use-series-change.ts";

interface EffectProps {
  readonly draft: ChangeDraft;
  readonly running: RunningChange;
  readonly clocks: Clocks;
  readonly onChange: (change: Partial<ChangeDraft>) => void;
}

/** What a change would do, before it is done: each session that it touches, what clashes, and who will be told. */
export function Effect({ draft, running, clocks, onChange }: EffectProps) {
  const { live, outcome } = running;
  const { preview, refused, error, waiting, news } = live;
  const changed = useMemo(() => new Set(news.map(({ id }) => id)), [news]);
  if (refused) return <Notice tone="warning">{refused.message}</Notice>;
  if (preview === null) {
    if (error && !waiting)
      return <Notice tone="warning">What this would do could not be found out. {error.message}</Notice>;
    return waiting ? <Skeleton width="80%" height="1.25rem" /> : null;
  }
  const { occurrences, told, open } = preview;
  const moves = occurrences.some(({ effect }) => effect === "CHANGE");
  return (
    <section className={styles.effect} aria-label="What this does" aria-busy={waiting}>
      <p className={styles.summary} data-open={open > 0 || undefined} role="status">
        {effectWords(draft.kind, occurrences)}
      </p>
      {news.length > 0 && (
        <Notice tone="warning" title="The calendar changed meanwhile">
          {news.map(({ says }) => says).join(" ")}
        </Notice>
      )}
      {(occurrences.some(clashes) || draft.policy !== "REFUSE") && (
        <PolicyField
          policy={draft.policy}
          mayStay={moves}
          isEndless={preview.isEndless}
          onChange={(policy) => onChange({ policy, choices: new Map() })}
        />
      )}
      {occurrences.length > 0 && (
        <PreviewList
          preview={preview}
          clocks={clocks}
          choices={draft.choices}
          changed={changed}
          onChoose={(id, choice) => onChange({ choices: withChoice(draft.choices, id, choice) })}
        />
      )}
      {told.length > 0 && <p className={styles.told}>{list(told.map(({ name }) => name))} will be told.</p>}
      {outcome && outcome.kind !== "changed" && (
        <Notice tone={outcome.kind === "refused" ? "danger" : "warning"} live>
          {outcome.message}
        </Notice>
      )}
    </section>
  );
}
