import { TextField } from "../../../ui/TextField.tsx";
import type { Details, FieldErrors } from "./details.ts";

type FieldsProps = { details: Details; errors: FieldErrors; onChange: (change: Partial<Details>) => void };

export function ContactFields({ details, errors, onChange }: FieldsProps) {
  return (
    <>
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        isRequired
        maxLength={120}
        value={details.name}
        error={errors["name"]}
        onChange={(name) => onChange({ name })}
      />
      <TextField
        label="Email"
        name="email"
        type="email"
        inputMode="email"
        autoComplete="email"
        isRequired
        value={details.email}
        error={errors["email"]}
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
        error={errors["phone"]}
        onChange={(phone) => onChange({ phone })}
      />
    </>
  );
}

export function NoteField({ details, errors, onChange }: FieldsProps) {
  return (
    <TextField
      label="Anything to know beforehand?"
      name="note"
      multiline
      optional
      value={details.note}
      error={errors["note"]}
      onChange={(note) => onChange({ note })}
    />
  );
}
