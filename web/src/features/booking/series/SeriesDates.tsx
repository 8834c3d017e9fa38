import { useId } from "react";
import { dateOf, formatDate, formatTime } from "../../../lib/time.ts";
import { Hidden } from "../../../ui/Hidden.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import styles from "./SeriesStep.module.css";
import { type DateChoice, type DateChoices, type Dates, placeOf, type SeriesDate } from "./series-dates.ts";

type SeriesDatesProps = {
  dates: Dates;
  choices: DateChoices;
  onChoose: (recurrenceId: string, choice: DateChoice) => void;
};

/** Every date, with its time or what to do about it. */
export function SeriesDates({ dates, choices, onChoose }: SeriesDatesProps) {
  return (
    <ol className={styles["dates"]}>
      {dates.occurrences.map((date) => (
        <DateRow
          key={date.recurrenceId}
          date={date}
          choice={choices[date.recurrenceId]}
          onChoose={(choice) => onChoose(date.recurrenceId, choice)}
        />
      ))}
    </ol>
  );
}

type DateRowProps = { date: SeriesDate; choice: DateChoice | undefined; onChoose: (choice: DateChoice) => void };

function DateRow({ date, choice, onChoose }: DateRowProps) {
  const place = placeOf(date, choice);
  const elsewhere = place !== null && place !== date.localStart;
  return (
    <li className={styles["date"]} data-outcome={date.outcome}>
      <p className={styles["when"]}>
        <span className={styles["day"]}>{formatDate(date.localStart, "short")}</span>
        <span className={styles["time"]}>{formatTime(date.localStart)}</span>
        {elsewhere && (
          <b>
            <Icon name="arrowRight" size="1em" /> {startWords(place, date.localStart)}
          </b>
        )}
        {date.outcome === "SKIPPED" && <b>Left out</b>}
      </p>
      {date.message && (
        <>
          <p className={styles["why"]}>{date.message}</p>
          <Ways date={date} choice={choice} onChoose={onChoose} />
        </>
      )}
    </li>
  );
}

/** The nearest free times, and to do without. */
function Ways({ date, choice, onChoose }: DateRowProps) {
  const name = useId();
  const own = choice?.kind === "AT" ? [choice] : [];
  const times = [...own, ...date.nearest.filter(({ startAt }) => startAt !== own[0]?.startAt)];
  times.sort((a, b) => (a.startAt < b.startAt ? -1 : 1));
  return (
    <fieldset className={styles["ways"]}>
      <legend>
        <Hidden>Instead of {formatDate(date.localStart, "long")}</Hidden>
      </legend>
      {times.map(({ startAt, localStart }) => (
        <label key={startAt} className={styles["way"]}>
          <input
            type="radio"
            name={name}
            checked={choice?.kind === "AT" && choice.startAt === startAt}
            onChange={() => onChoose({ kind: "AT", startAt, localStart })}
          />
          {startWords(localStart, date.localStart)}
        </label>
      ))}
      <label className={styles["way"]}>
        <input type="radio" name={name} checked={choice?.kind === "SKIP"} onChange={() => onChoose({ kind: "SKIP" })} />
        Leave it out
      </label>
    </fieldset>
  );
}

/** On the same date the time is enough. */
const startWords = (local: string, row: string): string =>
  dateOf(local) === dateOf(row) ? formatTime(local) : `${formatDate(local, "short")}, ${formatTime(local)}`;
