import { useRef } from "react";
import type { SessionTypePartsFragment } from "../../../../generated/console.ts";
import { addDays } from "../../../../lib/dates.ts";
import { useHabits } from "../../../../lib/habits.ts";
import { Button } from "../../../../ui/Button.tsx";
import { Choices } from "../../../../ui/Choices.tsx";
import { TextField } from "../../../../ui/TextField.tsx";
import { startOfWeek } from "../../../../ui/week-grid/wall-time.ts";
import { Weekdays } from "../../../waiting/Weekdays.tsx";
import { isLocalDate } from "../../calendar/calendar-view.ts";
import { ClientPicker } from "../../panel/ClientPicker.tsx";
import styles from "./Change.module.css";
import type { ChangeDraft } from "./change-draft.ts";

interface WhichSessionsProps {
  readonly draft: ChangeDraft;
  readonly types: readonly Pick<SessionTypePartsFragment, "id" | "name">[];
  readonly today: string;
  readonly onChange: (part: Partial<ChangeDraft>) => void;
}

/** All of some dates, or of them those of a weekday, a type or a client. */
export function WhichSessions({ draft, types, today, onChange }: WhichSessionsProps) {
  const { firstWeekday } = useHabits();
  const client = useRef<HTMLInputElement>(null);
  const select = (part: Partial<ChangeDraft>) => onChange({ left: new Set(), choices: new Map(), ...part });
  const date = (field: "from" | "to", label: string) => (
    <TextField
      dense
      type="date"
      label={label}
      value={draft[field]}
      onChange={(value) => {
        if (!isLocalDate(value)) return;
        const other =
          field === "from"
            ? { to: value > draft.to ? value : draft.to }
            : { from: value < draft.from ? value : draft.from };
        select({ [field]: value, ...other });
      }}
    />
  );
  const week = startOfWeek(today, firstWeekday);
  const presets = [
    { label: "Tomorrow", from: addDays(today, 1), to: addDays(today, 1) },
    { label: "This week", from: today, to: addDays(week, 6) },
    { label: "Next week", from: addDays(week, 7), to: addDays(week, 13) },
  ];
  const labelOf = (id: string) => types.find((type) => type.id === id)?.name ?? "";
  return (
    <section aria-labelledby="which" className={styles.section}>
      <h2 id="which" className={styles.title}>
        Which sessions
      </h2>
      <div className={styles.dates}>
        {date("from", "From")}
        {date("to", "To")}
        <div className={styles.presets}>
          {presets.map(({ label, from, to }) => (
            <Button key={label} size="s" variant="quiet" onPress={() => select({ from, to })}>
              {label}
            </Button>
          ))}
        </div>
      </div>
      <details className={styles.more}>
        <summary>{filterWords(draft, labelOf)}</summary>
        <div className={styles.filters}>
          {draft.from !== draft.to && (
            <Weekdays value={draft.weekdays} error={undefined} onChange={(weekdays) => select({ weekdays })} />
          )}
          <Choices
            multiple
            optional
            label="Session types"
            name="types"
            options={types.map(({ name }) => name)}
            value={draft.typeIds.map(labelOf)}
            onChange={(names) =>
              select({ typeIds: types.filter(({ name }) => names.includes(name)).map(({ id }) => id) })
            }
          />
          <div className={styles.client}>
            <ClientPicker
              key={draft.client?.id ?? "none"}
              label="Only with"
              picked={draft.client}
              onPick={(picked) => select({ client: picked })}
              error={undefined}
              inputRef={client}
            />
            {draft.client && (
              <Button size="s" variant="quiet" onPress={() => select({ client: null })}>
                With anybody
              </Button>
            )}
          </div>
        </div>
      </details>
    </section>
  );
}

function filterWords({ weekdays, typeIds, client }: ChangeDraft, labelOf: (id: string) => string): string {
  const words = [
    weekdays.length > 0 && `${weekdays.length} ${weekdays.length === 1 ? "weekday" : "weekdays"}`,
    typeIds.length > 0 && typeIds.map(labelOf).join(", "),
    client && `with ${client.name}`,
  ].filter(Boolean);
  return words.length > 0 ? `Only ${words.join(", ")}` : "Of every type, with anybody";
}
