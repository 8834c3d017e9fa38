import { TextField } from "../../../ui/TextField.tsx";
import styles from "./SessionTypeEditor.module.css";
import type { TypeFieldsProps } from "./SessionTypeFields.tsx";
import { mayRepeat } from "./type-draft.ts";

interface SeatFieldsProps extends TypeFieldsProps {
  /** Seats as they are saved. */
  readonly knownCapacity: number;
}

export function SeatFields({ draft, problems, onChange, knownCapacity }: SeatFieldsProps) {
  const text = (field: "capacity" | "maxGuests" | "maxSeriesSessions", label: string) => (
    <TextField
      dense
      inputMode="numeric"
      label={label}
      value={draft[field]}
      onChange={(value) => onChange({ [field]: value })}
      error={problems[field]}
      autoComplete="off"
    />
  );
  const fewer = /^\d+$/.test(draft.capacity.trim()) && Number(draft.capacity) < knownCapacity;
  return (
    <>
      <div className={styles.pair}>
        {text("capacity", "Seats")}
        {text("maxGuests", "Guests a client may bring")}
      </div>
      <p className={styles.note}>
        {fewer
          ? "Whoever has a seat keeps it, also where that makes more than the new number. Such sessions take nobody else."
          : "One seat is a session between two. In a group, clients do not see each other. Guests take no seat."}
      </p>
      {mayRepeat(draft) && (
        <>
          {text("maxSeriesSessions", "Sessions a client may book at once")}
          <p className={styles.note}>
            The same hour, week by week. Up to 52; with 0 each session is booked for itself.
          </p>
        </>
      )}
    </>
  );
}
