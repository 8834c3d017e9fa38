import type { ReactNode } from "react";
import styles from "./SignIn.module.css";

export function SignInFrame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <main className={styles.page}>
      <div className={styles.frame}>
        <p className={styles.brand}>Kairos</p>
        <h1 className={styles.title}>{title}</h1>
        {children}
      </div>
    </main>
  );
}
