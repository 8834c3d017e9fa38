import { type RefObject, useState } from "react";
import { flushSync } from "react-dom";
import { type BookLinkSeriesMutation, useBookLinkSeriesMutation } from "../../../generated/link-series.ts";
import type { BookLinkSeriesInput, SeriesDatesInput } from "../../../generated/schema.ts";
import { useAttempts } from "../../../lib/attempt.ts";
import { describeFailure, send, useStillThere } from "../../../lib/send.ts";
import { checkDraft, type Draft, type FieldErrors, fieldOf } from "../form/details.ts";
import type { Question } from "../form/questions.ts";
import { answersToSend } from "../form/questions.ts";
import type { FormProblem } from "../form/use-booking-form.ts";
import type { Where } from "../hold-keeper.ts";

type Result = BookLinkSeriesMutation["bookLinkSeries"];
export type BookedSeries = Extract<Result, { __typename: "LinkSeriesBooked" }>["sessions"];

type BookOptions = {
  where: Where;
  draft: Draft;
  questions: readonly Question[];
  form: RefObject<HTMLFormElement | null>;
  onBooked: (sessions: BookedSeries) => void;
  /** Something was faster: the dates are to be looked at again. */
  onClash: () => void;
};

/** Books all sessions or none, once, however often it is pressed or the network fails. */
export function useBookLinkSeries({ where, draft, questions, form, onBooked, onClash }: BookOptions) {
  const [mutate] = useBookLinkSeriesMutation();
  const attempts = useAttempts<BookLinkSeriesInput>();
  const stillThere = useStillThere();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const { coach, link, timeZone } = where;

  const showErrors = (found: FieldErrors) => {
    flushSync(() => setErrors(found));
    const fields = [...(form.current?.elements ?? [])].filter((element) => element instanceof HTMLElement);
    fields.find((field) => (field.getAttribute("name") ?? "") in found)?.focus();
  };
  const settle = (result: Result) => {
    switch (result.__typename) {
      case "LinkSeriesBooked":
        return onBooked(result.sessions);
      case "LinkSeriesClash":
        onClash();
        return setProblem({ kind: "refused", title: "Nothing is booked yet", message: result.message });
      case "InvalidInput": {
        const field = fieldOf(result.field, draft);
        return field ? showErrors({ [field]: result.message }) : setProblem({ kind: "plain", message: result.message });
      }
      case "TooManyAttempts":
        return setProblem({ kind: "wait", message: result.message, retryAt: result.retryAt });
      default:
        return setProblem({ kind: "plain", message: result.message });
    }
  };
  const submit = async (dates: SeriesDatesInput, shown: string) => {
    if (busy) return;
    const found = checkDraft({ ...draft, guests: [] }, questions);
    setProblem(null);
    showErrors(found);
    if (Object.keys(found).length > 0) return;
    const { name, email, phone, note } = draft.details;
    const client = {
      name: name.trim(),
      email: email.trim(),
      phone: phone.trim() || null,
      note: note.trim() || null,
      timeZone,
    };
    const fields = { coach, link, dates, shown, client, answers: answersToSend(questions, draft.answers) };
    const input = attempts.input(fields, (idempotencyKey) => ({ ...fields, idempotencyKey }));
    setBusy(true);
    try {
      const { bookLinkSeries } = await send(() => mutate({ variables: { input, timeZone } }), stillThere);
      attempts.settled();
      settle(bookLinkSeries);
    } catch (error) {
      setProblem({ kind: "plain", message: describeFailure(error) });
    } finally {
      setBusy(false);
    }
  };
  const mend = (names: readonly string[]) =>
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name))));
  return { submit, busy, errors, mend, problem };
}
