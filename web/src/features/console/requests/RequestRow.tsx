import { Link } from "wouter";
import { formatAgo } from "../../../lib/left.ts";
import { dateOf, formatDate, formatDuration, formatSpan, formatZone } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import { isGroup, minutesOf, type Session, seatsOf } from "../calendar/bookings.ts";
import type { Outcome } from "../panel/outcome.ts";
import { SeatDetails } from "../panel/SeatDetails.tsx";
import type { Verdict } from "../panel/use-session-actions.ts";
import { Swatch } from "../shell/Swatch.tsx";
import { RequestAnswer } from "./RequestAnswer.tsx";
import styles from "./Requests.module.css";
import type { SeatRequest } from "./requests.ts";

interface RequestRowProps {
  readonly request: SeatRequest;
  readonly asking: Verdict | null;
  readonly onAsk: (verdict: Verdict | null) => void;
  readonly onDecide: (verdict: Verdict, message: string) => Promise<Outcome>;
}

/** Who asks for what, and the answer. */
export function RequestRow({ request, asking, onAsk, onDecide }: RequestRowProps) {
  const { seat, session } = request;
  const now = useNow(30_000);
  return (
    <li className={styles.row} data-request={seat.id} tabIndex={-1} aria-labelledby={`request-${seat.id}`}>
      <div className={styles.when}>
        <p className={styles.date}>{formatDate(dateOf(session.localStart), "short")}</p>
        <p className={styles.time}>{formatSpan(session.localStart, session.localEnd, session)}</p>
        <OtherClocks request={request} />
        <Link className={styles.link} href={`/console?date=${dateOf(session.localStart)}&session=${session.id}`}>
          In the calendar
        </Link>
      </div>
      <div className={styles.who}>
        <h2 id={`request-${seat.id}`} className={styles.name}>
          {seat.name}
        </h2>
        <p className={styles.what}>
          <Swatch colour={session.sessionType.colour} />
          <span>
            {session.sessionType.name}, {formatDuration(minutesOf(session))}
            {isGroup(session) && `, ${seatsOf(session).length} of ${session.capacity} seats with this one`}
            <span className={styles.asked}>asked {formatAgo(now - Date.parse(seat.createdAt))}</span>
          </span>
        </p>
        <RequestAnswer seat={seat} asking={asking} onAsk={onAsk} onDecide={onDecide} />
        <div className={styles.details}>
          <SeatDetails seat={seat} />
        </div>
      </div>
    </li>
  );
}

/** On the coach's own clock where she is away then, and on the client's where it differs. */
function OtherClocks({ request: { seat, session } }: { readonly request: SeatRequest }) {
  return (
    <>
      {session.coachPlace !== null && <p className={styles.zone}>{awayClock(session)}</p>}
      {seat.timeZone !== session.coachZone && (
        <p className={styles.zone}>
          {dateOf(seat.localStart) !== dateOf(session.localStart) &&
            `${formatDate(dateOf(seat.localStart), "short")}, `}
          {formatSpan(seat.localStart, seat.localEnd, session)} in{" "}
          {formatZone(seat.timeZone, seat.localStart, session.startAt)}
        </p>
      )}
    </>
  );
}

const awayClock = ({ coachZone, coachPlace, localStart, startAt }: Session): string =>
  `${formatZone(coachZone, localStart, startAt)}, as you are in ${coachPlace} then`;
