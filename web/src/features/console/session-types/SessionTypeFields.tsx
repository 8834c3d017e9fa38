import type { ReactNode } from "react";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { Segmented } from "../../../ui/Segmented.tsx";
import { Select } from "../../../ui/Select.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { ColourField } from "./ColourField.tsx";
import styles from "./SessionTypeEditor.module.css";
import type { DraftProblems, TypeDraft } from "./type-draft.ts";

interface SessionTypeFieldsProps {
  readonly draft: TypeDraft;
  readonly problems: DraftProblems;
  readonly isNew: boolean;
  readonly onChange: (draft: TypeDraft) => void;
}

type TextKey = { [Key in keyof TypeDraft]: TypeDraft[Key] extends string ? Key : never }[keyof TypeDraft];

const PLACE_LABELS = { VIDEO: "Meeting link", PHONE: "Phone number", ADDRESS: "Address" } as const;
const PLACE_HINTS = {
  VIDEO: "Begins with https://",
  PHONE: "The number you call, or that clients call",
  ADDRESS: "Street and city, as a map would find it",
} as const;

export function SessionTypeFields({ draft, problems, isNew, onChange }: SessionTypeFieldsProps) {
  const text = (
    field: Exclude<TextKey, "grid" | "placeKind">,
    label: string,
    hint?: string,
    more: { optional?: boolean; multiline?: boolean } = {},
  ) => (
    <TextField
      dense
      label={label}
      hint={hint}
      value={draft[field]}
      onChange={(value) => onChange({ ...draft, [field]: value })}
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
        <ColourField
          value={draft.colour}
          onChange={(colour) => onChange({ ...draft, colour })}
          error={problems.colour}
        />
      </Group>
      <Group title="Where">
        <Segmented
          label="Place"
          hideLabel
          options={[
            { id: "VIDEO", label: "Video" },
            { id: "PHONE", label: "Phone" },
            { id: "ADDRESS", label: "In person" },
          ]}
          value={draft.placeKind}
          onChange={(placeKind) => onChange({ ...draft, placeKind })}
        />
        <TextField
          dense
          label={PLACE_LABELS[draft.placeKind]}
          hint={PLACE_HINTS[draft.placeKind]}
          value={draft.placeDetail}
          onChange={(placeDetail) => onChange({ ...draft, placeDetail })}
          error={problems["place.detail"] ?? problems.place}
          autoComplete="off"
        />
      </Group>
      <Group title="Length and starts">
        <div className={styles.pair}>
          {text("minutes", "Lengths", "One or more, like 30, 60.")}
          {text("stepMinutes", "A start every")}
        </div>
        <Select
          dense
          label="Starts count from"
          options={[
            { id: "WINDOW", label: "The beginning of open hours" },
            { id: "RESTART", label: "The end of the session before" },
          ]}
          value={draft.grid}
          onChange={(grid) => onChange({ ...draft, grid })}
        />
        <div className={styles.pair}>
          {text("bufferBeforeMinutes", "Free before")}
          {text("bufferAfterMinutes", "Free after")}
        </div>
      </Group>
      <Group title="When it can be booked">
        <div className={styles.pair}>
          {text("noticeMinutes", "At least ahead")}
          {text("horizonDays", "Days ahead at most")}
        </div>
        {text("cancelNoticeMinutes", "Clients may change it until", "Before the start. After that, only you can.")}
        <div className={styles.pair}>
          {text("maxPerDay", "Most a day", undefined, { optional: true })}
          {text("maxPerWeek", "Most a week", undefined, { optional: true })}
        </div>
        {text("capacity", "Seats", "1 for a session between two, more for a group.")}
        {!isNew && (
          <Checkbox
            isSelected={draft.active}
            onChange={(active) => onChange({ ...draft, active })}
            hint="Switched off, its links close. Sessions already booked stay."
          >
            Clients can book it
          </Checkbox>
        )}
      </Group>
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
