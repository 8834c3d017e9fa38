import type { SaveProblem } from "../../shell/save-problem.ts";
import type { WindowProblem } from "../window-text.ts";
import { sentWindows, type TemplateDraft } from "./template-draft.ts";

const DETAILS = /^(name|timeZone|isDefault|sessionType|effectiveFrom|effectiveUntil|cycleWeeks|anchorDate)$/;

/** Where a refusal belongs: the server names a window by its number among those sent, as in windows.3.end. */
export function problemFinder(
  draft: TemplateDraft,
  problem: SaveProblem | null,
  typing: ReadonlyMap<string, WindowProblem> | null,
) {
  const field = problem?.field ?? "";
  const [, number, side] = /^windows\.(\d+)(?:\.(start|end))?/.exec(field) ?? [];
  const wrong = number === undefined ? undefined : sentWindows(draft)[Number(number)]?.key;
  return {
    isDetail: DETAILS.test(field),
    errorAt: (...fields: string[]): string | undefined => (fields.includes(field) ? problem?.message : undefined),
    problemAt: (key: string): WindowProblem =>
      key === wrong ? { [side === "end" ? "end" : "start"]: problem?.message } : (typing?.get(key) ?? {}),
  };
}
