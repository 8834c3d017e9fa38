import { formatTime } from "../../lib/time.ts";
import { Segmented } from "../../ui/Segmented.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { Weekdays } from "./Weekdays.tsx";
import styles from "./WishFields.module.css";
import type { WishDraft, WishErrors } from "./wish-draft.ts";
import { endOfDay, startOfDay } from "./wish-words.ts";

type WishFieldsProps = {
  wish: WishDraft;
  errors: WishErrors;
  onChange: (change: Partial<WishDraft>) => void;
  first: string;
  last: string;
};

const kinds = [
  { id: "WISH", label: "Several days" },
  { id: "DAY", label: "One day" },
  { id: "SLOT", label: "One time" },
] as const;
const hours = Array.from({ length: 18 }, (_, hour) => `${String(hour + 6).padStart(2, "0")}:00`);
const named = (time: string) => ({ id: time, label: formatTime(time) });

/** What would suit: certain weekdays and hours of a period, any time of one day, or one certain time that is taken. */
export function WishFields({ wish, errors, onChange, first, last }: WishFieldsProps) {
  const dates = { type: "date", isRequired: true, min: first, max: last } as const;
  return (
    <>
      <Segmented
        label="What would suit you?"
        options={kinds}
        value={wish.kind}
        onChange={(kind) => onChange({ kind })}
      />
      {wish.kind === "WISH" && (
        <>
          <Weekdays value={wish.weekdays} error={errors["weekdays"]} onChange={(weekdays) => onChange({ weekdays })} />
          <div className={styles["pair"]}>
            <Select
              label="Not before"
              name="fromTime"
              options={[{ id: startOfDay, label: "Any time" }, ...hours.map(named)]}
              value={wish.fromTime}
              error={errors["fromTime"]}
              onChange={(fromTime) => onChange({ fromTime })}
            />
            <Select
              label="Over by"
              name="toTime"
              options={[...hours.map(named), { id: endOfDay, label: "Any time" }]}
              value={wish.toTime}
              error={errors["toTime"]}
              onChange={(toTime) => onChange({ toTime })}
            />
          </div>
          <div className={styles["pair"]}>
            <TextField
              {...dates}
              label="From"
              name="fromDate"
              value={wish.fromDate}
              error={errors["fromDate"]}
              onChange={(fromDate) => onChange({ fromDate })}
            />
            <TextField
              {...dates}
              label="Until"
              name="toDate"
              value={wish.toDate}
              error={errors["toDate"]}
              onChange={(toDate) => onChange({ toDate })}
            />
          </div>
        </>
      )}
      {wish.kind !== "WISH" && (
        <div className={styles["pair"]}>
          <TextField
            {...dates}
            label="Date"
            name="date"
            value={wish.date}
            error={errors["date"]}
            onChange={(date) => onChange({ date })}
          />
          {wish.kind === "SLOT" && (
            <TextField
              type="time"
              isRequired
              label="Begins at"
              name="time"
              value={wish.time}
              error={errors["time"]}
              onChange={(time) => onChange({ time })}
            />
          )}
        </div>
      )}
    </>
  );
}
