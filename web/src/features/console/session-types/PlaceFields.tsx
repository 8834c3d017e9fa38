import { Checkbox } from "../../../ui/Checkbox.tsx";
import { Segmented } from "../../../ui/Segmented.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import type { TypeFieldsProps } from "./SessionTypeFields.tsx";

const LABELS = { VIDEO: "Meeting link", PHONE: "Phone number", ADDRESS: "Address" } as const;
const HINTS = {
  VIDEO: "Begins with https://. The same for every session.",
  PHONE: "The number you call, or that clients call.",
  ADDRESS: "Street and city, as a map would find it. Clients see times in your home zone.",
} as const;

export function PlaceFields({ draft, problems, onChange }: TypeFieldsProps) {
  const made = draft.placeKind === "VIDEO" && draft.perBooking;
  return (
    <>
      <Segmented
        label="Place"
        hideLabel
        options={[
          { id: "VIDEO", label: "Video" },
          { id: "PHONE", label: "Phone" },
          { id: "ADDRESS", label: "In person" },
        ]}
        value={draft.placeKind}
        onChange={(placeKind) => onChange({ placeKind })}
      />
      {draft.placeKind === "VIDEO" && (
        <Checkbox
          isSelected={draft.perBooking}
          onChange={(perBooking) => onChange({ perBooking })}
          hint="A new link that nobody can guess, made as the session is booked."
        >
          A meeting of its own for every booking
        </Checkbox>
      )}
      {!made && (
        <TextField
          dense
          label={LABELS[draft.placeKind]}
          hint={HINTS[draft.placeKind]}
          value={draft.placeDetail}
          onChange={(placeDetail) => onChange({ placeDetail })}
          error={problems["place.detail"] ?? problems.place}
          autoComplete="off"
        />
      )}
    </>
  );
}
