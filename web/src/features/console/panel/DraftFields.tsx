import { formatDuration } from "../../../lib/time.ts";
import { Segmented } from "../../../ui/Segmented.tsx";
import { Select } from "../../../ui/Select.tsx";
import { type Draft, withType } from "../calendar/calendar-state.ts";

export interface OfferedType {
  readonly id: string;
  readonly name: string;
  readonly minutes: readonly number[];
  readonly colour: string;
}

interface DraftFieldsProps {
  readonly draft: Draft;
  readonly types: readonly OfferedType[];
  readonly onDraft: (draft: Draft) => void;
}

/** What is to take place, and how long. */
export function DraftFields({ draft, types, onDraft }: DraftFieldsProps) {
  const type = types.find(({ id }) => id === draft.sessionTypeId);
  return (
    <>
      <Select
        dense
        label="Session type"
        options={types.map(({ id, name, minutes }) => ({
          id,
          label: name,
          hint: minutes.map(formatDuration).join(", "),
        }))}
        value={draft.sessionTypeId}
        onChange={(id) => {
          const next = types.find((one) => one.id === id);
          if (next) onDraft(withType(draft, next));
        }}
      />
      {type && type.minutes.length > 1 && (
        <Segmented
          label="Length"
          options={type.minutes.map((minutes) => ({ id: String(minutes), label: formatDuration(minutes) }))}
          value={String(draft.minutes)}
          onChange={(minutes) => onDraft({ ...draft, minutes: Number(minutes) })}
        />
      )}
    </>
  );
}
