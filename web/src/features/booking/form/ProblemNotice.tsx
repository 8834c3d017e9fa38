import { formatCountdown } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import styles from "./DetailsStep.module.css";
import type { FormProblem } from "./use-booking-form.ts";

/** What stands in the way, and what can be done about it. */
export function ProblemNotice({
  problem,
  coach,
  onOther,
}: {
  problem: FormProblem;
  /** Who can help, where waiting is long. */
  coach?: string;
  onOther?: () => void;
}) {
  switch (problem.kind) {
    case "wait":
      return (
        <Notice tone="warning" live title={problem.message}>
          {coach && `If that is too late, write to ${coach}. `}What you wrote stays here.{" "}
          <RetryIn at={problem.retryAt} />
        </Notice>
      );
    case "seated":
      return (
        <Notice
          tone="warning"
          live
          title="You have a seat in this session already"
          actions={
            onOther && (
              <Button size="s" onPress={onOther}>
                Choose another time
              </Button>
            )
          }
        >
          The link from its confirmation opens it. With this email address you can book other times.
        </Notice>
      );
    case "refused":
      return (
        <Notice tone="warning" live title={problem.title}>
          {problem.message}
        </Notice>
      );
    case "plain":
      return (
        <Notice tone="danger" live>
          {problem.message}
        </Notice>
      );
  }
}

/** Longer than that, nobody sits and waits: the words above say how long. */
const countedMs = 5 * 60_000;

/** Ticks for the eye only: a live region that counts would never be silent. */
function RetryIn({ at }: { at: string }) {
  const left = Date.parse(at) - useNow(1_000);
  if (left <= 0) return "You can try again now.";
  if (left > countedMs) return null;
  return (
    <>
      You can try again in{" "}
      <span className={styles["count"]} role="timer">
        {formatCountdown(left)}
      </span>
      .
    </>
  );
}
