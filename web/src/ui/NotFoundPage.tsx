import type { ReactNode } from "react";
import styles from "./Page.module.css";
import { usePageTitle } from "./use-page-title.ts";

/** A page that says one thing: nothing is here, and what to do about it. */
export function NotFoundPage({
  title = "There is nothing at this address",
  children,
}: {
  title?: string;
  children?: ReactNode;
}) {
  usePageTitle(title);
  return (
    <main className={styles["page"]}>
      <h1 className={styles["title"]}>{title}</h1>
      <div className={styles["text"]}>
        {children ?? <p>Check the address for a missing letter, or open the link again from where you got it.</p>}
      </div>
    </main>
  );
}
