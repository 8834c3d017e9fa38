import { type ReactNode, useEffect, useEffectEvent } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Hidden } from "../../../ui/Hidden.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import styles from "./PageStates.module.css";

/** The shape of a page of rows, while it is on its way. */
function PageLoading({ rows = 4 }: { readonly rows?: number }) {
  return (
    <div className={styles.page} aria-busy="true">
      <Hidden>Loading</Hidden>
      <Skeleton width="11rem" height="1.75rem" />
      <RowsLoading rows={rows} />
    </div>
  );
}

export function RowsLoading({ rows }: { readonly rows: number }) {
  return (
    <div className={styles.rows} aria-busy="true">
      <Hidden>Loading</Hidden>
      {Array.from({ length: rows }, (_, row) => row).map((row) => (
        <div key={row} className={styles.row}>
          <Skeleton width={`${60 - ((row * 17) % 35)}%`} height="1rem" />
          <Skeleton width="30%" height="0.75rem" />
        </div>
      ))}
    </div>
  );
}

/** Before anything is known about who is signed in. */
export function ShellLoading() {
  return (
    <div className={styles.shell} aria-busy="true">
      <Hidden>Loading</Hidden>
      <div className={styles.side}>
        <Skeleton width="8rem" height="1.5rem" />
        <Skeleton width="9rem" height="1rem" />
        <Skeleton width="7rem" height="1rem" />
        <Skeleton width="8rem" height="1rem" />
      </div>
      <PageLoading />
    </div>
  );
}

interface PageErrorProps {
  /** Begins the sentence: "The clients". */
  readonly what: string;
  readonly error: { readonly message: string };
  readonly onRetry: () => void;
  /** Nothing else is on the page. */
  readonly alone?: boolean;
}

/** Nothing could be shown, why, and the way on. */
export function PageError({ what, error, onRetry, alone }: PageErrorProps) {
  const offline = !navigator.onLine;
  const retry = useEffectEvent(onRetry);
  useEffect(() => {
    const again = () => retry();
    addEventListener("online", again);
    return () => removeEventListener("online", again);
  }, []);
  return (
    <div className={styles.problem} data-alone={alone || undefined}>
      <Notice
        tone={offline ? "warning" : "danger"}
        title={offline ? "You are offline" : `${what} could not be loaded`}
        actions={
          <Button size="s" onPress={onRetry}>
            Try again
          </Button>
        }
        live
      >
        {offline ? `${what} will be here as soon as the connection is back.` : error.message}
      </Notice>
    </div>
  );
}

/** Nothing is there yet, and what to do about it. */
export function PageEmpty({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <h2 className={styles.emptyTitle}>{title}</h2>
      <p className={styles.emptyText}>{children}</p>
      {action}
    </div>
  );
}
