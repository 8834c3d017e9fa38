import { type RefObject, useState } from "react";
import { flushSync } from "react-dom";
import { useSearchParams } from "wouter";
import type { Page } from "../BookingFlow.tsx";
import type { BookedSession } from "../done/booked-session.ts";
import { tokenOf } from "../hold.ts";
import type { Where } from "../hold-keeper.ts";
import type { HoldControl } from "../use-hold.ts";
import { checkDraft, type Draft, type FieldErrors, fieldOf } from "./details.ts";
import { useDraft } from "./draft.ts";
import { prefilled } from "./prefill.ts";
import { type BookResult, useBookSession } from "./use-book-session.ts";

/** What stands in the way of the whole booking, not of one field. */
export type FormProblem =
  | { kind: "plain"; message: string }
  | { kind: "refused"; title: string; message: string }
  | { kind: "seated" }
  | { kind: "wait"; message: string; retryAt: string };

export type BookingFormOptions = {
  page: Page;
  where: Where;
  holding: HoldControl;
  form: RefObject<HTMLFormElement | null>;
  onBooked: (session: BookedSession) => void;
};

/** What is typed, what is wrong with it, and the way to the server. */
export function useBookingForm({ page, where, holding, form, onBooked }: BookingFormOptions) {
  const { hold, lose } = holding;
  const [address] = useSearchParams();
  const { draft, change, forget } = useDraft(where, () => prefilled(address, page));
  const [errors, setErrors] = useState<FieldErrors>({});
  const [problem, setProblem] = useState<FormProblem | null>(null);
  const { book, busy } = useBookSession();
  const { questions } = page.sessionType;

  const showErrors = (found: FieldErrors) => {
    flushSync(() => setErrors(found));
    focusFirst(form.current, found);
  };
  const booked = ({ booking, token, redirectUrl }: Extract<BookResult, { __typename: "Booked" }>) => {
    forget();
    onBooked({
      ...{ booking, token },
      redirectUrl: redirectUrl ? withState(redirectUrl, address.get("state")) : null,
      clientName: draft.details.name.trim(),
      clientEmail: draft.details.email.trim(),
      guests: draft.guests.map((guest) => guest.trim()),
    });
  };
  const settle = (result: BookResult) => {
    switch (result.__typename) {
      case "Booked":
        return booked(result);
      case "EmailProofNeeded":
        return holding.awaitProof({ ...result, token: result.holdToken });
      case "SlotTaken":
      case "SlotNotOffered":
      case "HoldExpired":
        return lose(result.message, result.alternatives);
      case "InvalidInput": {
        const field = fieldOf(result.field, draft);
        return field ? showErrors({ [field]: result.message }) : setProblem({ kind: "plain", message: result.message });
      }
      case "TooManyAttempts":
        return setProblem({ kind: "wait", message: result.message, retryAt: result.retryAt });
      case "AlreadySeated":
        return setProblem({ kind: "seated" });
      case "LinkUnavailable":
        return setProblem({
          kind: "refused",
          title: "This booking link is no longer open",
          message: `Ask ${page.coach.name} for a new one. What you wrote stays here as long as this page is open.`,
        });
      case "TooManyHolds":
        return setProblem({ kind: "refused", title: "This cannot be booked yet", message: result.message });
      case "IdempotencyConflict":
        return setProblem({
          kind: "plain",
          message:
            "This was sent before with other details, and nothing was booked twice. Look it over and press again.",
        });
      case "Failed":
        return setProblem({ kind: "plain", message: result.message });
    }
  };
  const submit = async () => {
    if (busy || hold.kind === "none") return;
    const found = checkDraft(draft, questions);
    setProblem(null);
    showErrors(found);
    if (Object.keys(found).length > 0) return;
    const holdToken = hold.kind === "held" ? tokenOf(hold) : null;
    const { startAt } = hold;
    const redirectTo = address.get("redirect");
    settle(await book({ ...where, coachZone: page.coach.timeZone, startAt, holdToken, draft, questions, redirectTo }));
  };
  const write = (fields: Partial<Draft>, names: readonly string[]) => {
    change((before) => ({ ...before, ...fields }));
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !names.includes(name))));
  };
  return { draft, write, errors, problem, clearProblem: () => setProblem(null), submit, booked, busy };
}

/** In the order of the page, whatever the order of what was found. */
function focusFirst(form: HTMLFormElement | null, errors: FieldErrors): void {
  const fields = [...(form?.elements ?? [])].filter((element) => element instanceof HTMLElement);
  fields.find((field) => (field.getAttribute("name") ?? "") in errors)?.focus();
}

/** What whoever made the address wants to hear again. */
function withState(address: string, state: string | null): string {
  if (state === null) return address;
  const url = new URL(address);
  url.searchParams.set("state", state);
  return url.href;
}
