import { weekdayName } from "../../lib/calendar.ts";
import { chooseHabits, deviceChoice, habitsOf, useHabits } from "../../lib/habits.ts";
import { Segmented } from "../../ui/Segmented.tsx";
import styles from "./ZonePicker.module.css";

const clocks = [
  { id: "H24", label: "24 h" },
  { id: "H12", label: "12 h" },
] as const;
const usualFirstDays = [1, 0, 6];

/** How times are written on this device. A choice that equals the locale's own habit is no choice. */
export function HabitChoices() {
  const { hour12, firstWeekday } = useHabits();
  const usual = habitsOf({ ...deviceChoice(), hourCycle: null, firstWeekday: null });
  const days = [...new Set([...usualFirstDays, usual.firstWeekday, firstWeekday])];
  return (
    <div className={styles["habits"]}>
      <Segmented
        label="Clock"
        options={clocks}
        value={hour12 ? "H12" : "H24"}
        onChange={(hourCycle) => chooseHabits({ hourCycle: (hourCycle === "H12") === usual.hour12 ? null : hourCycle })}
      />
      <Segmented
        label="Week begins on"
        options={days.map((day) => ({ id: String(day), label: weekdayName(day).slice(0, 3) }))}
        value={String(firstWeekday)}
        onChange={(day) => chooseHabits({ firstWeekday: Number(day) === usual.firstWeekday ? null : Number(day) })}
      />
    </div>
  );
}
