import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { usePageTitle } from "../../../ui/use-page-title.ts";
import { useUnsaved } from "../shell/unsaved.ts";
import styles from "./HoursFrame.module.css";
import { HOURS_PARTS, type HoursPart } from "./parts.ts";

interface HoursFrameProps {
  readonly part: HoursPart;
  readonly children: ReactNode;
  /** Opens beside the page. */
  readonly panel?: ReactNode;
  /** The part fills the page and scrolls within. */
  readonly fills?: boolean;
  /** On a phone the panel takes the lower half: what is chosen above stays in reach. */
  readonly below?: boolean;
}

/** What all parts of the hours have in common: the heading, and the way from one to the other. */
export function HoursFrame({ part, children, panel, fills, below }: HoursFrameProps) {
  usePageTitle(`${part.name} · Hours · Kairos`);
  const [path] = useLocation();
  return (
    <div className={styles.frame} data-below={below || undefined}>
      <div className={styles.page} data-fills={fills || undefined}>
        <header className={styles.header}>
          <h1 className={styles.title}>Hours</h1>
          <nav aria-label="Parts of the hours" className={styles.parts}>
            {HOURS_PARTS.map((one) => (
              <PartLink key={one.path} part={one} current={path === one.path} />
            ))}
          </nav>
        </header>
        {children}
      </div>
      {panel && <div className={styles.panel}>{panel}</div>}
    </div>
  );
}

function PartLink({ part, current }: { readonly part: HoursPart; readonly current: boolean }) {
  const waits = useUnsaved(part.mark);
  return (
    <Link href={part.path} className={styles.part} aria-current={current ? "page" : undefined}>
      {part.name}
      {waits && <span role="img" aria-label="Unsaved changes" title="Unsaved changes" className={styles.mark} />}
    </Link>
  );
}
