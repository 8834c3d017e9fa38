import { Link } from "wouter";
import { formatDuration, formatTime, zoneCity } from "../../../lib/time.ts";
import { useCoach } from "../shell/coach.ts";
import { Swatch } from "../shell/Swatch.tsx";
import { endWords, ruleWords } from "./pattern-words.ts";
import styles from "./SeriesList.module.css";
import { nextWords, type Series, standing, titleOf } from "./series-words.ts";

interface SeriesRowProps {
  readonly series: Series;
  readonly today: string;
}

/** One series: for whom, how it repeats, what comes next, and how it stands. The whole row opens it. */
export function SeriesRow({ series, today }: SeriesRowProps) {
  const coach = useCoach();
  const { pattern, sessionType, minutes, timeZone } = series;
  const next = series.nextBooking?.coachTime?.localStart;
  const title = titleOf(series);
  const state = standing(series, today);
  return (
    <li className={styles.item}>
      <div className={styles.row}>
        <Swatch colour={sessionType.colour} />
        <div className={styles.text}>
          <p className={styles.heading}>
            <Link href={`/console/series/${series.id}`} className={styles.name}>
              {title}
            </Link>
            {title !== sessionType.name && <span className={styles.type}>{sessionType.name}</span>}
          </p>
          <p className={styles.rule}>
            {ruleWords(pattern)}, {formatTime(pattern.localTime)}
            {timeZone !== coach.timeZone && `, by the clocks of ${zoneCity(timeZone)}`}
          </p>
          <p className={styles.facts}>
            <span>{formatDuration(minutes)}</span>
            <span>{endWords(pattern)}</span>
            {series.capacity > 1 && (
              <span>
                {series.members.length} of {series.capacity} seats
              </span>
            )}
          </p>
        </div>
        <div className={styles.next}>
          <p className={styles.when}>{next ? nextWords(next, today) : "No session to come"}</p>
          <p className={styles.state} data-state={state.kind}>
            {state.words}
          </p>
        </div>
      </div>
    </li>
  );
}
