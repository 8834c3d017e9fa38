import { useRef } from "react";
import { Button } from "../../../ui/Button.tsx";
import { ClientPicker, type PickedClient } from "../panel/ClientPicker.tsx";
import styles from "./LinkEditor.module.css";

interface ForClientProps {
  readonly client: PickedClient | null;
  readonly onChange: (client: PickedClient | null) => void;
  readonly error: string | undefined;
}

/** The client whose details the form begins with, if the link is made for one. */
export function ForClient({ client, onChange, error }: ForClientProps) {
  const input = useRef<HTMLInputElement>(null);
  if (client === null) {
    return (
      <div className={styles.field}>
        <ClientPicker label="Made for" picked={null} onPick={onChange} error={error} inputRef={input} />
        <p className={styles.hint}>Optional. The form then begins with what you know of that client.</p>
      </div>
    );
  }
  return (
    <div className={styles.field}>
      <p className={styles.label}>Made for</p>
      <div className={styles.client}>
        <p className={styles.who}>
          {client.name}
          <span className={styles.hint}>{client.email}</span>
        </p>
        <Button size="s" variant="quiet" aria-label={`Remove ${client.name}`} onPress={() => onChange(null)}>
          Remove
        </Button>
      </div>
      <p className={styles.hint}>
        The form begins with these details, and shows them to whoever has the link. Send it to {client.name} alone.
      </p>
      {error && <p className={styles.error}>{error}</p>}
    </div>
  );
}
