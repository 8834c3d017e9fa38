import { Checkbox } from "../../../ui/Checkbox.tsx";
import { Segmented } from "../../../ui/Segmented.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { RuleField } from "./RuleFields.tsx";
import type { TypeFieldsProps } from "./SessionTypeFields.tsx";

/** What has to happen before a session is settled, and until when its client may unsettle it. */
export function ConfirmFields(fields: TypeFieldsProps) {
  const { draft, problems, onChange } = fields;
  return (
    <>
      <Segmented
        label="A booking is confirmed"
        options={[
          { id: "atOnce", label: "At once" },
          { id: "byCoach", label: "By you" },
        ]}
        value={draft.requiresApproval ? "byCoach" : "atOnce"}
        onChange={(by) => onChange({ requiresApproval: by === "byCoach" })}
      />
      {draft.requiresApproval && (
        <TextField
          dense
          label="You answer within"
          hint="Until then the time is kept. Without an answer, or from the start of the session on, it is free again."
          value={draft.approvalTime}
          onChange={(approvalTime) => onChange({ approvalTime })}
          error={problems.approvalHours}
          autoComplete="off"
        />
      )}
      <Checkbox
        isSelected={draft.requiresEmailProof}
        onChange={(requiresEmailProof) => onChange({ requiresEmailProof })}
        hint="Clients enter a code that is sent to them. Unproven bookings lapse."
      >
        Prove the email address first
      </Checkbox>
      <RuleField
        {...fields}
        field="cancelNoticeMinutes"
        label="Clients may move or cancel until"
        hint="Before the start. After that, only you can."
      />
    </>
  );
}
