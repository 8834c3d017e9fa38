import { useState } from "react";
import { formatDate, zoneCity } from "../../../../lib/time.ts";
import { Button, IconButton } from "../../../../ui/Button.tsx";
import { Segmented } from "../../../../ui/Segmented.tsx";
import { toast } from "../../../../ui/Toaster.tsx";
import { useCoach } from "../../shell/coach.ts";
import { ChangePanel } from "../change/ChangePanel.tsx";
import { useChange } from "../change/use-change.ts";
import { WindowFields } from "../WindowFields.tsx";
import { readWindow } from "../window-text.ts";
import styles from "./Dates.module.css";
import {
  type DayDraft,
  dayProblems,
  overridesOf,
  tidiedDay,
  withoutStretch,
  withStretch,
  withTexts,
} from "./day-draft.ts";

interface OverrideEditorProps {
  readonly dates: readonly string[];
  readonly draft: DayDraft;
  /** Those of the dates that have hours of their own already. */
  readonly overridden: readonly string[];
  readonly onChange: (draft: DayDraft) => void;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

const CHOICES = [
  { id: "open", label: "Open" },
  { id: "closed", label: "Closed" },
] as const;

/** The hours of the chosen dates. */
export function OverrideEditor({ dates, draft, overridden, onChange, onClose, onDiscard }: OverrideEditorProps) {
  const coach = useCoach();
  const [attempt, setAttempt] = useState(0);
  const problems = dayProblems(draft);
  // Untouched hours may be meant as they are, for dates that have none of their own yet.
  const waits = draft.touched || overridden.length < dates.length;
  const input = waits ? overridesOf(dates, draft, coach.timeZone) : null;
  const flow = useChange({
    change: input && { setDateOverrides: input },
    shown: true,
    onSaved: () => {
      onClose();
      toast({ tone: "success", message: `${titleOf(dates)}: the hours are saved. Booking pages show them now.` });
    },
  });
  function save() {
    if (problems.size > 0) return setAttempt((times) => times + 1);
    return void flow.save();
  }
  return (
    <ChangePanel
      title={titleOf(dates)}
      flow={flow}
      save={{ words: dates.length === 1 ? "Save date" : `Save ${dates.length} dates`, busy: "Saving…" }}
      idle={!waits}
      attempt={attempt === 0 ? undefined : attempt}
      onClose={onClose}
      onDiscard={draft.touched ? onDiscard : undefined}
      onSave={save}
      keepsFocus
    >
      {dates.length > 1 && (
        <p className={styles.chosen}>{dates.map((date) => formatDate(date, "short")).join(" · ")}</p>
      )}
      <Segmented
        label="These dates are"
        hideLabel
        options={CHOICES}
        value={draft.windows.length === 0 ? "closed" : "open"}
        onChange={(choice) =>
          onChange(choice === "closed" ? { touched: true, windows: [] } : withStretch({ ...draft, windows: [] }))
        }
      />
      {draft.windows.length === 0 ? (
        <p className={styles.note}>Nobody can book on {dates.length === 1 ? "this date" : "these dates"}.</p>
      ) : (
        <div className={styles.windows}>
          {draft.windows.map((window, index) => {
            const read = readWindow(window);
            const name = draft.windows.length > 1 ? `Window ${index + 1}` : "Open";
            return (
              <div key={window.key} className={styles.window}>
                <WindowFields
                  name={name}
                  texts={window}
                  overnight={read.problem === null && read.from + read.minutes > 1440}
                  problem={attempt > 0 ? (problems.get(window.key) ?? {}) : {}}
                  onChange={(texts) => onChange(withTexts(draft, window.key, texts))}
                  onLeave={() => onChange(tidiedDay(draft, window.key))}
                />
                <IconButton
                  icon="close"
                  label={`Remove ${window.start} to ${window.end}`}
                  size="s"
                  onPress={() => onChange(withoutStretch(draft, window.key))}
                />
              </div>
            );
          })}
          <Button variant="quiet" size="s" icon="plus" onPress={() => onChange(withStretch(draft))}>
            Add hours
          </Button>
          <p className={styles.note}>{zoneCity(coach.timeZone)} time, in place of the weekly hours.</p>
        </div>
      )}
    </ChangePanel>
  );
}

const titleOf = ([first = "", ...others]: readonly string[]): string =>
  others.length === 0 ? formatDate(first, "long") : `${others.length + 1} dates`;
