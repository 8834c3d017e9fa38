import { useState } from "react";
import type { GapUnit } from "../../../generated/schema.ts";
import { Button } from "../../../ui/Button.tsx";
import { Select } from "../../../ui/Select.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import styles from "./Programs.module.css";
import type { GapDraft, StepDraft, StepProblems } from "./program-draft.ts";

const UNITS: readonly { readonly id: GapUnit; readonly label: string }[] = [
  { id: "WEEKS", label: "weeks" },
  { id: "DAYS", label: "days" },
];

interface GapFieldsProps {
  readonly legend: string;
  readonly gap: GapDraft;
  /** How the server calls it: "after", "every". */
  readonly field: string;
  readonly problems: StepProblems;
  readonly onChange: (gap: GapDraft) => void;
}

/** A distance: what is wished, and, on request, how little and how much will do. */
export function GapFields({ legend, gap, field, problems, onChange }: GapFieldsProps) {
  const [opened, setOpened] = useState(gap.min !== "" || gap.max !== "");
  const errorAt = (part: string) => problems[`${field}.${part}`];
  const open = opened || errorAt("min") !== undefined || errorAt("max") !== undefined;
  const number = (part: "wished" | "min" | "max", label: string) => (
    <TextField
      dense
      label={label}
      placeholder={part === "wished" ? "" : gap.wished}
      value={gap[part]}
      onChange={(text) => onChange({ ...gap, [part]: text })}
      error={errorAt(part)}
      inputMode="numeric"
      autoComplete="off"
    />
  );
  return (
    <fieldset className={styles.gap}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.gapFields}>
        {number("wished", "Wished")}
        <Select
          dense
          label="Counted in"
          options={UNITS}
          value={gap.unit}
          onChange={(unit) => onChange({ ...gap, unit })}
          error={errorAt("unit")}
        />
        {open ? (
          <>
            {number("min", "At least")}
            {number("max", "At most")}
          </>
        ) : (
          <Button variant="quiet" size="s" className={styles.room ?? ""} onPress={() => setOpened(true)}>
            Give it room…
          </Button>
        )}
      </div>
      <p className={styles.note}>
        {gap.unit === "WEEKS"
          ? "Up to three days more or less; the weekday may change."
          : "Exactly so many dates, unless you give it room."}
      </p>
    </fieldset>
  );
}

interface FirstGapFieldsProps {
  readonly step: StepDraft;
  readonly problems: StepProblems;
  readonly onChange: (change: Partial<StepDraft>) => void;
}

/** Where the program begins: mostly somewhere in its first week. */
export function FirstGapFields({ step, problems, onChange }: FirstGapFieldsProps) {
  return (
    <>
      <div className={styles.pair}>
        <Select
          dense
          label="Begins"
          options={[
            { id: "WEEK", label: "In a week of the program" },
            { id: "GAP", label: "A distance after the start date" },
          ]}
          value={step.begins}
          onChange={(begins) => onChange({ begins })}
        />
        {step.begins === "WEEK" && (
          <TextField
            dense
            label="Week"
            value={step.week}
            onChange={(week) => onChange({ week })}
            error={problems["week"]}
            hint="Week 1 begins with the start date."
            inputMode="numeric"
            autoComplete="off"
          />
        )}
      </div>
      {step.begins === "GAP" && (
        <GapFields
          legend="After the start date"
          gap={step.after}
          field="after"
          problems={problems}
          onChange={(after) => onChange({ after })}
        />
      )}
    </>
  );
}
