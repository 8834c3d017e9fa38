import type { EntityManager } from "@mikro-orm/postgresql";
import type { Reason } from "../../core/explain.ts";
import { clockShifts } from "../../core/series.ts";
import { zone } from "../../core/zone.ts";
import { fingerprint } from "../../platform/secrets.ts";
import { withCauses } from "../slots/cause.service.ts";
import type { SlotReason } from "../slots/slot.inputs.ts";
import { describeReasons } from "../slots/slot.policy.ts";
import type { SlotService } from "../slots/slot.service.ts";
import type { CalendarReading } from "./calendar-reading.service.ts";
import { NoPlan, PlannedSession, ProgramPlan, UnkeptProgramWish } from "./plan.inputs.ts";
import type { PlacedSession, ProgramPlacing } from "./plan.policy.ts";

/** By whose clocks a plan is read. */
export interface PlanViewing {
  readonly timeZone: string;
  readonly clientZone: string;
  readonly lastDate: string;
}

export interface Describing {
  readonly em: EntityManager;
  readonly slots: SlotService;
  readonly reading: CalendarReading;
}

/** A plan for the coach's eyes; at most four statements more, whatever its length. */
export async function describePlacing(
  { em, slots, reading }: Describing,
  sessions: readonly PlacedSession[],
  viewing: PlanViewing,
): Promise<ProgramPlan> {
  const coachZone = reading.hours.timeZone;
  const groups = sessions.flatMap(({ reasons, unkept }) => [reasons, ...unkept.map((wish) => wish.reasons)]);
  const named = (await describeGroups(em, reading, groups)).values();
  const next = () => named.next().value ?? [];
  const starts = sessions.map(({ start }) => start);
  const [coachShifts, clientShifts] = [clockShifts(starts, coachZone), clockShifts(starts, viewing.clientZone)];
  const planned = sessions.map((session, i) => {
    const { start, end, nearest, unkept, reasons: _, ...rest } = session;
    return Object.assign(new PlannedSession(), rest, {
      startAt: new Date(start),
      endAt: new Date(end),
      coachLocalStart: zone(coachZone).toLocal(start).slice(0, 16),
      clientLocalStart: zone(viewing.clientZone).toLocal(start).slice(0, 16),
      coachClockShiftMinutes: coachShifts[i] ?? 0,
      clientClockShiftMinutes: clientShifts[i] ?? 0,
      reasons: next(),
      unkept: unkept.map(({ wish, why }) =>
        Object.assign(new UnkeptProgramWish(), {
          wish,
          because: why,
          message: unkeptWords[wish][why],
          reasons: next(),
        }),
      ),
      nearest: nearest.map((slot) => slots.toSlot(slot, viewing.timeZone)),
    });
  });
  const { timeZone, lastDate } = viewing;
  return Object.assign(new ProgramPlan(), {
    ...{ timeZone, lastDate, sessions: planned, revision: reading.revision },
    fingerprint: fingerprintOf(sessions),
    open: openIn(sessions),
  });
}

/** How many sessions were put where nobody may set aside what stands there. */
export function openIn(sessions: readonly PlacedSession[]): number {
  return sessions.filter(({ mayKeep }) => !mayKeep).length;
}

/** The same for the same times of the same sessions, whatever else is free. */
export function fingerprintOf(sessions: readonly PlacedSession[]): string {
  const seen = sessions.map(({ number, start, end, sessionTypeId, mayKeep }) => [
    number,
    start,
    end,
    sessionTypeId,
    mayKeep,
  ]);
  return fingerprint(seen).toString("base64url").slice(0, 22);
}

const unkeptWords = {
  weekday: {
    taken: "No time is free on a wished weekday between the sessions around it.",
    gap: "No wished weekday lies between the sessions around it.",
    others: "A wished weekday is free, but then another wish could not be kept.",
  },
  time: {
    taken: "No time is free at the wished hours between the sessions around it.",
    gap: "The wished hours do not lie between the sessions around it.",
    others: "The wished hours are free, but then another wish could not be kept.",
  },
  gap: {
    taken: "No time is free at the wished distance from the session before.",
    gap: "The wished distance does not fit between the sessions around it.",
    others: "A time at the wished distance is free, but then another wish could not be kept.",
  },
} as const;

/** What the coach should know about a session that was placed, in words. */
export function notesOf({ unkept }: Pick<PlacedSession, "unkept">): string[] {
  return unkept.map(({ wish, why }) => unkeptWords[wish][why]);
}

/** Says between which dates the first session without a time would have to lie, and what stands there. */
export async function describeMiss(
  { em, reading }: Omit<Describing, "slots">,
  miss: Miss,
  moves: ReadonlyMap<number, number> = new Map(),
): Promise<NoPlan> {
  const { step: session, fromDate, toDate } = miss;
  const [reasons = []] = await describeGroups(em, reading, [miss.reasons]);
  const message = moves.has(session) ? tooEarly(session) : missMessage(reading, miss);
  return Object.assign(new NoPlan(message), { session, fromDate, toDate, reasons });
}

type Miss = Extract<ProgramPlacing, { kind: "impossible" }>;

/** Of one that somebody put somewhere, only those before it can be in the way. */
function tooEarly(session: number): string {
  return `Session ${session + 1} was put too early: those before it do not fit before that time.`;
}

/** The same in one sentence. */
export function missMessage({ rows, hours }: CalendarReading, { step, fromDate, toDate, reasons }: Miss): string {
  const [first] = describeReasons(reasons.slice(0, 1), rows, hours);
  const where = fromDate === toDate ? `on ${fromDate}` : `between ${fromDate} and ${toDate}`;
  return `Session ${step + 1} finds no free time ${where}. ${first?.message ?? ""}`.trim();
}

/** Groups of reasons in the API's words: at most four statements, whatever their number. */
export async function describeGroups(
  em: EntityManager,
  { rows, hours }: CalendarReading,
  groups: readonly (readonly Reason[])[],
): Promise<SlotReason[][]> {
  const described = groups.map((reasons) => describeReasons(reasons, rows, hours));
  const named = await withCauses(em, described.flat());
  let end = 0;
  return described.map(({ length }) => {
    end += length;
    return named.slice(end - length, end);
  });
}
