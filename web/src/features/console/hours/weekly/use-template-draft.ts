import { useMemo } from "react";
import type { TemplatePartsFragment } from "../../../../generated/console.ts";
import { keptState } from "../../shell/kept-state.ts";
import { amended, begun, type History, redone, stepped, undone } from "./history.ts";
import { changeOf, draftOf, fingerprintOf, type TemplateDraft } from "./template-draft.ts";

interface Kept {
  /** What was saved when the last step was made from it. */
  readonly base: string;
  readonly history: History<TemplateDraft>;
}

export type Edit = (draft: TemplateDraft) => TemplateDraft;
export type TemplateEditor = ReturnType<typeof useTemplateDraft>;

const useKeptDrafts = keptState<ReadonlyMap<string, Kept>>();

/** The hours as they are being changed, with undo. They are kept while the coach looks at another page. */
export function useTemplateDraft(template: TemplatePartsFragment) {
  const { id } = template;
  const saved = useMemo(() => draftOf(template), [template]);
  const base = useMemo(() => fingerprintOf(saved), [saved]);
  const [drafts, keep] = useKeptDrafts();
  const kept = currentOf(drafts?.get(id), saved, base);
  const { history } = kept;
  const draft = history.present;
  const change = useMemo(() => changeOf(id, template, draft), [id, template, draft]);

  const write = (next: (history: History<TemplateDraft>) => History<TemplateDraft>) =>
    keep((before) => {
      const now = currentOf(before?.get(id), saved, base);
      const made = next(now.history);
      if (made === now.history) return before;
      const from = fingerprintOf(now.history.present) === base ? base : now.base;
      return new Map([...(before ?? []), [id, { base: from, history: made }]]);
    });

  return {
    template,
    draft,
    /** What would be saved; null when nothing differs. */
    change,
    /** Somebody saved these hours elsewhere since they were changed here. */
    elsewhere: change !== null && kept.base !== base,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    /** Steps with one tag, like letters typed into a field, are undone together. */
    edit: (edit: Edit, tag: string | null = null) => write((before) => stepped(before, edit(before.present), tag)),
    /** Brings the last step into order; it is undone with it. */
    amend: (edit: Edit) =>
      write((before) => {
        const next = edit(before.present);
        return next === before.present ? before : amended(before, next);
      }),
    undo: () => write(undone),
    redo: () => write(redone),
    discard: () => write((before) => stepped(before, saved)),
  };
}

/** What was kept, unless nothing was changed in it and the saved hours are others now. */
function currentOf(kept: Kept | undefined, saved: TemplateDraft, base: string): Kept {
  if (kept === undefined) return { base, history: begun(saved) };
  const print = fingerprintOf(kept.history.present);
  const untouched = print === kept.base;
  if (untouched && kept.base !== base && print !== base) return { base, history: begun(saved) };
  return kept;
}
