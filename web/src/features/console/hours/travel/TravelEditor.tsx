import { useRef, useState } from "react";
import { zoneCity } from "../../../../lib/time.ts";
import { Segmented } from "../../../../ui/Segmented.tsx";
import { TextField } from "../../../../ui/TextField.tsx";
import { toast } from "../../../../ui/Toaster.tsx";
import { useCoach } from "../../shell/coach.ts";
import { ChangePanel } from "../change/ChangePanel.tsx";
import { useChange } from "../change/use-change.ts";
import rows from "../Rows.module.css";
import { ZoneField } from "../ZoneField.tsx";
import { readTravel, type TravelDraft, type TravelField, type TravelProblems, withZone } from "./travel-draft.ts";

interface TravelEditorProps {
  readonly draft: TravelDraft;
  readonly touched: boolean;
  readonly onChange: (draft: TravelDraft) => void;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

const SHOWN: readonly string[] = ["place", "timeZone", "fromDate", "toDate"];

export function TravelEditor({ draft, touched, onChange, onClose, onDiscard }: TravelEditorProps) {
  const coach = useCoach();
  const [attempt, setAttempt] = useState(0);
  const city = useRef<string | null>(draft.timeZone === "" ? null : zoneCity(draft.timeZone));
  const read = readTravel(draft);
  const input = touched && "input" in read ? read.input : null;
  const flow = useChange({
    change: input && (draft.id === null ? { createTravel: input } : { updateTravel: { id: draft.id, ...input } }),
    shown: true,
    onSaved: () => {
      onClose();
      toast({ tone: "success", message: "Your travel is saved. Booking pages show it now." });
    },
  });
  const missing: TravelProblems = attempt > 0 && "problems" in read ? read.problems : {};
  const errorAt = (field: TravelField): string | undefined =>
    flow.problem?.field === field ? flow.problem.message : missing[field];
  function save() {
    if ("problems" in read) return setAttempt((times) => times + 1);
    return void flow.save();
  }
  const there = draft.place.trim() || (draft.timeZone === "" ? "there" : zoneCity(draft.timeZone));
  return (
    <ChangePanel
      title={draft.id === null ? "New travel" : `In ${draft.place || "another place"}`}
      flow={flow}
      save={{ words: "Save travel", busy: "Saving…" }}
      idle={!touched}
      attempt={attempt === 0 ? undefined : attempt}
      isShown={(field) => SHOWN.includes(field)}
      onClose={onClose}
      onDiscard={touched ? onDiscard : undefined}
      onSave={save}
    >
      <ZoneField
        label="City"
        value={draft.timeZone}
        onChange={(timeZone, chosen) => {
          onChange(withZone(draft, timeZone, chosen, city.current));
          city.current = chosen;
        }}
        error={errorAt("timeZone")}
      />
      <TextField
        dense
        label="What you call it"
        value={draft.place}
        onChange={(place) => onChange({ ...draft, place })}
        error={errorAt("place")}
        maxLength={80}
        autoComplete="off"
      />
      <div className={rows.pair}>
        <TextField
          dense
          type="date"
          label="First day"
          value={draft.fromDate}
          onChange={(fromDate) => onChange({ ...draft, fromDate })}
          error={errorAt("fromDate")}
        />
        <TextField
          dense
          optional
          type="date"
          label="Last day"
          value={draft.toDate}
          onChange={(toDate) => onChange({ ...draft, toDate })}
          error={errorAt("toDate")}
        />
      </div>
      <Segmented
        label="Your hours then"
        options={[
          { id: "there", label: `On the clocks in ${there}`.replace("in there", "there") },
          { id: "home", label: `At ${zoneCity(coach.timeZone)} time` },
        ]}
        value={draft.keepHomeHours ? "home" : "there"}
        onChange={(id) => onChange({ ...draft, keepHomeHours: id === "home" })}
      />
    </ChangePanel>
  );
}
