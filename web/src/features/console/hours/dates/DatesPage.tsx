import { useRef, useState } from "react";
import { addDays } from "../../../../lib/dates.ts";
import { DateGrid, type DateMark } from "../../../../ui/date-grid/DateGrid.tsx";
import { type DateSelection, NO_DATES, onlyDate } from "../../../../ui/date-grid/date-selection.ts";
import { keptState } from "../../shell/kept-state.ts";
import { useUnsavedMark } from "../../shell/unsaved.ts";
import { useQuickChange } from "../change/use-quick-change.tsx";
import { HoursFrame } from "../HoursFrame.tsx";
import { PARTS } from "../parts.ts";
import rows from "../Rows.module.css";
import type { Hours } from "../use-hours.ts";
import styles from "./Dates.module.css";
import { type DayDraft, dayDraftOf, describeDay } from "./day-draft.ts";
import { OverrideEditor } from "./OverrideEditor.tsx";
import { OverrideList } from "./OverrideList.tsx";
import { usualWindowsOn } from "./usual-windows.ts";

interface DatesDraft {
  readonly selection: DateSelection;
  readonly day: DayDraft;
}

const useKeptDates = keptState<DatesDraft>();
/** As far ahead as anything can be booked. */
const DAYS_AHEAD = 731;

/** Dates whose hours are not the weekly ones. */
export function DatesPage({ hours }: { readonly hours: Hours }) {
  const { today, dateOverrides } = hours;
  const [kept, keep] = useKeptDates();
  const [focused, setFocused] = useState(today);
  const editor = useRef<HTMLDivElement>(null);
  const quick = useQuickChange();
  const selection = kept?.selection ?? NO_DATES;
  const dates = [...selection.dates].toSorted();
  useUnsavedMark(PARTS.dates.mark, kept?.day.touched === true);

  function select(next: DateSelection) {
    quick.close();
    keep((before) => {
      if (next.dates.size === 0) return null;
      // What was written goes along to further dates; untouched fields show the hours of what is chosen now.
      return { selection: next, day: before?.day.touched ? before.day : dayDraftOf(windowsOf([...next.dates], hours)) };
    });
  }
  const close = () => keep(() => null);

  return (
    <HoursFrame
      part={PARTS.dates}
      below
      panel={
        quick.panel ??
        (kept && (
          <div ref={editor} className={styles.panel}>
            <OverrideEditor
              dates={dates}
              draft={kept.day}
              overridden={dates.filter((date) => dateOverrides.some((one) => one.date === date))}
              onChange={(day) => keep((before) => before && { ...before, day })}
              onClose={close}
              onDiscard={() => keep((before) => before && { ...before, day: dayDraftOf(windowsOf(dates, hours)) })}
            />
          </div>
        ))
      }
    >
      <div className={styles.page}>
        <div className={styles.month}>
          <DateGrid
            focused={focused}
            onFocus={setFocused}
            selection={selection}
            onSelect={select}
            onEnter={() =>
              requestAnimationFrame(() => editor.current?.querySelector<HTMLElement>("form input:checked")?.focus())
            }
            markOf={(date) => markOf(date, hours)}
            first={today}
            last={addDays(today, DAYS_AHEAD)}
            today={today}
          />
          <p className={styles.hint}>
            <span className={styles.byMouse}>Choose one date or many: drag, or hold Ctrl or Shift.</span>
            <span className={styles.byTouch}>Touch one date or many, then say when they are open.</span>
          </p>
        </div>
        <section aria-labelledby="dates-ahead" className={styles.ahead}>
          <h2 id="dates-ahead" className={rows.title}>
            Dates with hours of their own
          </h2>
          <OverrideList
            overrides={dateOverrides}
            today={today}
            chosen={selection.dates}
            busyKey={quick.busyKey}
            onOpen={(date) => {
              setFocused(date);
              select(onlyDate(date));
            }}
            onRemove={(change) => {
              close();
              void quick.run(change);
            }}
            onRestore={(change) => void quick.run(change)}
          />
        </section>
      </div>
    </HoursFrame>
  );
}

/** What the fields begin with: the hours of the first date that has its own, else the weekly ones of the first date. */
function windowsOf(dates: readonly string[], hours: Hours) {
  const sorted = dates.toSorted();
  const own = hours.dateOverrides.find(({ date }) => sorted.includes(date));
  return own?.windows ?? usualWindowsOn(sorted[0] ?? hours.today, hours.availabilityTemplates);
}

function markOf(date: string, { dateOverrides, timeOff, holidays }: Hours): DateMark | null {
  const within = ({ fromDate, toDate }: { readonly fromDate: string; readonly toDate: string }) =>
    fromDate <= date && date <= toDate;
  const off = timeOff.find((one) => one.localStart === null && within(one));
  if (off) return { look: "off", label: off.reason ?? "Time off" };
  const holiday = holidays.find((one) => one.observed && within(one));
  if (holiday) return { look: "off", label: holiday.name };
  const own = dateOverrides.find((one) => one.date === date);
  if (own === undefined) return null;
  return { look: own.windows.length === 0 ? "closed" : "own", label: describeDay(own.windows) };
}
