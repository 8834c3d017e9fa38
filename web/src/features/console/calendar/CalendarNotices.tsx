import { Button, IconButton } from "../../../ui/Button.tsx";
import { Hidden } from "../../../ui/Hidden.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import styles from "./Calendar.module.css";
import type { News } from "./news.ts";

interface CalendarNoticesProps {
  readonly error: { readonly message: string } | null;
  readonly refusal: string | null;
  readonly waiting: boolean;
  readonly news: readonly News[];
  readonly onRetry: () => void;
  readonly onOpen: (id: string) => void;
  readonly onHeard: () => void;
}

/** Above the week: why it may be old, and what just came in. */
export function CalendarNotices({ error, refusal, waiting, news, onRetry, onOpen, onHeard }: CalendarNoticesProps) {
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
      {news.length > 0 && (
        <div className={styles.news}>
          <span className={styles.newsDot} aria-hidden="true" />
          {news.slice(-3).map(({ id, sentence }) => (
            <button key={id} type="button" className={styles.newsItem} onClick={() => onOpen(id)}>
              {sentence}
            </button>
          ))}
          <IconButton icon="close" label="Dismiss the news" size="s" onPress={onHeard} />
        </div>
      )}
    </>
  );
}
