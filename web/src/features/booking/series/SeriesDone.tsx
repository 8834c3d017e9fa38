import { useEffect, useRef } from "react";
import { Link } from "wouter";
import { formatDate, formatTime, zoneCity } from "../../../lib/time.ts";
import { hush } from "../../../ui/Announcer.tsx";
import { Hidden } from "../../../ui/Hidden.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import type { Page } from "../BookingFlow.tsx";
import form from "../form/DetailsStep.module.css";
import styles from "./SeriesStep.module.css";
import type { BookedSeries } from "./use-book-link-series.ts";

type SeriesDoneProps = { page: Page; sessions: BookedSeries; timeZone: string };

/** All that was booked, each with the way to its own page. */
export function SeriesDone({ page, sessions, timeZone }: SeriesDoneProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    hush();
    heading.current?.focus();
  }, []);
  return (
    <div className={form["form"]}>
      <header className={form["header"]}>
        <span className={styles["mark"]}>
          <Icon name="check" size="1.5rem" />
        </span>
        <h2 ref={heading} tabIndex={-1} className={form["title"]}>
          You’re booked
        </h2>
        <p className={styles["first"]}>
          {page.sessionType.name} with {page.coach.name}:{" "}
          {sessions.length === 1 ? "1 session" : `${sessions.length} sessions`}, {zoneCity(timeZone)} time
        </p>
      </header>
      <ol className={styles["dates"]}>
        {sessions.map(({ token, booking }) => (
          <li key={booking.id} className={styles["date"]}>
            <p className={styles["when"]}>
              <span className={styles["day"]}>{formatDate(booking.localStart, "short")}</span>
              <span className={styles["time"]}>{formatTime(booking.localStart)}</span>
              {token && (
                <Link href={`/manage/${token}`} className={styles["manage"]}>
                  Move or cancel<Hidden> {formatDate(booking.localStart, "long")}</Hidden>
                </Link>
              )}
            </p>
          </li>
        ))}
      </ol>
      <p className={styles["first"]}>
        Each session has a link of its own, with which it is moved or cancelled. Save the ones you need.
      </p>
    </div>
  );
}
