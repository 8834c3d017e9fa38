import { type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import { RequestsProvider } from "../requests/RequestsProvider.tsx";
import { ConsoleNav } from "./ConsoleNav.tsx";
import styles from "./ConsoleShell.module.css";
import { PLACES } from "./places.ts";
import { ShortcutHelp } from "./ShortcutHelp.tsx";
import { ShortcutContext, useShortcutKeys, useShortcuts } from "./use-shortcuts.ts";

export function ConsoleShell({ children }: { readonly children: ReactNode }) {
  const keys = useShortcutKeys();
  return (
    <ShortcutContext value={keys}>
      <RequestsProvider>
        <ShellFrame>{children}</ShellFrame>
      </RequestsProvider>
    </ShortcutContext>
  );
}

function ShellFrame({ children }: { readonly children: ReactNode }) {
  const [, navigate] = useLocation();
  const [help, setHelp] = useState(false);
  useShortcuts({
    ...Object.fromEntries(PLACES.map(({ action, path }) => [action, () => navigate(path)])),
    help: () => setHelp((shown) => !shown),
    ...(help && { close: () => setHelp(false) }),
  });
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#content">
        Skip to the content
      </a>
      <ConsoleNav onHelp={() => setHelp((shown) => !shown)} helpShown={help} />
      <main id="content" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      {help && <ShortcutHelp onClose={() => setHelp(false)} />}
    </div>
  );
}
