import type { HTMLAttributes } from "react";
import styles from "./DragHandle.module.css";

interface DragHandleProps extends HTMLAttributes<HTMLButtonElement> {
  /** "Move “Review”, 3 of 4" */
  readonly label: string;
}

/** Carries its row up and down the list, see use-reorder. */
export function DragHandle({ label, ...props }: DragHandleProps) {
  return (
    <button
      type="button"
      className={styles["handle"]}
      aria-label={label}
      title="Drag, or press the arrow keys up and down"
      {...props}
    >
      <svg viewBox="0 0 20 20" width="1.25em" height="1.25em" aria-hidden="true" fill="currentColor">
        {[5, 10, 15].flatMap((y) => [7, 13].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.4" />))}
      </svg>
    </button>
  );
}
