import { formatDate, zoneCity } from "../../../../lib/time.ts";
import { useLocals } from "../use-locals.ts";
import type { Choice, Choices } from "./choice.ts";
import styles from "./Preview.module.css";
import { PreviewRow } from "./PreviewRow.tsx";
import { type Clocks, clockNote, type Occurrence, type Preview } from "./state-words.ts";

interface PreviewListProps {
  readonly preview: Preview;
  readonly clocks: Clocks;
  readonly choices: Choices;
  readonly onChoose: (recurrenceId: string, choice: Choice | null) => void;
  /** Those that are otherwise than they were shown a moment ago. */
  readonly changed: ReadonlySet<string>;
}

/** Every session with both sides' times and what becomes of it, month by month. */
export function PreviewList({ preview, clocks, choices, onChoose, changed }: PreviewListProps) {
  const { occurrences, timeZone } = preview;
  const both = clocks.coachZone !== clocks.clientZone;
  const elsewhere = occurrences.flatMap(movedInstants);
  const offered = occurrences.flatMap(({ nearest }) => nearest.map((slot) => slot.startAt));
  const onCoachClock = useLocals([...elsewhere, ...offered], clocks.coachZone);
  const onClientClock = useLocals(both ? elsewhere : [], clocks.clientZone);
  return (
    <div className={styles.list} data-both={both || undefined}>
      {both && (
        <p className={styles.heads} aria-hidden="true">
          <span />
          <span>{zoneCity(clocks.coachZone)}</span>
          <span>{zoneCity(clocks.clientZone)}</span>
        </p>
      )}
      {monthsOf(occurrences).map(({ month, rows }) => (
        <section key={month} className={styles.month} aria-label={formatDate(month, "month")}>
          <h3 className={styles.monthName}>{formatDate(month, "month")}</h3>
          <ol>
            {rows.map(({ occurrence, index }) => (
              <PreviewRow
                key={occurrence.recurrenceId}
                occurrence={occurrence}
                clocks={clocks}
                note={clockNote(occurrence, occurrences[index - 1], clocks)}
                localOf={{ coach: onCoachClock, client: onClientClock }}
                ownClock={timeZone === clocks.coachZone}
                canAppend={!preview.isEndless}
                choice={choices.get(occurrence.recurrenceId) ?? null}
                changed={changed.has(occurrence.recurrenceId)}
                onChoose={(choice) => onChoose(occurrence.recurrenceId, choice)}
              />
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

function movedInstants({ startAt, bookedStartAt, wasStartAt }: Occurrence): string[] {
  return [bookedStartAt, wasStartAt].filter((at) => at !== null && at !== startAt).map(String);
}

interface Month {
  readonly month: string;
  readonly rows: { readonly occurrence: Occurrence; readonly index: number }[];
}

function monthsOf(occurrences: readonly Occurrence[]): Month[] {
  const months: Month[] = [];
  for (const [index, occurrence] of occurrences.entries()) {
    const month = occurrence.coachLocalStart.slice(0, 7);
    const last = months.at(-1);
    if (last?.month === month) last.rows.push({ occurrence, index });
    else months.push({ month, rows: [{ occurrence, index }] });
  }
  return months;
}
