import styles from "./Swatch.module.css";

/** The colour a session type has in the calendar; the name always stands beside it. */
export function Swatch({ colour }: { readonly colour: string }) {
  return <span className={styles.swatch} style={{ background: colour }} aria-hidden="true" />;
}
