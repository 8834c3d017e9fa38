import { Button } from "../../../../ui/Button.tsx";
import { Notice } from "../../../../ui/Notice.tsx";
import { countOf } from "../program-words.ts";
import styles from "./Apply.module.css";
import { keptWords, spanWords } from "./plan-words.ts";
import type { BookingRefusal } from "./use-book-program.ts";
import type { Plan } from "./use-plan.ts";
import { clientNameOf, type WishToBook } from "./wish-to-book.ts";

interface PlanBarProps {
  readonly plan: Plan;
  readonly wish: WishToBook;
  readonly refusal: BookingRefusal | null;
  /** It is planned anew. */
  readonly busy: boolean;
  readonly booking: boolean;
  readonly onBook: () => void;
}

/** What the plan comes to, and the one press that books it. Stays in sight while the sessions are looked through. */
export function PlanBar(props: PlanBarProps) {
  const { plan, wish, refusal, busy, booking, onBook } = props;
  const kept = keptWords(plan);
  const name = clientNameOf(wish);
  return (
    <div className={styles.bar}>
      {refusal && refusal.field === null && (
        <Notice tone="warning" live>
          {refusal.message}
        </Notice>
      )}
      <div className={styles.barLine}>
        <p className={styles.sum}>
          {spanWords(plan.sessions)}
          <span className={styles.keptWords} data-tone={kept.tone}>
            {kept.words}
          </span>
        </p>
        <Button variant="primary" isPending={booking || busy} isDisabled={plan.open > 0} onPress={onBook}>
          {booking ? "Booking…" : `Book ${countOf(plan.sessions.length, "session")}${name ? ` for ${name}` : ""}`}
        </Button>
      </div>
    </div>
  );
}
