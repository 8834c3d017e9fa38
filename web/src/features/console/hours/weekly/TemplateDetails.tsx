import { type RefObject, useState } from "react";
import { addDays } from "../../../../lib/dates.ts";
import { useHabits } from "../../../../lib/habits.ts";
import { formatDate } from "../../../../lib/time.ts";
import { Checkbox } from "../../../../ui/Checkbox.tsx";
import { Panel } from "../../../../ui/Panel.tsx";
import { Segmented } from "../../../../ui/Segmented.tsx";
import { Select } from "../../../../ui/Select.tsx";
import { TextField } from "../../../../ui/TextField.tsx";
import { daysBetween } from "../../../../ui/week-grid/wall-time.ts";
import type { Hours } from "../use-hours.ts";
import { ZoneField } from "../ZoneField.tsx";
import { withCycle } from "./open-week.ts";
import { anchorFor, firstWeekOf, type Scope, type TemplateDraft } from "./template-draft.ts";
import { WEEK_NAMES } from "./template-edits.ts";
import type { TemplateEditor } from "./use-template-draft.ts";
import styles from "./Weekly.module.css";

interface TemplateDetailsProps {
  readonly editor: TemplateEditor;
  readonly hours: Hours;
  readonly errorAt: (...fields: string[]) => string | undefined;
  readonly nameField: RefObject<HTMLInputElement | null>;
  readonly onClose: () => void;
}

const CYCLES = [
  { id: "1", label: "Every week" },
  { id: "2", label: "2 weeks" },
  { id: "3", label: "3" },
  { id: "4", label: "4" },
] as const;

/** All about some hours but the hours: what they are called, where, for whom, when, and in which cycle. */
export function TemplateDetails({ editor, hours, errorAt, nameField, onClose }: TemplateDetailsProps) {
  const { draft, edit } = editor;
  const change = (fields: Partial<TemplateDraft>, tag: string | null = null) =>
    edit((before) => ({ ...before, ...fields }), tag);
  return (
    <Panel title="Details" onClose={onClose}>
      <TextField
        dense
        label="Name"
        inputRef={nameField}
        value={draft.name}
        onChange={(name) => change({ name }, "name")}
        error={errorAt("name")}
        maxLength={80}
        autoComplete="off"
      />
      <ZoneField
        label="Time zone"
        value={draft.timeZone}
        onChange={(timeZone) => change({ timeZone })}
        error={errorAt("timeZone")}
      />
      <ScopeField draft={draft} hours={hours} error={errorAt("isDefault", "sessionType")} onChange={change} />
      <SeasonFields draft={draft} errorAt={errorAt} onChange={change} />
      <CycleFields draft={draft} today={hours.today} errorAt={errorAt} edit={edit} />
    </Panel>
  );
}

type Change = (fields: Partial<TemplateDraft>, tag?: string | null) => void;

interface ScopeFieldProps {
  readonly draft: TemplateDraft;
  readonly hours: Hours;
  readonly error: string | undefined;
  readonly onChange: Change;
}

const ALL = "all";
const NONE = "none";

function ScopeField({ draft, hours, error, onChange }: ScopeFieldProps) {
  const { scope } = draft;
  const types = hours.sessionTypes.filter(({ id, active }) => active || (scope.kind === "type" && scope.id === id));
  const options = [
    { id: ALL, label: "All session types" },
    ...types.map(({ id, name }) => ({ id, label: `Only ${name}` })),
    { id: NONE, label: "Not in use yet" },
  ];
  const read = (id: string): Scope =>
    id === ALL ? { kind: "all" } : id === NONE ? { kind: "none" } : { kind: "type", id };
  return (
    <Select
      dense
      label="Used for"
      options={options}
      value={scope.kind === "type" ? scope.id : scope.kind}
      onChange={(id) => onChange({ scope: read(id) })}
      hint={SCOPE_HINTS[scope.kind]}
      error={error}
    />
  );
}

