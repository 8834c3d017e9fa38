import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { classes } from "./classes.ts";
import styles from "./Segmented.module.css";

export type SegmentedProps<Id extends string> = {
  label: string;
  /** Says the label to screen readers only. */
  hideLabel?: boolean;
  options: readonly { id: Id; label: string }[];
  value: Id;
  onChange: (id: Id) => void;
};

/** A choice of a few, all in sight. */
export function Segmented<Id extends string>({ label, hideLabel, options, value, onChange }: SegmentedProps<Id>) {
  return (
    <RadioGroup
      value={value}
      onChange={(id) => {
        const chosen = options.find((option) => option.id === id);
        if (chosen) onChange(chosen.id);
      }}
      orientation="horizontal"
      className={classes(styles["group"])}
      {...(hideLabel && { "aria-label": label })}
    >
      {!hideLabel && <Label className={classes(styles["label"])}>{label}</Label>}
      <div className={styles["track"]}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className={classes(styles["option"])}>{option.label}</Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
