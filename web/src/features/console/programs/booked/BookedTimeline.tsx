import { Link } from "wouter";
import { dateOf, formatDate, formatTime, formatTimeRange, zoneCity } from "../../../../lib/time.ts";
import { useNow } from "../../../../lib/use-now.ts";
import { Button, buttonClass } from "../../../../ui/Button.tsx";
import { Swatch } from "../../shell/Swatch.tsx";
import timeline from "../apply/Apply.module.css";
import { gapWords } from "../apply/plan-words.ts";
import type { BookedSession } from "./progress.ts";

interface BookedTimelineProps {
  readonly sessions: readonly BookedSession[];
  /** By the number of a session in the program. */
  readonly titleOf: (session: number) => string;
  readonly clientZone: string;
  readonly onMove: (session: BookedSession) => void;
}

/** The sessions of a booked program down the page, in order, with what became of each. */
export function BookedTimeline({ sessions, titleOf, clientZone, onMove }: BookedTimelineProps) {
  return (
    <ol className={timeline.timeline}>
      {sessions.map((session, index) => (
        <SessionRow
          key={session.id}
          session={session}
          previous={sessions[index - 1]}
          title={titleOf(session.programSession ?? index)}
          clientZone={clientZone}
          onMove={() => onMove(session)}
        />
      ))}
    </ol>
  );
}

interface SessionRowProps {
  readonly session: BookedSession;
  readonly previous: BookedSession | undefined;
  readonly title: string;
  readonly clientZone: string;
  readonly onMove: () => void;
}

function SessionRow({ session, previous, title, clientZone, onMove }: SessionRowProps) {
  const now = useNow(60_000);
  const { localStart, localEnd, coachZone } = session;
  const there = session.attendees?.[0];
  const state = stateOf(session, now);
  return (
    <li className={timeline.session} data-look={state.look}>
      {previous && <p className={timeline.gap}>{gapWords(previous.localStart, localStart)}</p>}
      <div className={timeline.row}>
        <div className={timeline.moment} data-gone={session.status === "CANCELLED" || undefined}>
          <span className={timeline.date}>{formatDate(dateOf(localStart), "short")}</span>
          <span>{formatTimeRange(localStart, localEnd)}</span>
          {there && clientZone !== coachZone && (
            <span className={timeline.there}>
              {dateOf(there.localStart) !== dateOf(localStart) && `${formatDate(dateOf(there.localStart), "short")}, `}
              {formatTime(there.localStart)} in {zoneCity(there.timeZone)}
            </span>
          )}
        </div>
        <div className={timeline.what}>
          <p className={timeline.title}>
            <Swatch colour={session.sessionType.colour} />
            {title}
          </p>
          {state.words && <p className={timeline.fact}>{state.words}</p>}
        </div>
        <div className={timeline.rowActions}>
          <Link
            href={`/console?date=${dateOf(localStart)}&session=${session.id}`}
            className={buttonClass({ variant: "quiet", size: "s" })}
            aria-label={`Open session ${(session.programSession ?? 0) + 1}, ${title}, in the calendar`}
          >
            Open
          </Link>
          {state.look === "good" && (
            <Button
              size="s"
              variant="quiet"
              aria-label={`Move session ${(session.programSession ?? 0) + 1}, ${title}`}
              onPress={onMove}
            >
              Move
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}

function stateOf({ status, endAt, cancelReason }: BookedSession, now: number): { look: string; words: string | null } {
  if (status === "CANCELLED") return { look: "gone", words: cancelReason ? `Cancelled: ${cancelReason}` : "Cancelled" };
  if (status === "NO_SHOW") return { look: "open", words: "Did not come" };
  if (Date.parse(endAt) <= now) return { look: "past", words: "Over" };
  return { look: "good", words: status === "PENDING" ? "Waits for your approval" : null };
}
