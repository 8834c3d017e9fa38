import { Link } from "wouter";
import { buttonClass } from "../../../ui/Button.tsx";
import { ClocksContext } from "../calendar/clocks.ts";
import { useSessionActions } from "../panel/use-session-actions.ts";
import { useCoach } from "../shell/coach.ts";
import { PageFrame } from "../shell/PageFrame.tsx";
import { PageEmpty, PageError, RowsLoading } from "../shell/PageStates.tsx";
import { RequestRow } from "./RequestRow.tsx";
import styles from "./Requests.module.css";
import { useRequests } from "./RequestsProvider.tsx";
import { useRequestDesk } from "./use-request-desk.ts";

/** Everybody who asks for a session, live, with the answer in one press or one key. */
export function RequestsPage() {
  const { timeZone } = useCoach();
  const { requests, problem, retry } = useRequests();
  const zoneOn = () => timeZone;
  const actions = useSessionActions(zoneOn, () => undefined);
  const desk = useRequestDesk(requests ?? [], actions);
  return (
    <PageFrame
      title="Requests"
      lead="Clients who wait for your answer. Their time is kept until then; unanswered, a request lapses and the time is free again."
    >
      <ClocksContext value={zoneOn}>
        {requests === null && problem === null && <RowsLoading rows={3} />}
        {problem !== null && <PageError what="The requests" error={{ message: problem }} onRetry={retry} />}
        {requests !== null && desk.shown.length === 0 && <NoRequests />}
        {desk.shown.length > 0 && (
          <>
            <ul ref={desk.list} className={styles.list} aria-label="Requests" onKeyDown={desk.onKeyDown}>
              {desk.shown.map((request) => (
                <RequestRow
                  key={request.seat.id}
                  request={request}
                  asking={desk.asking?.id === request.seat.id ? desk.asking.verdict : null}
                  onAsk={(verdict) => desk.ask(request.seat.id, verdict)}
                  onDecide={(verdict, message) => desk.decide(request, verdict, message)}
                />
              ))}
            </ul>
            <p className={styles.keys}>
              <kbd>J</kbd> and <kbd>K</kbd> choose a request. Then <kbd>A</kbd> approves it, and <kbd>D</kbd> declines
              it with a message.
            </p>
          </>
        )}
      </ClocksContext>
    </PageFrame>
  );
}

function NoRequests() {
  return (
    <PageEmpty
      title="Nobody waits for your answer"
      action={
        <Link href="/console/session-types" className={buttonClass({ size: "s" })}>
          Choose what you approve
        </Link>
      }
    >
      Where a session type asks for your approval, whoever books it appears here at once, and the time is kept until you
      have answered.
    </PageEmpty>
  );
}
