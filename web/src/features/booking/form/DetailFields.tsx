import { TextField } from "../../../ui/TextField.tsx";
import { type Details, type FieldErrors, mostName } from "./details.ts";
import { mostNote } from "./typed.ts";

type FieldsProps = { details: Details; errors: FieldErrors; onChange: (change: Partial<Details>) => void };

export function ContactFields({ details, errors, onChange }: FieldsProps) {
  return (
    <>
      <TextField
        label="Name"
        name="name"
        autoComplete="name"
        isRequired
        maxLength={mostName}
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
      hint={details.note.length > mostNote * 0.8 ? `${details.note.length} of ${mostNote} characters` : undefined}
      value={details.note}
      error={errors["note"]}
      onChange={(note) => onChange({ note })}
    />
  );
}
