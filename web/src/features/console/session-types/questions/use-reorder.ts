import { type KeyboardEvent, type PointerEvent, type RefObject, useLayoutEffect, useRef, useState } from "react";
import { announce } from "../../../../ui/Announcer.tsx";
import { type QuestionDraft, titleOf } from "./question-draft.ts";
import { moved } from "./question-edits.ts";

interface ReorderOptions {
  readonly questions: readonly QuestionDraft[];
  readonly list: RefObject<HTMLElement | null>;
  readonly onMove: (from: number, to: number) => void;
}

/** Handles that carry their question up and down, by pointer and by arrow key. The rows change places under the pointer. */
export function useReorder({ questions, list, onMove }: ReorderOptions) {
  const [carried, setCarried] = useState<string | null>(null);
  const focused = useRef<string | null>(null);
  // A row that changes its place in the page loses the focus on the way.
  useLayoutEffect(() => {
    if (focused.current === null) return;
    list.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(focused.current)}"]`)?.focus();
    focused.current = null;
  });

  function move(from: number, to: number, byKey: boolean) {
    const question = questions[from];
    if (question === undefined) return;
    const place = moved(questions, from, to).indexOf(question);
    if (place === from) {
      if (byKey) announce(whyNot(questions, from, to));
      return;
    }
    if (byKey) focused.current = question.id;
    announce(`“${titleOf(question)}” is now ${place + 1} of ${questions.length}.`);
    onMove(from, to);
  }
  const handleProps = (question: QuestionDraft, index: number) => ({
    "data-handle": question.id,
    onKeyDown: (event: KeyboardEvent) => {
      const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (step === undefined) return;
      event.preventDefault();
      move(index, index + step, true);
    },
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setCarried(question.id);
    },
    onPointerMove: (event: PointerEvent) => {
      if (carried !== question.id) return;
      const target = rowAt(list.current, event.clientY);
      if (target !== null && target !== index) move(index, target, false);
    },
    onPointerUp: () => setCarried(null),
    onPointerCancel: () => setCarried(null),
  });
  return { carried, handleProps };
}

/** The row whose middle half a height lies in: at its edges the carried one stays, so that tall rows do not flicker. */
function rowAt(list: HTMLElement | null, y: number): number | null {
  for (const [index, row] of [...(list?.children ?? [])].entries()) {
    const { top, height } = row.getBoundingClientRect();
    if (y > top + height / 4 && y < top + (height * 3) / 4) return index;
  }
  return null;
}

function whyNot(questions: readonly QuestionDraft[], from: number, to: number): string {
  const neighbour = questions[to];
  if (neighbour === undefined) return to < 0 ? "It is the first." : "It is the last.";
  return to < from
    ? `It depends on “${titleOf(neighbour)}”, so it stays below it.`
    : `“${titleOf(neighbour)}” depends on it, so it stays above.`;
}
