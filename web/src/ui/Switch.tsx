import { classes } from "./classes.ts";
import styles from "./Switch.module.css";

export type SwitchProps = {
  /** What is on or off, for screen readers: the row around it says it to the eye. */
  label: string;
  isSelected: boolean;
  onChange: (on: boolean) => void;
  isPending?: boolean;
};

/** The browser's own checkbox, told and drawn as a switch. One that is under way takes no further press. */
export function Switch({ label, isSelected, onChange, isPending }: SwitchProps) {
  return (
    <label className={classes(styles["switch"], isPending && styles["pending"])}>
      <input
        type="checkbox"
        role="switch"
        className={styles["input"]}
        aria-label={label}
        aria-busy={isPending || undefined}
        checked={isSelected}
        aria-checked={isSelected}
        onChange={(event) => !isPending && onChange(event.target.checked)}
      />
      <span className={styles["track"]} aria-hidden="true">
        <span className={styles["knob"]} />
      </span>
    </label>
  );
}
