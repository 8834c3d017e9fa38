import { type KeyboardEvent, useState } from "react";
import { formatTime } from "../../../lib/time.ts";
import { TextField } from "../../../ui/TextField.tsx";
import { addMinutes, dateOf, minuteOf, type WallTime, wallTime } from "../../../ui/week-grid/wall-time.ts";
import { isLocalDate } from "../calendar/calendar-view.ts";
import { readTime } from "../hours/time-text.ts";
import styles from "./Panel.module.css";

interface StartFieldsProps {
  readonly start: WallTime;
  readonly minutes: number;
  readonly onChange: (start: WallTime) => void;
  readonly error: string | undefined;
}

/** Date and time as fields: the same start that the week shows, whichever of the two is changed. */
export function StartFields({ start, minutes, onChange, error }: StartFieldsProps) {
  return (
    <div className={styles.pair}>
      <TextField
        dense
        type="date"
        label="Date"
        value={dateOf(start)}
        onChange={(date) => {
          if (isLocalDate(date)) onChange(wallTime(date, minuteOf(start)));
        }}
      />
      <TimeField key={start} start={start} minutes={minutes} onChange={onChange} error={error} />
    </div>
  );
}

function TimeField({ start, minutes: length, onChange, error }: StartFieldsProps) {
  const [text, setText] = useState(formatTime(start));
  const minutes = readTime(text);
  const unread = minutes === null || minutes === 1440;
  const take = () => {
    if (!unread) onChange(wallTime(dateOf(start), minutes));
  };
  return (
    <TextField
      dense
      label="Start"
      value={text}
      onChange={setText}
      onBlur={take}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === "Enter") take();
      }}
      hint={`until ${formatTime(addMinutes(start, length))}`}
      error={unread ? "Write a time like 9, 9:30 or 5pm." : error}
      inputMode="text"
      autoComplete="off"
    />
  );
}
