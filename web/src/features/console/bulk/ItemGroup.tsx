import { useId } from "react";
import styles from "./Bulk.module.css";
import type { Item } from "./bulk-words.ts";
import { ItemRow } from "./ItemRow.tsx";
import { MendRow } from "./MendRow.tsx";

interface ItemGroupProps {
  readonly title: string;
  readonly items: readonly Item[];
  readonly isDraft: boolean;
}

/** The clients of a run that are in one state. */
export function ItemGroup({ title, items, isDraft }: ItemGroupProps) {
  const id = useId();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id} className={styles.group}>
      <h2 id={id} className={styles.groupTitle}>
        {title} <span className={styles.facts}>{items.length}</span>
      </h2>
      <ul className={styles.rows}>
        {items.map((item) =>
          isDraft && (item.status === "INVALID" || item.status === "UNPLACED") ? (
            <MendRow key={item.id} item={item} />
          ) : (
            <ItemRow key={item.id} item={item} isDraft={isDraft} />
          ),
        )}
      </ul>
    </section>
  );
}
