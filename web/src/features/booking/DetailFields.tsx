import { TextField } from "../../ui/TextField.tsx";
import styles from "./DetailsStep.module.css";
import type { DetailErrors, Details } from "./details.ts";

type DetailFieldsProps = { details: Details; errors: DetailErrors; onChange: (change: Partial<Details>) => void };

export function DetailFields({ details, errors, onChange }: DetailFieldsProps) {
  return (
    <div className={styles["fields"]}>
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        isRequired
        maxLength={200}
        value={details.name}
        error={errors.name}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label="E-mail"
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        isRequired
        value={details.email}
        error={errors.email}
        onChange={(email) => onChange({ email })}
      />
      <TextField
        label="Phone"
        name="phone"
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        optional
        value={details.phone}
        error={errors.phone}
        onChange={(phone) => onChange({ phone })}
      />
      <TextField
        label={"Anything to know beforehand?"}
        name="note"
        multiline
        optional
        value={details.note}
        error={errors.note}
        onChange={(note) => onChange({ note })}
      />
    </div>
  );
}
