import { useId } from "react";
import { classes } from "./classes.ts";
import styles from "./Segmented.module.css";

export type SegmentedProps<Id extends string> = {
  label: string;
  /** Says the label to screen readers only. */
  hideLabel?: boolean;
  options: readonly { id: Id; label: string }[];
  /** Null while none is chosen. */
  value: Id | null;
  onChange: (id: Id) => void;
};

/** A choice of a few, all in sight. The browser's own radio buttons carry it: one tab stop, arrow keys. */
export function Segmented<Id extends string>({ label, hideLabel, options, value, onChange }: SegmentedProps<Id>) {
  const name = useId();
  return (
    <fieldset className={styles["group"]}>
      <legend className={classes(hideLabel ? styles["hidden"] : styles["label"])}>{label}</legend>
      <div className={styles["track"]}>
        {options.map((option) => (
          <label key={option.id} className={styles["option"]}>
            <input
              className={styles["hidden"]}
              type="radio"
              name={name}
              checked={option.id === value}
              onChange={() => onChange(option.id)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
