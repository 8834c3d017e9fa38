import { useState } from "react";
import { Link } from "wouter";
import { useSeriesSettingQuery } from "../../../../generated/console.ts";
import { dateOf, formatDate, formatDuration, formatTime } from "../../../../lib/time.ts";
import { Segmented } from "../../../../ui/Segmented.tsx";
import { Select } from "../../../../ui/Select.tsx";
import { StartFields } from "../../panel/StartFields.tsx";
import type { Dated } from "../Occurrences.tsx";
import { NumberField } from "../RuleFields.tsx";
import { wholeNumber } from "../rule-draft.ts";
import type { Series } from "../series-words.ts";
import styles from "./Change.module.css";
import { ChangePanel } from "./ChangePanel.tsx";
import { type ChangeDraft, newChange, type SessionChange } from "./change-draft.ts";
import { ScopeField } from "./ScopeField.tsx";

interface SessionChangePanelProps {
  readonly series: Series;
  readonly date: Dated;
  /** Its start on the coach's clock. */
  readonly local: string;
  readonly today: string;
  readonly onClose: () => void;
}

const KINDS: readonly { readonly id: SessionChange; readonly label: string }[] = [
  { id: "move", label: "Time" },
  { id: "length", label: "Length" },
  { id: "type", label: "Type" },
  { id: "cancel", label: "Cancel" },
];

/** One session of a series: changed alone, or with those after it, or with all. */
export function SessionChangePanel({ series, date, local, today, onClose }: SessionChangePanelProps) {
  const minutes = Math.round((Date.parse(date.endAt) - Date.parse(date.startAt)) / 60_000);
  const [draft, setDraft] = useState<ChangeDraft>(() =>
    newChange({
      kind: "move",
      recurrenceId: date.recurrenceId,
      start: local,
      minutes,
      sessionTypeId: date.booking?.sessionType.id ?? series.sessionType.id,
    }),
  );
  const onChange = (change: Partial<ChangeDraft>) => setDraft((before) => ({ ...before, ...change }));
  /** Something is wanted that is not so already. */
  const gone = date.state !== "BOOKED";
  const type = date.booking?.sessionType.id ?? series.sessionType.id;
  const wanted =
    gone ||
    draft.kind === "cancel" ||
    (draft.kind === "move" && draft.start !== local) ||
    (draft.kind === "length" && draft.minutes !== String(minutes)) ||
    (draft.kind === "type" && draft.sessionTypeId !== type);
  return (
    <ChangePanel
      title={`${formatDate(local, "short")}, ${formatTime(local)}`}
      series={series}
      draft={draft}
      idle={!wanted}
      today={today}
      onChange={onChange}
      onClose={onClose}
    >
      <p className={styles.facts}>
        {gone ? (date.reason ?? "It does not take place.") : formatDuration(minutes)}
        {date.booking && (
          <Link href={`/console?date=${dateOf(local)}&session=${date.booking.id}`}>Open in the calendar</Link>
        )}
      </p>
      {gone ? (
        <StartFields
          start={draft.start}
          minutes={minutes}
          onChange={(start) => onChange({ start })}
          error={undefined}
        />
      ) : (
        <>
          <Segmented
            label="What changes"
            options={KINDS}
            value={draft.kind === "length" || draft.kind === "type" || draft.kind === "cancel" ? draft.kind : "move"}
            onChange={(kind) => onChange({ kind, choices: new Map() })}
          />
          <KindFields draft={draft} minutes={minutes} onChange={onChange} />
          <ScopeField
            label={draft.kind === "cancel" ? "Which sessions are cancelled" : "Which sessions change"}
            scope={draft.scope}
            onChange={(scope) => onChange({ scope, choices: new Map() })}
          />
        </>
      )}
    </ChangePanel>
  );
}

interface KindFieldsProps {
  readonly draft: ChangeDraft;
  readonly minutes: number;
  readonly onChange: (change: Partial<ChangeDraft>) => void;
}

function KindFields({ draft, minutes, onChange }: KindFieldsProps) {
  switch (draft.kind) {
    case "move":
      return (
        <StartFields
          start={draft.start}
          minutes={minutes}
          onChange={(start) => onChange({ start })}
          error={undefined}
        />
      );
    case "length":
      return (
        <NumberField
          label="Minutes"
          value={draft.minutes}
          error={wholeNumber(draft.minutes, 5, 1440) === null ? "From 5 to 1,440 minutes." : undefined}
          onChange={(text) => onChange({ minutes: text })}
        />
      );
    case "type":
      return <TypeField draft={draft} onChange={onChange} />;
    default:
      return null;
  }
}

function TypeField({ draft, onChange }: Omit<KindFieldsProps, "minutes">) {
  const { data } = useSeriesSettingQuery();
  const types = data?.viewer?.sessionTypes?.filter(({ active, id }) => active || id === draft.sessionTypeId) ?? [];
  return (
    <Select
      dense
      label="Session type"
      options={types.map(({ id, name, minutes }) => ({
        id,
        label: name,
        hint: minutes.map(formatDuration).join(", "),
      }))}
      value={draft.sessionTypeId}
      onChange={(sessionTypeId) => {
        const first = types.find(({ id }) => id === sessionTypeId)?.minutes[0];
        onChange({ sessionTypeId, ...(first && { minutes: String(first) }) });
      }}
    />
  );
}
