import { useState } from "react";
import { useRequestMoveMutation } from "../../../generated/console.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { clientNames, type Session } from "../calendar/bookings.ts";
import { type SaveProblem, saveProblemOf, unansweredProblem } from "../shell/save-problem.ts";
import styles from "./Panel.module.css";

interface MoveRequestFormProps {
  readonly session: Session;
  readonly onDone: () => void;
  readonly onKeep: () => void;
}

/** Asks the client to choose another time; until then the session stands. */
export function MoveRequestForm({ session, onDone, onKeep }: MoveRequestFormProps) {
  const [message, setMessage] = useState("");
  const [problem, setProblem] = useState<SaveProblem | null>(null);
  const [request, { loading }] = useRequestMoveMutation();
  async function ask() {
    const input = { booking: session.id, message: message.trim() || null };
    const refused = await request({ variables: { input } }).then(
      ({ data }) => {
        const answer = data?.requestMove;
        if (answer?.__typename === "MoveRequestSaved") return null;
        return answer ? saveProblemOf(answer) : unansweredProblem();
      },
      () => unansweredProblem(),
    );
    setProblem(refused);
    if (refused === null) onDone();
  }
  const wrong = problem?.field === "message" ? problem.message : undefined;
  return (
    <div className={styles.form}>
      <h3 className={styles.formTitle}>Ask for another time?</h3>
      <TextField
        dense
        multiline
        optional
        label={`Message to ${clientNames(session) || "the client"}`}
        hint="The session stands until they have chosen among your free times."
        value={message}
        onChange={setMessage}
        error={wrong}
        autoFocus
      />
      {problem && wrong === undefined && (
        <Notice tone="danger" live>
          {problem.message}
        </Notice>
      )}
      <div className={styles.buttons}>
        <Button variant="quiet" size="s" onPress={onKeep}>
          Leave it
        </Button>
        <Button variant="primary" size="s" isPending={loading} onPress={() => void ask()}>
          {loading ? "Asking…" : "Ask for another time"}
        </Button>
      </div>
    </div>
  );
}
