import type { ReactNode } from "react";
import { formatDays, formatMonth } from "../../../lib/calendar.ts";
import { Button, IconButton } from "../../../ui/Button.tsx";
import type { LocalDate } from "../../../ui/week-grid/wall-time.ts";
import styles from "./Calendar.module.css";
import type { CalendarPreferences } from "./calendar-preferences.ts";
import type { CalendarDays } from "./use-calendar-days.ts";
import { ViewMenu } from "./ViewMenu.tsx";

interface CalendarHeaderProps {
  readonly view: CalendarDays;
  readonly today: LocalDate;
  readonly narrow: boolean;
  readonly preferences: CalendarPreferences;
  readonly prefer: (next: Partial<CalendarPreferences>) => void;
  readonly onNew: () => void;
  readonly onMonth: () => void;
  readonly news: ReactNode;
}

export function CalendarHeader({
  view,
  today,
  narrow,
  preferences,
  prefer,
  onNew,
  onMonth,
  news,
}: CalendarHeaderProps) {
  const first = view.days[0] ?? today;
  const last = view.days.at(-1) ?? first;
  const title = narrow ? formatMonth(first, today) : formatDays(first, last);
  return (
    <header className={styles.header}>
      <h1 className={styles.title} aria-live="polite">
        {title}
      </h1>
      <div className={styles.turn}>
        <IconButton icon="chevronLeft" label="Earlier" size="s" onPress={() => view.turn(-1)} />
        {!(narrow && view.days.includes(today)) && (
          <Button variant="quiet" size="s" onPress={() => view.show(today)}>
            Today
          </Button>
        )}
        <IconButton icon="chevronRight" label="Later" size="s" onPress={() => view.turn(1)} />
      </div>
      {news}
      <div className={styles.tools}>
        <ViewMenu narrow={narrow} preferences={preferences} prefer={prefer} onMonth={onMonth} />
        {narrow ? (
          <IconButton icon="plus" label="New session" size="s" variant="primary" onPress={onNew} />
        ) : (
          <Button icon="plus" variant="primary" size="s" onPress={onNew}>
            New session
          </Button>
        )}
      </div>
    </header>
  );
}