const SCOPE_HINTS = {
  all: "They hold wherever a session type has no hours of its own.",
  type: "For this session type, these hours count instead of all others.",
  none: "Nobody can book by them. Choose what they are for when they are ready.",
};

interface SeasonFieldsProps {
  readonly draft: TemplateDraft;
  readonly errorAt: (...fields: string[]) => string | undefined;
  readonly onChange: Change;
}

function SeasonFields({ draft, errorAt, onChange }: SeasonFieldsProps) {
  const [asked, setAsked] = useState(false);
  const season = asked || draft.from !== "" || draft.until !== "";
  return (
    <div className={styles.group}>
      <Checkbox
        isSelected={season}
        onChange={(on) => {
          setAsked(on);
          if (!on) onChange({ from: "", until: "" });
        }}
        hint="A season takes the place of the hours that hold all year."
      >
        Only part of the year
      </Checkbox>
      {season && (
        <div className={styles.pair}>
          <TextField
            dense
            type="date"
            label="First day"
            value={draft.from}
            onChange={(from) => onChange({ from }, "from")}
            error={errorAt("effectiveFrom")}
          />
          <TextField
            dense
            type="date"
            label="Last day"
            value={draft.until}
            onChange={(until) => onChange({ until }, "until")}
            error={errorAt("effectiveUntil")}
          />
        </div>
      )}
    </div>
  );
}

interface CycleFieldsProps {
  readonly draft: TemplateDraft;
  readonly today: string;
  readonly errorAt: (...fields: string[]) => string | undefined;
  readonly edit: TemplateEditor["edit"];
}

function CycleFields({ draft, today, errorAt, edit }: CycleFieldsProps) {
  const { firstWeekday } = useHabits();
  const first = draft.anchorDate === null ? "" : firstWeekOf(draft.anchorDate, firstWeekday);
  function choose(weeks: string) {
    edit((before) => {
      const { windows } = withCycle(before, Number(weeks), firstWeekday);
      const anchorDate = before.anchorDate ?? anchorFor(today, firstWeekday);
      return { ...before, windows, cycleWeeks: Number(weeks), anchorDate };
    });
  }
  const present = weekOfCycle(draft, today, firstWeekday);
  return (
    <div className={styles.group}>
      <Segmented label="Repeats" options={CYCLES} value={cycleId(draft.cycleWeeks)} onChange={choose} />
      {draft.cycleWeeks > 1 && (
        <TextField
          dense
          type="date"
          label="Week A begins"
          value={first}
          onChange={(date) =>
            date && edit((before) => ({ ...before, anchorDate: anchorFor(date, firstWeekday) }), "anchor")
          }
          hint={
            present === null
              ? undefined
              : `The present week is ${WEEK_NAMES[present]}; ${nextWords(draft, today, firstWeekday)}`
          }
          error={errorAt("anchorDate", "cycleWeeks")}
        />
      )}
    </div>
  );
}

const cycleId = (weeks: number) => CYCLES.find(({ id }) => id === String(weeks))?.id ?? "1";

/** Which week of the cycle is the present one, counted from 0. */
export function weekOfCycle(draft: TemplateDraft, today: string, firstWeekday: number): number | null {
  if (draft.cycleWeeks === 1 || draft.anchorDate === null) return null;
  const weeks = Math.floor(daysBetween(firstWeekOf(draft.anchorDate, firstWeekday), today) / 7);
  return ((weeks % draft.cycleWeeks) + draft.cycleWeeks) % draft.cycleWeeks;
}

function nextWords(draft: TemplateDraft, today: string, firstWeekday: number): string {
  const present = weekOfCycle(draft, today, firstWeekday) ?? 0;
  const next = (present + 1) % draft.cycleWeeks;
  const begins = addDays(anchorFor(today, firstWeekday), 7);
  return `${WEEK_NAMES[next]} begins on ${formatDate(begins, "day")}.`;
}
