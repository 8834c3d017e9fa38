import { type RefObject, useEffect } from "react";

/** Leads to the first field that was refused, when there are new problems: after a press of the form's own button. */
export function useFirstProblem(form: RefObject<HTMLElement | null>, problems: unknown): void {
  useEffect(() => {
    if (problems === null) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid='true']")?.focus();
  }, [form, problems]);
}
