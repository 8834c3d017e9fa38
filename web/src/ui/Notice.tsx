import type { ReactNode } from "react";
import { classes } from "./classes.ts";
import { Icon } from "./Icon.tsx";
import styles from "./Notice.module.css";

export type Tone = "neutral" | "success" | "warning" | "danger";

const icons = { neutral: "info", success: "check", warning: "alert", danger: "alert" } as const;

/** Says on the page, where it matters, what happened and what can be done. `live` has it read out when it appears. */
export function Notice({
  tone = "neutral",
  title,
  children,
  actions,
  live,
}: {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
  live?: boolean;
}) {
  return (
    <div
      className={classes(styles["notice"], styles[tone])}
      role={live ? (tone === "danger" ? "alert" : "status") : undefined}
    >
      <Icon name={icons[tone]} />
      <div className={styles["body"]}>
        {title && <p className={styles["title"]}>{title}</p>}
        {children && <div className={styles["text"]}>{children}</div>}
        {actions && <div className={styles["actions"]}>{actions}</div>}
      </div>
    </div>
  );
}
