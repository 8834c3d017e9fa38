import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { isOpen, type Session, statusWords, titleOf } from "../calendar/bookings.ts";
import { AttendeeLines } from "./AttendeeLines.tsx";
import { CancelForm } from "./CancelForm.tsx";
import { HoldLine } from "./HoldLine.tsx";
import { MoveRequestForm } from "./MoveRequestForm.tsx";
import { MoveRequestNotice } from "./MoveRequestNotice.tsx";
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
  const [doing, setDoing] = useState<"cancel" | "ask" | null>(null);
  const back = () => setDoing(null);
  const open = isOpen(session, session.localStart > now);
  return (
    <Panel
      title={titleOf(session)}
      onClose={onClose}
      footer={
        open && doing === null ? (
          <>
            <Button variant="quiet" size="s" onPress={() => setDoing("cancel")}>
              Cancel session…
            </Button>
            {session.status !== "HELD" && session.moveRequestedAt === null && (
              <Button variant="quiet" size="s" onPress={() => setDoing("ask")}>
                Ask to move…
              </Button>
            )}
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
      {open && session.moveRequestedAt !== null && <MoveRequestNotice session={session} />}
      {doing === "cancel" && open && <CancelForm session={session} onCancel={onCancel} onKeep={back} />}
      {doing === "ask" && open && <MoveRequestForm session={session} onDone={back} onKeep={back} />}
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
