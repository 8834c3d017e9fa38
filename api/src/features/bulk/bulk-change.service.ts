import { DAY, MINUTE } from "../../core/local-date.ts";
import { checkOccurrences } from "../../core/series-check.ts";
import { Coach, SessionType, uuidOf } from "../../entities/index.ts";
import type { MeetingProvider } from "../../integrations/meeting/meeting-provider.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Tx } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { Refusal } from "../../platform/problem.ts";
import { optionalText, requireKey } from "../../platform/validation.ts";
import { cancelBookings, removeLapsed } from "../bookings/calendar.service.ts";
import type { UndoOffer } from "../bookings/undo.service.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { type CalendarReading, readCalendars } from "../programs/calendar-reading.service.ts";
import { withChangeUndo } from "../series/change-undo.service.ts";
import { placeRecord, relocate } from "../series/series-writing.service.ts";
import type { SlotService } from "../slots/slot.service.ts";
import {
  BulkChangeClash,
  type BulkChangeInput,
  type BulkChangePreview,
  type ChangeInBulkInput,
} from "./bulk-change.inputs.ts";
import {
  type BulkChange,
  type CheckedChange,
  changedIn,
  changeOf,
  choicesOf,
  openIn,
  wantedOf,
} from "./bulk-change.policy.ts";
import { describeChange, fingerprintOf } from "./bulk-change-preview.service.ts";
import { type SelectedSession, selectSessions } from "./session-selection.service.ts";

export interface BulkChangeDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly slots: SlotService;
  readonly meetings: MeetingProvider;
}

/** A change of many sessions with all that was read for it. */
export interface PlannedChange extends CheckedChange {
  readonly reading: CalendarReading;
  readonly coachZone: string;
}

/** Sessions that were changed, with the way back. */
export interface ChangedSessions extends UndoOffer {
  readonly bookingIds: readonly string[];
}

const ALTERNATIVES = 3;
const AROUND = 8 * DAY;

/** Moves, cancels or retypes many sessions: shown first, done whole, taken back exactly. */
export class BulkChangeService {
  private readonly deps: BulkChangeDependencies;

  constructor(deps: BulkChangeDependencies) {
    this.deps = deps;
  }

  async preview(coachId: string, input: BulkChangeInput): Promise<BulkChangePreview> {
    const { db, slots } = this.deps;
    const em = db.em();
    return describeChange({ em, slots }, await this.plan({ em, sql: db.sql }, coachId, input));
  }

  /** Exactly what the preview shows, or nothing. */
  async change(coachId: string, input: ChangeInBulkInput): Promise<ChangedSessions> {
    const { db, clock, slots } = this.deps;
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const message = optionalText("message", input.message, 2000);
    const rooms = await this.roomsFor(coachId, input.change);
    const request = { scope: `changeInBulk ${coachId}`, key, input };
    return changeCalendar(db, coachId, (write) =>
      once(write.sql, request, async () => {
        const now = clock.now();
        const planned = await this.plan(write, coachId, input.change);
        const clash = clashMessage(planned, input.shown);
        if (clash !== null)
          throw new Refusal(new BulkChangeClash(await describeChange({ em: write.em, slots }, planned), clash));
        const bookingIds = changedIn(planned);
        if (bookingIds.length === 0) write.touchNothing();
        const touched = { seriesIds: [], bookingIds };
        const offer = await withChangeUndo(write, { coachId, now, touched }, async () => {
          await carryOut(write, planned, { message, rooms, now });
          return { seriesIds: [], bookingIds: [] };
        });
        return { bookingIds, ...offer };
      }),
    );
  }

  private async plan(
    { em, sql }: Pick<Tx, "em" | "sql">,
    coachId: string,
    input: BulkChangeInput,
  ): Promise<PlannedChange> {
    const now = this.deps.clock.now();
    const { timeZone: coachZone } = await em.findOneOrFail(Coach, { id: coachId });
    const typeId = input.type ? uuidOf(SessionType.name, input.type.sessionType) : null;
    const newType = typeId ? await em.findOne(SessionType, { id: typeId, coach: coachId }) : null;
    const change = changeOf(input, newType);
    const sessions = await selectSessions(sql, { coachId, coachZone, now, selection: input.selection });
    const choices = choicesOf(input.choices, { sessions, coachZone });
    const chosen = [...choices.values()].flatMap((choice) => (choice.kind === "at" ? [choice.start] : []));
    const wanted = change.kind === "cancel" ? [] : sessions.map((session) => wantIn(session, change));
    const starts = [...wanted.map(({ start }) => start), ...sessions.map(({ start }) => start), ...chosen];
    const range = { start: Math.max(now, Math.min(...starts) - AROUND), end: Math.max(...starts) + AROUND };
    const sessionTypeIds = [...wanted, ...sessions].map(({ sessionTypeId }) => sessionTypeId);
    const except = new Set(sessions.map(({ id }) => id));
    const reading = await readCalendars(sql, { sessionTypeIds, range, now, except });
    const { queries } = reading;
    const question = {
      queries,
      asker: "coach" as const,
      timeZone: coachZone,
      policy: input.policy,
      choices,
      alternatives: ALTERNATIVES,
    };
    const checked = new Map(checkOccurrences(question, wanted).map((one) => [one.wanted.id, one]));
    return { change, sessions, checked, reading, coachZone };
  }

