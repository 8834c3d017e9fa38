import { useRef } from "react";
import { weekdayName } from "../../../lib/calendar.ts";
import { IconButton } from "../../../ui/Button.tsx";
import { CopyDay } from "./CopyDay.tsx";
import styles from "./Hours.module.css";
import { TimeInput } from "./TimeInput.tsx";
import {
  tidied,
  type WeekDraft,
  type WindowDraft,
  type WindowProblem,
  withChange,
  withCopies,
  withoutWindow,
  withWindow,
} from "./week-draft.ts";

interface DayHoursProps {
  readonly weekday: number;
  readonly week: WeekDraft;
  readonly weekdays: readonly number[];
  readonly onChange: (week: WeekDraft) => void;
  readonly problemAt: (key: string) => WindowProblem;
}

export function DayHours({ weekday, week, weekdays, onChange, problemAt }: DayHoursProps) {
  const name = weekdayName(weekday);
  const windows = week[weekday] ?? [];
  const row = useRef<HTMLFieldSetElement>(null);
  return (
    <fieldset ref={row} className={styles.day}>
      <legend className={styles.weekday}>{name}</legend>
      <div className={styles.windows}>
        {windows.length === 0 && <p className={styles.closed}>Closed</p>}
        {windows.map((window, index) => (
          <WindowRow
            key={window.key}
            window={window}
            name={windows.length > 1 ? `${name}, window ${index + 1}` : name}
            problem={problemAt(window.key)}
            onChange={(changed) => onChange(withChange(week, weekday, changed))}
            onRemove={() => {
              onChange(withoutWindow(week, weekday, window.key));
              row.current?.querySelector<HTMLElement>("[data-add]")?.focus();
            }}
          />
        ))}
      </div>
      <div className={styles.dayActions}>
        <IconButton
          icon="plus"
          label={`Add hours on ${name}`}
          size="s"
          data-add
          onPress={() => onChange(withWindow(week, weekday))}
        />
        <CopyDay
          name={name}
          weekday={weekday}
          weekdays={weekdays}
          onCopy={(to) => onChange(withCopies(week, weekday, to))}
        />
      </div>
    </fieldset>
  );
}

interface WindowRowProps {
  readonly window: WindowDraft;
  readonly name: string;
  readonly problem: WindowProblem;
  readonly onChange: (window: WindowDraft) => void;
  readonly onRemove: () => void;
}

function WindowRow({ window, name, problem, onChange, onRemove }: WindowRowProps) {
  const tidy = () => {
    const tidy = tidied(window);
    if (tidy.start !== window.start || tidy.end !== window.end) onChange(tidy);
  };
  return (
    <div className={styles.window}>
      <TimeInput
        label={`${name}, from`}
        value={window.start}
        onChange={(start) => onChange({ ...window, start })}
        onLeave={tidy}
        error={problem.start}
      />
      <span aria-hidden="true">–</span>
      <TimeInput
        label={`${name}, to`}
        value={window.end}
        onChange={(end) => onChange({ ...window, end })}
        onLeave={tidy}
        error={problem.end}
      />
      <IconButton icon="close" label={`Remove ${name}, ${window.start} to ${window.end}`} size="s" onPress={onRemove} />
    </div>
  );
}
