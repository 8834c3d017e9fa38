import { dateOf, formatDate, formatOffset, formatTime } from "../../lib/time.ts";
import { Button } from "../../ui/Button.tsx";
import type { Slot } from "../slots/slot-board.ts";
import styles from "./Alternatives.module.css";

/** Other times, each one press away. */
export function Alternatives({ slots, onChoose }: { slots: readonly Slot[]; onChoose: (slot: Slot) => void }) {
  const wall = slots.map((slot) => slot.localStart);
  return (
    <ul className={styles["list"]} aria-label="Other free times">
      {slots.map((slot) => (
        <li key={slot.startAt}>
          <Button onPress={() => onChoose(slot)}>
            {formatDate(dateOf(slot.localStart), "short")}, {formatTime(slot.localStart)}
            {wall.indexOf(slot.localStart) !== wall.lastIndexOf(slot.localStart) &&
              ` (${formatOffset(slot.offsetMinutes)})`}
          </Button>
        </li>
      ))}
    </ul>
  );
}
