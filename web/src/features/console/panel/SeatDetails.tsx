import { Icon } from "../../../ui/Icon.tsx";
import type { Seat } from "../calendar/bookings.ts";
import styles from "./Panel.module.css";

type Details = Pick<Seat, "email" | "phone" | "note" | "guests" | "answers">;

/** How to reach somebody, whom they bring, what they answered and wrote. */
export function SeatDetails({ seat }: { readonly seat: Details }) {
  const { email, phone, note, guests, answers } = seat;
  return (
    <>
      <p className={styles.line}>
        <Icon name="user" />
        <span>
          <a href={`mailto:${email}`}>{email}</a>
          {phone && (
            <>
              <br />
              <a href={`tel:${phone}`}>{phone}</a>
            </>
          )}
          {guests.length > 0 && <span className={styles.guests}>With {guests.map(guestName).join(", ")}</span>}
        </span>
      </p>
      {answers.length > 0 && (
        <dl className={styles.answers}>
          {answers.map(({ question, label, values }) => (
            <div key={question}>
              <dt className={styles.label}>{label}</dt>
              <dd>{values.map((value) => (value === "yes" ? "Yes" : value)).join(", ")}</dd>
            </div>
          ))}
        </dl>
      )}
      {note && (
        <div className={styles.quote}>
          <span className={styles.label}>Note</span>
          <p>{note}</p>
        </div>
      )}
    </>
  );
}

const guestName = ({ name, email }: Seat["guests"][number]): string => (name ? `${name} (${email})` : email);
