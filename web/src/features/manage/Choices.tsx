import { Link } from "wouter";
import { formatDate, formatDuration, formatTime, zoneCity } from "../../lib/time.ts";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useMoment } from "../session/use-moment.ts";
import type { Access } from "./ManagePage.tsx";
import styles from "./manage.module.css";

type ChoicesProps = { access: Access; open: boolean; zone: string; onMode: (mode: "move" | "cancel") => void };

/** What can be done now, and until when; where nothing can, what can be done instead. */
export function Choices({ access, open, zone, onMode }: ChoicesProps) {
  const { booking, link, bookAgainLink, changeUntil } = access;
  const until = useMoment(changeUntil, zone);
  const standing = booking.status === "CONFIRMED" || booking.status === "PENDING";
  const deadline = until && `${formatDate(until.local, "long")}, ${formatTime(until.local)} (${zoneCity(zone)} time)`;
  if (open) {
    return (
      <div className={styles["choices"]}>
        <div className={styles["actions"]}>
          {link && (
            <Button variant="primary" icon="calendar" onPress={() => onMode("move")}>
              Move
            </Button>
          )}
          <Button onPress={() => onMode("cancel")}>Cancel session</Button>
        </div>
        <p className={styles["aside"]}>
          {link ? "You can move or cancel it" : "You can cancel it"} here until {deadline ?? "…"}.
        </p>
      </div>
    );
  }
  if (standing) return <TooLate access={access} deadline={deadline} />;
  return (
    bookAgainLink && (
      <div className={styles["actions"]}>
        <Link className={buttonClass({ variant: "primary" })} href={bookAgainLink.path}>
          {booking.status === "CANCELLED" ? "Book another time" : "Book the next session"}
        </Link>
      </div>
    )
  );
}

function TooLate({ access: { booking, changeUntil }, deadline }: { access: Access; deadline: string | null }) {
  const notice = (Date.parse(booking.startAt) - Date.parse(changeUntil)) / 60_000;
  const begun = Date.parse(booking.startAt) <= Date.now();
  if (begun) return <Notice>This session has begun. {booking.coach.name} expects you now.</Notice>;
  return (
    <Notice title={`It is less than ${noticeWords(notice)} away`}>
      It could be moved or cancelled here until {deadline ?? "shortly before"}. If you cannot come, tell{" "}
      {booking.coach.name} the way you usually reach each other. What is changed then appears here at once.
    </Notice>
  );
}

function noticeWords(minutes: number): string {
  const days = minutes / 1_440;
  return Number.isInteger(days) && days >= 2 ? `${days} days` : formatDuration(minutes);
}
