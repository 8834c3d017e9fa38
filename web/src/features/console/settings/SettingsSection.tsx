import { type ReactNode, useId } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import styles from "./Settings.module.css";
import type { SettingsForm } from "./use-settings-form.ts";

interface SettingsSectionProps {
  readonly title: string;
  /** Where it counts. */
  readonly lead: string;
  readonly children: ReactNode;
}

export function SettingsSection({ title, lead, children }: SettingsSectionProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <header>
        <h2 id={id} className={styles.title}>
          {title}
        </h2>
        <p className={styles.lead}>{lead}</p>
      </header>
      <div className={styles.fields}>{children}</div>
    </section>
  );
}

/** Fields that are saved together; the buttons come when there is something to save. */
export function SavedTogether<Draft>({
  settings,
  children,
}: {
  readonly settings: SettingsForm<Draft>;
  readonly children: ReactNode;
}) {
  const { form, submit, problem, changed, saving, discard } = settings;
  return (
    <form ref={form} className={styles.fields} onSubmit={submit} noValidate>
      {children}
      {problem && (
        <Notice tone="danger" live>
          {problem.message}
        </Notice>
      )}
      {changed && (
        <div className={styles.actions}>
          <Button type="submit" variant="primary" size="s" isPending={saving}>
            {saving ? "Saving…" : "Save"}
          </Button>
          <Button variant="quiet" size="s" onPress={discard}>
            Discard
          </Button>
        </div>
      )}
    </form>
  );
}
