import { useState } from "react";
import { Checkbox } from "../../../../ui/Checkbox.tsx";
import { Segmented } from "../../../../ui/Segmented.tsx";
import { TextField } from "../../../../ui/TextField.tsx";
import { NumberField } from "../RuleFields.tsx";
import { wholeNumber } from "../rule-draft.ts";
import type { Series } from "../series-words.ts";
import styles from "./Change.module.css";
import { ChangePanel } from "./ChangePanel.tsx";
import { type ChangeDraft, newChange, type WholeChange } from "./change-draft.ts";

interface WholeChangePanelProps {
  readonly series: Series;
  readonly kind: WholeChange;
  readonly today: string;
  readonly onClose: () => void;
}

const TITLES: { readonly [kind in WholeChange]: string } = {
  pause: "Pause the series",
  resume: "Resume the series",
  extend: "Extend the series",
  end: "End the series",
};

/** A pause over a stretch of dates, its end, more sessions, or none after a day. */
export function WholeChangePanel({ series, kind, today, onClose }: WholeChangePanelProps) {
  const next = series.nextBooking?.coachTime?.localStart ?? `${today}T00:00`;
  const [draft, setDraft] = useState<ChangeDraft>(() =>
    newChange({
      kind,
      scope: "ALL",
      start: kind === "resume" ? `${today}T00:00` : next,
      minutes: series.minutes,
      sessionTypeId: series.sessionType.id,
    }),
  );
  const onChange = (change: Partial<ChangeDraft>) => setDraft((before) => ({ ...before, ...change }));
  return (
    <ChangePanel title={TITLES[kind]} series={series} draft={draft} today={today} onChange={onChange} onClose={onClose}>
      {kind === "extend" ? (
        <ExtendFields draft={draft} onChange={onChange} />
      ) : kind === "pause" ? (
        <PauseFields draft={draft} isEndless={series.isEndless} onChange={onChange} />
      ) : (
        <DateField
          label={kind === "end" ? "Last day" : "From"}
          value={draft.fromDate}
          onChange={(fromDate) => onChange({ fromDate })}
        />
      )}
      {kind === "resume" && (
        <p className={styles.hint}>
          Sessions that the pause dropped from that day on are booked again, and later pauses are given up.
        </p>
      )}
    </ChangePanel>
  );
}

interface FieldsProps {
  readonly draft: ChangeDraft;
  readonly onChange: (change: Partial<ChangeDraft>) => void;
}

function PauseFields({ draft, isEndless, onChange }: FieldsProps & { readonly isEndless: boolean }) {
  const wrong = draft.toDate !== "" && draft.toDate < draft.fromDate;
  return (
    <>
      <div className={styles.pair}>
        <DateField label="First day" value={draft.fromDate} onChange={(fromDate) => onChange({ fromDate })} />
        <DateField
          optional
          label="Last day"
          value={draft.toDate}
          error={wrong ? "This is before the first day." : undefined}
          onChange={(toDate) => onChange({ toDate })}
        />
      </div>
      {draft.toDate === "" ? (
        <p className={styles.hint}>Without a last day the series rests until you resume it.</p>
      ) : (
        !isEndless && (
          <Checkbox isSelected={draft.append} onChange={(append) => onChange({ append })}>
            Add as many sessions at the end
          </Checkbox>
        )
      )}
    </>
  );
}

function ExtendFields({ draft, onChange }: FieldsProps) {
  return (
    <>
      <Segmented
        label="How far"
        options={[
          { id: "more", label: "By a number" },
          { id: "until", label: "Until a date" },
          { id: "endless", label: "Without an end" },
        ]}
        value={draft.extendBy}
        onChange={(extendBy) => onChange({ extendBy })}
      />
      {draft.extendBy === "more" && (
        <NumberField
          label="More sessions"
          value={draft.more}
          error={wholeNumber(draft.more, 1, 500) === null ? "A whole number from 1 to 500." : undefined}
          onChange={(more) => onChange({ more })}
        />
      )}
      {draft.extendBy === "until" && (
        <DateField label="Last day" value={draft.until} onChange={(until) => onChange({ until })} />
      )}
    </>
  );
}

interface DateFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error?: string | undefined;
  readonly optional?: boolean;
}

const DateField = (props: DateFieldProps) => <TextField dense type="date" {...props} />;
