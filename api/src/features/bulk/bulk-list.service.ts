import { randomUUID } from "node:crypto";
import { Client, type Coach, uuidOf } from "../../entities/index.ts";
import type { Sql } from "../../platform/db.ts";
import { refuseInput } from "../../platform/validation.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import type { DraftBulkRunInput } from "./bulk.inputs.ts";
import type { ItemRow } from "./bulk-state.service.ts";
import { type ListedClient, MAX_CLIENTS, readClients, refuseTwice } from "./client-list.policy.ts";

/** Clients of hers first, then those of the file; whoever is known by her address keeps her zone. */
export async function listOf(
  sql: Sql,
  coach: Coach,
  { clients, csv, timeZone }: DraftBulkRunInput,
): Promise<{ clients: ItemRow[]; ignoredColumns: string[] }> {
  const file = csv == null ? { clients: [], ignoredColumns: [] } : readClients(csv);
  const chosen = await clientsOf(sql, coach.id, clients ?? []);
  const count = chosen.length + file.clients.length;
  if (count === 0) refuseInput("clients", "Choose clients, or give a file with them.");
  if (count > MAX_CLIENTS)
    refuseInput("clients", `These are ${count} clients; at most ${MAX_CLIENTS} fit into one run.`);
  const known = await knownByAddress(
    sql,
    coach.id,
    file.clients.map(({ email }) => email),
  );
  const listed = [
    ...chosen,
    ...file.clients.map((client) => ({ ...client, ...fill(client, known, timeZone ?? coach.timeZone) })),
  ];
  const items = refuseTwice(listed).map((client, number): ItemRow => {
    const status = client.problem === null ? "ready" : "invalid";
    return { ...client, id: randomUUID(), number, status, sessions: [] };
  });
  return { clients: items, ignoredColumns: [...file.ignoredColumns] };
}

type Listed = ListedClient & { readonly clientId: string | null };
type Known = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly phone: string | null;
  readonly timeZone: string;
};

async function clientsOf(sql: Sql, coachId: string, globalIds: readonly string[]): Promise<Listed[]> {
  const ids = globalIds.map((globalId) => uuidOf(Client.name, globalId) ?? refuseUnknown("client"));
  if (ids.length > MAX_CLIENTS)
    refuseInput("clients", `These are ${ids.length} clients; at most ${MAX_CLIENTS} fit into one run.`);
  const rows = await sql<Known>`
    select id, name, email, phone, time_zone as "timeZone" from client where coach_id = ${coachId} and id = any (${ids}::uuid[])`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id): Listed => {
    const { name, email, phone, timeZone } = byId.get(id) ?? refuseUnknown("client");
    const none = { line: null, raw: null, note: null, start: null, field: null, problem: null };
    return { ...none, name, email, phone, timeZone, clientId: id };
  });
}

/** The coach's records of people by their addresses in small letters. */
export async function knownByAddress(
  sql: Sql,
  coachId: string,
  emails: readonly string[],
): Promise<Map<string, Known>> {
  if (emails.length === 0) return new Map();
  const rows = await sql<Known>`
    select id, name, lower(email) as email, phone, time_zone as "timeZone" from client
    where coach_id = ${coachId} and lower(email) = any (${emails.map((email) => email.toLowerCase())}::text[])`;
  return new Map(rows.map((row) => [row.email, row]));
}

/** What her record says where the list says nothing. */
export function fill(client: ListedClient, known: ReadonlyMap<string, Known>, defaultZone: string) {
  const record = known.get(client.email.toLowerCase());
  return {
    clientId: record?.id ?? null,
    phone: client.phone ?? record?.phone ?? null,
    timeZone: client.timeZone || record?.timeZone || defaultZone,
  };
}
