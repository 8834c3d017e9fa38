import { buttonClass } from "../../ui/Button.tsx";
import type { Access } from "./ManagePage.tsx";
import styles from "./manage.module.css";

/** Ways into a calendar of the client's own; the file is for all others. */
export function AddToCalendar({ links }: { links: Access["calendarLinks"] }) {
  const outside = { target: "_blank", rel: "noopener noreferrer", className: buttonClass({ size: "s" }) };
  return (
    <section className={styles["calendar"]} aria-labelledby="add">
      <h3 id="add" className={styles["small"]}>
        Add to your calendar
      </h3>
      <div className={styles["actions"]}>
        <a {...outside} href={links.google}>
          Google
        </a>
        <a {...outside} href={links.outlook}>
          Outlook
        </a>
        <a className={buttonClass({ size: "s" })} href={links.file} download="session.ics">
          Apple or other (.ics)
        </a>
      </div>
    </section>
  );
}
