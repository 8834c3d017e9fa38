import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import type { Seat } from "../calendar/bookings.ts";
import type { Outcome } from "../panel/outcome.ts";
import { ProblemNotice } from "../panel/ProblemNotice.tsx";
import type { Verdict } from "../panel/use-session-actions.ts";
import { Deadline } from "./Deadline.tsx";
import styles from "./Requests.module.css";

interface RequestAnswerProps {
  readonly seat: Seat;
  /** The answer that is being written with a message. */
  readonly asking: Verdict | null;
  readonly onAsk: (verdict: Verdict | null) => void;
  readonly onDecide: (verdict: Verdict, message: string) => Promise<Outcome>;
}

/** Approve in one press, or answer with a message; and how long there is for it. */
export function RequestAnswer({ seat, asking, onAsk, onDecide }: RequestAnswerProps) {
  const [busy, setBusy] = useState<Verdict | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  async function decide(verdict: Verdict, message: string) {
    setBusy(verdict);
    const answer = await onDecide(verdict, message);
    setBusy(null);
    setOutcome(answer);
    if (answer.kind === "done") onAsk(null);
  }
  const ask = (verdict: Verdict | null) => {
    setOutcome(null);
    onAsk(verdict);
  };
  return (
    <div className={styles.answer}>
      <Deadline at={seat.approveBy} />
      {asking === null ? (
        <div className={styles.buttons}>
          <Button
            variant="primary"
            size="s"
            isPending={busy === "approve"}
            aria-label={`Approve ${seat.name}`}
            onPress={() => void decide("approve", "")}
          >
            {busy === "approve" ? "Approving…" : "Approve"}
          </Button>
          <Button size="s" aria-label={`Decline ${seat.name}…`} onPress={() => ask("decline")}>
            Decline…
          </Button>
          <Button
            variant="quiet"
            size="s"
            aria-label={`Approve ${seat.name} with a message…`}
            onPress={() => ask("approve")}
          >
            With a message…
          </Button>
        </div>
      ) : (
        <AnswerForm
          key={asking}
          name={seat.name}
          verdict={asking}
          busy={busy !== null}
          wrong={outcome?.kind === "field" && outcome.field === "message" ? outcome.message : undefined}
          onSend={(message) => void decide(asking, message)}
          onBack={() => ask(null)}
        />
      )}
      {!(outcome?.kind === "field" && outcome.field === "message") && <ProblemNotice outcome={outcome} />}
    </div>
  );
}

interface AnswerFormProps {
  readonly name: string;
  readonly verdict: Verdict;
  readonly busy: boolean;
  readonly wrong: string | undefined;
  readonly onSend: (message: string) => void;
  readonly onBack: () => void;
}

const WORDS = {
  approve: { hint: "They read it with the confirmation.", send: "Approve", sending: "Approving…" },
  decline: { hint: "They read it with your answer; the time is free again.", send: "Decline", sending: "Declining…" },
} as const;

function AnswerForm({ name, verdict, busy, wrong, onSend, onBack }: AnswerFormProps) {
  const [message, setMessage] = useState("");
  const { hint, send, sending } = WORDS[verdict];
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) onSend(message);
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onBack();
      }}
    >
      <TextField
        dense
        multiline
        optional
        label={`Message to ${name}`}
        hint={hint}
        value={message}
        onChange={setMessage}
        error={wrong}
        autoFocus
      />
      <div className={styles.buttons}>
        <Button type="submit" variant={verdict === "decline" ? "danger" : "primary"} size="s" isPending={busy}>
          {busy ? sending : `${send} ${name}`}
        </Button>
        <Button variant="quiet" size="s" onPress={onBack}>
          Back
        </Button>
      </div>
    </form>
  );
}
