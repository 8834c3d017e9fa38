import styles from "./Legend.module.css";

const LOOKS = [
  { look: "solid", says: "Confirmed" },
  { look: "hatched", says: "Waits for you" },
  { look: "dashed", says: "Being booked or offered", short: "Kept" },
] as const;

/** What the looks in the week mean. */
export function Legend({ narrow }: { readonly narrow: boolean }) {
  return (
    <ul className={styles.legend} aria-label="What the looks mean">
      {LOOKS.map((one) => (
        <li key={one.look} className={styles.item}>
          <span className={styles.swatch} data-look={one.look} aria-hidden="true" />
          {narrow && "short" in one ? one.short : one.says}
        </li>
      ))}
    </ul>
  );
}
