import { formatWeekday, weekdayName } from "../../../lib/calendar.ts";
import { Hidden } from "../../../ui/Hidden.tsx";
import styles from "./WeekdayChoice.module.css";

interface WeekdayChoiceProps {
  readonly label?: string;
  /** 0 = Sunday … 6 = Saturday. */
  readonly value: readonly number[];
  readonly firstWeekday: number;
  readonly onChange: (value: readonly number[]) => void;
  readonly error?: string | undefined;
}

/** Any of the seven, all in sight: the browser's own checkboxes carry them. */
export function WeekdayChoice({ label = "Weekdays", value, firstWeekday, onChange, error }: WeekdayChoiceProps) {
  const days = Array.from({ length: 7 }, (_, index) => (firstWeekday + index) % 7);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.days}>
        {days.map((day) => (
          <label key={day} className={styles.day}>
            <input
              type="checkbox"
              checked={value.includes(day)}
              onChange={(event) =>
                onChange(
                  event.target.checked ? [...value, day].toSorted((a, b) => a - b) : value.filter((one) => one !== day),
                )
              }
            />
            <span aria-hidden="true">{formatWeekday(`2023-01-0${day + 1}`, "short")}</span>
            <Hidden>{weekdayName(day)}</Hidden>
          </label>
        ))}
      </div>
      {error && <p className={styles.error}>{error}</p>}
    </fieldset>
  );
}
