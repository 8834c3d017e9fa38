import { type FormEvent, useRef } from "react";
import type { TemplatePartsFragment } from "../../../generated/console.ts";
import { firstDayOfWeek, formatDuration, zoneCity } from "../../../lib/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Hidden } from "../../../ui/Hidden.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useCoach } from "../shell/coach.ts";
import { useFirstProblem } from "../shell/use-first-problem.ts";
import { DayHours } from "./DayHours.tsx";
import styles from "./Hours.module.css";
import { minutesOfLocalTime } from "./time-text.ts";
import { useWeekEditor } from "./use-week-editor.ts";
import { checkWeek } from "./week-draft.ts";

const FIRST = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"].indexOf(firstDayOfWeek());
const WEEKDAYS = Array.from({ length: 7 }, (_, index) => (FIRST + index) % 7);

export function WeeklyHours({ template }: { readonly template: TemplatePartsFragment }) {
  const coach = useCoach();
  const editor = useWeekEditor(template);
  const form = useRef<HTMLFormElement>(null);
  useFirstProblem(form, editor.attempt);
  const { week, changed, saving, problem } = editor;
  const open = checkWeek(week).windows.reduce(
    (sum, { start, end }) => sum + Math.max(0, minutesOfLocalTime(end) - minutesOfLocalTime(start)),
    0,
  );
  return (
    <section aria-labelledby="weekly-hours">
      <div className={styles.heading}>
        <h2 id="weekly-hours" className={styles.title}>
          Weekly hours
        </h2>
        <p className={styles.zone}>
          {zoneCity(template.timeZone)} time
          {template.timeZone !== coach.timeZone && `, while your calendar is shown in ${zoneCity(coach.timeZone)}`}
          {open > 0 && ` · ${formatDuration(open)} a week`}
        </p>
      </div>
      <form
        ref={form}
        className={styles.week}
        onSubmit={(event: FormEvent) => {
          event.preventDefault();
          void editor.save();
        }}
        noValidate
      >
        {WEEKDAYS.map((weekday) => (
          <DayHours
            key={weekday}
            weekday={weekday}
            week={week}
            weekdays={WEEKDAYS}
            onChange={editor.edit}
            problemAt={editor.problemAt}
          />
        ))}
        {problem !== null && (
          <Notice tone="danger" live>
            {problem.message}
          </Notice>
        )}
        <span role="status">{changed && <Hidden>Unsaved changes</Hidden>}</span>
        {changed && (
          <div className={styles.bar}>
            <span className={styles.unsaved} aria-hidden="true">
              Unsaved changes
            </span>
            <Button variant="quiet" size="s" onPress={editor.discard}>
              Discard
            </Button>
            <Button type="submit" variant="primary" size="s" isPending={saving}>
              {saving ? "Saving…" : "Save hours"}
            </Button>
          </div>
        )}
      </form>
    </section>
  );
}
