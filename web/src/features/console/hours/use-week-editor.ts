import { useEffect, useMemo, useState } from "react";
import { type TemplatePartsFragment, useUpdateAvailabilityTemplateMutation } from "../../../generated/console.ts";
import { toast } from "../../../ui/Toaster.tsx";
import { type SaveProblem, saveProblemOf, unansweredProblem } from "../shell/save-problem.ts";
import { type CheckedWeek, checkWeek, type WeekDraft, type WindowProblem, weekOf } from "./week-draft.ts";

/** What was changed and not saved stays while the coach looks at another page. */
const drafts = new Map<string, WeekDraft>();

export function useWeekEditor(template: TemplatePartsFragment) {
  const saved = useMemo(() => weekOf(template.windows), [template.windows]);
  const [draft, setDraft] = useState<WeekDraft | null>(() => drafts.get(template.id) ?? null);
  const [asked, setAsked] = useState(0);
  const [refused, setRefused] = useState<{ readonly problem: SaveProblem; readonly keys: readonly string[] } | null>(
    null,
  );
  const [update, { loading: saving }] = useUpdateAvailabilityTemplateMutation();
  const week = draft ?? saved;
  const checked = useMemo(() => checkWeek(week), [week]);
  const changed = draft !== null && !sameWeek(checked, checkWeek(saved));

  useEffect(() => {
    if (draft === null) drafts.delete(template.id);
    else drafts.set(template.id, draft);
  }, [draft, template.id]);
  useUnloadWarning(changed);

  function edit(next: WeekDraft) {
    setRefused(null);
    setDraft(next);
  }
  function discard() {
    setAsked(0);
    setRefused(null);
    setDraft(null);
  }
  async function save() {
    setAsked((times) => times + 1);
    if (checked.problems.size > 0 || saving) return;
    const { windows, keys } = checked;
    try {
      const { data } = await update({ variables: { input: { id: template.id, windows } } });
      const answer = data?.updateAvailabilityTemplate;
      if (answer?.__typename !== "AvailabilityTemplateSaved") {
        return setRefused({ problem: answer ? saveProblemOf(answer) : unansweredProblem(), keys });
      }
      discard();
      toast({ tone: "success", message: "Your hours are saved. Booking pages show them now." });
    } catch {
      setRefused({ problem: unansweredProblem(), keys });
    }
  }

  const atField = refused === null ? null : fieldOf(refused.problem, refused.keys);
  const problemAt = (key: string): WindowProblem => {
    if (atField?.key === key) return { [atField.side]: refused?.problem.message };
    return asked > 0 ? (checked.problems.get(key) ?? {}) : {};
  };
  /** New with every attempt to save that met a problem. */
  const attempt = asked === 0 ? null : (refused ?? asked);
  return {
    week,
    attempt,
    edit,
    discard,
    save,
    saving,
    changed,
    problemAt,
    problem: atField === null ? (refused?.problem ?? null) : null,
  };
}

/** The server names a window by its number among those sent: windows.3.end */
function fieldOf({ field }: SaveProblem, keys: readonly string[]): { key: string; side: "start" | "end" } | null {
  const match = /^windows\.(\d+)(?:\.(start|end))?/.exec(field ?? "");
  const key = match === null ? undefined : keys[Number(match[1])];
  return key === undefined ? null : { key, side: match?.[2] === "end" ? "end" : "start" };
}

function sameWeek(a: CheckedWeek, b: CheckedWeek): boolean {
  return a.problems.size === 0 && JSON.stringify(a.windows) === JSON.stringify(b.windows);
}

function useUnloadWarning(changed: boolean) {
  useEffect(() => {
    if (!changed) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [changed]);
}
