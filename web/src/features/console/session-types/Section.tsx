import { type ReactNode, useId, useState } from "react";
import { Icon } from "../../../ui/Icon.tsx";
import styles from "./Section.module.css";

interface SectionProps {
  readonly title: string;
  /** What it holds now, while it is closed. */
  readonly summary: string;
  /** Something in it was refused: it opens, and stays so. */
  readonly refused: boolean;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
}

/** A part of a long form: closed, it says in a line what is set in it. */
export function Section({ title, summary, refused, startsOpen = false, children }: SectionProps) {
  const id = useId();
  const [opened, setOpened] = useState(startsOpen);
  const open = opened || refused;
  return (
    <section className={styles.section} aria-labelledby={`${id}title`}>
      <h3 className={styles.head}>
        <button
          type="button"
          className={styles.button}
          aria-expanded={open}
          aria-controls={open ? id : undefined}
          onClick={() => setOpened(!open)}
        >
          <span id={`${id}title`} className={styles.title}>
            {title}
          </span>
          {!open && <span className={styles.summary}>{summary}</span>}
          <Icon name="chevronDown" />
        </button>
      </h3>
      {open && (
        <div id={id} className={styles.body}>
          {children}
        </div>
      )}
    </section>
  );
}
