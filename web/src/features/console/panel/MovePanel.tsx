import { formatDate, formatTimeRange } from "../../../lib/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { addMinutes, dateOf, type WallTime } from "../../../ui/week-grid/wall-time.ts";
import { clientNames, minutesOf, type Session, titleOf } from "../calendar/bookings.ts";
import { ClientStarts } from "./ClientStarts.tsx";
import type { Outcome } from "./outcome.ts";
import styles from "./Panel.module.css";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { StartFields } from "./StartFields.tsx";

interface MovePanelProps {
  readonly session: Session;
  readonly start: WallTime;
  readonly message: string;
  readonly outcome: Outcome | null;
  readonly busy: boolean;
  /** Other sessions that lie there, by name. */
  readonly inTheWay: readonly string[];
  readonly onStart: (start: WallTime) => void;
  readonly onMessage: (message: string) => void;
  readonly onConfirm: () => void;
  readonly onKeep: () => void;
}

/** A session on its way to another time. Nothing has happened before it is confirmed. */
export function MovePanel(props: MovePanelProps) {
  const { session, start, message, outcome, busy, inTheWay, onStart, onMessage, onConfirm, onKeep } = props;
  const wrong = outcome?.kind === "field" && outcome.field.startsWith("start") ? outcome.message : undefined;
  return (
    <Panel
      title={`Move ${titleOf(session)}`}
      onClose={onKeep}
      footer={
        <>
          <Button variant="quiet" size="s" onPress={onKeep}>
            Keep as it is
          </Button>
          <Button
            variant="primary"
            size="s"
            isPending={busy}
            isDisabled={start === session.localStart}
            onPress={onConfirm}
          >
            {busy ? "Moving…" : "Move session"}
          </Button>
        </>
      }
    >
      <dl className={styles.change}>
        <ChangeLine name="From" start={session.localStart} minutes={minutesOf(session)} old />
        <ChangeLine name="To" start={start} minutes={minutesOf(session)} />
      </dl>
      <ClientStarts session={session} start={start} />
      <StartFields start={start} minutes={minutesOf(session)} onChange={onStart} error={wrong} />
      <OverlapHint names={inTheWay} />
      <TextField
        dense
        multiline
        optional
        label={`Message to ${clientNames(session) || "the client"}`}
        value={message}
        onChange={onMessage}
        error={outcome?.kind === "field" && outcome.field === "message" ? outcome.message : undefined}
      />
      {wrong === undefined && <ProblemNotice outcome={outcome} start={start} onAlternative={onStart} />}
      <p className={styles.hint}>
        In the week: arrow keys move it, <kbd>Enter</kbd> confirms, <kbd>Esc</kbd> leaves it where it was.
      </p>
    </Panel>
  );
}

export function OverlapHint({ names }: { readonly names: readonly string[] }) {
  if (names.length === 0) return null;
  return <p className={styles.overlap}>At the same time as {names.join(" and ")}.</p>;
}

/** A start as it is, or as it would be. */
export function ChangeLine({
  name,
  start,
  minutes,
  old,
}: {
  readonly name: string;
  readonly start: WallTime;
  readonly minutes: number;
  readonly old?: boolean;
}) {
  return (
    <div className={styles.changeLine} data-old={old || undefined}>
      <dt>{name}</dt>
      <dd>
        {formatDate(dateOf(start), "short")}, {formatTimeRange(start, addMinutes(start, minutes))}
      </dd>
    </div>
  );
}
