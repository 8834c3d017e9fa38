import { dateOf, formatDate, formatTime, formatTimeRange, zoneCity } from "../../../../lib/time.ts";
import { Icon } from "../../../../ui/Icon.tsx";
import { reasonWords } from "../../series/preview/state-words.ts";
import { Swatch } from "../../shell/Swatch.tsx";
import styles from "./Change.module.css";
import type { ChangeDraft, Choice } from "./change-draft.ts";
import { type ChangedSession, whoIn } from "./change-words.ts";
import { WayOut } from "./WayOut.tsx";

interface ChangedRowProps {
  /** As it is. */
  readonly session: ChangedSession;
  /** As it would be; null where it is left as it is, or not known yet. */
  readonly after: ChangedSession | null;
  readonly kind: ChangeDraft["kind"];
  readonly isChosen: boolean;
  readonly choice: Choice | null;
  readonly theirTimeOf: (zone: string, at: string) => string | null;
  readonly onChosen: (on: boolean) => void;
  readonly onChoose: (choice: Choice | null) => void;
}

/** A session now, and what becomes of it. */
export function ChangedRow(props: ChangedRowProps) {
  const { session, after, kind, isChosen, choice, onChosen, onChoose } = props;
  const { coachTime, sessionType } = session.booking;
  const start = coachTime?.localStart ?? "";
  const when = `${formatDate(dateOf(start), "short")}, ${formatTime(start)}`;
  const clashes = after !== null && kind !== "cancel" && (after.outcome === "OPEN" || after.reasons.length > 0);
  return (
    <li className={styles.row} data-look={lookOf(after)}>
      <label className={styles.check}>
        <input
          type="checkbox"
          aria-label={`${whoIn(session)}, ${when}`}
          checked={isChosen}
          onChange={(event) => onChosen(event.target.checked)}
        />
      </label>
      <div className={styles.now}>
        <span className={styles.date}>{formatDate(dateOf(start), "short")}</span>
        <span>{coachTime && formatTimeRange(start, coachTime.localEnd)}</span>
      </div>
      <div className={styles.who}>
        <p className={styles.name}>{whoIn(session)}</p>
        <p className={styles.facts}>
          <Swatch colour={sessionType.colour} /> {sessionType.name}
        </p>
      </div>
      <div className={styles.then}>
        {isChosen ? <Then {...props} /> : <span className={styles.facts}>Left as it is</span>}
      </div>
      {clashes && (
        <div className={styles.clash}>
          <p className={styles.facts}>{after.reasons.map(reasonWords).join(". ") || "The time is not free"}.</p>
          <WayOut session={after} choice={choice} onChoose={onChoose} />
        </div>
      )}
    </li>
  );
}

function Then({ session, after, kind, theirTimeOf }: ChangedRowProps) {
  if (after === null) return null;
  if (kind === "cancel") return <span className={styles.out}>Cancelled</span>;
  if (after.outcome === "OPEN") {
    return (
      <span className={styles.open}>
        <Icon name="alert" size="1.1em" /> Choose what to do
      </span>
    );
  }
  if (after.outcome === "STAYS" || after.coachLocalStart === null || after.startAt === null) {
    return <span className={styles.facts}>Stays</span>;
  }
  const { coachLocalStart: start, startAt } = after;
  const moves = startAt !== session.booking.startAt;
  const seat = session.booking.attendees?.find(({ cancelledAt }) => cancelledAt === null);
  const there =
    seat && seat.timeZone !== session.booking.coachTime?.timeZone ? theirTimeOf(seat.timeZone, startAt) : null;
  return (
    <>
      <span className={styles.new}>
        <Icon name={moves ? "arrowRight" : "check"} size="1.1em" />
        {moves ? `${formatDate(dateOf(start), "short")}, ${formatTime(start)}` : "Same time"}
      </span>
      {seat && there && (
        <span className={styles.facts}>
          {dateOf(there) !== dateOf(start) && `${formatDate(dateOf(there), "short")}, `}
          {formatTime(there)} in {zoneCity(seat.timeZone)}
        </span>
      )}
    </>
  );
}

function lookOf(after: ChangedSession | null): "same" | "open" | "changed" {
  if (after === null || after.outcome === "STAYS") return "same";
  return after.outcome === "OPEN" ? "open" : "changed";
}
