import { useId, useRef, useState } from "react";
import { zoneCity } from "../../../lib/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { ClientPicker } from "../panel/ClientPicker.tsx";
import people from "./NewSeries.module.css";
import styles from "./SeriesDetail.module.css";
import type { Series } from "./series-words.ts";
import { useMembers } from "./use-members.ts";

/** A group that takes the whole course: who is in it, who joins and who leaves. */
export function Members({ series }: { readonly series: Series }) {
  const title = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [adding, setAdding] = useState(false);
  const [leaving, setLeaving] = useState<string | null>(null);
  const members = useMembers(series);
  const free = series.capacity - series.members.length;
  return (
    <section className={styles.members} aria-labelledby={title}>
      <div className={styles.membersHead}>
        <h2 id={title} className={styles.membersTitle}>
          Clients
        </h2>
        <span className={styles.none}>
          {series.members.length} of {series.capacity} seats
        </span>
      </div>
      <ul>
        {series.members.map(({ client }) => (
          <li key={client.id} className={people.person}>
            <span className={people.who}>
              {client.name}
              <span className={people.zone}>{zoneCity(client.timeZone)}</span>
            </span>
            {leaving === client.id ? (
              <Leaving
                name={client.name}
                busy={members.busy}
                onKeep={() => setLeaving(null)}
                onLeave={(message) => void members.remove(client, message).then(() => setLeaving(null))}
              />
            ) : (
              <Button
                size="s"
                variant="quiet"
                aria-label={`Take ${client.name} out…`}
                onPress={() => setLeaving(client.id)}
              >
                Take out…
              </Button>
            )}
          </li>
        ))}
      </ul>
      {members.problem && (
        <Notice tone="warning" live>
          {members.problem}
        </Notice>
      )}
      {adding ? (
        <ClientPicker
          key={series.members.length}
          label="Who joins"
          picked={null}
          onPick={(client) => void members.add(client).then(() => setAdding(false))}
          error={undefined}
          inputRef={picker}
        />
      ) : (
        free > 0 && (
          <div>
            <Button
              size="s"
              icon="plus"
              onPress={() => {
                setAdding(true);
                requestAnimationFrame(() => picker.current?.focus());
              }}
            >
              Add a client
            </Button>
          </div>
        )
      )}
    </section>
  );
}

interface LeavingProps {
  readonly name: string;
  readonly busy: boolean;
  readonly onKeep: () => void;
  readonly onLeave: (message: string) => void;
}

function Leaving({ name, busy, onKeep, onLeave }: LeavingProps) {
  const [message, setMessage] = useState("");
  return (
    <div className={styles.leaving}>
      <TextField dense optional label={`Message to ${name}`} value={message} onChange={setMessage} autoFocus />
      <div className={styles.actions}>
        <Button size="s" variant="quiet" onPress={onKeep}>
          Keep
        </Button>
        <Button size="s" variant="danger" isPending={busy} onPress={() => onLeave(message)}>
          Take out of all to come
        </Button>
      </div>
    </div>
  );
}
