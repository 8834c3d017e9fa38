import { type RefObject, useState } from "react";
import { flushSync } from "react-dom";
import { useLocation, useSearchParams } from "wouter";
import { addDays } from "../../../lib/dates.ts";
import { useMoment } from "../../session/use-moment.ts";
import { type JoinResult, useJoinWaitlist } from "../../waiting/use-join-waitlist.ts";
import { beginWish, checkWish, type WishDraft, wishFieldOf, wishOf } from "../../waiting/wish-draft.ts";
import type { Wish } from "../../waiting/wish-words.ts";
import { checkDraft, type Draft, type FieldErrors, fieldOf } from "../form/details.ts";
import { useDraft } from "../form/draft.ts";
import { prefilled } from "../form/prefill.ts";
import { answersToSend } from "../form/questions.ts";
import type { WaitStepProps } from "./WaitStep.tsx";

export type JoinProblem =
  | Extract<JoinResult, { __typename: "TimeFree" | "SlotNotOffered" }>
  | { __typename: "Plain" | "Already"; message: string };

const yearDays = 365;

/** What is typed, what is wrong with it, and the way to the server. */
export function useWaitForm(
  { page, where, what, today, board }: WaitStepProps,
  form: RefObject<HTMLFormElement | null>,
) {
  const [address] = useSearchParams();
  const [, go] = useLocation();
  const { draft, change } = useDraft(where, () => prefilled(address, page));
  const last = addDays(today, yearDays);
  const [wish, setWish] = useState(() =>
    beginWish(isDate(what) ? what : null, { first: today, last: page.lastDate > today ? page.lastDate : last }),
  );
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState<JoinProblem | null>(null);
  const { join, busy } = useJoinWaitlist();
  const start = useWantedStart(what, where.timeZone, board);

  const showErrors = (found: FieldErrors) => {
    flushSync(() => setErrors(found));
    focusFirst(form.current, found);
  };
  const settle = (result: JoinResult) => {
    switch (result.__typename) {
      case "WaitlistJoined":
        return go(`/waiting/${result.token}`, { state: { told: "You’re on the waitlist." } });
      case "TimeFree":
      case "SlotNotOffered":
        return setProblem(result);
      case "AlreadyWaiting":
        return setProblem({ __typename: "Already", message: result.message });
      case "InvalidInput": {
        const field = fieldOf(result.field, { guests: [] }) ?? (start ? null : wishFieldOf(result.field, wish.kind));
        if (field) return showErrors({ [field]: result.message });
        return setProblem({ __typename: "Plain", message: result.message });
      }
      case "TooManyWaiting":
      case "LinkUnavailable":
      case "IdempotencyConflict":
      case "Failed":
        return setProblem({ __typename: "Plain", message: result.message });
    }
  };
  const submit = async (besidesFree: boolean) => {
    if (busy) return;
    const { questions } = page.sessionType;
    const found = { ...(start ? {} : checkWish(wish)), ...checkDraft({ ...draft, guests: [] }, questions) };
    setProblem(null);
    showErrors(found);
    if (Object.keys(found).length > 0) return;
    const { coach, link, minutes, timeZone } = where;
    settle(
      await join({
        ...{ coach, link, minutes, besidesFree },
        wanted: start ? { startAt: start.startAt } : wish,
        client: clientOf(draft, timeZone),
        answers: answersToSend(questions, draft.answers),
      }),
    );
  };
  const clear = (names: readonly string[]) =>
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name))));
  const write = (fields: Partial<Draft>, names: readonly string[]) => {
    change((before) => ({ ...before, ...fields }));
    clear(names);
  };
  const writeWish = (fields: Partial<WishDraft>) => {
    setWish((before) => ({ ...before, ...fields }));
    setProblem(null);
    clear(Object.keys(fields));
  };
  const said = start ? start.wish : wishOf(wish);
  /** Besides what is free, other times can be waited for: but not where one start alone is wanted. */
  const others = start || wish.kind === "SLOT" ? null : () => void submit(true);
  return { draft, write, wish, writeWish, errors, problem, submit, others, busy, start, said, last };
}

export type WaitForm = ReturnType<typeof useWaitForm>;
type WantedStart = { readonly startAt: string; readonly wish: Wish | null };

/** The start in the address, as what it is: a full session, or a time that somebody has. */
function useWantedStart(what: string, timeZone: string, board: WaitStepProps["board"]): WantedStart | null {
  const startAt = what === "any" || isDate(what) ? null : what;
  const moment = useMoment(startAt, timeZone);
  if (startAt === null) return null;
  const localStart = moment?.local;
  const full = localStart && board?.full.get(localStart.slice(0, 10))?.some((session) => session.startAt === startAt);
  return { startAt, wish: localStart ? { kind: full ? "SESSION" : "SLOT", localStart } : null };
}

const isDate = (what: string): boolean => /^\d{4}-\d\d-\d\d$/.test(what);

function clientOf({ details }: Draft, timeZone: string) {
  return {
    name: details.name.trim(),
    email: details.email.trim(),
    phone: details.phone.trim() || null,
    note: details.note.trim() || null,
    timeZone,
  };
}

/** In the order of the page, whatever the order of what was found. */
function focusFirst(form: HTMLFormElement | null, errors: FieldErrors): void {
  for (const element of form?.elements ?? []) {
    if (!(element instanceof HTMLElement) || !((element.getAttribute("name") ?? "") in errors)) continue;
    element.focus();
    return;
  }
}
