import { Hidden } from "../../../ui/Hidden.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import styles from "./Calendar.module.css";

/** The week's shape, without pretending to know what is in it. */
export function CalendarLoading() {
  return (
    <div className={styles.calendar} aria-busy="true">
      <h1>
        <Hidden>Loading the calendar</Hidden>
      </h1>
      <div className={styles.header}>
        <Skeleton width="10rem" height="1.5rem" />
      </div>
      <div className={styles.bones}>
        {BONES.map(({ day, top, height }) => (
          <div key={`${day} ${top}`} style={{ gridColumn: day, insetBlockStart: top }}>
            <Skeleton height={height} />
          </div>
        ))}
      </div>
    </div>
  );
}

const BONES = [
  { day: 1, top: "22%", height: "3.5rem" },
  { day: 2, top: "34%", height: "3.5rem" },
  { day: 2, top: "52%", height: "1.75rem" },
  { day: 4, top: "18%", height: "5rem" },
  { day: 5, top: "40%", height: "3.5rem" },
];
