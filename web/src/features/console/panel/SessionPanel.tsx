import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { isOpen, type Session, statusWords, titleOf } from "../calendar/bookings.ts";
import { AttendeeLines } from "./AttendeeLines.tsx";
import { CancelForm } from "./CancelForm.tsx";
import { HoldLine } from "./HoldLine.tsx";
import type { Outcome } from "./outcome.ts";
import styles from "./Panel.module.css";
import { PlaceLine } from "./PlaceLine.tsx";
import { SessionTimes } from "./SessionTimes.tsx";

interface SessionPanelProps {
  readonly session: Session;
  readonly now: string;
  readonly onClose: () => void;
  readonly onMove: () => void;
  readonly onCancel: (message: string) => Promise<Outcome>;
}

/** Everything about one session, and what can be done with it. */
export function SessionPanel({ session, now, onClose, onMove, onCancel }: SessionPanelProps) {
  const [cancelling, setCancelling] = useState(false);
  const open = isOpen(session, session.localStart > now);
  return (
    <Panel
      title={titleOf(session)}
      onClose={onClose}
      footer={
        open && !cancelling ? (
          <>
            <Button variant="quiet" size="s" onPress={() => setCancelling(true)}>
              Cancel session…
            </Button>
            <Button size="s" onPress={onMove}>
              Move
            </Button>
          </>
        ) : undefined
      }
    >
      <StatusLine session={session} />
      <SessionTimes session={session} />
      {session.status === "HELD" ? <HoldLine session={session} /> : <PlaceLine place={session.place} />}
      <AttendeeLines attendees={session.attendees ?? []} />
      {session.status === "CANCELLED" && session.cancelReason && (
        <div className={styles.quote}>
          <span className={styles.label}>Reason given</span>
          <p>{session.cancelReason}</p>
        </div>
      )}
      {cancelling && open && <CancelForm session={session} onCancel={onCancel} onKeep={() => setCancelling(false)} />}
    </Panel>
  );
}

function StatusLine({ session }: { readonly session: Session }) {
  return (
    <p className={styles.status}>
      <span className={styles.dot} style={{ background: session.sessionType.colour }} aria-hidden="true" />
      {session.sessionType.name}
      <span className={styles.statusWord} data-status={session.status}>
        {statusWords(session)}
      </span>
    </p>
  );
}
