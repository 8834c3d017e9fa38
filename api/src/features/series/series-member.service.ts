import { randomUUID } from "node:crypto";
import { type Answer, Client, uuidOf } from "../../entities/index.ts";
import { refuseInput } from "../../platform/validation.ts";
import type { ClientDetails } from "../clients/client.inputs.ts";
import { refuseUnknown } from "../coaches/coach.policy.ts";
import type { CalendarWrite } from "../coaches/coach.service.ts";

export interface NewMembers {
  readonly seriesId: string;
  readonly coachId: string;
  readonly capacity: number;
  readonly clientIds: readonly string[];
  readonly newClient: ClientDetails | null;
  readonly note: string | null;
  /** To the questions of the session type, by the new client. */
  readonly answers?: readonly Answer[];
}

/** Ids of clients as the database knows them, each once. */
export function requireClients(field: string, globalIds: readonly string[] | null | undefined): string[] {
  const ids = (globalIds ?? []).map((globalId) => uuidOf(Client.name, globalId) ?? refuseUnknown("client"));
  if (new Set(ids).size < ids.length) refuseInput(field, "Name each client once.");
  return ids;
}

/** Those who take part in all sessions to come, as they are known to the coach, or as they were just typed. */
export async function addMembers(write: CalendarWrite, members: NewMembers): Promise<void> {
  const { seriesId, coachId, capacity, clientIds, newClient, note, answers = [] } = members;
  if (clientIds.length + (newClient ? 1 : 0) > capacity) {
    refuseInput(
      "clients",
      `A course of ${capacity} ${capacity === 1 ? "seat" : "seats"} has no room for so many clients.`,
    );
  }
  const seated = await write.sql`
    insert into series_member (id, series_id, client_id, name, email, phone, time_zone, note, locale, hour_cycle, first_weekday)
    select gen_random_uuid(), ${seriesId}, id, name, email, phone, time_zone, ${note}, locale, hour_cycle, first_weekday
    from client where id = any (${[...clientIds]}::uuid[]) and coach_id = ${coachId}
    on conflict (series_id, client_id) do nothing returning client_id`;
  if (seated.length < clientIds.length) refuseUnknown("client");
  if (newClient) await addNewClient(write, { seriesId, coachId, client: newClient, answers });
}

interface NewMember {
  readonly seriesId: string;
  readonly coachId: string;
  readonly client: ClientDetails;
  readonly answers: readonly Answer[];
}

/** Her record is found by address and left as it is; what was typed stays with the series. */
async function addNewClient(write: CalendarWrite, { seriesId, coachId, client, answers }: NewMember): Promise<void> {
  const { locale, hourCycle, firstWeekday } = client.preferences;
  await write.sql`
    with known as (
      insert into client (id, coach_id, name, email, phone, time_zone)
      values (${randomUUID()}, ${coachId}, ${client.name}, ${client.email}, ${client.phone}, ${client.timeZone})
      on conflict (coach_id, lower(email)) do update set email = client.email
      returning id
    )
    insert into series_member (id, series_id, client_id, name, email, phone, time_zone, note, locale, hour_cycle, first_weekday,
      answers)
    select gen_random_uuid(), ${seriesId}, known.id, ${client.name}, ${client.email}, ${client.phone}, ${client.timeZone},
      ${client.note}, ${locale}, ${hourCycle}, ${firstWeekday}::smallint,
      ${JSON.stringify(answers)}::jsonb
    from known
    on conflict (series_id, client_id) do nothing`;
}
