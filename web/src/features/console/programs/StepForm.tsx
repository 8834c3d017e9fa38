import { Select } from "../../../ui/Select.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { writeDuration } from "../session-types/duration-text.ts";
import { FirstGapFields, GapFields } from "./GapFields.tsx";
import styles from "./Programs.module.css";
import type { KnownType, StepDraft, StepProblems } from "./program-draft.ts";
import { WishFields } from "./WishFields.tsx";

interface StepFormProps {
  readonly step: StepDraft;
  readonly isFirst: boolean;
  readonly types: readonly KnownType[];
  readonly problems: StepProblems;
  readonly onChange: (change: Partial<StepDraft>) => void;
}

export function StepForm({ step, isFirst, types, problems, onChange }: StepFormProps) {
  const type = types.find(({ id }) => id === step.sessionTypeId);
  const usual = writeDuration(type?.minutes[0] ?? 60);
  return (
    <>
      <div className={styles.pair}>
        <Select
          dense
          label="Session type"
          options={types.map(({ id, name }) => ({ id, label: name }))}
          value={step.sessionTypeId}
          onChange={(id) => {
            // A length that was not chosen by hand follows the type.
            const minutes = types.find((one) => one.id === id)?.minutes[0];
            onChange({
              sessionTypeId: id,
              ...(step.minutes === usual && minutes !== undefined && { minutes: writeDuration(minutes) }),
            });
          }}
          error={problems["sessionType"]}
        />
        <TextField
          dense
          optional
          label="Called"
          placeholder={type?.name ?? ""}
          value={step.name}
          onChange={(name) => onChange({ name })}
          error={problems["name"]}
          autoComplete="off"
        />
        <TextField
          dense
          label="Length"
          value={step.minutes}
          onChange={(minutes) => onChange({ minutes })}
          error={problems["minutes"]}
          autoComplete="off"
        />
        <TextField
          dense
          label="How many"
          value={step.count}
          onChange={(count) => onChange({ count })}
          error={problems["count"]}
          inputMode="numeric"
          autoComplete="off"
        />
      </div>
      {isFirst ? (
        <FirstGapFields step={step} problems={problems} onChange={onChange} />
      ) : (
        <GapFields
          legend="After the session before"
          gap={step.after}
          field="after"
          problems={problems}
          onChange={(after) => onChange({ after })}
        />
      )}
      {Number(step.count) > 1 && (
        <GapFields
          legend="Between its own sessions"
          gap={step.every}
          field="every"
          problems={problems}
          onChange={(every) => onChange({ every })}
        />
      )}
      <WishFields step={step} problems={problems} onChange={onChange} />
    </>
  );
}
