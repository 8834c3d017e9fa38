import type { SessionTypePartsFragment } from "../../../generated/console.ts";
import { formatDuration } from "../../../lib/time.ts";
import { Select } from "../../../ui/Select.tsx";
import { StartFields } from "../panel/StartFields.tsx";
import { PolicyField } from "../series/preview/PolicyField.tsx";
import { RuleFields } from "../series/RuleFields.tsx";
import { withStart } from "../series/rule-draft.ts";
import styles from "./Bulk.module.css";
import type { DraftProblems } from "./bulk-draft.ts";
import { ClockField, type WhatProps } from "./WhichProgram.tsx";

interface WhichSeriesProps extends WhatProps {
  readonly types: readonly SessionTypePartsFragment[];
  readonly problems: DraftProblems;
}

/** A series for everybody, each one her own; two never share a time. */
export function WhichSeries({ draft, types, problems, errorAt, onChange }: WhichSeriesProps) {
  const type = types.find(({ id }) => id === draft.sessionTypeId) ?? types[0];
  if (type === undefined)
    return <p className={styles.none}>Create a session type first: a series is made of sessions.</p>;
  const minutes = draft.minutes ?? type.minutes[0] ?? 60;
  return (
    <div className={styles.fields}>
      <Select
        dense
        label="Session type"
        options={types.map(({ id, name }) => ({ id, label: name }))}
        value={type.id}
        onChange={(sessionTypeId) => onChange({ sessionTypeId, minutes: null })}
      />
      {type.minutes.length > 1 && (
        <Select
          dense
          label="Length"
          options={type.minutes.map((each) => ({ id: String(each), label: formatDuration(each) }))}
          value={String(minutes)}
          onChange={(each) => onChange({ minutes: Number(each) })}
        />
      )}
      <StartFields
        start={draft.start}
        minutes={minutes}
        onChange={(start) => onChange({ start, rule: withStart(draft.rule, draft.start, start) })}
        error={errorAt("series.start")}
      />
      <RuleFields
        rule={draft.rule}
        start={draft.start}
        problems={problems}
        onChange={(part) => onChange({ rule: { ...draft.rule, ...part } })}
      />
      <PolicyField
        policy={draft.policy}
        mayChoose={false}
        isEndless={draft.rule.ends === "never"}
        onChange={(policy) => onChange({ policy })}
      />
      <ClockField draft={draft} onChange={onChange} />
      {errorAt("series.recurrence") && <p className={styles.error}>{errorAt("series.recurrence")}</p>}
    </div>
  );
}
