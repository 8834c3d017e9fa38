import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import { isGroup, isOpen, type Session, statusWords, titleOf } from "../calendar/bookings.ts";
import { CancelForm } from "./CancelForm.tsx";
import { HoldLine } from "./HoldLine.tsx";
import { MoveRequestForm } from "./MoveRequestForm.tsx";
import { MoveRequestNotice } from "./MoveRequestNotice.tsx";
import { OfferLines } from "./OfferLines.tsx";
import styles from "./Panel.module.css";
import { PlaceLine } from "./PlaceLine.tsx";
import { Seats } from "./Seats.tsx";
import { SeriesLine } from "./SeriesLine.tsx";
import { SessionTimes } from "./SessionTimes.tsx";
import { UndoLine } from "./UndoLine.tsx";
import type { SessionActions } from "./use-session-actions.ts";

interface SessionPanelProps {
  readonly session: Session;
  readonly now: string;
  readonly actions: SessionActions;
  readonly onClose: () => void;
  readonly onMove: () => void;
}

/** Everything about one session, and what can be done with it. */
export function SessionPanel({ session, now, actions, onClose, onMove }: SessionPanelProps) {
  const [doing, setDoing] = useState<"cancel" | "ask" | null>(null);
  const [shown, setShown] = useState(session.status);
  // A question that was asked of a session ends with its answer: an undo does not bring it back.
  if (shown !== session.status) {
    setShown(session.status);
    setDoing(null);
  }
  const back = () => setDoing(null);
  const begun = session.localStart <= now;
  const open = isOpen(session, !begun);
  const held = session.status === "HELD";
  const offered = (session.offers ?? []).length > 0;
  return (
    <Panel
      title={titleOf(session)}
      onClose={onClose}
      footer={
        open && doing === null ? (
          <>
            {(session.status === "CONFIRMED" || isGroup(session)) && (
              <Button variant="quiet" size="s" onPress={() => setDoing("cancel")}>
                Cancel session…
              </Button>
            )}
            {session.moveRequestedAt === null && (
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
      <UndoLine session={session} onUndo={() => actions.undo(session)} />
      <SessionTimes session={session} />
      <SeriesLine session={session} />
      {!held && <PlaceLine place={session.place} />}
      {held && !offered && <HoldLine session={session} />}
      {offered && <OfferLines offers={session.offers ?? []} />}
      <Seats session={session} begun={begun} actions={actions} />
      <Words session={session} />
      {open && session.moveRequestedAt !== null && <MoveRequestNotice session={session} />}
      {doing === "cancel" && open && (
        <CancelForm session={session} onCancel={(message) => actions.cancel(session, message)} onKeep={back} />
      )}
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

/** What was said about it: why it does not take place, and what the coach wrote last. */
function Words({ session }: { readonly session: Session }) {
  const { status, cancelCause, cancelReason, coachMessage } = session;
  const reason = status === "CANCELLED" ? cancelReason : null;
  const ofClient = cancelCause === "CLIENT" || cancelCause === null;
  return (
    <>
      {reason && <Quote label={ofClient ? "Reason given" : "You wrote"} text={reason} />}
      {coachMessage && coachMessage !== reason && <Quote label="You wrote" text={coachMessage} />}
    </>
  );
}

function Quote({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div className={styles.quote}>
      <span className={styles.label}>{label}</span>
      <p>{text}</p>
    </div>
  );
}
