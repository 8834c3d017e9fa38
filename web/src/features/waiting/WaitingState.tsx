import { useEffect, useRef } from "react";
import { formatDuration, formatZone, zoneCity } from "../../lib/time.ts";
import { useArrival } from "../../lib/use-arrival.ts";
import { ConnectionStatus } from "../../ui/ConnectionStatus.tsx";
import { classes } from "../../ui/classes.ts";
import { Notice } from "../../ui/Notice.tsx";
import { usePageTitle } from "../../ui/use-page-title.ts";
import card from "../session/Card.module.css";
import { placeFact, SessionSummary } from "../session/SessionSummary.tsx";
import { LeaveWait } from "./LeaveWait.tsx";
import { OfferCard } from "./OfferCard.tsx";
import { PastOffer } from "./PastOffer.tsx";
import { useKeptFocus } from "./use-kept-focus.ts";
import type { Waiting } from "./use-waiting.ts";
import { useWaitingNews } from "./use-waiting-news.ts";
import { WaitOver } from "./WaitOver.tsx";
import { WhatNext } from "./WhatNext.tsx";
import styles from "./waiting.module.css";
import { isOnlyWish, placeWords, startWords, wishWords } from "./wish-words.ts";

type WaitingStateProps = { token: string; waiting: Waiting; refetch: () => void };

/** Where somebody stands in the line, and what is offered to her. News changes the page and never moves the focus. */
export function WaitingState({ token, waiting, refetch }: WaitingStateProps) {
  const { entry, offer, lastOffer, coach, sessionType } = waiting;
  const heading = useRef<HTMLHeadingElement>(null);
  const section = useKeptFocus(offer?.id ?? entry.status, heading);
  useWaitingNews(waiting);
  const arrival = useArrival();
  useEffect(() => {
    if (arrival) heading.current?.focus();
  }, [arrival]);
  usePageTitle(
    offer
      ? `Offered to you: ${startWords(offer.localStart)}`
      : `${headline(waiting)}: ${sessionType.name} with ${coach.name}`,
  );
  const open = entry.status === "WAITING";
  return (
    <main className={card["page"]}>
      <div className={classes(card["card"], card["narrow"])}>
        <div className={classes(card["about"], styles["stack"])}>
          <SessionSummary
            coach={coach}
            session={{ name: sessionType.name, description: null }}
            facts={[
              { icon: "clock", label: "Length", text: formatDuration(entry.minutes) },
              placeFact(sessionType.place, false),
              { icon: "user", label: "Waiting", text: `${entry.name}, ${entry.email}` },
            ]}
          />
          <section ref={section} className={styles["state"]} aria-labelledby="state">
            <h2 id="state" ref={heading} tabIndex={-1} className={styles["headline"]}>
              {headline(waiting)}
            </h2>
            {!(offer && isOnlyWish(entry, offer)) && (
              <p className={styles["wish"]}>
                {open ? "You wait for" : "You waited for"} {wishWords(entryWish(waiting))}.{" "}
                <span className={styles["zone"]}>{zoneText(waiting)}</span>
              </p>
            )}
            <ConnectionStatus />
            {arrival && open && !offer && <Notice tone="success">{arrival}</Notice>}
            {offer && <OfferCard key={offer.id} token={token} waiting={waiting} offer={offer} refetch={refetch} />}
            {open && !offer && lastOffer && <PastOffer offer={lastOffer} />}
            {open && <WhatNext token={token} waiting={waiting} />}
            {!open && <WaitOver waiting={waiting} />}
            {open && <LeaveWait token={token} waiting={waiting} refetch={refetch} />}
          </section>
        </div>
      </div>
    </main>
  );
}

function headline({ entry, offer, coach }: Waiting): string {
  switch (entry.status) {
    case "WAITING":
      if (offer?.byHand) return `${coach.name} offers you a time`;
      if (offer) return entry.kind === "SESSION" ? "A seat is offered to you" : "A time is offered to you";
      return `You’re ${placeWords(entry.position ?? 1)}`;
    case "BOOKED":
      return "You’re booked";
    case "LEFT":
      return "You no longer wait";
    case "LAPSED":
      return "This wait is over";
    case "REMOVED":
      return "Your coach has ended this wait";
  }
}

function zoneText({ entry: { timeZone, localStart, startAt } }: Waiting): string {
  const zone = localStart && startAt ? formatZone(timeZone, localStart, startAt) : zoneCity(timeZone);
  return `Times in ${zone}.`;
}

function entryWish({ entry }: Pick<Waiting, "entry">): Parameters<typeof wishWords>[0] {
  const { kind, localStart, fromDate, toDate, weekdays, fromTime, toTime } = entry;
  if ((kind === "SESSION" || kind === "SLOT") && localStart) return { kind, localStart };
  if (kind === "DAY" && fromDate) return { kind, fromDate };
  return { kind: "WISH", fromDate: fromDate ?? "", toDate: toDate ?? "", weekdays, fromTime, toTime };
}
