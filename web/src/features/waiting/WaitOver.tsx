import { Link } from "wouter";
import { buttonClass } from "../../ui/Button.tsx";
import type { Waiting } from "./use-waiting.ts";
import styles from "./waiting.module.css";
import { startWords } from "./wish-words.ts";

/** How a wait ended, and the way on from there. */
export function WaitOver({ waiting }: { waiting: Waiting }) {
  const { entry, seatToken, link } = waiting;
  return (
    <>
      <p>{sayOver(waiting)}</p>
      <div className={styles["actions"]}>
        {seatToken && (
          <Link className={buttonClass({ variant: "primary" })} href={`/manage/${seatToken}`}>
            Open your session
          </Link>
        )}
        {!seatToken && entry.status !== "BOOKED" && link && (
          <Link className={buttonClass({ variant: "primary" })} href={link.path}>
            See the free times
          </Link>
        )}
      </div>
    </>
  );
}

function sayOver({ entry, lastOffer, coach }: Waiting): string {
  switch (entry.status) {
    case "BOOKED":
      return lastOffer?.status === "ACCEPTED"
        ? `You accepted ${startWords(lastOffer.localStart)}.`
        : "You have booked a session that is what you waited for.";
    case "LAPSED":
      return "Nothing came free in time. You can wait again for another time.";
    case "REMOVED":
      return `Nothing will be offered to you here any more. If you did not expect this, ask ${coach.name}.`;
    default:
      return lastOffer?.status === "DECLINED"
        ? `You declined ${startWords(lastOffer.localStart)}, the time you waited for. It went to the next person.`
        : "Nothing will be offered to you here any more.";
  }
}
