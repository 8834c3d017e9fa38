import { useMemo } from "react";
import { formatDuration, formatTime, zoneCity } from "../../../lib/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useCoach } from "../shell/coach.ts";
import { PageError, RowsLoading } from "../shell/PageStates.tsx";
import styles from "./NewSeries.module.css";
import { draftWords, endWords } from "./pattern-words.ts";
import { withChoice } from "./preview/choice.ts";
import { PolicyField } from "./preview/PolicyField.tsx";
import { PreviewList } from "./preview/PreviewList.tsx";
import { clashes, type Preview, summaryWords } from "./preview/state-words.ts";
import { firstOf, wholeNumber } from "./rule-draft.ts";
import { clientZoneOf, peopleIn, type SeriesDraft, zoneOfSeries } from "./series-draft.ts";
import { firstName, sessionCount } from "./series-words.ts";
import type { BookOutcome } from "./use-book-series.ts";
import type { useSeriesPreview } from "./use-series-preview.ts";

interface SeriesPreviewPartProps {
  readonly draft: SeriesDraft;
  readonly live: ReturnType<typeof useSeriesPreview>;
  readonly busy: boolean;
  readonly outcome: BookOutcome | null;
  readonly onChange: (change: Partial<SeriesDraft>) => void;
}

/** Those that say themselves what is wrong with them. */
const ownWords = (field: string | null): boolean =>
  field !== null && /^(clients|capacity|note|newClient\.(name|email|phone)|dates\.(start|recurrence))$/.test(field);

/** What would be booked, and the press that does it. */
export function SeriesPreviewPart({ draft, live, busy, outcome, onChange }: SeriesPreviewPartProps) {
  const coach = useCoach();
  const { preview, refused, error, waiting, news } = live;
  const clientZone = clientZoneOf(draft) ?? coach.timeZone;
  const people = peopleIn(draft);
  const clientName = people.length > 1 ? "the clients" : firstName(people[0]?.name ?? "");
  const clocks = useMemo(
    () => ({ coachZone: coach.timeZone, clientZone, clientName }),
    [coach.timeZone, clientZone, clientName],
  );
  const changed = useMemo(() => new Set(news.map(({ id }) => id)), [news]);
  const elsewhere = refused !== null && !ownWords(refused.field);
  return (
    <section className={styles.preview} aria-label="What will be booked" aria-busy={waiting}>
      <Heading draft={draft} />
      {preview ? (
        <>
          {(preview.occurrences.some(clashes) || draft.policy !== "REFUSE") && (
            <PolicyField
              policy={draft.policy}
              isEndless={preview.isEndless}
              onChange={(policy) => onChange({ policy, choices: new Map() })}
            />
          )}
          {news.length > 0 && (
            <Notice tone="warning" title="The calendar changed meanwhile">
              <ul className={styles.news}>
                {news.map(({ id, says }) => (
                  <li key={id}>{says}</li>
                ))}
              </ul>
            </Notice>
          )}
          <PreviewList
            preview={preview}
            clocks={clocks}
            choices={draft.choices}
            changed={changed}
            onChoose={(id, choice) => onChange({ choices: withChoice(draft.choices, id, choice) })}
          />
          <Problem outcome={outcome} />
          <div className={styles.bar}>
            <p className={styles.summary} data-open={preview.open > 0 || undefined} role="status">
              {summaryWords(preview.occurrences)}
              {preview.open > 0 && (
                <span className={styles.still}>
                  Choose what becomes of {preview.open === 1 ? "it" : "them"}, one by one or all at once.
                </span>
              )}
              {preview.open === 0 && preview.isEndless && (
                <span className={styles.still}>in the coming year, and so on without an end</span>
              )}
            </p>
            <Button type="submit" variant="primary" isPending={busy} isDisabled={waiting || preview.open > 0}>
              {busy ? "Booking…" : pressWords(preview)}
            </Button>
          </div>
        </>
      ) : elsewhere ? (
        <Notice tone="danger">{refused.message}</Notice>
      ) : error && !waiting ? (
        <PageError what="The preview" error={error} onRetry={live.again} />
      ) : waiting ? (
        <RowsLoading rows={6} />
      ) : (
        <p className={styles.hint}>The sessions appear here as soon as the rule is complete.</p>
      )}
    </section>
  );
}

/** Why it was not booked. */
function Problem({ outcome }: Pick<SeriesPreviewPartProps, "outcome">) {
  if (outcome === null || outcome.kind === "booked" || (outcome.kind === "field" && ownWords(outcome.field)))
    return null;
  const tone = outcome.kind === "clash" || outcome.kind === "unknown" ? "warning" : "danger";
  return (
    <Notice tone={tone} live {...(outcome.kind === "clash" && { title: "Nothing is booked yet" })}>
      {outcome.message}
    </Notice>
  );
}

const pressWords = ({ open, occurrences }: Preview): string =>
  open > 0 ? `${open} still to decide` : `Book ${sessionCount(occurrences.filter((one) => one.bookedStartAt).length)}`;

function Heading({ draft }: { readonly draft: SeriesDraft }) {
  const coach = useCoach();
  const { rule, minutes } = draft;
  const zone = zoneOfSeries(draft, coach.timeZone);
  const start = firstOf(draft.start, rule);
  const words = draftWords(rule, start);
  const count = rule.ends === "count" ? wholeNumber(rule.count, 1, 500) : null;
  return (
    <div>
      <h2 className={styles.rule}>
        {words === null
          ? "By its own rule"
          : `${words}, ${formatTime(start)}${zone === coach.timeZone ? "" : ` in ${zoneCity(zone)}`}`}
      </h2>
      <p className={styles.facts}>
        {formatDuration(minutes)}
        {words !== null && `, ${endWords({ count, until: rule.ends === "until" ? rule.until : null })}`}
      </p>
    </div>
  );
}
