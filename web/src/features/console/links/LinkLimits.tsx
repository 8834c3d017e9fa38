import { formatDuration, zoneCity } from "../../../lib/time.ts";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { useCoach } from "../shell/coach.ts";
import styles from "./LinkEditor.module.css";
import type { LinkDraft, LinkProblems } from "./link-draft.ts";
import { Optional } from "./Optional.tsx";

interface LinkLimitsProps {
  readonly draft: LinkDraft;
  readonly problems: LinkProblems;
  /** Those of the session type. */
  readonly lengths: readonly number[];
  readonly onChange: (change: Partial<LinkDraft>) => void;
}

type TextKey = "endDate" | "endTime" | "maxUses" | "fromDate" | "toDate";

/** How long, how often, and for what a link can be used. */
export function LinkLimits({ draft, problems, lengths, onChange }: LinkLimitsProps) {
  const { timeZone } = useCoach();
  const text = (field: TextKey, label: string, more: { hint?: string; optional?: true; type?: "date" } = {}) => (
    <TextField
      dense
      label={label}
      value={draft[field]}
      onChange={(value) => onChange({ [field]: value })}
      error={problems[field]}
      autoComplete="off"
      {...more}
    />
  );
  return (
    <>
      <Optional label="Ends at a time" isOn={draft.ends} onChange={(ends) => onChange({ ends })}>
        <div className={styles.pair}>
          {text("endDate", "Last day", { type: "date" })}
          {text("endTime", "Until", { optional: true })}
        </div>
        <p className={styles.hint}>
          On the clocks of {zoneCity(timeZone)}. Without a time, until the end of that day. After that the link looks as
          if it had never been.
        </p>
      </Optional>
      {draft.kind !== "SINGLE_USE" && (
        <Optional label="A number of bookings only" isOn={draft.limited} onChange={(limited) => onChange({ limited })}>
          {text("maxUses", "Bookings at most", {
            hint: "A booking that was cancelled counts; one you declined does not.",
          })}
        </Optional>
      )}
      {(lengths.length > 1 || draft.someLengths) && (
        <Optional
          label="Some lengths only"
          isOn={draft.someLengths}
          onChange={(someLengths) => onChange({ someLengths })}
        >
          <Lengths {...{ draft, lengths, onChange }} error={problems.minutes} />
        </Optional>
      )}
      <Optional
        label="Sessions on certain dates only"
        isOn={draft.someDates}
        onChange={(someDates) => onChange({ someDates })}
      >
        <div className={styles.pair}>
          {text("fromDate", "First", { type: "date", optional: true })}
          {text("toDate", "Last", { type: "date", optional: true })}
        </div>
      </Optional>
    </>
  );
}

interface LengthsProps extends Pick<LinkLimitsProps, "draft" | "lengths" | "onChange"> {
  readonly error: string | undefined;
}

function Lengths({ draft, lengths, onChange, error }: LengthsProps) {
  const change = (length: number, on: boolean) =>
    onChange({ minutes: lengths.filter((one) => (one === length ? on : draft.minutes.includes(one))) });
  return (
    <fieldset className={styles.lengths}>
      <legend className={styles.hidden}>Lengths</legend>
      {lengths.map((length) => (
        <Checkbox
          key={length}
          isSelected={draft.minutes.includes(length)}
          isInvalid={error !== undefined}
          onChange={(on) => change(length, on)}
        >
          {formatDuration(length)}
        </Checkbox>
      ))}
      {error && <p className={styles.error}>{error}</p>}
    </fieldset>
  );
}
