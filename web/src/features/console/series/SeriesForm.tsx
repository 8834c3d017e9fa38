import { zoneCity } from "../../../lib/time.ts";
import { Segmented } from "../../../ui/Segmented.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { DraftFields } from "../panel/DraftFields.tsx";
import { StartFields } from "../panel/StartFields.tsx";
import { useCoach } from "../shell/coach.ts";
import styles from "./NewSeries.module.css";
import { People } from "./People.tsx";
import type { Preview } from "./preview/state-words.ts";
import { NumberField, RuleFields } from "./RuleFields.tsx";
import { RuleText } from "./RuleText.tsx";
import { withStart } from "./rule-draft.ts";
import {
  clientZoneOf,
  type DraftProblems,
  peopleIn,
  type SeriesDraft,
  type SeriesType,
  zoneOfSeries,
} from "./series-draft.ts";
import { firstName } from "./series-words.ts";
import type { Refused } from "./use-series-preview.ts";

interface SeriesFormProps {
  readonly draft: SeriesDraft;
  readonly types: readonly (SeriesType & { readonly colour: string })[];
  readonly preview: Preview | null;
  readonly problems: DraftProblems;
  readonly refused: Refused | null;
  readonly onChange: (change: Partial<SeriesDraft>) => void;
}

/** Who, what, when and how often. */
export function SeriesForm({ draft, types, preview, problems, refused, onChange }: SeriesFormProps) {
  const coach = useCoach();
  const type = types.find(({ id }) => id === draft.sessionTypeId);
  const people = peopleIn(draft);
  const clientZone = clientZoneOf(draft);
  const zone = zoneOfSeries(draft, coach.timeZone);
  const errorAt = (field: string) =>
    field === "clients" && problems.clients ? problems.clients : refused?.field === field ? refused.message : undefined;
  const isGroup = people.length > 1 || (type?.capacity ?? 1) > 1;
  /** The other clock shows the same moment: only who keeps it changes. */
  const keepClock = (clock: SeriesDraft["clock"]) => {
    const first = preview?.occurrences[0];
    const start = clock === "client" ? first?.clientLocalStart : first?.coachLocalStart;
    onChange({ clock, choices: new Map(), ...(start && { start, rule: withStart(draft.rule, draft.start, start) }) });
  };
  return (
    <>
      <div className={styles.part}>
        <People draft={draft} onChange={onChange} errorAt={errorAt} />
        <DraftFields
          draft={draft}
          types={types}
          onDraft={({ sessionTypeId, minutes }) => onChange({ sessionTypeId, minutes })}
        />
        {isGroup && (
          <NumberField
            label="Seats of the whole course"
            value={draft.capacity}
            onChange={(capacity) => onChange({ capacity })}
            error={problems.capacity ?? errorAt("capacity")}
            hint={`${Math.max(type?.capacity ?? 1, people.length)} without a number.`}
          />
        )}
      </div>
      <div className={styles.part}>
        <div>
          <StartFields
            start={draft.start}
            minutes={draft.minutes}
            onChange={(start) => onChange({ start, rule: withStart(draft.rule, draft.start, start) })}
            error={errorAt("dates.start")}
          />
          {clientZone !== null && clientZone !== coach.timeZone && (
            <p className={styles.hint}>As clocks show it in {zoneCity(zone)}.</p>
          )}
        </div>
        {clientZone !== null && clientZone !== coach.timeZone && (
          <Segmented
            label="Keeps its time by the clocks of"
            options={[
              { id: "coach", label: `You, ${zoneCity(coach.timeZone)}` },
              { id: "client", label: `${firstName(people[0]?.name ?? "")}, ${zoneCity(clientZone)}` },
            ]}
            value={draft.clock}
            onChange={keepClock}
          />
        )}
        {draft.rule.text === null && (
          <RuleFields
            rule={draft.rule}
            start={draft.start}
            problems={problems}
            onChange={(change) => onChange({ rule: { ...draft.rule, ...change } })}
          />
        )}
        <RuleText
          key={draft.rule.text}
          rule={draft.rule}
          start={draft.start}
          recurrence={preview?.recurrence ?? ""}
          error={errorAt("dates.recurrence")}
          onChange={(change) => onChange({ rule: { ...draft.rule, ...change } })}
        />
      </div>
      <div className={styles.part}>
        <TextField
          dense
          multiline
          optional
          label="Note"
          value={draft.note}
          onChange={(note) => onChange({ note })}
          error={errorAt("note")}
          hint="Stands with each session."
        />
      </div>
    </>
  );
}