  /** Meetings of their own for sessions that become of a type that wants them, made before the transaction. */
  private async roomsFor(coachId: string, { type, selection }: BulkChangeInput): Promise<string[]> {
    const { db, clock, meetings } = this.deps;
    const id = type ? uuidOf(SessionType.name, type.sessionType) : null;
    const em = db.em();
    const wanted = id ? await em.findOne(SessionType, { id, coach: coachId, placePerBooking: true }) : null;
    if (!wanted) return [];
    const { timeZone: coachZone } = await em.findOneOrFail(Coach, { id: coachId });
    const sessions = await selectSessions(db.sql, { coachId, coachZone, now: clock.now(), selection });
    return (await Promise.all(sessions.map(() => meetings.create()))).map(({ url }) => url);
  }
}

function wantIn(session: SelectedSession, change: Exclude<BulkChange, { kind: "cancel" }>) {
  const { id, start, end, sessionTypeId } = session;
  return { id, ...wantedOf(session, change), was: { start, minutes: (end - start) / MINUTE, sessionTypeId } };
}

/** What stands against a change, in words; null when it can be carried out. */
function clashMessage(planned: PlannedChange, shown: string | null | undefined): string | null {
  const open = openIn(planned);
  if (open === 1) return "One session has no place there. Choose another time for it, or let it stay.";
  if (open > 1) return `${open} sessions have no place there. Choose other times for them, or let them stay.`;
  if (shown == null || shown === fingerprintOf(planned)) return null;
  return "The calendar changed since. Look at the sessions again before you go on.";
}

interface CarryingOut {
  readonly message: string | null;
  readonly rooms: readonly string[];
  readonly now: number;
}

async function carryOut(
  write: CalendarWrite,
  planned: PlannedChange,
  { message, rooms, now }: CarryingOut,
): Promise<void> {
  const { change, sessions, reading } = planned;
  if (change.kind === "cancel") {
    return cancelBookings(
      write,
      sessions.map((booking) => ({ booking, message })),
      now,
    );
  }
  const changed = new Set(changedIn(planned));
  const moved = sessions.filter(({ id }) => changed.has(id));
  await removeLapsed(write, reading.lapsed);
  await relocate(
    write,
    moved.map((session, index) => recordOf(session, planned, rooms[index] ?? null)),
  );
  await settle(write, [...changed], { message, isNewType: change.kind === "type" });
  for (const session of moved) {
    const at = planned.checked.get(session.id)?.outcome;
    write.touch(session, session.id);
    if (at?.kind === "booked")
      write.touch({ start: at.at.start, end: at.at.start + at.at.minutes * MINUTE }, session.id);
  }
}

function recordOf({ id, timeZone }: SelectedSession, { checked, reading }: PlannedChange, room: string | null) {
  const outcome = checked.get(id)?.outcome;
  const offering = outcome?.kind === "booked" ? reading.offerings.get(outcome.at.sessionTypeId) : undefined;
  if (outcome?.kind !== "booked" || !offering) throw new Error(`The session ${id} has no place.`);
  return { id, ...placeRecord(offering, outcome.at, timeZone), room };
}

/** What the coach says, seats that wait no longer than the session, and as many seats as are taken at least. */
async function settle(
  write: CalendarWrite,
  bookingIds: readonly string[],
  { message, isNewType }: { message: string | null; isNewType: boolean },
): Promise<void> {
  await write.sql`
    with seats as (
      update attendee set approve_by = least(attendee.approve_by, booking.start_at) from booking
      where booking.id = attendee.booking_id and booking.id = any (${[...bookingIds]}::uuid[]) and attendee.approve_by is not null
    )
    update booking set coach_message = coalesce(${message}, coach_message),
      capacity = case when ${isNewType} and series_id is null and program_booking_id is null then greatest(type.capacity, (
        select count(*)::int from attendee where booking_id = booking.id and cancelled_at is null)) else booking.capacity end
    from session_type type where type.id = booking.session_type_id and booking.id = any (${[...bookingIds]}::uuid[])`;
}
