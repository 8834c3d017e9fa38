/** A value with the steps that led to it. */
export interface History<Value> {
  readonly past: readonly Value[];
  readonly present: Value;
  readonly future: readonly Value[];
  /** What the last step was part of: a further step of the same thing, like the next letter, makes one with it. */
  readonly tag: string | null;
}

const REMEMBERED = 200;

export const begun = <Value>(present: Value): History<Value> => ({ past: [], present, future: [], tag: null });

/** A step to another value. What was undone before it is forgotten. */
export function stepped<Value>(history: History<Value>, next: Value, tag: string | null = null): History<Value> {
  if (next === history.present) return history;
  const continues = tag !== null && tag === history.tag;
  const past = continues ? history.past : [...history.past, history.present].slice(-REMEMBERED);
  return { past, present: next, future: [], tag };
}

/** The same step, brought into order: nothing more to undo than before. */
export const amended = <Value>(history: History<Value>, present: Value): History<Value> => ({ ...history, present });

export function undone<Value>(history: History<Value>): History<Value> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    tag: null,
  };
}

export function redone<Value>(history: History<Value>): History<Value> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, tag: null };
}
