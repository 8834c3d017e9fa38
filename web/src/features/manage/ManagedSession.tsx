import { useEffect, useRef } from "react";
import { dateOf, formatDate, formatSpan, zoneCity } from "../../lib/time.ts";
import { useArrival } from "../../lib/use-arrival.ts";
import { ConnectionStatus } from "../../ui/ConnectionStatus.tsx";
import { classes } from "../../ui/classes.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useStepFocus } from "../../ui/use-step-focus.ts";
import { AddToCalendar } from "../session/AddToCalendar.tsx";
import { BothTimes, type LocalTimes } from "../session/BothTimes.tsx";
import card from "../session/Card.module.css";
import { CopyLink } from "../session/CopyLink.tsx";
import { SessionSummary } from "../session/SessionSummary.tsx";
import { useShownZone } from "../slots/shown-zone.ts";
import { CancelSession } from "./CancelSession.tsx";
import { Choices } from "./Choices.tsx";
import type { Access } from "./ManagePage.tsx";
import { MoveRequested } from "./MoveRequested.tsx";
import { MoveSession } from "./MoveSession.tsx";
import styles from "./manage.module.css";
import { useManageSteps } from "./manage-steps.ts";
import { SeatZone } from "./SeatZone.tsx";
import { SessionStatus, StatusDetails } from "./SessionStatus.tsx";
import { factsOf } from "./session-facts.tsx";
import { useBookingTimes } from "./use-managed-booking.ts";
import { useNews } from "./use-news.ts";

export function ManagedSession({ token, access }: { token: string; access: Access }) {
  const { booking } = access;
  const { coach, status } = booking;
  const steps = useManageSteps();
  const { mode } = steps;
  const shownZone = useShownZone({ kind: booking.place.kind, timeZone: coach.timeZone });
  const { zone } = shownZone;
  const times = useBookingTimes(token, booking.startAt, zone.id, coach.timeZone);
  const heading = useRef<HTMLHeadingElement>(null);
  const arrival = useArrival();
  const news = useNews(booking, arrival);
  const standing = status === "CONFIRMED" || status === "PENDING";
  const open = access.canChange && standing;
  const shown = open ? mode : "view";
  const asked = shown === "view" && open && booking.moveRequestedAt !== null;
  useStepFocus(shown, () => {
    if (shown === "view") heading.current?.focus();
  });
  useEffect(() => {
    if (arrival) heading.current?.focus();
  }, [arrival]);
  const done = (text: string) => {
    news.tell({ tone: "success", text });
    steps.leave();
  };
  const moving = { token, access, onSend: news.expect, onDone: () => done("You have moved this session.") };
  return (
    <main className={card["page"]}>
      <div className={classes(card["card"], shown === "move" ? card["split"] : card["narrow"])}>
        <div className={classes(card["about"], styles["stack"], shown === "move" && styles["moving"])}>
          {shown === "move" && <MovingBrief access={access} times={times} zone={zone.id} />}
          <SessionSummary coach={coach} session={booking.sessionType} facts={factsOf(access)} />
          <section className={styles["when"]} aria-labelledby="when">
            <SessionStatus access={access} heading={heading} />
            <div className={classes(status === "CANCELLED" && styles["over"])}>
              {times ? (
                <BothTimes times={times} clientZone={zone.id} coachZone={coach.timeZone} coachName={coach.name} />
              ) : (
                <Skeleton width="16rem" height="3.5rem" />
              )}
            </div>
            <StatusDetails access={access} zone={zone.id} />
            {shown !== "move" && (
              <SeatZone
                token={token}
                coachName={coach.name}
                seatZone={access.attendee.timeZone}
                shownZone={shownZone}
                open={standing}
                onSend={news.expect}
              />
            )}
            <ConnectionStatus />
          </section>
          {news.shown && !(asked && news.shown.tone === "neutral") && (
            <Notice live tone={news.shown.tone}>
              {news.shown.text}
            </Notice>
          )}
          {asked && (
            <MoveRequested {...moving} zone={zone.id} onOther={access.link ? () => steps.enter("move") : null} />
          )}
          {shown === "view" && <Choices access={access} open={open} zone={zone.id} onMode={steps.enter} />}
          {shown === "view" && standing && (
            <div className={styles["keep"]}>
              {status === "CONFIRMED" && <AddToCalendar links={access.calendarLinks} />}
              <div className={styles["own"]}>
                <p>Keep the link to this page: it is yours alone.</p>
                <CopyLink path={`/manage/${token}`} size="s" />
              </div>
            </div>
          )}
          {shown === "cancel" && (
            <CancelSession
              token={token}
              coachName={coach.name}
              onSend={news.expect}
              onKeep={steps.leave}
              onDone={() => done("You have cancelled this session.")}
            />
          )}
        </div>
        {shown === "move" && (
          <div className={card["main"]}>
            <MoveSession {...moving} shownZone={shownZone} present={times && dateOf(times.localStart)} steps={steps} />
          </div>
        )}
      </div>
    </main>
  );
}

/** On a phone, where the calendar needs the room: what is moved, and from when. */
function MovingBrief({ access, times, zone }: { access: Access; times: LocalTimes | null; zone: string }) {
  return (
    <div className={styles["brief"]}>
      <h1 className={styles["briefName"]}>{access.booking.sessionType.name}</h1>
      <p>
        Now{" "}
        {times && `${formatDate(times.localStart, "short")}, ${formatSpan(times.localStart, times.localEnd, times)}, `}
        {zoneCity(zone)} time
      </p>
      <ConnectionStatus />
    </div>
  );
}
