import { dateOf, formatDate, formatOffset, formatTime, zoneCity } from "../../lib/time.ts";
import { Button } from "../../ui/Button.tsx";
import type { Slot } from "../slots/slot-board.ts";
import styles from "./Alternatives.module.css";

type AlternativesProps = {
  slots: readonly Slot[];
  onChoose: (slot: Slot) => void;
  /** Named where nothing else on the page says in whose time these are. */
  zone?: string;
  isDisabled?: boolean;
};

/** Other times, each one press away. */
export function Alternatives({ slots, onChoose, zone, isDisabled }: AlternativesProps) {
  const wall = slots.map((slot) => slot.localStart);
  const label = zone ? `Other free times in ${zoneCity(zone)} time` : "Other free times";
  return (
    <ul className={styles["list"]} aria-label={label}>
      {slots.map((slot) => (
        <li key={slot.startAt}>
          <Button isDisabled={isDisabled} onPress={() => onChoose(slot)}>
            {formatDate(dateOf(slot.localStart), "short")}, {formatTime(slot.localStart)}
            {wall.indexOf(slot.localStart) !== wall.lastIndexOf(slot.localStart) &&
              ` (${formatOffset(slot.offsetMinutes)})`}
          </Button>
        </li>
      ))}
    </ul>
  );
}
