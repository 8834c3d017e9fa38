import type { CSSProperties } from "react";
import styles from "./Skeleton.module.css";

/** The shape of what is coming. Put it in a parent with aria-busy; it says nothing itself. */
export function Skeleton({
  width = "100%",
  height = "1em",
  radius,
}: {
  width?: string;
  height?: string;
  radius?: string;
}) {
  const style: CSSProperties = { inlineSize: width, blockSize: height, ...(radius && { borderRadius: radius }) };
  return <span className={styles["bone"]} style={style} aria-hidden="true" />;
}
