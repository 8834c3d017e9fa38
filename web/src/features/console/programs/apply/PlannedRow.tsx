import { type KeyboardEvent, useId } from "react";
import { dateOf, formatDate, formatDuration, formatTime, formatTimeRange, zoneCity } from "../../../../lib/time.ts";
import { announce } from "../../../../ui/Announcer.tsx";
import { Button } from "../../../../ui/Button.tsx";
import { Icon } from "../../../../ui/Icon.tsx";
import { addMinutes } from "../../../../ui/week-grid/wall-time.ts";
import { type Clocks, clockNote, reasonWords } from "../../series/preview/state-words.ts";
import { Swatch } from "../../shell/Swatch.tsx";
import styles from "./Apply.module.css";
import { MoveFields } from "./MoveFields.tsx";
import { gapWords, momentWords, nextFree } from "./plan-words.ts";
import type { PlannedSession } from "./use-plan.ts";
import type { Move } from "./wish-to-book.ts";

interface PlannedRowProps {
  readonly session: PlannedSession;
  readonly previous: PlannedSession | undefined;
  readonly title: string;
  /** Whether its step wishes for weekdays or times. */
  readonly hasWishes: boolean;
  /** Where it was before the last change, on the coach's clock. */
  readonly was: string | null;
  readonly byHand: boolean;
  readonly planZone: string;
  readonly clocks: Clocks;
  readonly isOpen: boolean;
  readonly onOpen: (open: boolean) => void;
  readonly onMove: (move: Move, local: string) => void;
  readonly onRelease: () => void;
}

/** One session of a plan: when it is on both sides' clocks, what became of its wishes, and where else it could be. */
export function PlannedRow(props: PlannedRowProps) {
  const { session, previous, title, was, byHand, clocks, isOpen, onOpen, onMove, onRelease } = props;
  const id = useId();
  const minutes = Math.round((Date.parse(session.endAt) - Date.parse(session.startAt)) / 60_000);
  const { coachLocalStart: start } = session;
  /** Left and right: on to the free time before or after this one, without opening anything. */
  function onKeyDown(event: KeyboardEvent) {
    const direction = { ArrowLeft: "earlier", ArrowRight: "later" }[event.key];
    if (direction !== "earlier" && direction !== "later") return;
    event.preventDefault();
    const slot = nextFree(session, direction);
    if (slot) onMove({ at: slot.startAt }, slot.localStart);
    else announce(`No ${direction} time is free within a week.`);
  }
  return (
    <li className={styles.session} data-look={lookOf(session)} data-open={isOpen || undefined}>
      {previous && <p className={styles.gap}>{gapWords(previous.coachLocalStart, start)}</p>}
      <div className={styles.row}>
        <div className={styles.moment}>
          <span className={styles.date}>{formatDate(dateOf(start), "short")}</span>
          <span className={styles.time}>{formatTimeRange(start, addMinutes(start, minutes))}</span>
          {clocks.clientZone !== clocks.coachZone && <ClientTime session={session} zone={clocks.clientZone} />}
        </div>
        <div className={styles.what}>
          <p className={styles.title}>
            <Swatch colour={session.sessionType.colour} />
            {title}
            <span className={styles.length}>{formatDuration(minutes)}</span>
          </p>
          <Notes {...props} />
          {was !== null && was !== start && !byHand && <p className={styles.fact}>Was on {momentWords(was)}.</p>}
        </div>
        <Button
          size="s"
          variant="quiet"
          aria-expanded={isOpen}
          aria-controls={isOpen ? id : undefined}
          aria-label={`Move session ${session.number + 1}, ${title}, ${momentWords(start)}`}
          title="Arrow keys left and right take the next free time"
          onPress={() => onOpen(!isOpen)}
          onKeyDown={onKeyDown}
        >
          Move
        </Button>
      </div>
      {isOpen && (
        <div id={id} className={styles.move}>
          <MoveFields session={session} planZone={props.planZone} onMove={onMove} />
          {byHand && (
            <Button size="s" variant="quiet" icon="undo" onPress={onRelease}>
              Where it fits best
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function lookOf({ mayKeep, reasons, unkept }: PlannedSession): "open" | "less" | "good" {
  if (!mayKeep) return "open";
  return reasons.length > 0 || unkept.length > 0 ? "less" : "good";
}

function ClientTime({ session, zone }: { readonly session: PlannedSession; readonly zone: string }) {
  const { clientLocalStart: there, coachLocalStart: here } = session;
  return (
    <span className={styles.there}>
      {dateOf(there) !== dateOf(here) && `${formatDate(dateOf(there), "short")}, `}
      {formatTime(there)} in {zoneCity(zone)}
    </span>
  );
}

/** What there is to say about a session, the gravest first. */
function Notes({ session, previous, byHand, hasWishes, clocks }: PlannedRowProps) {
  const note = clockNote(session, previous, clocks);
  const against = session.reasons.map(reasonWords).join("; ");
  return (
    <>
      {!session.mayKeep && (
        <p className={styles.problem}>
          <Icon name="alert" size="1.1em" /> It cannot be here. {against}.
        </p>
      )}
      {session.mayKeep && session.reasons.length > 0 && (
        <p className={styles.warning}>
          <Icon name="info" size="1.1em" /> {against}. You can book it all the same.
        </p>
      )}
      {session.unkept.map(({ wish, message, reasons }) => (
        <p key={wish} className={styles.warning}>
          <Icon name="info" size="1.1em" />
          <span>
            {message}
            {reasons[0] && <span className={styles.fact}> {reasons[0].message}</span>}
          </span>
        </p>
      ))}
      {byHand && session.mayKeep && <p className={styles.fact}>You put it here.</p>}
      {!byHand && hasWishes && session.unkept.length === 0 && (
        <p className={styles.kept}>
          <Icon name="check" size="1.1em" /> As wished
        </p>
      )}
      {note && (
        <p className={styles.fact}>
          <Icon name="clock" size="1.1em" /> {note}.
        </p>
      )}
    </>
  );
}
