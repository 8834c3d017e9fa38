import { useState } from "react";
import { Checkbox } from "../../../../ui/Checkbox.tsx";
import { Segmented } from "../../../../ui/Segmented.tsx";
import { TextField } from "../../../../ui/TextField.tsx";
import { toast } from "../../../../ui/Toaster.tsx";
import { ChangePanel } from "../change/ChangePanel.tsx";
import { useChange } from "../change/use-change.ts";
import rows from "../Rows.module.css";
import { ZoneField } from "../ZoneField.tsx";
import { readTimeOff, type TimeOffDraft, type TimeOffField, type TimeOffProblems } from "./time-off-draft.ts";

interface TimeOffEditorProps {
  readonly draft: TimeOffDraft;
  readonly touched: boolean;
  readonly onChange: (draft: TimeOffDraft) => void;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

const KINDS = [
  { id: "dates", label: "Whole days" },
  { id: "exact", label: "Exact times" },
] as const;

/** Which of the form's fields a refusal is about: the server speaks of start.local where the form has two fields. */
const FIELDS: Readonly<Record<string, TimeOffField>> = {
  fromDate: "fromDate",
  toDate: "toDate",
  start: "fromTime",
  "start.local": "fromTime",
  "start.timeZone": "timeZone",
  end: "toTime",
  "end.local": "toTime",
  reason: "reason",
};

export function TimeOffEditor({ draft, touched, onChange, onClose, onDiscard }: TimeOffEditorProps) {
  const [attempt, setAttempt] = useState(0);
  const read = readTimeOff(draft);
  const input = touched && "input" in read ? read.input : null;
  const flow = useChange({
    change: input && (draft.id === null ? { createTimeOff: input } : { updateTimeOff: { id: draft.id, ...input } }),
    shown: true,
    onSaved: () => {
      onClose();
      toast({ tone: "success", message: "Your time off is saved. Booking pages show it now." });
    },
  });
  const missing: TimeOffProblems = attempt > 0 && "problems" in read ? read.problems : {};
  const errorAt = (field: TimeOffField): string | undefined => {
    const refused = FIELDS[flow.problem?.field ?? ""] === field ? flow.problem?.message : undefined;
    return refused ?? missing[field];
  };
  const text = (field: "fromDate" | "toDate" | "fromTime" | "toTime", label: string, optional = false) => (
    <TextField
      dense
      type={field.endsWith("Date") ? "date" : "text"}
      label={label}
      optional={optional}
      value={draft[field]}
      onChange={(value) => onChange({ ...draft, [field]: value })}
      error={errorAt(field)}
      autoComplete="off"
    />
  );
  function save() {
    if ("problems" in read) return setAttempt((times) => times + 1);
    return void flow.save();
  }
  const exact = draft.kind === "exact";
  return (
    <ChangePanel
      title={draft.id === null ? "New time off" : "Time off"}
      flow={flow}
      save={{ words: "Save time off", busy: "Saving…" }}
      idle={!touched}
      attempt={attempt === 0 ? undefined : attempt}
      isShown={(field) => field in FIELDS}
      onClose={onClose}
      onDiscard={touched ? onDiscard : undefined}
      onSave={save}
    >
      <Segmented
        label="How long"
        hideLabel
        options={KINDS}
        value={draft.kind}
        onChange={(kind) => onChange({ ...draft, kind })}
      />
      <div className={rows.pair}>
        {text("fromDate", exact ? "From" : "First day")}
        {exact ? text("fromTime", "Time") : text("toDate", "Last day", true)}
        {exact && text("toDate", "Until", true)}
        {exact && text("toTime", "Time")}
      </div>
      {exact && (
        <ZoneField
          label="On the clocks of"
          value={draft.timeZone}
          onChange={(timeZone) => onChange({ ...draft, timeZone })}
          error={errorAt("timeZone")}
        />
      )}
      <TextField
        dense
        optional
        label="Reason"
        placeholder="Only you see it"
        value={draft.reason}
        onChange={(reason) => onChange({ ...draft, reason })}
        error={errorAt("reason")}
        maxLength={200}
        autoComplete="off"
      />
      <Checkbox isSelected={draft.yearly} onChange={(yearly) => onChange({ ...draft, yearly })}>
        Every year
      </Checkbox>
    </ChangePanel>
  );
}
