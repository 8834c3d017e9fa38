import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { clientNames, type Session } from "../calendar/bookings.ts";
import type { Outcome } from "./outcome.ts";
import styles from "./Panel.module.css";
import { ProblemNotice } from "./ProblemNotice.tsx";

interface CancelFormProps {
  readonly session: Session;
  readonly onCancel: (message: string) => Promise<Outcome>;
  readonly onKeep: () => void;
}

export function CancelForm({ session, onCancel, onKeep }: CancelFormProps) {
  const [message, setMessage] = useState("");
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [busy, setBusy] = useState(false);
  async function cancel() {
    setBusy(true);
    const answer = await onCancel(message);
    setBusy(false);
    setOutcome(answer);
  }
  const wrong = outcome?.kind === "field" && outcome.field.startsWith("message") ? outcome.message : undefined;
  return (
    <div className={styles.form}>
      <h3 className={styles.formTitle}>Cancel this session?</h3>
      <TextField
        dense
        multiline
        optional
        label={`Message to ${clientNames(session) || "the client"}`}
        hint="Kept with the session as the reason."
        value={message}
        onChange={setMessage}
        error={wrong}
        autoFocus
      />
      {wrong === undefined && <ProblemNotice outcome={outcome} />}
      <div className={styles.buttons}>
        <Button variant="quiet" size="s" onPress={onKeep}>
          Keep it
        </Button>
        <Button variant="danger" size="s" isPending={busy} onPress={() => void cancel()}>
          {busy ? "Cancelling…" : "Cancel session"}
        </Button>
      </div>
    </div>
  );
}
