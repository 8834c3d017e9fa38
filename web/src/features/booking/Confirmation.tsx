import { useEffect, useRef } from "react";
import { Link } from "wouter";
import { Button, buttonClass } from "../../ui/Button.tsx";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { toast } from "../../ui/Toaster.tsx";
import { BothTimes } from "../session/BothTimes.tsx";
import card from "../session/Card.module.css";
import { Facts, placeFact } from "../session/SessionSummary.tsx";
import type { Page } from "./BookingFlow.tsx";
import type { BookedSession } from "./booked-session.ts";
import styles from "./Confirmation.module.css";

export function Confirmation({ page, booked, zone }: { page: Page; booked: BookedSession; zone: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { booking, token } = booked;
  return (
    <main className={card["page"]}>
      <article className={classes(card["card"], card["narrow"], card["about"], styles["done"])}>
        <span className={styles["mark"]}>
          <Icon name="check" size="1.5rem" />
        </span>
        <header>
          <h1 ref={heading} tabIndex={-1} className={styles["title"]}>
            {booking.status === "PENDING" ? "Your request is in" : "You’re booked"}
          </h1>
          <p className={styles["lead"]}>
            {page.sessionType.name} with {page.coach.name}
          </p>
        </header>
        <BothTimes times={booking} clientZone={zone} coachZone={page.coach.timeZone} coachName={page.coach.name} />
        <Facts
          facts={[
            placeFact(booking.place, true),
            { icon: "user", label: "Booked for", text: `${booked.clientName}, ${booked.clientEmail}` },
          ]}
        />
        {token && <Keep token={token} />}
      </article>
    </main>
  );
}

/** The link is the only key to the booking. */
function Keep({ token }: { token: string }) {
  const path = `/manage/${token}`;
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.origin + path);
      toast({ message: "Link copied.", tone: "success" });
    } catch {
      toast({ message: "The browser did not allow copying. Open the link and copy its address.", tone: "warning" });
    }
  };
  return (
    <div className={styles["keep"]}>
      <p>Something came up? Move or cancel the session on its own page. Keep the link: it is yours alone.</p>
      <div className={styles["actions"]}>
        <Link href={path} className={buttonClass()}>
          Move or cancel
        </Link>
        <Button icon="copy" onPress={() => void copy()}>
          Copy link
        </Button>
      </div>
    </div>
  );
}
