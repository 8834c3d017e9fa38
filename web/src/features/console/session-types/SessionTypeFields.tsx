import type { ReactNode } from "react";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { Segmented } from "../../../ui/Segmented.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { BookableDates } from "./BookableDates.tsx";
import { ColourField } from "./ColourField.tsx";
import { BufferFields, GridField, LimitFields, RuleField, TYPE_LIMITS } from "./RuleFields.tsx";
import styles from "./SessionTypeEditor.module.css";
import type { DraftProblems, TypeDraft } from "./type-draft.ts";

export interface TypeFieldsProps {
  readonly draft: TypeDraft;
  readonly problems: DraftProblems;
  readonly onChange: (change: Partial<TypeDraft>) => void;
}

interface SessionTypeFieldsProps extends TypeFieldsProps {
  readonly isNew: boolean;
  /** Which hours hold for it. */
  readonly hours: ReactNode;
}

type TextKey = "name" | "description" | "minutes" | "capacity";

const PLACE_LABELS = { VIDEO: "Meeting link", PHONE: "Phone number", ADDRESS: "Address" } as const;
const PLACE_HINTS = {
  VIDEO: "Begins with https://",
  PHONE: "The number you call, or that clients call",
  ADDRESS: "Street and city, as a map would find it. Clients see times in your home zone.",
} as const;

export function SessionTypeFields({ hours, isNew, ...fields }: SessionTypeFieldsProps) {
  const { draft, problems, onChange } = fields;
  const text = (
    field: TextKey,
    label: string,
    hint?: string,
    more: { optional?: boolean; multiline?: boolean } = {},
  ) => (
    <TextField
      dense
      label={label}
      hint={hint}
      value={draft[field]}
      onChange={(value) => onChange({ [field]: value })}
      error={problems[field]}
      autoComplete="off"
      {...more}
    />
  );
  return (
    <>
      <Group title="What it is">
        {text("name", "Name")}
        {text("description", "Description", "Clients read it on the booking page.", {
          optional: true,
          multiline: true,
        })}
        <ColourField value={draft.colour} onChange={(colour) => onChange({ colour })} error={problems.colour} />
      </Group>
      <Group title="Where">
        <PlaceFields {...fields} />
      </Group>
      <Group title="Length and starts">
        <div className={styles.pair}>
          {text("minutes", "Lengths", "One or more, like 30, 60.")}
          <RuleField {...fields} field="stepMinutes" label="A start every" />
        </div>
        <GridField {...fields} />
        <BufferFields {...fields} />
      </Group>
      <Group title="When it can be booked">
        {hours}
        <BookableDates {...fields} />
        <div className={styles.pair}>
          <RuleField {...fields} field="noticeMinutes" label="At least ahead" />
          {text("capacity", "Seats", "1 for a session between two.")}
        </div>
        <RuleField
          {...fields}
          field="cancelNoticeMinutes"
          label="Clients may change it until"
          hint="Before the start. After that, only you can."
        />
        {!isNew && (
          <Checkbox
            isSelected={draft.active}
            onChange={(active) => onChange({ active })}
            hint="Switched off, its links close. Sessions already booked stay."
          >
            Clients can book it
          </Checkbox>
        )}
      </Group>
      <Group title="The most of it">
        <LimitFields
          draft={draft}
          problems={problems}
          {...TYPE_LIMITS}
          onChange={(field, value) => onChange({ [field]: value })}
        />
      </Group>
    </>
  );
}

function PlaceFields({ draft, problems, onChange }: TypeFieldsProps) {
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
      <TextField
        dense
        label={PLACE_LABELS[draft.placeKind]}
        hint={PLACE_HINTS[draft.placeKind]}
        value={draft.placeDetail}
        onChange={(placeDetail) => onChange({ placeDetail })}
        error={problems["place.detail"] ?? problems.place}
        autoComplete="off"
      />
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{title}</legend>
      {children}
    </fieldset>
  );
}
