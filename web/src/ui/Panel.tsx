import { type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "./Button.tsx";
import styles from "./Panel.module.css";

/**
 * A part of the page that opens beside the rest, instead of a dialog over it: nothing is blocked. Focus goes to its heading,
 * Escape closes it, and focus returns to where it came from.
 */
export function Panel({
  title,
  onClose,
  children,
  footer,
  keepsFocus = false,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
  /** The focus stays where it is while the panel opens: it goes on there. */
  keepsFocus?: boolean;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const keeps = useRef(keepsFocus);
  useEffect(() => {
    if (keeps.current) return undefined;
    const before = document.activeElement;
    heading.current?.focus();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <section
      className={styles["panel"]}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <header className={styles["header"]}>
        <h2 ref={heading} id={id} tabIndex={-1} className={styles["title"]}>
          {title}
        </h2>
        <IconButton icon="close" label="Close" size="s" onPress={onClose} />
      </header>
      <div className={styles["body"]}>{children}</div>
      {footer && <footer className={styles["footer"]}>{footer}</footer>}
    </section>
  );
}
