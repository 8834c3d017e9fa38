import { useEffect, useRef } from "react";
import { Link } from "wouter";
import type { CancelCause } from "../../../generated/schema.ts";
import { dateOf, formatDate, formatTime, zoneCity } from "../../../lib/time.ts";
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
type Status = BookedSession["booking"]["status"];
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
  useToldChange(titleOf(booking));
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
            {titleOf(booking)}
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
        {booking.coachMessage && (
          <p className={styles["message"]}>
            {page.coach.name}: “{booking.coachMessage}”
          </p>
        )}
        {state !== "over" && (
          <Facts
            facts={[
              placeFact(booking.place, state === "confirmed"),
              { icon: "user", label: "Booked for", text: `${booked.clientName}, ${booked.clientEmail}` },
              ...(booked.guests.length > 0
                ? [{ icon: "plus" as const, label: "Guests", text: `With ${booked.guests.join(", ")}` }]
                : []),
            ]}
          />
        )}
        {state === "over" && now?.bookAgainLink && (
          <Link href={now.bookAgainLink.path} className={classes(buttonClass({ variant: "primary" }), styles["again"])}>
            Choose another time
          </Link>
        )}
        {state === "confirmed" && !moved && now && <AddToCalendar links={now.calendarLinks} />}
        {token && state !== "over" && <KeepLink token={token} />}
      </article>
    </main>
  );
}

function titleOf({ status, cancelCause }: { status: Status; cancelCause?: CancelCause | null }): string {
  if (status === "PENDING") return "Your request is in";
  if (status !== "CANCELLED") return "You’re booked";
  if (cancelCause === "DECLINED") return "Your request was declined";
  return cancelCause === "LAPSED" ? "Your request was not answered in time" : "This session is cancelled";
}

function stateOf(status: Status): State {
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
          </strong>{" "}
          ({zoneCity(zone)} time)
        </>
      )}
      {!moment && (approveBy ? "…" : "soon")}. Until then the time is kept for you; this page shows the answer when it
      comes. Without one, the time is free again and nothing is booked.
    </p>
  );
}

/** An answer that comes while one looks is said, and moves nothing. */
function useToldChange(title: string): void {
  const told = useRef(title);
  useEffect(() => {
    if (told.current === title) return;
    told.current = title;
    announce(`${title}.`);
  }, [title]);
}
