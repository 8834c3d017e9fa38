import { useId, useRef, useState } from "react";
import { zoneCity } from "../../../lib/time.ts";
import { Button, IconButton } from "../../../ui/Button.tsx";
import { ClientPicker } from "../panel/ClientPicker.tsx";
import { NewClientFields } from "../panel/NewClientFields.tsx";
import { useCoach } from "../shell/coach.ts";
import styles from "./NewSeries.module.css";
import type { SeriesDraft } from "./series-draft.ts";

interface PeopleProps {
  readonly draft: SeriesDraft;
  readonly onChange: (change: Partial<SeriesDraft>) => void;
  readonly errorAt: (field: string) => string | undefined;
}

/** Who the series is for: one client, somebody new, or a group that takes the whole course. */
export function People({ draft, onChange, errorAt }: PeopleProps) {
  const { timeZone } = useCoach();
  const { clients, added } = draft;
  const [adding, setAdding] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const label = useId();
  const someone = clients.length > 0 || added !== null;
  const clientsError = errorAt("clients");
  return (
    <div className={styles.people}>
      {clients.length > 0 && (
        <div>
          <p id={label} className={styles.label}>
            {clients.length === 1 && added === null ? "Client" : "Clients"}
          </p>
          <ul className={styles.chosen} aria-labelledby={label}>
            {clients.map((client) => (
              <li key={client.id} className={styles.person}>
                <span className={styles.who}>
                  {client.name}
                  <span className={styles.zone}>{zoneCity(client.timeZone)}</span>
                </span>
                <IconButton
                  icon="close"
                  size="s"
                  label={`Remove ${client.name}`}
                  onPress={() => onChange({ clients: clients.filter(({ id }) => id !== client.id) })}
                />
              </li>
            ))}
          </ul>
        </div>
      )}
      {added !== null && (
        <NewClientFields
          client={added}
          onChange={(next) => onChange({ added: next })}
          onBack={() => onChange({ added: null })}
          errorAt={errorAt}
        />
      )}
      {!someone || adding ? (
        <ClientPicker
          key={clients.length}
          label={someone ? "Another client" : "Client"}
          picked={null}
          onPick={(client) => {
            setAdding(false);
            if (!clients.some(({ id }) => id === client.id)) onChange({ clients: [...clients, client] });
          }}
          {...(added === null && {
            onNew: (name: string) => {
              setAdding(false);
              onChange({ added: { name, email: "", phone: "", timeZone } });
            },
          })}
          error={clientsError}
          inputRef={picker}
        />
      ) : (
        <div>
          <Button
            size="s"
            variant="quiet"
            icon="plus"
            onPress={() => {
              setAdding(true);
              requestAnimationFrame(() => picker.current?.focus());
            }}
          >
            Add another client
          </Button>
        </div>
      )}
      {someone && clientsError && <p className={styles.error}>{clientsError}</p>}
    </div>
  );
}
