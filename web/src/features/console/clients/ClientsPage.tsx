import { useState } from "react";
import { type ClientPartsFragment, useClientsQuery } from "../../../generated/console.ts";
import { formatDateOn } from "../../../lib/calendar.ts";
import { formatTime, wallTime, zoneCity } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import { Button } from "../../../ui/Button.tsx";
import { Hidden } from "../../../ui/Hidden.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import type { PickedClient } from "../panel/ClientPicker.tsx";
import { useCoach } from "../shell/coach.ts";
import { PageFrame } from "../shell/PageFrame.tsx";
import { PageEmpty, PageError, RowsLoading } from "../shell/PageStates.tsx";
import { useSettledText } from "../shell/use-settled-text.ts";
import { useShortcuts } from "../shell/use-shortcuts.ts";
import { ChosenBar } from "./ChosenBar.tsx";
import { ClientEditor } from "./ClientEditor.tsx";
import styles from "./ClientsPage.module.css";
import { withMore } from "./more-clients.ts";

const PAGE_SIZE = 30;

export function ClientsPage() {
  const [text, setText] = useState("");
  const search = useSettledText(text.trim());
  const { data, previousData, error, refetch, fetchMore } = useClientsQuery({
    variables: { first: PAGE_SIZE, search: search || null },
    fetchPolicy: "cache-and-network",
  });
  const clients = (data ?? previousData)?.viewer?.clients;
  const [editedId, setEditedId] = useState<string | null>(null);
  const edited = clients?.edges.find(({ node }) => node.id === editedId)?.node;
  const close = () => setEditedId(null);
  useShortcuts(edited ? { close } : {});
  const [chosen, setChosen] = useState<readonly PickedClient[]>([]);
  const [fetching, setFetching] = useState(false);
  async function more() {
    setFetching(true);
    try {
      await fetchMore({ variables: { after: clients?.pageInfo.endCursor ?? null }, updateQuery: withMore });
    } finally {
      setFetching(false);
    }
  }
  return (
    <PageFrame
      title="Clients"
      lead={clients ? countWords(clients.totalCount, search) : "Everyone who has booked with you."}
      panel={edited && <ClientEditor key={edited.id} client={edited} onClose={close} />}
    >
      <TextField
        dense
        type="search"
        label="Search"
        placeholder="Name or email"
        value={text}
        onChange={setText}
        className={styles.search ?? ""}
      />
      {clients ? (
        <>
          <ClientList
            clients={clients.edges.map(({ node }) => node)}
            search={search}
            editedId={edited?.id ?? null}
            chosen={chosen}
            onEdit={setEditedId}
            onChoose={(client, on) =>
              setChosen((before) => [...before.filter(({ id }) => id !== client.id), ...(on ? [client] : [])])
            }
          />
          {clients.pageInfo.hasNextPage && (
            <Button size="s" className={styles.more ?? ""} isPending={fetching} onPress={() => void more()}>
              {fetching ? "Loading…" : `Show more of ${clients.totalCount}`}
            </Button>
          )}
        </>
      ) : error ? (
        <PageError what="The clients" error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsLoading rows={7} />
      )}
      {chosen.length > 0 && <ChosenBar chosen={chosen} onClear={() => setChosen([])} />}
    </PageFrame>
  );
}

interface ClientListProps {
  readonly clients: readonly ClientPartsFragment[];
  readonly search: string;
  readonly editedId: string | null;
  readonly chosen: readonly PickedClient[];
  readonly onEdit: (id: string) => void;
  readonly onChoose: (client: PickedClient, on: boolean) => void;
}

function ClientList({ clients, search, editedId, chosen, onEdit, onChoose }: ClientListProps) {
  if (clients.length === 0 && search) {
    return (
      <PageEmpty title={`Nobody is called “${search}”`}>Try a part of the name, or of the email address.</PageEmpty>
    );
  }
  if (clients.length === 0) {
    return (
      <PageEmpty title="No clients yet">
        They appear here with their first session, whoever books it: they or you.
      </PageEmpty>
    );
  }
  return (
    <div className={styles.tableSpace}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">
              <Hidden>Choose</Hidden>
            </th>
            <th scope="col">Name</th>
            <th scope="col">Contact</th>
            <th scope="col">Their time</th>
            <th scope="col" className={styles.since}>
              Client since
            </th>
          </tr>
        </thead>
        <tbody>
          {clients.map((client) => (
            <ClientRow
              key={client.id}
              client={client}
              current={client.id === editedId}
              chosen={chosen.some(({ id }) => id === client.id)}
              onEdit={() => onEdit(client.id)}
              onChoose={(on) => onChoose(client, on)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ClientRowProps {
  readonly client: ClientPartsFragment;
  readonly current: boolean;
  readonly chosen: boolean;
  readonly onEdit: () => void;
  readonly onChoose: (on: boolean) => void;
}

function ClientRow({ client, current, chosen, onEdit, onChoose }: ClientRowProps) {
  const { offsetMinutes } = useCoach();
  return (
    <tr data-current={current || undefined}>
      <td className={styles.choose}>
        <input
          type="checkbox"
          aria-label={`Choose ${client.name}`}
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      </td>
      <th scope="row">
        <button type="button" className={styles.name} aria-pressed={current} onClick={onEdit}>
          {client.name}
        </button>
      </th>
      <td>
        <a href={`mailto:${client.email}`}>{client.email}</a>
        {client.phone && <a href={`tel:${client.phone}`}>{client.phone}</a>}
      </td>
      <td>
        <TheirTime zone={client.timeZone} />
      </td>
      <td className={styles.since}>
        <Hidden>Client since </Hidden>
        {formatDateOn(client.createdAt, offsetMinutes)}
      </td>
    </tr>
  );
}

function TheirTime({ zone }: { readonly zone: string }) {
  const { zones } = useCoach();
  const now = useNow(30_000);
  const info = zones.find(({ id, aliases }) => id === zone || aliases.includes(zone));
  return (
    <>
      {info && <span className={styles.clock}>{formatTime(wallTime(now, info.offsetMinutes))}</span>} {zoneCity(zone)}
    </>
  );
}

function countWords(count: number, search: string): string {
  const people = count === 1 ? "1 client" : `${count} clients`;
  return search
    ? `${people} found.`
    : count === 0
      ? "Everyone who has booked with you."
      : `${people}, in order of name.`;
}
