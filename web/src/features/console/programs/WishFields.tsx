import { TextField } from "../../../ui/TextField.tsx";
import { Weekdays } from "../../waiting/Weekdays.tsx";
import styles from "./Programs.module.css";
import type { StepDraft, StepProblems } from "./program-draft.ts";

interface WishFieldsProps {
  readonly step: StepDraft;
  readonly problems: StepProblems;
  readonly onChange: (change: Partial<StepDraft>) => void;
}

/** Weekdays and times of day that are kept where they can be. */
export function WishFields({ step, problems, onChange }: WishFieldsProps) {
  return (
    <fieldset className={styles.gap}>
      <legend className={styles.legend}>
        Wishes <span className={styles.optional}>optional</span>
      </legend>
      <Weekdays
        value={step.weekdays}
        error={problems["weekdays"]}
        onChange={(weekdays) => onChange({ weekdays: weekdays.toSorted((one, other) => one - other) })}
      />
      <div className={styles.pair}>
        <TextField
          dense
          optional
          label="Not before"
          placeholder="Any time"
          value={step.from}
          onChange={(from) => onChange({ from })}
          error={problems["fromTime"]}
          autoComplete="off"
        />
        <TextField
          dense
          optional
          label="Over by"
          placeholder="Any time"
          value={step.to}
          onChange={(to) => onChange({ to })}
          error={problems["toTime"]}
          autoComplete="off"
        />
      </div>
      <p className={styles.note}>Kept where they can be. Where one cannot, the plan says so, and why.</p>
    </fieldset>
  );
}
