import { Segmented } from "../../../ui/Segmented.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { RuleField } from "./RuleFields.tsx";
import styles from "./SessionTypeEditor.module.css";
import type { TypeFieldsProps } from "./SessionTypeFields.tsx";

/** How far ahead: a number of days that moves along, or dates that stand. */
export function BookableDates(fields: TypeFieldsProps) {
  const { draft, problems, onChange } = fields;
  const date = (field: "bookableFrom" | "bookableUntil", label: string, optional: boolean) => (
    <TextField
      dense
      type="date"
      label={label}
      optional={optional}
      value={draft[field]}
      onChange={(value) => onChange({ [field]: value })}
      error={problems[field]}
    />
  );
  return (
    <>
      <Segmented
        label="Bookable dates"
        options={[
          { id: "rolling", label: "Days ahead" },
          { id: "fixed", label: "Fixed dates" },
        ]}
        value={draft.fixedDates ? "fixed" : "rolling"}
        onChange={(kind) => onChange({ fixedDates: kind === "fixed" })}
      />
      {draft.fixedDates ? (
        <div className={styles.pair}>
          {date("bookableFrom", "First date", true)}
          {date("bookableUntil", "Last date", false)}
        </div>
      ) : (
        <RuleField {...fields} field="horizonDays" label="Days ahead at most" />
      )}
    </>
  );
}
