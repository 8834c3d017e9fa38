import type { HoursChoiceFragment } from "../../../generated/console.ts";
import { Select } from "../../../ui/Select.tsx";

interface HoursFieldProps {
  readonly templates: readonly HoursChoiceFragment[];
  /** Null for a new type. */
  readonly typeId: string | null;
  /** Null for the hours that hold for all. */
  readonly value: string | null;
  readonly error: string | undefined;
  readonly onChange: (template: string | null) => void;
}

const DEFAULT = "default";

/** Whose hours hold for a session type: those of all, or of its own. */
export function HoursField({ templates, typeId, value, error, onChange }: HoursFieldProps) {
  const own = templates.filter((one) => isChoice(one, typeId));
  const usual = templates.find(
    ({ isDefault, effectiveFrom, effectiveUntil }) => isDefault && !effectiveFrom && !effectiveUntil,
  );
  return (
    <Select
      dense
      label="Hours"
      options={[
        { id: DEFAULT, label: usual?.name ?? "The default hours", hint: "as all others" },
        ...own.map(({ id, name }) => ({ id, label: name, hint: "of its own" })),
      ]}
      value={value ?? DEFAULT}
      onChange={(id) => onChange(id === DEFAULT ? null : id)}
      error={error}
      hint={own.length === 0 ? "For hours of its own, add some on the page Hours first." : undefined}
    />
  );
}

/** The hours that a type has of its own now. */
export const ownHours = (templates: readonly HoursChoiceFragment[], typeId: string | null): string | null =>
  templates.find((one) => typeId !== null && one.sessionType?.id === typeId && isChoice(one, typeId))?.id ?? null;

/** Seasons come and go by themselves; what is of another type stays there. */
function isChoice(
  { isDefault, effectiveFrom, effectiveUntil, sessionType }: HoursChoiceFragment,
  typeId: string | null,
) {
  return !isDefault && !effectiveFrom && !effectiveUntil && (sessionType === null || sessionType.id === typeId);
}
