import { TimeInput } from "./TimeInput.tsx";
import styles from "./WindowFields.module.css";
import type { WindowProblem, WindowTexts } from "./window-text.ts";

interface WindowFieldsProps {
  readonly name: string;
  readonly texts: WindowTexts;
  readonly overnight: boolean;
  readonly problem: WindowProblem;
  readonly onChange: (texts: WindowTexts) => void;
  /** A field is left: what was typed can be written properly. */
  readonly onLeave: () => void;
}

/** From and to, as text. */
export function WindowFields({ name, texts, overnight, problem, onChange, onLeave }: WindowFieldsProps) {
  return (
    <span className={styles.fields}>
      <TimeInput
        label={`${name}, from`}
        value={texts.start}
        onChange={(start) => onChange({ ...texts, start })}
        onLeave={onLeave}
        error={problem.start}
      />
      <span aria-hidden="true">–</span>
      <TimeInput
        label={overnight ? `${name}, to, on the next day` : `${name}, to`}
        value={texts.end}
        onChange={(end) => onChange({ ...texts, end })}
        onLeave={onLeave}
        error={problem.end}
      />
      {overnight && (
        <span className={styles.overnight} title="It ends on the next day" aria-hidden="true">
          +1 day
        </span>
      )}
    </span>
  );
}
