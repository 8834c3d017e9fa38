import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import type { AvailabilityChangeInput } from "../../../../generated/schema.ts";
import { announce } from "../../../../ui/Announcer.tsx";
import { useCoach } from "../../shell/coach.ts";
import type { SaveProblem } from "../../shell/save-problem.ts";
import { affectedWords, type Decisions, datesInWords, decisionInputs } from "./decisions.ts";
import { saveChange } from "./save-change.ts";
import { usePreview } from "./use-preview.ts";

interface ChangeOptions {
  /** Null while there is nothing to save. */
  readonly change: AvailabilityChangeInput | null;
  readonly onSaved: () => void;
  /** Sessions are affected that the coach has not seen yet: they must be shown to her before she saves. */
  readonly onAffected?: () => void;
  /** Whether the sessions that are affected stand before her. */
  readonly shown: boolean;
}

export type ChangeFlow = ReturnType<typeof useChange>;

/** The way of every change of hours: what it would do, what becomes of the sessions it affects, and then it is saved. */
export function useChange({ change, onSaved, onAffected, shown }: ChangeOptions) {
  const client = useApolloClient();
  const { timeZone } = useCoach();
  const { preview, check } = usePreview(change, timeZone);
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const [saving, setSaving] = useState(false);
  const [problem, setProblem] = useState<{ readonly of: string; readonly problem: SaveProblem } | null>(null);
  const [attempts, setAttempts] = useState(0);
  const key = JSON.stringify(change);
  const seen = shown && preview.state === "known";

  const refuse = (found: SaveProblem) => setProblem({ of: key, problem: found });

  async function save(): Promise<void> {
    if (saving || change === null) return;
    setAttempts((before) => before + 1);
    setProblem(null);
    setSaving(true);
    const checked = await check();
    if (checked.state === "refused" || checked.state === "failed") refuse(checked.problem);
    else if (checked.state === "known" && checked.affected.length > 0 && !seen) {
      announce(`${affectedWords(checked.affected.length)}. Choose what becomes of them, then save.`);
      onAffected?.();
    } else if (checked.state === "known") {
      const failed = await saveChange(client, change, decisionInputs(decisions, checked.affected));
      if (failed !== null) refuse(failed);
      else {
        setDecisions(new Map());
        onSaved();
      }
    }
    setSaving(false);
  }

  const told = problem?.of === key ? problem.problem : null;
  const found = told ?? (preview.state === "refused" || preview.state === "failed" ? preview.problem : null);
  const said = found && { ...found, message: datesInWords(found.message) };
  return { preview, check, decisions, decide: setDecisions, save, saving, attempts, problem: said };
}
