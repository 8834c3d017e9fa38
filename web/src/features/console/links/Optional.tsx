import type { ReactNode } from "react";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import styles from "./LinkEditor.module.css";

interface OptionalProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (on: boolean) => void;
  /** Its fields, there when it is ticked. */
  readonly children: ReactNode;
}

export function Optional({ label, isOn, onChange, children }: OptionalProps) {
  return (
    <div className={styles.option}>
      <Checkbox isSelected={isOn} onChange={onChange}>
        {label}
      </Checkbox>
      {isOn && <div className={styles.more}>{children}</div>}
    </div>
  );
}
