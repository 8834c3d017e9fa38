import type { ReactNode } from "react";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { BookableDates } from "./BookableDates.tsx";
import { ColourField } from "./ColourField.tsx";
import { ConfirmFields } from "./ConfirmFields.tsx";
import { PlaceFields } from "./PlaceFields.tsx";
import { BufferFields, GridField, LimitFields, RuleField, TYPE_LIMITS } from "./RuleFields.tsx";
import { SeatFields } from "./SeatFields.tsx";
import { Section } from "./Section.tsx";
import styles from "./SessionTypeEditor.module.css";
import type { DraftProblems, TypeDraft } from "./type-draft.ts";
import { bookableWords, confirmWords, limitWords, placeWords, seatWords, startWords } from "./type-words.ts";

export interface TypeFieldsProps {
  readonly draft: TypeDraft;
  readonly problems: DraftProblems;
  readonly onChange: (change: Partial<TypeDraft>) => void;
}

interface SessionTypeFieldsProps extends TypeFieldsProps {
  readonly isNew: boolean;
  /** Which hours hold for it. */
  readonly hours: ReactNode;
  /** What it asks, and the way to change that. */
  readonly questions: ReactNode;
  /** Seats as they are saved. */
  readonly knownCapacity: number;
}

type TextKey = "name" | "description" | "minutes";

/** What clients see first; all else in sections that say, closed, what is set in them. */
export function SessionTypeFields(props: SessionTypeFieldsProps) {
  const { hours, questions, isNew, knownCapacity, ...fields } = props;
  const { draft, problems, onChange } = fields;
  const refused = (...names: readonly string[]) => names.some((name) => problems[name] !== undefined);
  const limits = [...TYPE_LIMITS.counts, ...TYPE_LIMITS.minutes];
  return (
    <>
      <div className={styles.group}>
        {!isNew && (
          <Checkbox
            isSelected={draft.active}
            onChange={(active) => onChange({ active })}
            hint="Switched off, its links close. Sessions already booked stay."
          >
            Clients can book it
          </Checkbox>
        )}
        <FirstFields {...fields} />
      </div>
      <div className={styles.sections}>
        <Section
          title="Place"
          summary={placeWords(draft)}
          startsOpen={isNew}
          refused={refused("place", "place.detail", "place.kind", "place.perBooking")}
        >
          <PlaceFields {...fields} />
        </Section>
        <Section
          title="Starts"
          summary={startWords(draft)}
          refused={refused("stepMinutes", "bufferBeforeMinutes", "bufferAfterMinutes", "grid")}
        >
          <RuleField {...fields} field="stepMinutes" label="A start every" />
          <GridField {...fields} />
          <BufferFields {...fields} />
        </Section>
        <Section
          title="When it can be booked"
          summary={bookableWords(draft)}
          refused={refused("hours", "bookableFrom", "bookableUntil", "horizonDays", "noticeMinutes")}
        >
          {hours}
          <BookableDates {...fields} />
          <RuleField {...fields} field="noticeMinutes" label="At least ahead" />
        </Section>
        <Section
          title="Who comes"
          summary={seatWords(draft)}
          refused={refused("capacity", "maxGuests", "maxSeriesSessions")}
        >
          <SeatFields {...fields} knownCapacity={knownCapacity} />
        </Section>
        <Section
          title="Confirming and changing"
          summary={confirmWords(draft)}
          refused={refused("requiresApproval", "approvalHours", "requiresEmailProof", "cancelNoticeMinutes")}
        >
          <ConfirmFields {...fields} />
        </Section>
        {questions}
        <Section title="The most of it" summary={limitWords(draft)} refused={refused(...limits)}>
          <LimitFields
            draft={draft}
            problems={problems}
            {...TYPE_LIMITS}
            onChange={(field, value) => onChange({ [field]: value })}
          />
        </Section>
      </div>
    </>
  );
}

function FirstFields({ draft, problems, onChange }: TypeFieldsProps) {
  const text = (field: TextKey, label: string, hint?: string, more: { optional?: true; multiline?: true } = {}) => (
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
      {text("name", "Name")}
      {text("minutes", "Lengths", "One or more, like 30, 60. Clients choose.")}
      {text("description", "Description", "Clients read it on the booking page.", { optional: true, multiline: true })}
      <ColourField value={draft.colour} onChange={(colour) => onChange({ colour })} error={problems.colour} />
    </>
  );
}
