import { type CalendarDate, parseDate } from "@internationalized/date";
import { useMemo } from "react";
import { Button } from "react-aria-components/Button";
import {
  Calendar, CalendarCell, CalendarGrid, CalendarGridBody, CalendarGridHeader, CalendarHeaderCell,
} from "react-aria-components/Calendar";
import { firstDayOfWeek, formatDate } from "../../lib/time.ts";
import { classes } from "../../ui/classes.ts";
import { Icon } from "../../ui/Icon.tsx";
import { buttonClass } from "../../ui/Button.tsx";
import styles from "./MonthGrid.module.css";

export type MonthGridProps = {
  /** The date whose month is shown and where the arrow keys stand. */
  focused: string;
  onFocus: (date: string) => void;
  value: string | null;
  onChoose: (date: string) => void;
  isFree: (date: string) => boolean;
  first: string;
  last: string;
  today: string;
  loading: boolean;
};

/** The month as the grid of the ARIA practices: days without a free time can be walked over but not chosen. */
export function MonthGrid({ focused, onFocus, value, onChoose, isFree, first, last, today, loading }: MonthGridProps) {
  const dates = useMemo(() => ({ focused: parseDate(focused), first: parseDate(first), last: parseDate(last) }), [focused, first, last]);
  const choose = (date: CalendarDate) => onChoose(date.toString());
  return (
    <Calendar
      aria-label="Date of the session"
      className={classes(styles["calendar"], loading && styles["loading"])}
      value={value ? parseDate(value) : null}
      onChange={choose}
      focusedValue={dates.focused}
      onFocusChange={(date) => onFocus(date.toString())}
      isDateUnavailable={(date) => !isFree(date.toString())}
      minValue={dates.first}
      maxValue={dates.last}
      firstDayOfWeek={firstDayOfWeek()}
    >
      <header className={styles["header"]}>
        <h2 className={styles["month"]} aria-hidden="true">{formatDate(focused.slice(0, 7), "month")}</h2>
        <Button slot="previous" className={classes(buttonClass({ variant: "quiet" }), styles["turn"])}><Icon name="chevronLeft" /></Button>
        <Button slot="next" className={classes(buttonClass({ variant: "quiet" }), styles["turn"])}><Icon name="chevronRight" /></Button>
      </header>
      <CalendarGrid weekdayStyle="short" className={classes(styles["grid"])} aria-busy={loading}>
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className={classes(styles["weekday"])}>{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              className={({ isUnavailable, isDisabled, isSelected, isOutsideMonth }) => classes(
                styles["day"],
                isOutsideMonth && styles["outside"],
                !isUnavailable && !isDisabled && styles["free"],
                isSelected && !isUnavailable && styles["selected"],
                date.toString() === today && styles["today"],
              )}
            />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
