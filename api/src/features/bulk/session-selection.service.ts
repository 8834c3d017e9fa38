import { daysBetween, weekdayOfDay } from "../../core/local-date.ts";
import { zone } from "../../core/zone.ts";
import { uuidOf } from "../../entities/index.ts";
import type { Sql } from "../../platform/db.ts";
import { refuseInput, requireWholeNumber } from "../../platform/validation.ts";
import type { BookingRow } from "../bookings/calendar.service.ts";
import type { SessionSelectionInput } from "./bulk-change.inputs.ts";

/** So many can be looked through before they are changed. */
const MAX_SELECTED = 500;
const MAX_DAYS = 366;

/** A session that is selected, with the wall time that it was agreed at. */
export interface SelectedSession extends BookingRow {
  readonly localStart: string;
}

export interface SelectionQuestion {
  readonly coachId: string;
  readonly coachZone: string;
  readonly now: number;
  readonly selection: SessionSelectionInput;
}

/** The sessions that are meant, in order of start: what has begun or no longer stands is never among them. */
export async function selectSessions(sql: Sql, question: SelectionQuestion): Promise<SelectedSession[]> {
  const { coachId, coachZone, now, selection } = question;
  const path = "change.selection";
  const ids = idsOf(`${path}.bookings`, "Booking", selection.bookings);
  const types = idsOf(`${path}.sessionTypes`, "SessionType", selection.sessionTypes);
  const clients = idsOf(`${path}.clients`, "Client", selection.clients);
  const weekdays = selection.weekdays?.map((day, i) => requireWholeNumber(`${path}.weekdays.${i}`, day, 0, 6)) ?? null;
  const range = rangeOf(path, selection, coachZone);
  if (!ids && !range) refuseInput(path, "Name sessions, or a range of dates: from and to.");
  const rows = await sql<SelectedSession>`
    select id, coach_id as "coachId", session_type_id as "sessionTypeId", status, capacity, local_start as "localStart",
      (extract(epoch from start_at) * 1000)::float8 as start, (extract(epoch from end_at) * 1000)::float8 as "end",
      buffer_before_minutes as "bufferBeforeMinutes", buffer_after_minutes as "bufferAfterMinutes", time_zone as "timeZone"
    from booking
    where coach_id = ${coachId} and status in ('pending', 'confirmed') and start_at > ${new Date(now)}
      and coalesce(approve_by > ${new Date(now)}, true)
      and (${ids === null} or id = any (${ids ?? []}::uuid[]))
      and (${types === null} or session_type_id = any (${types ?? []}::uuid[]))
      and (${clients === null} or exists (
        select from attendee where booking_id = booking.id and cancelled_at is null and client_id = any (${clients ?? []}::uuid[])))
      and start_at >= ${new Date(range?.start ?? now)}
      and (${range === null} or start_at < ${new Date(range?.end ?? now)})
    order by start_at, id limit 2000`;
  const home = zone(coachZone);
  const found = rows.filter(({ start }) => weekdays === null || weekdays.includes(weekdayOfDay(home.localDay(start))));
  if (found.length === 0)
    refuseInput(path, "No session to come fits this. What has begun or was cancelled cannot be changed.");
  if (found.length > MAX_SELECTED) {
    refuseInput(
      path,
      `These are ${found.length} sessions; at most ${MAX_SELECTED} can be changed at once. Choose fewer dates.`,
    );
  }
  return found;
}

function idsOf(path: string, type: string, globalIds: readonly string[] | null | undefined): string[] | null {
  if (globalIds == null) return null;
  if (globalIds.length > MAX_SELECTED) refuseInput(path, `Name at most ${MAX_SELECTED}.`);
  return globalIds.map(
    (globalId, i) =>
      uuidOf(type, globalId) ?? refuseInput(`${path}.${i}`, "There is nothing like that in your practice."),
  );
}

function rangeOf(
  path: string,
  { from, to }: SessionSelectionInput,
  coachZone: string,
): { start: number; end: number } | null {
  if (from == null && to == null) return null;
  if (from == null || to == null)
    return refuseInput(`${path}.${from == null ? "from" : "to"}`, "Give both dates of the range.");
  const days = daysBetween(from, to) + 1;
  if (days < 1) refuseInput(`${path}.to`, `The last date must not be before the first, ${from}.`);
  if (days > MAX_DAYS) refuseInput(`${path}.to`, `This range has ${days} days; choose at most ${MAX_DAYS}.`);
  const home = zone(coachZone);
  return { start: home.startOfDay(from), end: home.endOfDay(to) };
}
