import { type FormEvent, useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useStepFocus } from "../../ui/use-step-focus.ts";
import { Alternatives } from "../session/Alternatives.tsx";
import type { Slot } from "../slots/slot-board.ts";
import type { Page } from "./BookingFlow.tsx";
import type { BookedSession } from "./booked-session.ts";
import { DetailFields } from "./DetailFields.tsx";
import styles from "./DetailsStep.module.css";
import { checkDetails, type DetailErrors, emptyDetails, fieldOf } from "./details.ts";
import { HoldStatus } from "./HoldStatus.tsx";
import { tokenOf } from "./hold.ts";
import { type BookResult, useBookSession } from "./use-book-session.ts";
import type { HoldControl } from "./use-hold.ts";

type DetailsStepProps = {
  page: Page;
  where: { coach: string; link: string; timeZone: string; minutes: number | null };
  holding: HoldControl;
  onChoose: (slot: Slot) => void;
  onBack: () => void;
  onBooked: (session: BookedSession) => void;
};

/** The form stays, with all that was typed, whatever becomes of the time. */
export function DetailsStep({ page, where, holding, onChoose, onBack, onBooked }: DetailsStepProps) {
  const { hold, lose } = holding;
  const [details, setDetails] = useState(emptyDetails);
  const [errors, setErrors] = useState<DetailErrors>({});
  const [problem, setProblem] = useState<string | null>(null);
  const { book, busy } = useBookSession();
  const form = useRef<HTMLFormElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  useStepFocus("details", () => heading.current?.focus(), true);

  const settle = (result: BookResult) => {
    switch (result.__typename) {
      case "Booked":
        return onBooked({
          booking: result.booking,
          token: result.token,
          clientName: details.name.trim(),
          clientEmail: details.email.trim(),
        });
      case "SlotTaken":
      case "SlotNotOffered":
      case "HoldExpired":
        return lose(result.message, result.alternatives);
      case "InvalidInput": {
        const field = fieldOf(result.field);
        if (!field) return setProblem(result.message);
        setErrors({ [field]: result.message });
        return focusField(form.current, field);
      }
      case "LinkUnavailable":
        return setProblem(`${result.message} What you wrote stays here; ask ${page.coach.name} for a new link.`);
      case "IdempotencyConflict":
      case "Failed":
        return setProblem(result.message);
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || hold.kind === "none") return;
    if (hold.kind === "lost") return form.current?.querySelector<HTMLElement>("li button")?.focus();
    const found = checkDetails(details);
    setErrors(found);
    setProblem(null);
    const first = (["name", "email"] as const).find((field) => found[field]);
    if (first) return focusField(form.current, first);
    settle(
      await book({
        ...where,
        coachZone: page.coach.timeZone,
        startAt: hold.startAt,
        holdToken: hold.kind === "held" ? tokenOf(hold) : null,
        details,
      }),
    );
  };
  // The pressed choice leaves with the others: the focus goes on from the heading.
  const chooseOther = (other: Slot) => {
    heading.current?.focus();
    onChoose(other);
  };
  return (
    <form ref={form} className={styles["form"]} onSubmit={submit} noValidate>
      <header className={styles["header"]}>
        <Button variant="quiet" size="s" icon="chevronLeft" onPress={onBack}>
          Other times
        </Button>
        <h2 ref={heading} tabIndex={-1} className={styles["title"]}>
          Your details
        </h2>
      </header>
      <HoldStatus hold={hold} onAgain={() => hold.kind === "loose" && holding.take(hold.startAt, hold.slot)} />
      {hold.kind === "lost" && (
        <Notice
          tone="warning"
          live
          title={hold.message}
          actions={<Alternatives slots={hold.alternatives} onChoose={chooseOther} />}
        >
          {hold.alternatives.length > 0
            ? "What you wrote is kept. These times are free:"
            : "What you wrote is kept. Choose among the other times."}
        </Notice>
      )}
      <DetailFields
        details={details}
        errors={errors}
        onChange={(change) => {
          setDetails((before) => ({ ...before, ...change }));
          setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => !(field in change))));
        }}
      />
      {problem && (
        <Notice tone="danger" live>
          {problem}
        </Notice>
      )}
      <Button type="submit" variant="primary" size="l" wide isPending={busy}>
        {busy ? "Booking…" : "Book this session"}
      </Button>
    </form>
  );
}

function focusField(form: HTMLFormElement | null, name: string): void {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLElement) field.focus();
}
