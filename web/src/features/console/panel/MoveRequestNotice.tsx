import { useState } from "react";
import { useWithdrawMoveRequestMutation } from "../../../generated/console.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { clientNames, type Session } from "../calendar/bookings.ts";
import { unansweredProblem } from "../shell/save-problem.ts";

/** The client was asked for another time and has not chosen one yet. */
export function MoveRequestNotice({ session }: { readonly session: Session }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [withdraw, { loading }] = useWithdrawMoveRequestMutation();
  async function keep() {
    const refused = await withdraw({ variables: { booking: session.id } }).then(
      ({ data }) => (data?.withdrawMoveRequest.__typename === "MoveRequestSaved" ? null : data?.withdrawMoveRequest),
      () => unansweredProblem(),
    );
    setProblem(refused === null ? null : (refused?.message ?? unansweredProblem().message));
  }
  return (
    <Notice
      tone="warning"
      title="Asked for another time"
      actions={
        <Button size="s" isPending={loading} onPress={() => void keep()}>
          {loading ? "Taking it back…" : "It may stay after all"}
        </Button>
      }
    >
      {problem ?? `It stands until ${clientNames(session) || "the client"} has chosen.`}
      {session.moveMessage && <p>“{session.moveMessage}”</p>}
    </Notice>
  );
}
