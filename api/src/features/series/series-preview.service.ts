import type { EntityManager } from "@mikro-orm/postgresql";
import { MINUTE, parseDateTime } from "../../core/local-date.ts";
import { clockShifts, type SeriesState, termsOf } from "../../core/series.ts";
import type { SeriesStep } from "../../core/series-change.ts";
import type { CheckedOccurrence } from "../../core/series-check.ts";
import { settle } from "../../core/series-proposal.ts";
import { isOpenEnded } from "../../core/series-rule.ts";
import { writeRecurrence } from "../../core/series-text.ts";
import { zone } from "../../core/zone.ts";
import { Client } from "../../entities/index.ts";
import { fingerprint } from "../../platform/secrets.ts";
import { withCauses } from "../slots/cause.service.ts";
import type { Offering } from "../slots/offering.service.ts";
import type { Slot } from "../slots/slot.inputs.ts";
import { type CausedReason, describeReasons } from "../slots/slot.policy.ts";
import type { SlotService } from "../slots/slot.service.ts";
import type { Planned } from "./series-planning.service.ts";
import { SeriesPreview, SeriesPreviewOccurrence } from "./series-preview.inputs.ts";

/** Whose clocks a preview is read by, and whom it is about. */
export interface Viewing {
  readonly state: SeriesState;
  readonly revision: number;
  readonly coachZone: string;
  readonly clientZone: string;
  readonly clientIds: readonly string[];
}

/** A plan for the coach's eyes; at most five statements more, whatever its length. */
export async function describePlan(
  em: EntityManager,
  slots: SlotService,
  planned: Planned,
  viewing: Viewing,
): Promise<SeriesPreview> {
  const { proposal, offerings, rows } = planned;
  const [first] = offerings.values();
  const checked = new Map(proposal.checked.map((one) => [one.wanted.id, one]));
  const causes = proposal.checked.map(({ reasons }) => (first ? describeReasons(reasons, rows, first.hours) : []));
  const named = await nameAll(em, causes);
  const reasonsOf = new Map(proposal.checked.map((one, i) => [one, named[i] ?? []]));
  const toSlot = (slot: Parameters<SlotService["toSlot"]>[0]): Slot => slots.toSlot(slot, viewing.state.plan.timeZone);
  const steps = proposal.steps.map((step) => ({ step, one: checked.get(step.id) ?? null }));
  const occurrences = steps.map(({ step, one }) =>
    occurrenceOf(step, one, { reasons: one ? (reasonsOf.get(one) ?? []) : [], toSlot, viewing }),
  );
  occurrences.sort((a, b) => a.startAt.getTime() - b.startAt.getTime());
  markClocks(occurrences, viewing);
  return Object.assign(new SeriesPreview(), {
    revision: viewing.revision,
    fingerprint: fingerprintOf(planned),
    timeZone: viewing.state.plan.timeZone,
    recurrence: proposal.open > 0 ? "" : writeRecurrence(settle(viewing.state, proposal, () => "")),
    isEndless: isOpenEnded(proposal.plan),
    occurrences,
    open: proposal.open,
    told: viewing.clientIds.length === 0 ? [] : await em.find(Client, { id: { $in: [...viewing.clientIds] } }),
  });
}

/** The same for the same outcome of the same sessions, whatever else is free. */
export function fingerprintOf({ proposal: { plan, steps, checked } }: Planned): string {
  return fingerprint([plan, steps, checked.map(({ wanted, outcome }) => [wanted.id, outcome])])
    .toString("base64url")
    .slice(0, 22);
}

async function nameAll(em: EntityManager, causes: readonly CausedReason[][]) {
  const flat = await withCauses(em, causes.flat());
  let next = 0;
  return causes.map(({ length }) => {
    next += length;
    return flat.slice(next - length, next);
  });
}

interface Described {
  readonly reasons: Awaited<ReturnType<typeof withCauses>>;
  readonly toSlot: (slot: CheckedOccurrence["nearest"][number]) => Slot;
  readonly viewing: Viewing;
}

function occurrenceOf(
  step: SeriesStep,
  one: CheckedOccurrence | null,
  { reasons, toSlot, viewing }: Described,
): SeriesPreviewOccurrence {
  const { plan } = viewing.state;
  const at = zone(plan.timeZone);
  const planned = one?.wanted ??
    (step.kind === "set" ? step.to : step.was) ?? { start: at.toInstant(step.id), ...termsOf(plan, step.id) };
  const end = planned.start + planned.minutes * MINUTE;
  const booked = one?.outcome.kind === "booked" ? one.outcome.at : null;
  const was = step.was;
  return Object.assign(new SeriesPreviewOccurrence(), {
    recurrenceId: step.id,
    effect: step.kind === "set" ? (was ? "change" : "book") : step.kind === "drop" ? step.as : "keep",
    ...{ startAt: new Date(planned.start), endAt: new Date(end), localStart: at.toLocal(planned.start).slice(0, 16) },
    isSkippedTime: step.kind === "set" && isSkipped(step.to.start, step.id, viewing),
    reasons,
    mayKeep: one?.mayKeep ?? false,
    nearest: one?.nearest.map(toSlot) ?? [],
    outcome: one === null ? null : outcomeOf(one),
    ...{ bookedStartAt: dateOf(booked?.start), bookedEndAt: dateOf(booked && booked.start + booked.minutes * MINUTE) },
    ...{ wasStartAt: dateOf(was?.start), wasEndAt: dateOf(was && was.start + was.minutes * MINUTE) },
    sessionTypeId: (booked ?? planned).sessionTypeId,
  });
}

function outcomeOf({ outcome }: CheckedOccurrence): SeriesPreviewOccurrence["outcome"] {
  if (outcome.kind === "open") return "open";
  if (outcome.kind === "booked") return outcome.how;
  return outcome.how === "appended" ? "appended" : "skipped";
}

/** Whether the clocks skip the wall time that the series has on this date. */
function isSkipped(start: number, id: string, { state: { plan } }: Viewing): boolean {
  const at = zone(plan.timeZone);
  const wall = parseDateTime(id) + termsOf(plan, id).shiftMinutes * MINUTE;
  return at.instantOfWall(wall) === start && start + at.offsetAt(start) !== wall;
}

function dateOf(instant: number | null | undefined): Date | null {
  return instant == null ? null : new Date(instant);
}

function markClocks(occurrences: readonly SeriesPreviewOccurrence[], { coachZone, clientZone }: Viewing): void {
  const starts = occurrences.map(({ startAt }) => startAt.getTime());
  const [coach, client] = [clockShifts(starts, coachZone), clockShifts(starts, clientZone)];
  for (const [i, occurrence] of occurrences.entries()) {
    const start = occurrence.startAt.getTime();
    occurrence.coachLocalStart = zone(coachZone).toLocal(start).slice(0, 16);
    occurrence.clientLocalStart = zone(clientZone).toLocal(start).slice(0, 16);
    occurrence.coachClockShiftMinutes = coach[i] ?? 0;
    occurrence.clientClockShiftMinutes = client[i] ?? 0;
  }
}

/** In words, why a session was left out by policy. */
export function reasonFor({ rows, offerings }: Planned): (skipped: CheckedOccurrence) => string {
  const [first]: Offering[] = [...offerings.values()];
  return ({ reasons }) =>
    (first && describeReasons(reasons.slice(0, 1), rows, first.hours)[0]?.message) ?? "It was left out.";
}
