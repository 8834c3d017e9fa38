import type { EntityManager } from "@mikro-orm/postgresql";
import { DateOverride, Holiday, TimeOff, Travel } from "../../entities/index.ts";
import type { SlotReason } from "./slot.inputs.ts";
import type { CausedReason } from "./slot.policy.ts";

/** Names what made each reason, for the coach: at most one statement for each kind, whatever the number of reasons. */
export async function withCauses(em: EntityManager, reasons: readonly CausedReason[]): Promise<SlotReason[]> {
  const idsOf = (kind: keyof CausedReason["cause"]) => [...new Set(reasons.flatMap(({ cause }) => cause[kind] ?? []))];
  const overrides = await byId(idsOf("dateOverrideId"), (id) => em.find(DateOverride, { id }));
  const timeOff = await byId(idsOf("timeOffId"), (id) => em.find(TimeOff, { id }));
  const holidays = await byId(idsOf("holidayId"), (id) => em.find(Holiday, { id }));
  const travel = await byId(idsOf("travelId"), (id) => em.find(Travel, { id }));
  return reasons.map(({ cause, ...reason }) => ({
    ...reason,
    dateOverride: overrides.get(cause.dateOverrideId) ?? null,
    timeOff: timeOff.get(cause.timeOffId) ?? null,
    holiday: holidays.get(cause.holidayId) ?? null,
    travel: travel.get(cause.travelId) ?? null,
  }));
}

async function byId<Row extends { id: string }>(
  ids: string[],
  find: (id: { $in: string[] }) => Promise<Row[]>,
): Promise<Map<string | undefined, Row>> {
  const rows = ids.length === 0 ? [] : await find({ $in: ids });
  return new Map(rows.map((row) => [row.id, row]));
}
