import { useId } from "react";
import { weekdayName } from "../../lib/calendar.ts";
import { useHabits } from "../../lib/habits.ts";
import styles from "./WishFields.module.css";

type WeekdaysProps = {
  /** 0 = Sunday … 6 = Saturday. */
  value: readonly number[];
  error: string | undefined;
  onChange: (weekdays: number[]) => void;
};

/** The days of a week in the reader's order, each on or off: the browser's own checkboxes carry them. */
export function Weekdays({ value, error, onChange }: WeekdaysProps) {
  const id = useId();
  const { firstWeekday } = useHabits();
  const days = Array.from({ length: 7 }, (_, day) => (day + firstWeekday) % 7);
  const change = (day: number, on: boolean) =>
    onChange(days.filter((each) => (each === day ? on : value.includes(each))));
  return (
    <fieldset className={styles["weekdays"]} aria-describedby={error && id}>
      <legend className={styles["legend"]}>On</legend>
      <div className={styles["days"]}>
        {days.map((day) => (
          <label key={day} className={styles["day"]}>
            <input
              type="checkbox"
              name="weekdays"
              aria-label={weekdayName(day)}
              checked={value.includes(day)}
              onChange={(event) => change(day, event.target.checked)}
            />
            {weekdayName(day).slice(0, 2)}
          </label>
        ))}
      </div>
      {error && (
        <p id={id} className={styles["error"]}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
