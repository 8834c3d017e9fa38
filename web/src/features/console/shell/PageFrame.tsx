import type { ReactNode } from "react";
import { usePageTitle } from "../../../ui/use-page-title.ts";
import styles from "./PageFrame.module.css";

interface PageFrameProps {
  readonly title: string;
  /** One line under the title: what this page is for, or where it counts. */
  readonly lead?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Opens beside the page. */
  readonly panel?: ReactNode;
  /** Has two columns of its own. */
  readonly wide?: boolean;
}

/** What all pages but the calendar have in common. */
export function PageFrame({ title, lead, actions, children, panel, wide }: PageFrameProps) {
  usePageTitle(`${title} · Kairos`);
  return (
    <div className={styles.frame}>
      <div className={styles.scroll}>
        <div className={styles.page} data-wide={wide || undefined}>
          <header className={styles.header}>
            <div className={styles.heading}>
              <h1 className={styles.title}>{title}</h1>
              {lead && <p className={styles.lead}>{lead}</p>}
            </div>
            {actions}
          </header>
          {children}
        </div>
      </div>
      {panel && <div className={styles.panel}>{panel}</div>}
    </div>
  );
}
