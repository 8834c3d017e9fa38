import { IconButton } from "../../../ui/Button.tsx";
import styles from "./Calendar.module.css";
import type { News } from "./news.ts";

interface LiveNewsProps {
  readonly news: readonly News[];
  readonly onOpen: (id: string) => void;
  readonly onHeard: () => void;
}

/** The latest of what others did, in a place of its own: nothing moves when it comes. */
export function LiveNews({ news, onOpen, onHeard }: LiveNewsProps) {
  const latest = news.at(-1);
  if (latest === undefined) return null;
  return (
    <div className={styles.news}>
      <span className={styles.newsDot} aria-hidden="true" />
      <button type="button" className={styles.newsItem} onClick={() => onOpen(latest.id)}>
        {latest.sentence}
      </button>
      <IconButton icon="close" label="Dismiss the news" size="s" onPress={onHeard} />
    </div>
  );
}
