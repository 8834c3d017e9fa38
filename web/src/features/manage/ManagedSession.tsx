import { useRef, useState } from "react";
import { Link } from "wouter";
import { formatDuration } from "../../lib/time.ts";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { ConnectionStatus } from "../../ui/ConnectionStatus.tsx";
import { classes } from "../../ui/classes.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { useStepFocus } from "../../ui/use-step-focus.ts";
import { BothTimes } from "../session/BothTimes.tsx";
import card from "../session/Card.module.css";
import { placeFact, SessionSummary } from "../session/SessionSummary.tsx";
import { useShownZone } from "../slots/shown-zone.ts";
import { LockedZone, ZonePicker } from "../slots/ZonePicker.tsx";
import { CancelSession } from "./CancelSession.tsx";
import type { Access } from "./ManagePage.tsx";
import { MoveRequested } from "./MoveRequested.tsx";
import { MoveSession } from "./MoveSession.tsx";
import styles from "./manage.module.css";
import { useBookingTimes } from "./use-managed-booking.ts";
import { useNews } from "./use-news.ts";

type Mode = "view" | "move" | "cancel";

export function ManagedSession({ token, access }: { token: string; access: Access }) {
  const { booking } = access;
  const [mode, setMode] = useState<Mode>("view");
  const shownZone = useShownZone({ kind: booking.place.kind, timeZone: booking.coach.timeZone });
  const { zone, locked, choose: setZone } = shownZone;
  const times = useBookingTimes(token, booking.startAt, zone.id, booking.coach.timeZone);
  const heading = useRef<HTMLHeadingElement>(null);
  const news = useNews(booking.version, booking.status);
  const cancelled = booking.status === "CANCELLED";
  const open = access.canChange && !cancelled;
  const shown = open ? mode : "view";
  const asked = shown === "view" && open && booking.moveRequestedAt !== null;
  useStepFocus(shown, () => {
    if (shown === "view") heading.current?.focus();
  });
  const done = (text: string) => {
    news.tell({ tone: "success", text });
    setMode("view");
  };
  return (
    <main className={card["page"]}>
      <div className={classes(card["card"], shown === "move" ? card["split"] : card["narrow"])}>
        <div className={classes(card["about"], styles["stack"])}>
          <SessionSummary
            coach={booking.coach}
            session={booking.sessionType}
            facts={[
              placeFact(booking.place, !cancelled),
              {
                icon: "clock",
                label: "Length",
                text: formatDuration((Date.parse(booking.endAt) - Date.parse(booking.startAt)) / 60_000),
              },
              { icon: "user", label: "Booked for", text: `${access.attendee.name}, ${access.attendee.email}` },
            ]}
          />
          <section className={styles["when"]} aria-labelledby="when">
            <h2 id="when" ref={heading} tabIndex={-1} className={styles["status"]}>
              {statusText(booking.status)}
            </h2>
            <div className={classes(cancelled && styles["over"])}>
              {times ? (
                <BothTimes
                  times={times}
                  clientZone={zone.id}
                  coachZone={booking.coach.timeZone}
                  coachName={booking.coach.name}
                />
              ) : (
                <Skeleton width="16rem" height="3.5rem" />
              )}
            </div>
            {booking.cancelReason && <p className={styles["reason"]}>“{booking.cancelReason}”</p>}
            {shown !== "move" &&
              (locked ? (
                <LockedZone zone={zone} place={locked} />
              ) : (
                <ZonePicker as="block" zone={zone} onChange={setZone} />
              ))}
            <ConnectionStatus />
          </section>
          {news.shown && !(asked && news.shown.tone === "neutral") && (
            <Notice live tone={news.shown.tone}>
              {news.shown.text}
            </Notice>
          )}
          {asked && (
            <MoveRequested
              token={token}
              access={access}
              zone={zone.id}
              onSend={news.expect}
              onOther={access.link ? () => setMode("move") : null}
              onDone={() => done("You have moved this session.")}
            />
          )}
          {shown === "view" && <Choices access={access} open={open} onMode={setMode} />}
          {shown === "cancel" && (
            <CancelSession
              token={token}
              coachName={booking.coach.name}
              onSend={news.expect}
              onKeep={() => setMode("view")}
              onDone={() => done("You have cancelled this session.")}
            />
          )}
        </div>
        {shown === "move" && (
          <div className={card["main"]}>
            <MoveSession
              token={token}
              access={access}
              shownZone={shownZone}
              onSend={news.expect}
              onKeep={() => setMode("view")}
              onDone={() => done("You have moved this session.")}
            />
          </div>
        )}
      </div>
    </main>
  );
}

function Choices({
  access: { booking, link, changeUntil },
  open,
  onMode,
}: {
  access: Access;
  open: boolean;
  onMode: (mode: Mode) => void;
}) {
  if (open) {
    return (
      <div className={styles["actions"]}>
        {link && (
          <Button variant="primary" icon="calendar" onPress={() => onMode("move")}>
            Move
          </Button>
        )}
        <Button onPress={() => onMode("cancel")}>Cancel session</Button>
      </div>
    );
  }
  if (booking.status === "CANCELLED") {
    return (
      link && (
        <div className={styles["actions"]}>
          <Link className={buttonClass({ variant: "primary" })} href={link.path}>
            Book another time
          </Link>
        </div>
      )
    );
  }
  if (booking.status !== "CONFIRMED" && booking.status !== "PENDING") return null;
  const notice = (Date.parse(booking.startAt) - Date.parse(changeUntil)) / 60_000;
  return (
    <Notice>
      It could be moved or cancelled here until {formatDuration(notice)} before the start. If you cannot come, write to{" "}
      {booking.coach.name}.
    </Notice>
  );
}

function statusText(status: Access["booking"]["status"]): string {
  switch (status) {
    case "CANCELLED":
      return "This session is cancelled";
    case "PENDING":
      return "Waiting for your coach to confirm";
    case "COMPLETED":
      return "This session has taken place";
    case "NO_SHOW":
      return "This session was missed";
    case "HELD":
    case "CONFIRMED":
      return "Your session";
  }
}
