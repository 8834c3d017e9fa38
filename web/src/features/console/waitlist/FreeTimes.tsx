import { useId } from "react";
import { formatDate, formatTime } from "../../../lib/time.ts";
import { Hidden } from "../../../ui/Hidden.tsx";
import { Select } from "../../../ui/Select.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import type { FreeDay, FreeTime } from "./use-free-times.ts";
import styles from "./Waitlist.module.css";

interface FreeTimesProps {
  readonly days: readonly FreeDay[] | null;
  readonly date: string | null;
  readonly chosen: FreeTime | null;
  readonly onDate: (date: string) => void;
  readonly onChoose: (time: FreeTime) => void;
}

/** A day, then one of its free times; those that suit the wish are marked. */
export function FreeTimes({ days, date, chosen, onDate, onChoose }: FreeTimesProps) {
  const name = useId();
  if (days === null) return <Skeleton height="5rem" />;
  const day = days.find((one) => one.date === date);
  if (day === undefined) {
    return (
      <p className={styles.explain}>No time is free in these weeks. Choose another time: your hours do not bind you.</p>
    );
  }
  return (
    <>
      <Select
        dense
        label="Day"
        options={days.map((one) => ({ id: one.date, label: formatDate(one.date, "long"), hint: countWords(one) }))}
        value={day.date}
        onChange={onDate}
      />
      <fieldset className={styles.times}>
        <legend className={styles.legend}>Time</legend>
        {day.times.map((time) => (
          <label key={time.startAt} className={styles.timeChoice} data-fits={time.fits || undefined}>
            <input
              type="radio"
              name={name}
              checked={time.startAt === chosen?.startAt}
              onChange={() => onChoose(time)}
            />
            {formatTime(time.localStart)}
            {time.fits && <Hidden>, suits the wish</Hidden>}
          </label>
        ))}
      </fieldset>
      {day.times.some(({ fits }) => fits) && <p className={styles.explain}>The tinted ones suit what they wait for.</p>}
    </>
  );
}

function countWords({ times }: FreeDay): string {
  const fitting = times.filter(({ fits }) => fits).length;
  return fitting > 0 ? `${times.length} free, ${fitting} suit` : `${times.length} free`;
}
