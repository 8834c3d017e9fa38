import { Link } from "wouter";
import type { ProgramPartsFragment } from "../../../generated/console.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { Segmented } from "../../../ui/Segmented.tsx";
import { Select } from "../../../ui/Select.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { NEW_PROGRAM } from "../programs/program-addresses.ts";
import { summaryOf } from "../programs/program-words.ts";
import styles from "./Bulk.module.css";
import type { BulkDraft } from "./bulk-draft.ts";

export interface WhatProps {
  readonly draft: BulkDraft;
  readonly errorAt: (...fields: string[]) => string | undefined;
  readonly onChange: (part: Partial<BulkDraft>) => void;
}

interface WhichProgramProps extends WhatProps {
  readonly programs: readonly ProgramPartsFragment[];
}

export function WhichProgram({ draft, programs, errorAt, onChange }: WhichProgramProps) {
  const program = programs.find(({ id }) => id === draft.programId) ?? programs[0];
  if (program === undefined) {
    return (
      <div className={styles.none}>
        <p>There is no program yet. Write one, or book a series.</p>
        <Link href={NEW_PROGRAM} className={buttonClass({ size: "s" })}>
          New program
        </Link>
      </div>
    );
  }
  return (
    <div className={styles.fields}>
      <Select
        dense
        label="Program"
        options={programs.map(({ id, name }) => ({ id, label: name }))}
        value={program.id}
        onChange={(programId) => onChange({ programId })}
        hint={`${summaryOf(program.steps)}.`}
        error={errorAt("program", "program.program")}
      />
      <TextField
        dense
        type="date"
        label="Start date"
        value={draft.startDate}
        onChange={(startDate) => onChange({ startDate })}
        hint="Of all who have no start of their own."
        error={errorAt("program.startDate")}
      />
      <ClockField draft={draft} onChange={onChange} />
    </div>
  );
}

export function ClockField({ draft, onChange }: Pick<WhatProps, "draft" | "onChange">) {
  return (
    <Segmented
      label="Times are meant"
      options={[
        { id: "COACH", label: "On your clocks" },
        { id: "CLIENT", label: "On each client’s" },
      ]}
      value={draft.clock}
      onChange={(clock) => onChange({ clock })}
    />
  );
}
