import { Button } from "../../../ui/Button.tsx";
import { Hidden } from "../../../ui/Hidden.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import styles from "./Calendar.module.css";

interface CalendarNoticesProps {
  readonly error: { readonly message: string } | null;
  readonly refusal: string | null;
  readonly waiting: boolean;
  readonly onRetry: () => void;
}

/** Above the week: why it may be old. */
export function CalendarNotices({ error, refusal, waiting, onRetry }: CalendarNoticesProps) {
  const problem = refusal ?? error?.message ?? null;
  return (
    <>
      {problem !== null && (
        <div className={styles.notice}>
          <Notice
            tone="danger"
            title="This week is no longer live"
            actions={
              <Button size="s" onPress={onRetry}>
                Try again
              </Button>
            }
            live
          >
            {problem}
          </Notice>
        </div>
      )}
      {waiting && problem === null && <Hidden>Loading the sessions</Hidden>}
    </>
  );
}
