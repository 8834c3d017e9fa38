import { type FormEvent, useRef, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import styles from "./Bulk.module.css";
import type { Item } from "./bulk-words.ts";
import { useMend } from "./use-mend.ts";

const FIELDS = [
  { field: "name", label: "Name" },
  { field: "email", label: "Email" },
  { field: "phone", label: "Phone" },
  { field: "timeZone", label: "Time zone" },
  { field: "start", label: "Start" },
  { field: "note", label: "Note" },
] as const;

type Field = (typeof FIELDS)[number]["field"];
type Typed = Readonly<Record<Field, string>>;

/** A line that cannot be used as it stands: its number, what stands there, why not, and the fields to mend it in. */
export function MendRow({ item }: { readonly item: Item }) {
  const row = useRef<HTMLLIElement>(null);
  const { mend, mending, problem } = useMend(item, row);
  const was = typedOf(item);
  const [typed, setTyped] = useState(was);
  const place = item.line === null ? item.name : `Line ${item.line}`;
  const wrong = problem ?? { field: item.field, message: item.problem ?? "" };
  // Name and address are what a line is known by; of the others, what is there or has to be mended.
  const shown = FIELDS.filter(
    ({ field }) =>
      field === "name" ||
      field === "email" ||
      field === wrong.field ||
      was[field] !== "" ||
      (field === "start" && item.status === "UNPLACED"),
  );
  const atField = shown.some(({ field }) => field === wrong.field);
  function submit(event: FormEvent) {
    event.preventDefault();
    if (mending) return;
    const changed = shown.filter(({ field }) => typed[field] !== was[field]).map(({ field }) => [field, typed[field]]);
    void mend(Object.fromEntries(changed));
  }
  return (
    <li ref={row} className={styles.mend}>
      <form onSubmit={submit} noValidate aria-label={place} className={styles.mendForm}>
        <p className={styles.who}>
          {place}
          {item.raw && <code className={styles.raw}>{item.raw}</code>}
        </p>
        {!atField && <p className={styles.error}>{wrong.message}</p>}
        <div className={styles.mendFields}>
          {shown.map(({ field, label }) => (
            <TextField
              key={field}
              dense
              label={label}
              value={typed[field]}
              onChange={(text) => setTyped({ ...typed, [field]: text })}
              error={field === wrong.field ? wrong.message : undefined}
              autoComplete="off"
            />
          ))}
        </div>
        <div className={styles.itemActions}>
          <Button size="s" type="submit" isPending={mending}>
            {mending ? "Planning…" : "Use this line"}
          </Button>
          <Button size="s" variant="quiet" isDisabled={mending} onPress={() => void mend({ leaveOut: true })}>
            Leave out
          </Button>
        </div>
      </form>
    </li>
  );
}

const typedOf = ({ name, email, phone, timeZone, start, note }: Item): Typed => ({
  ...{ name, email, timeZone },
  ...{ phone: phone ?? "", start: start ?? "", note: note ?? "" },
});
