import type { SessionTypePartsFragment } from "../../../../generated/console.ts";
import type { ClashPolicy } from "../../../../generated/schema.ts";
import { Segmented } from "../../../../ui/Segmented.tsx";
import { Select } from "../../../../ui/Select.tsx";
import { TextField } from "../../../../ui/TextField.tsx";
import styles from "./Change.module.css";
import { type ChangeDraft, readSigned } from "./change-draft.ts";

interface WhatChangesProps {
  readonly draft: ChangeDraft;
  readonly types: readonly Pick<SessionTypePartsFragment, "id" | "name">[];
  readonly onChange: (part: Partial<ChangeDraft>) => void;
}

const POLICIES: readonly { readonly id: ClashPolicy; readonly label: string }[] = [
  { id: "REFUSE", label: "I choose" },
  { id: "STAY", label: "Leave where it is" },
  { id: "NEAREST_OF_DAY", label: "Nearest that day" },
  { id: "NEAREST_OF_WEEK", label: "Nearest that week" },
];

/** What shall become of all of them. */
export function WhatChanges({ draft, types, onChange }: WhatChangesProps) {
  const change = (part: Partial<ChangeDraft>) => onChange({ choices: new Map(), ...part });
  return (
    <section aria-labelledby="what-changes" className={styles.section}>
      <h2 id="what-changes" className={styles.title}>
        What becomes of them
      </h2>
      <Segmented
        label="What becomes of them"
        hideLabel
        options={[
          { id: "move", label: "Move" },
          { id: "type", label: "Change type" },
          { id: "cancel", label: "Cancel" },
        ]}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
      {draft.kind === "move" && <MoveBy draft={draft} onChange={change} />}
      {draft.kind === "type" && (
        <div className={styles.short}>
          <Select
            dense
            label="New type"
            options={types.map(({ id, name }) => ({ id, label: name }))}
            value={draft.newTypeId}
            onChange={(newTypeId) => change({ newTypeId })}
            hint="Each keeps its length where the new type has it."
          />
        </div>
      )}
      {draft.kind !== "cancel" && (
        <Segmented
          label="Where a time is not free"
          options={POLICIES}
          value={draft.policy}
          onChange={(policy) => change({ policy })}
        />
      )}
    </section>
  );
}

function MoveBy({ draft, onChange }: Pick<WhatChangesProps, "draft" | "onChange">) {
  const number = (field: "days" | "minutes", label: string, hint: string) => (
    <TextField
      dense
      label={label}
      value={draft[field]}
      onChange={(text) => onChange({ [field]: text })}
      hint={hint}
      error={readSigned(draft[field]) === null ? "Write a whole number, like 7 or −1." : undefined}
      autoComplete="off"
    />
  );
  return (
    <>
      <Segmented
        label="How far"
        hideLabel
        options={[
          { id: "by", label: "By days" },
          { id: "to", label: "All to one date" },
        ]}
        value={draft.how}
        onChange={(how) => onChange({ how })}
      />
      <div className={styles.dates}>
        {draft.how === "by" ? (
          number("days", "Days", "Negative is earlier.")
        ) : (
          <TextField
            dense
            type="date"
            label="Date"
            value={draft.toDate}
            onChange={(toDate) => onChange({ toDate })}
            hint="At their times of day."
          />
        )}
        {number("minutes", "And minutes", "Later on the clock, or earlier.")}
      </div>
    </>
  );
}
