import { formatDate } from "../../../lib/time.ts";
import { Segmented } from "../../../ui/Segmented.tsx";
import { Select } from "../../../ui/Select.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { Weekdays } from "../../waiting/Weekdays.tsx";
import styles from "./NewSeries.module.css";
import { dayWords, nthWords } from "./pattern-words.ts";
import {
  firstOf,
  type Monthly,
  monthliesOf,
  placeInMonth,
  type RuleDraft,
  type RuleProblems,
  weekdayOf,
} from "./rule-draft.ts";

interface RuleFieldsProps {
  readonly rule: RuleDraft;
  readonly start: string;
  readonly problems: RuleProblems;
  readonly onChange: (change: Partial<RuleDraft>) => void;
}

function unitOptions(interval: string) {
  const units = ["week", "month", "day"] as const;
  return units.map((id) => ({ id, label: interval.trim() === "1" ? id : `${id}s` }));
}

/** How it repeats and when it ends. */
export function RuleFields({ rule, start, problems, onChange }: RuleFieldsProps) {
  const first = firstOf(start, rule);
  return (
    <>
      <div className={styles.line}>
        <NumberField
          label="Repeats every"
          value={rule.interval}
          error={problems.interval}
          onChange={(interval) => onChange({ interval })}
        />
        <Segmented
          label="Weeks, months or days"
          hideLabel
          options={unitOptions(rule.interval)}
          value={rule.every}
          onChange={(every) => onChange({ every })}
        />
      </div>
      {rule.every === "week" && (
        <div>
          <Weekdays value={rule.weekdays} error={problems.weekdays} onChange={(weekdays) => onChange({ weekdays })} />
          {first !== start && <p className={styles.hint}>The first session is on {formatDate(first, "long")}.</p>}
        </div>
      )}
      {rule.every === "month" && (
        <Select
          dense
          label="On"
          options={monthliesOf(start).map((id) => ({ id, label: monthlyWords(id, start) }))}
          value={rule.monthly}
          onChange={(monthly) => onChange({ monthly })}
          hint={
            rule.monthly === "date" && placeInMonth(start).day > 28
              ? "Months without that day are left out."
              : undefined
          }
        />
      )}
      <Segmented
        label="Ends"
        options={[
          { id: "count", label: "After a number" },
          { id: "until", label: "On a date" },
          { id: "never", label: "Never" },
        ]}
        value={rule.ends}
        onChange={(ends) => onChange({ ends })}
      />
      {rule.ends === "count" && (
        <NumberField
          label="Sessions"
          value={rule.count}
          error={problems.count}
          onChange={(count) => onChange({ count })}
        />
      )}
      {rule.ends === "until" && (
        <TextField
          dense
          type="date"
          label="Last day"
          value={rule.until}
          onChange={(until) => onChange({ until })}
          error={problems.until}
          className={styles.short ?? ""}
        />
      )}
      {rule.ends === "never" && (
        <p className={styles.hint}>The coming twelve months are booked now, and each further week as time goes on.</p>
      )}
    </>
  );
}

interface NumberFieldProps {
  readonly label: string;
  readonly value: string;
  readonly error: string | undefined;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
}

export function NumberField(props: NumberFieldProps) {
  return <TextField dense inputMode="numeric" autoComplete="off" className={styles.short ?? ""} {...props} />;
}

function monthlyWords(monthly: Monthly, start: string): string {
  const { day, nth } = placeInMonth(start);
  const weekday = weekdayOf(start);
  const words = {
    date: dayWords(day),
    lastDate: dayWords(-1),
    nth: nthWords({ weekday, nth }),
    lastNth: nthWords({ weekday, nth: -1 }),
  }[monthly];
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
