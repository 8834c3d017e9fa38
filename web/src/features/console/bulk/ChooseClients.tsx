import { useState } from "react";
import { useClientsQuery } from "../../../generated/console.ts";
import { zoneCity } from "../../../lib/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { withMore } from "../clients/more-clients.ts";
import type { PickedClient } from "../panel/ClientPicker.tsx";
import { countOf } from "../programs/program-words.ts";
import { PageError, RowsLoading } from "../shell/PageStates.tsx";
import { useSettledText } from "../shell/use-settled-text.ts";
import styles from "./Bulk.module.css";

interface ChooseClientsProps {
  readonly chosen: readonly PickedClient[];
  readonly onChange: (chosen: readonly PickedClient[]) => void;
}

const PAGE_SIZE = 50;

/** Any number of known clients; whoever was chosen stays so while others are searched for. */
export function ChooseClients({ chosen, onChange }: ChooseClientsProps) {
  const [text, setText] = useState("");
  const search = useSettledText(text.trim());
  const { data, previousData, error, refetch, fetchMore, loading } = useClientsQuery({
    variables: { first: PAGE_SIZE, search: search || null },
    notifyOnNetworkStatusChange: true,
  });
  const clients = (data ?? previousData)?.viewer?.clients;
  const shown = clients?.edges.map(({ node }) => node) ?? [];
  const ids = new Set(chosen.map(({ id }) => id));
  const others = shown.filter(({ id }) => !ids.has(id));
  return (
    <div className={styles.choose}>
      <TextField dense type="search" label="Search" placeholder="Name or email" value={text} onChange={setText} />
      <div className={styles.chooseHead}>
        <p className={styles.facts} aria-live="polite">
          {chosen.length === 0 ? "Nobody chosen" : `${countOf(chosen.length, "client")} chosen`}
        </p>
        {others.length > 0 && (
          <Button size="s" variant="quiet" onPress={() => onChange([...chosen, ...others])}>
            Choose {others.length === shown.length ? "all" : "the other"} {others.length} shown
          </Button>
        )}
        {chosen.length > 0 && (
          <Button size="s" variant="quiet" onPress={() => onChange([])}>
            Choose nobody
          </Button>
        )}
      </div>
      {clients ? (
        <fieldset className={styles.clients}>
          <legend className={styles.hidden}>Clients</legend>
          {shown.map((client) => (
            <label key={client.id} className={styles.client}>
              <input
                type="checkbox"
                checked={ids.has(client.id)}
                onChange={(event) =>
                  onChange(event.target.checked ? [...chosen, client] : chosen.filter(({ id }) => id !== client.id))
                }
              />
              <span className={styles.clientName}>{client.name}</span>
              <span className={styles.facts}>{client.email}</span>
              <span className={styles.facts}>{zoneCity(client.timeZone)}</span>
            </label>
          ))}
          {shown.length === 0 && (
            <p className={styles.nobody}>
              {search ? `Nobody is called “${search}”.` : "No clients yet. Give a list of them instead."}
            </p>
          )}
          {clients.pageInfo.hasNextPage && (
            <Button
              size="s"
              variant="quiet"
              isPending={loading}
              onPress={() =>
                void fetchMore({ variables: { after: clients.pageInfo.endCursor ?? null }, updateQuery: withMore })
              }
            >
              {loading ? "Loading…" : `Show more of ${clients.totalCount}`}
            </Button>
          )}
        </fieldset>
      ) : error ? (
        <PageError what="The clients" error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsLoading rows={4} />
      )}
    </div>
  );
}
