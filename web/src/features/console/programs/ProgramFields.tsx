import { TextField } from "../../../ui/TextField.tsx";
import styles from "./Programs.module.css";
import type { ProgramDraft, ProgramProblems } from "./program-draft.ts";

interface ProgramFieldsProps {
  readonly draft: ProgramDraft;
  readonly problems: ProgramProblems;
  readonly onChange: (part: Partial<ProgramDraft>) => void;
}

export function ProgramFields({ draft, problems, onChange }: ProgramFieldsProps) {
  return (
    <div className={styles.fields}>
      <div className={styles.nameAndWeeks}>
        <TextField
          dense
          label="Name"
          value={draft.name}
          onChange={(name) => onChange({ name })}
          error={problems.name}
          autoComplete="off"
        />
        <TextField
          dense
          label="Spare weeks"
          value={draft.spareWeeks}
          onChange={(spareWeeks) => onChange({ spareWeeks })}
          error={problems.spareWeeks}
          hint="How much later the last session may be when the calendar is full."
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
      <TextField
        dense
        multiline
        optional
        label="Notes for yourself"
        value={draft.description}
        onChange={(description) => onChange({ description })}
        error={problems.description}
      />
    </div>
  );
}
