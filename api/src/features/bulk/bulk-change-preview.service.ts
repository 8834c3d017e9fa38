import type { EntityManager } from "@mikro-orm/postgresql";
import { MINUTE } from "../../core/local-date.ts";
import type { CheckedOccurrence } from "../../core/series-check.ts";
import { zone } from "../../core/zone.ts";
import { Attendee, Client } from "../../entities/index.ts";
import { fingerprint } from "../../platform/secrets.ts";
import { describeGroups } from "../programs/plan-description.service.ts";
import type { SlotReason } from "../slots/slot.inputs.ts";
import type { SlotService } from "../slots/slot.service.ts";
import { BulkChangePreview, BulkChangeSession } from "./bulk-change.inputs.ts";
import { type CheckedChange, changedIn, openIn } from "./bulk-change.policy.ts";
import type { PlannedChange } from "./bulk-change.service.ts";

/** A change for the coach's eyes; at most six statements more, however many sessions there are. */
export async function describeChange(
  { em, slots }: { em: EntityManager; slots: SlotService },
  planned: PlannedChange,
): Promise<BulkChangePreview> {
  const { sessions, checked, reading, coachZone } = planned;
  const all = sessions.map(({ id }) => checked.get(id) ?? null);
  const reasons = await describeGroups(
    em,
    reading,
    all.map((one) => one?.reasons ?? []),
  );
  const described = sessions.map(({ id }, index) => {
    const one = all[index] ?? null;
    const nearest = one?.nearest.map((slot) => slots.toSlot(slot, coachZone)) ?? [];
    return Object.assign(new BulkChangeSession(), {
      bookingId: id,
      nearest,
      ...outcomeOf(one, coachZone, reasons[index] ?? []),
    });
  });
  return Object.assign(new BulkChangePreview(), {
    ...{ revision: reading.revision, fingerprint: fingerprintOf(planned), sessions: described, open: openIn(planned) },
    told: await toldOf(em, changedIn(planned)),
  });
}

function outcomeOf(one: CheckedOccurrence | null, coachZone: string, reasons: SlotReason[]) {
  const booked = one?.outcome.kind === "booked" ? one.outcome : null;
  return {
    reasons,
    outcome: booked ? booked.how : one ? ("open" as const) : null,
    wantedStartAt: one ? new Date(one.wanted.start) : null,
    startAt: booked ? new Date(booked.at.start) : null,
    endAt: booked ? new Date(booked.at.start + booked.at.minutes * MINUTE) : null,
    coachLocalStart: booked ? zone(coachZone).toLocal(booked.at.start).slice(0, 16) : null,
    mayKeep: one?.mayKeep ?? false,
  };
}

/** The same for the same outcome of the same sessions, whatever else is free. */
export function fingerprintOf({ change, sessions, checked }: CheckedChange): string {
  const seen = sessions.map(({ id, start, end }) => [id, start, end, checked.get(id)?.outcome ?? null]);
  return fingerprint([change.kind, seen]).toString("base64url").slice(0, 22);
}

/** Everybody with a seat in a session that changes. */
async function toldOf(em: EntityManager, bookingIds: readonly string[]): Promise<Client[]> {
  const seats = await em.find(Attendee, {
    booking: { $in: [...bookingIds] },
    cancelledAt: null,
    client: { $ne: null },
  });
  const ids = [...new Set(seats.flatMap(({ client }) => client?.id ?? []))];
  return em.find(Client, { id: { $in: ids } }, { orderBy: { name: "asc", id: "asc" } });
}
