import { type ReactNode, useContext } from "react";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import styles from "./ShortcutHelp.module.css";
import { SHORTCUTS, type Shortcut } from "./shortcuts.ts";
import { ShortcutContext } from "./use-shortcuts.ts";

const IN_THE_WEEK: readonly (readonly [string, readonly string[]])[] = [
  ["From session to session", ["↑", "↓", "←", "→"]],
  ["Move the session you are on", ["Shift + arrow"]],
  ["Confirm the new time", ["Enter"]],
  ["Leave it where it was", ["Esc"]],
];

export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  const keys = useContext(ShortcutContext);
  return (
    <div className={styles.help}>
      <Panel title="Keys" onClose={onClose}>
        <Group title="Everywhere" shortcuts={SHORTCUTS.filter(({ where }) => where === "everywhere")} />
        <Group title="Calendar" shortcuts={SHORTCUTS.filter(({ where }) => where === "calendar")} />
        <h3 className={styles.title}>In the week</h3>
        <dl className={styles.list}>
          {IN_THE_WEEK.map(([says, caps]) => (
            <Row key={says} says={says} keys={caps} />
          ))}
        </dl>
        <Group title="Requests" shortcuts={SHORTCUTS.filter(({ where }) => where === "requests")}>
          <Row says="From request to request" keys={["K", "J"]} />
        </Group>
        {keys && (
          <Checkbox
            isSelected={keys.enabled}
            onChange={keys.setEnabled}
            hint="Switch them off if you speak to your computer."
          >
            Single-key shortcuts
          </Checkbox>
        )}
      </Panel>
    </div>
  );
}

interface GroupProps {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
  readonly children?: ReactNode;
}

function Group({ title, shortcuts, children }: GroupProps) {
  return (
    <>
      <h3 className={styles.title}>{title}</h3>
      <dl className={styles.list}>
        {shortcuts.map(({ action, says, keys }) => (
          <Row key={action} says={says} keys={keys.map(capOf)} />
        ))}
        {children}
      </dl>
    </>
  );
}

function Row({ says, keys }: { readonly says: string; readonly keys: readonly string[] }) {
  return (
    <div className={styles.row}>
      <dt>{says}</dt>
      <dd className={styles.keys}>
        {keys.map((key) => (
          <kbd key={key} className={styles.key}>
            {key}
          </kbd>
        ))}
      </dd>
    </div>
  );
}

const CAPS: Readonly<Record<string, string>> = { ArrowLeft: "←", ArrowRight: "→", Escape: "Esc" };

const capOf = (key: string): string => CAPS[key] ?? key.toUpperCase().replace(" ", " then ");
