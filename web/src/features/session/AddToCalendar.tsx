import { buttonClass } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./AddToCalendar.module.css";

type AddToCalendarProps = { links: { file: string; google: string; outlook: string } };

/** The session in a calendar of one's own: a file for any, a page for the two on the web. */
export function AddToCalendar({ links }: AddToCalendarProps) {
  return (
    <section className={styles["section"]} aria-label="Add to your calendar">
      <p className={styles["title"]}>
        <Icon name="calendar" />
        Add to your calendar
      </p>
      <div className={styles["links"]}>
        <a className={buttonClass({ size: "s" })} href={links.google} target="_blank" rel="noopener noreferrer">
          Google
        </a>
        <a className={buttonClass({ size: "s" })} href={links.outlook} target="_blank" rel="noopener noreferrer">
          Outlook
        </a>
        <a className={buttonClass({ size: "s" })} href={links.file} download>
          Apple and others (.ics)
        </a>
      </div>
    </section>
  );
}
