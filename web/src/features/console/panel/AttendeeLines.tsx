import { Icon } from "../../../ui/Icon.tsx";
import type { Session } from "../calendar/bookings.ts";
import styles from "./Panel.module.css";

export type Attendee = NonNullable<Session["attendees"]>[number];

/** Who comes, how to reach them, what they wrote. */
export function AttendeeLines({ attendees }: { readonly attendees: readonly Attendee[] }) {
  return attendees.map(({ id, name, email, phone, note }) => (
    <div key={id} className={styles.attendee}>
      <p className={styles.line}>
        <Icon name="user" />
        <span>
          {attendees.length > 1 && <b>{name} </b>}
          <a href={`mailto:${email}`}>{email}</a>
          {phone && (
            <>
              <br />
              <a href={`tel:${phone}`}>{phone}</a>
            </>
          )}
        </span>
      </p>
      {note && (
        <div className={styles.quote}>
          <span className={styles.label}>Note</span>
          <p>{note}</p>
        </div>
      )}
    </div>
  ));
}
