import { useState } from "react";
import { type ClientsQuery, useClientsQuery } from "../../../generated/console.ts";
import { formatInstantDate } from "../../../lib/calendar.ts";
import { formatTime, wallTime, zoneCity } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import { Button } from "../../../ui/Button.tsx";
import { Hidden } from "../../../ui/Hidden.tsx";
import { TextField } from "../../../ui/TextField.tsx";
import { useCoach } from "../shell/coach.ts";
import { PageFrame } from "../shell/PageFrame.tsx";
import { PageEmpty, PageError, RowsLoading } from "../shell/PageStates.tsx";
import { useSettledText } from "../shell/use-settled-text.ts";
import styles from "./ClientsPage.module.css";
import { withMore } from "./more-clients.ts";

type Client = NonNullable<NonNullable<ClientsQuery["viewer"]>["clients"]>["edges"][number]["node"];

const PAGE_SIZE = 30;

export function ClientsPage() {
  const [text, setText] = useState("");
  const search = useSettledText(text.trim());
  const { data, previousData, error, refetch, fetchMore } = useClientsQuery({
    variables: { first: PAGE_SIZE, search: search || null },
    fetchPolicy: "cache-and-network",
  });
  const clients = (data ?? previousData)?.viewer?.clients;
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
          <ClientList clients={clients.edges.map(({ node }) => node)} search={search} />
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
    </PageFrame>
  );
}

function ClientList({ clients, search }: { readonly clients: readonly Client[]; readonly search: string }) {
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
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Contact</th>
          <th scope="col">Their time</th>
          <th scope="col">Client since</th>
        </tr>
      </thead>
      <tbody>
        {clients.map((client) => (
          <ClientRow key={client.id} client={client} />
        ))}
      </tbody>
    </table>
  );
}

function ClientRow({ client }: { readonly client: Client }) {
  return (
    <tr>
      <th scope="row">{client.name}</th>
      <td>
        <a href={`mailto:${client.email}`}>{client.email}</a>
        {client.phone && <a href={`tel:${client.phone}`}>{client.phone}</a>}
      </td>
      <td>
        <TheirTime zone={client.timeZone} />
      </td>
      <td className={styles.since}>
        <Hidden>Client since </Hidden>
        {formatInstantDate(client.createdAt)}
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
