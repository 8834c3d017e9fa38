import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from "react-aria-components/Checkbox";
import styles from "./Checkbox.module.css";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";

export type CheckboxProps = Omit<AriaCheckboxProps, "children" | "className" | "style"> & {
  children: string;
  hint?: string;
};

export function Checkbox({ children, hint, ...props }: CheckboxProps) {
  return (
    <AriaCheckbox {...props} className={classes(styles["checkbox"])}>
      {({ isSelected }) => (
        <>
          <span className={styles["box"]}>{isSelected && <Icon name="check" size="1rem" />}</span>
          <span>
            {children}
            {hint && <span className={styles["hint"]}>{hint}</span>}
          </span>
        </>
      )}
    </AriaCheckbox>
  );
}
