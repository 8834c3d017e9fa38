import { useEffect, useRef } from "react";
import { Link } from "wouter";
import { dateOf, formatDate, formatTime } from "../../../lib/time.ts";
import { announce, hush } from "../../../ui/Announcer.tsx";
import { buttonClass } from "../../../ui/Button.tsx";
import { classes } from "../../../ui/classes.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { AddToCalendar } from "../../session/AddToCalendar.tsx";
import { BothTimes } from "../../session/BothTimes.tsx";
import card from "../../session/Card.module.css";
import { Facts, placeFact } from "../../session/SessionSummary.tsx";
import { useMoment } from "../../session/use-moment.ts";
import type { Page } from "../BookingFlow.tsx";
import type { BookedSession } from "./booked-session.ts";
import styles from "./Confirmation.module.css";
import { GoOn } from "./GoOn.tsx";
import { KeepLink } from "./KeepLink.tsx";
import { useConfirmed } from "./use-confirmed.ts";

type State = "confirmed" | "pending" | "over";
type ConfirmationProps = { page: Page; booked: BookedSession; zone: string };

/** What was booked, and what becomes of it while one looks. */
export function Confirmation({ page, booked, zone }: ConfirmationProps) {
  const { token, redirectUrl } = booked;
  const now = useConfirmed(token);
  const booking = { ...booked.booking, ...now?.booking };
  const state = stateOf(booking.status);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // What was still to be said about the form is over.
    hush();
    heading.current?.focus();
  }, []);
  useToldChange(state, page.coach.name);
  // Times belong to the start that was booked: once it has moved, the session's own page shows it.
  const moved = booking.startAt !== booked.booking.startAt;
  return (
    <main className={card["page"]}>
      <article className={classes(card["card"], card["narrow"], card["about"], styles["done"])}>
        <span className={classes(styles["mark"], state !== "confirmed" && styles["waiting"])}>
          <Icon name={state === "confirmed" ? "check" : state === "pending" ? "clock" : "close"} size="1.5rem" />
        </span>
        <header>
          <h1 ref={heading} tabIndex={-1} className={styles["title"]}>
            {titles[state]}
          </h1>
          <p className={styles["lead"]}>
            {page.sessionType.name} with {page.coach.name}
          </p>
        </header>
        {redirectUrl && state !== "over" && <GoOn url={redirectUrl} />}
        {moved ? (
          <p>The time of this session has changed. Its own page shows it.</p>
        ) : (
          <div className={classes(state === "over" && styles["over"])}>
            <BothTimes
              times={booked.booking}
              clientZone={zone}
              coachZone={page.coach.timeZone}
              coachName={page.coach.name}
            />
          </div>
        )}
        {state === "pending" && (
          <Deadline approveBy={now?.attendee.approveBy ?? booking.approveBy} coach={page.coach.name} zone={zone} />
        )}
        {booking.coachMessage && <p className={styles["message"]}>“{booking.coachMessage}”</p>}
        {state !== "over" && (
          <Facts
            facts={[
              placeFact(booking.place, state === "confirmed"),
              { icon: "user", label: "Booked for", text: `${booked.clientName}, ${booked.clientEmail}` },
            ]}
          />
        )}
        {state === "over" && now?.bookAgainLink && (
          <Link href={now.bookAgainLink.path} className={buttonClass({ variant: "primary" })}>
            Choose another time
          </Link>
        )}
        {state === "confirmed" && !moved && now && <AddToCalendar links={now.calendarLinks} />}
        {token && <KeepLink token={token} state={state} />}
      </article>
    </main>
  );
}

const titles: Record<State, string> = {
  confirmed: "You’re booked",
  pending: "Your request is in",
  over: "This session does not take place",
};

function stateOf(status: BookedSession["booking"]["status"]): State {
  if (status === "PENDING") return "pending";
  return status === "CANCELLED" ? "over" : "confirmed";
}

function Deadline({ approveBy, coach, zone }: { approveBy: string | null; coach: string; zone: string }) {
  const moment = useMoment(approveBy, zone);
  return (
    <p className={styles["deadline"]}>
      {coach} answers{" "}
      {moment && (
        <>
          by{" "}
          <strong>
            {formatDate(dateOf(moment.local), "long")}, {formatTime(moment.local)}
          </strong>
        </>
      )}
      {!moment && (approveBy ? "…" : "soon")}. Until then the time is kept for you; this page shows the answer when it
      comes. Without one, the time is free again and nothing is booked.
    </p>
  );
}

/** An answer that comes while one looks is said, and moves nothing. */
function useToldChange(state: State, coach: string): void {
  const told = useRef(state);
  useEffect(() => {
    if (told.current === state) return;
    told.current = state;
    announce(state === "confirmed" ? `${coach} has confirmed. You’re booked.` : titles[state]);
  }, [state, coach]);
}
