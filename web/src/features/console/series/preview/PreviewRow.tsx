import { dayOfMonth, formatWeekday } from "../../../../lib/calendar.ts";
import { dateOf, formatDate, formatTime } from "../../../../lib/time.ts";
import { Hidden } from "../../../../ui/Hidden.tsx";
import { Icon, type IconName } from "../../../../ui/Icon.tsx";
import { ClashChoices } from "./ClashChoices.tsx";
import type { Choice } from "./choice.ts";
import styles from "./Preview.module.css";
import { type Clocks, clashes, type Look, lookOf, type Occurrence, reasonWords, stateWords } from "./state-words.ts";

type LocalOf = (at: string) => string | null;

interface PreviewRowProps {
  readonly occurrence: Occurrence;
  readonly clocks: Clocks;
  /** What the clocks do here. */
  readonly note: string | null;
  /** Instants on either clock. */
  readonly localOf: { readonly coach: LocalOf; readonly client: LocalOf };
  /** The series keeps the coach's clock. */
  readonly ownClock: boolean;
  readonly canAppend: boolean;
  readonly choice: Choice | null;
  readonly changed: boolean;
  readonly onChoose: (choice: Choice | null) => void;
}

const ICONS: { readonly [look in Look]?: IconName } = {
  open: "alert",
  moved: "arrowRight",
  kept: "check",
  out: "close",
};

export function PreviewRow(props: PreviewRowProps) {
  const { occurrence, clocks, note, localOf, choice, changed, onChoose } = props;
  const { coachLocalStart, clientLocalStart } = occurrence;
  const both = clocks.coachZone !== clocks.clientZone;
  const look = lookOf(occurrence);
  const icon = ICONS[look];
  const clash = clashes(occurrence);
  const reasons = occurrence.reasons.map(reasonWords).join(". ") || "The time that was chosen is not free";
  return (
    <li className={styles.item} data-look={look} data-changed={changed || undefined}>
      {note && (
        <p className={styles.shift}>
          <Icon name="clock" size="1em" />
          {note}
        </p>
      )}
      <div className={styles.row}>
        <time className={styles.date} dateTime={coachLocalStart}>
          {formatWeekday(dateOf(coachLocalStart), "short")} <b>{dayOfMonth(coachLocalStart)}</b>
        </time>
        <span className={styles.time}>
          {formatTime(coachLocalStart)}
          {both && <Hidden> for you, </Hidden>}
        </span>
        {both && (
          <span className={styles.theirs}>
            {formatTime(clientLocalStart)}
            {dayShift(coachLocalStart, clientLocalStart)}
            <Hidden> for {clocks.clientName}</Hidden>
          </span>
        )}
        <p className={styles.state}>
          {icon && <Icon name={icon} size="1em" />}
          <span>
            {look === "open" ? reasons : stateWords(occurrence)}
            <Where occurrence={occurrence} localOf={localOf} both={both} clientName={clocks.clientName} />
          </span>
        </p>
      </div>
      {(clash || look === "open") && (
        <div className={styles.clash}>
          {look !== "open" && <p className={styles.reason}>{reasons}</p>}
          <ClashChoices
            occurrence={occurrence}
            choice={choice}
            timeOf={(slot) => shownTime(slot, occurrence, props)}
            canAppend={props.canAppend}
            onChoose={onChoose}
          />
        </div>
      )}
      {look === "free" && occurrence.isSkippedTime && (
        <p className={styles.reason}>The clocks skip this time on this date: it begins later.</p>
      )}
    </li>
  );
}

/** Where a session goes that does not stay at its time, and where one was that moves. */
function Where({
  occurrence: { startAt, bookedStartAt, wasStartAt, effect, coachLocalStart },
  localOf,
  both,
  clientName,
}: Pick<PreviewRowProps, "occurrence" | "localOf"> & { readonly both: boolean; readonly clientName: string }) {
  const [to, from] = [bookedStartAt !== startAt && bookedStartAt, wasStartAt !== startAt && wasStartAt];
  const theirs = to && both && localOf.client(to);
  return (
    <>
      {to && (
        <b className={styles.where}>
          {" "}
          to {startWords(localOf.coach(to), coachLocalStart)}
          {theirs && (
            <span className={styles.theirTime}>
              , {formatTime(theirs)} for {clientName}
            </span>
          )}
        </b>
      )}
      {effect === "CHANGE" && from && (
        <span className={styles.from}>, was {startWords(localOf.coach(from), coachLocalStart)}</span>
      )}
    </>
  );
}

/** On the row's own date the time is enough. */
function startWords(local: string | null, row: string): string {
  if (local === null) return "…";
  return dateOf(local) === dateOf(row) ? formatTime(local) : `${formatDate(local, "short")}, ${formatTime(local)}`;
}

/** "Wed" beside the time where it is another date there. */
function dayShift(ours: string, theirs: string) {
  if (dateOf(ours) === dateOf(theirs)) return null;
  return <span className={styles.otherDay}> {formatWeekday(dateOf(theirs), "short")}</span>;
}

/** A free time as a choice, on the coach's clock. */
function shownTime(
  { startAt, localStart }: Occurrence["nearest"][number],
  { coachLocalStart }: Occurrence,
  { ownClock, localOf }: PreviewRowProps,
): string {
  return startWords(ownClock && localStart ? localStart : localOf.coach(startAt), coachLocalStart);
}
