import styles from "./Page.module.css";
import { Skeleton } from "./Skeleton.tsx";

export function PageSkeleton() {
  return (
    <main className={styles["page"]} aria-busy="true" aria-label="Loading">
      <Skeleton width="9rem" height="1rem" />
      <Skeleton width="16rem" height="1.75rem" />
      <Skeleton width="100%" height="20rem" radius="var(--radius-xl)" />
    </main>
  );
}
