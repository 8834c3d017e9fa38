import { Select } from "../../../ui/Select.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import type { Problems, RuleDraft } from "./rule-draft.ts";
import styles from "./SessionTypeEditor.module.css";

interface RuleFieldsProps {
  readonly draft: RuleDraft;
  readonly problems: Readonly<Problems>;
  /** Before the names of the fields in the server's refusals. */
  readonly path?: string;
  readonly onChange: (change: Partial<RuleDraft>) => void;
}

type TextKey = Exclude<keyof RuleDraft, "grid">;

interface FieldProps extends RuleFieldsProps {
  readonly field: TextKey;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
}

export function RuleField({ draft, problems, path = "", onChange, field, label, hint, optional }: FieldProps) {
  return (
    <TextField
      dense
      label={label}
      hint={hint}
      {...(optional && { optional })}
      value={draft[field]}
      onChange={(value) => onChange({ [field]: value })}
      error={problems[path + field]}
      autoComplete="off"
    />
  );
}

export function GridField({ draft, onChange }: RuleFieldsProps) {
  return (
    <Select
      dense
      label="Starts count from"
      options={[
        { id: "WINDOW", label: "The beginning of open hours" },
        { id: "RESTART", label: "The end of the session before" },
      ]}
      value={draft.grid}
      onChange={(grid) => onChange({ grid })}
    />
  );
}

export function BufferFields(props: RuleFieldsProps) {
  return (
    <div className={styles.pair}>
      <RuleField {...props} field="bufferBeforeMinutes" label="Free before" />
      <RuleField {...props} field="bufferAfterMinutes" label="Free after" />
    </div>
  );
}

const PERIODS = ["A day", "A week", "A month"] as const;

interface LimitFieldsProps<Field extends string> {
  readonly draft: { readonly [field in Field]: string };
  readonly problems: Readonly<Problems>;
  readonly path?: string;
  /** Of a day, a week and a month. */
  readonly counts: readonly Field[];
  readonly minutes: readonly Field[];
  readonly onChange: (field: Field, value: string) => void;
}

/** The most that is booked, in number and in time; an empty field limits nothing. */
export function LimitFields<Field extends string>(props: LimitFieldsProps<Field>) {
  const { draft, problems, path = "", counts, minutes, onChange } = props;
  const cell = (field: Field | undefined, label: string) =>
    field && (
      <TextField
        dense
        label={label}
        placeholder="no limit"
        value={draft[field]}
        onChange={(value) => onChange(field, value)}
        error={problems[path + field]}
        autoComplete="off"
      />
    );
  return (
    <div className={styles.limits}>
      <span className={styles.column}>Sessions</span>
      <span className={styles.column}>Session time</span>
      {PERIODS.map((period, index) => (
        <div key={period} className={styles.limit}>
          <span className={styles.period}>{period}</span>
          {cell(counts[index], `Most sessions ${period.toLowerCase()}`)}
          {cell(minutes[index], `Most session time ${period.toLowerCase()}`)}
        </div>
      ))}
    </div>
  );
}

export const TYPE_LIMITS = {
  counts: ["maxPerDay", "maxPerWeek", "maxPerMonth"],
  minutes: ["maxMinutesPerDay", "maxMinutesPerWeek", "maxMinutesPerMonth"],
} as const;
