import type { QuestionInput } from "../../../../generated/schema.ts";
import { answersOf, hasOptions, optionsOf, type QuestionDraft, titleOf } from "./question-draft.ts";

const MAX_KEY = 40;
const MAX_OPTIONS = 20;
export const MAX_QUESTIONS = 20;

export type QuestionField = "label" | "help" | "options" | "shownWhen";
/** What is wrong, by the form's own id of the question. */
export type QuestionProblems = { readonly [id: string]: { readonly [field in QuestionField]?: string } };

type Read = { readonly input: QuestionInput[] } | { readonly problems: QuestionProblems };

/** What the form means, or what nobody could answer, by question. */
export function readQuestions(drafts: readonly QuestionDraft[]): Read {
  const problems = Object.fromEntries(
    drafts
      .map((draft) => [draft.id, problemsOf(draft, drafts)])
      .filter(([, found]) => Object.keys(found ?? {}).length > 0),
  );
  if (Object.keys(problems).length > 0) return { problems };
  const keys = keysOf(drafts);
  const keyOf = (id: string) => keys.get(id) ?? id;
  return {
    input: drafts.map((draft) => ({
      key: keyOf(draft.id),
      kind: draft.kind,
      label: draft.label.trim(),
      help: draft.help.trim() || null,
      required: draft.required,
      options: optionsOf(draft),
      shownWhen: draft.shownWhen && { question: keyOf(draft.shownWhen.question), answers: draft.shownWhen.answers },
    })),
  };
}

function problemsOf(draft: QuestionDraft, drafts: readonly QuestionDraft[]): { [field in QuestionField]?: string } {
  const found: { [field in QuestionField]?: string } = {};
  if (!draft.label.trim()) found.label = "Write what you ask.";
  if (hasOptions(draft.kind)) {
    const options = optionsOf(draft);
    const twice = options.find((option, index) => options.indexOf(option) < index);
    if (options.length < 2) found.options = "Give two answers or more, one a line.";
    else if (options.length > MAX_OPTIONS)
      found.options = `These are ${options.length} answers; give at most ${MAX_OPTIONS}.`;
    else if (twice) found.options = `“${twice}” stands there twice. Give each answer once.`;
  }
  const condition = conditionProblem(draft, drafts);
  if (condition) found.shownWhen = condition;
  return found;
}

function conditionProblem({ shownWhen }: QuestionDraft, drafts: readonly QuestionDraft[]): string | null {
  if (shownWhen === null) return null;
  const cause = drafts.find(({ id }) => id === shownWhen.question);
  if (cause === undefined) return "Choose the question that it depends on.";
  const answers = answersOf(cause).map(({ id }) => id);
  if (answers.length === 0) return `“${titleOf(cause)}” has no answers to choose from any more. Choose another one.`;
  if (shownWhen.answers.length === 0) return "Tick one answer or more.";
  return shownWhen.answers.every((answer) => answers.includes(answer))
    ? null
    : "Tick its answers anew: they have changed.";
}

/** A key for each question: the one it has for good, or one made of its words. */
function keysOf(drafts: readonly QuestionDraft[]): ReadonlyMap<string, string> {
  const taken = new Set(drafts.flatMap(({ key }) => key ?? []));
  const keys = new Map<string, string>();
  for (const { id, key, label } of drafts) {
    const chosen = key ?? freeKey(label, taken);
    taken.add(chosen);
    keys.set(id, chosen);
  }
  return keys;
}

function freeKey(label: string, taken: ReadonlySet<string>): string {
  const words = label
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, MAX_KEY - 3)
    .replaceAll(/^-+|-+$/g, "");
  const stem = words || "question";
  let key = stem;
  for (let number = 2; taken.has(key); number++) key = `${stem}-${number}`;
  return key;
}

const PATH = /^questions\.(\d+)\.(label|help|options|shownWhen)/;

/** The question and the field that a refusal of the server is about. */
export function refusedAt(
  path: string | null,
  drafts: readonly QuestionDraft[],
): { id: string; field: QuestionField } | null {
  const [, index, field] = PATH.exec(path ?? "") ?? [];
  const draft = drafts[Number(index)];
  const known = (["label", "help", "options", "shownWhen"] as const).find((one) => one === field);
  return draft && known ? { id: draft.id, field: known } : null;
}
