import { useState } from "react";
import { formatDate, formatTimeRange, zoneCity } from "../../../../lib/time.ts";
import { Button } from "../../../../ui/Button.tsx";
import { Segmented } from "../../../../ui/Segmented.tsx";
import { TextField } from "../../../../ui/TextField.tsx";
import { useCoach } from "../../shell/coach.ts";
import { Swatch } from "../../shell/Swatch.tsx";
import styles from "./AffectedSessions.module.css";
import {
  type AffectedSession,
  type Decision,
  type Decisions,
  decided,
  decidedForAll,
  KEPT,
  outcomeWords,
} from "./decisions.ts";

interface AffectedSessionsProps {
  readonly sessions: readonly AffectedSession[];
  readonly decisions: Decisions;
  readonly onDecide: (decisions: Decisions) => void;
}

const CHOICES = [
  { id: "KEEP", label: "Keep" },
  { id: "OFFER_NEW_TIMES", label: "Offer new times" },
  { id: "CANCEL", label: "Cancel" },
] as const;
const PAGE = 25;

/** Each session that would lie outside of the hours: who, when, why, and what becomes of it. */
export function AffectedSessions({ sessions, decisions, onDecide }: AffectedSessionsProps) {
  const [pages, setPages] = useState(1);
  const shown = sessions.slice(0, pages * PAGE);
  const actions = new Set(sessions.map(({ booking }) => (decisions.get(booking.id) ?? KEPT).action));
  const common = actions.size === 1 ? ([...actions][0] ?? null) : null;
  return (
    <div className={styles.affected}>
      {sessions.length > 1 && (
        <div className={styles.all}>
          <Segmented
            label="All of them"
            options={CHOICES}
            value={common}
            onChange={(action) => onDecide(decidedForAll(decisions, sessions, action))}
          />
          <p className={styles.outcome} role="status">
            {outcomeWords(decisions, sessions)}.
          </p>
        </div>
      )}
      <ul className={styles.list}>
        {shown.map((session) => (
          <SessionRow
            key={session.booking.id}
            session={session}
            decision={decisions.get(session.booking.id) ?? KEPT}
            onDecide={(decision) => onDecide(decided(decisions, session.booking.id, decision))}
          />
        ))}
      </ul>
      {shown.length < sessions.length && (
        <Button size="s" variant="quiet" onPress={() => setPages(pages + 1)}>
          Show {Math.min(PAGE, sessions.length - shown.length)} more
        </Button>
      )}
    </div>
  );
}

interface SessionRowProps {
  readonly session: AffectedSession;
  readonly decision: Decision;
  readonly onDecide: (decision: Decision) => void;
}

function SessionRow({ session, decision, onDecide }: SessionRowProps) {
  const { booking } = session;
  const names = (booking.attendees ?? []).map(({ name }) => name).join(", ") || booking.sessionType.name;
  const start = booking.localStart;
  return (
    <li className={styles.session}>
      <div className={styles.facts}>
        <Swatch colour={booking.sessionType.colour} />
        <div className={styles.text}>
          <p className={styles.name}>{names}</p>
          <p className={styles.when}>
            {formatDate(start.slice(0, 10), "short")}, {formatTimeRange(start, booking.localEnd)}
          </p>
          <Elsewhere session={session} />
          <p className={styles.why}>{whyOf(session)}</p>
        </div>
      </div>
      <Segmented
        label={`What becomes of ${names}, ${formatDate(start.slice(0, 10), "short")}`}
        hideLabel
        options={CHOICES}
        value={decision.action}
        onChange={(action) => onDecide({ ...decision, action })}
      />
      {decision.action !== "KEEP" && (
        <TextField
          dense
          multiline
          optional
          label={`Message to ${names}`}
          value={decision.message}
          onChange={(message) => onDecide({ ...decision, message })}
          maxLength={2000}
        />
      )}
    </li>
  );
}

/** The same session on the clocks that the coach will have before her, where they are others. */
function Elsewhere({ session: { booking } }: { readonly session: AffectedSession }) {
  const coach = useCoach();
  const there = booking.coachTime;
  if (!there || there.timeZone === coach.timeZone || there.localStart === booking.localStart) return null;
  return (
    <p className={styles.when}>
      {formatTimeRange(there.localStart, there.localEnd)} in {there.place ?? zoneCity(there.timeZone)}
    </p>
  );
}

function whyOf({ reasons }: AffectedSession): string {
  const [first] = reasons;
  if (first === undefined) return "It lies outside of the hours.";
  if (first.holiday) return `${first.holiday.name} is a public holiday.`;
  if (first.timeOff?.reason) return `You are off: ${first.timeOff.reason}.`;
  return first.message;
}
