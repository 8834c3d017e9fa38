import type { EntityManager } from "@mikro-orm/postgresql";
import DataLoader from "dataloader";
import { compete, type Wanted, wantedBy } from "../../core/wish.ts";
import { Offer, WaitlistEntry } from "../../entities/index.ts";
import { groupedBy, inOrderOf } from "../../platform/graphql/batch.ts";
import { type PassReason, passMessages } from "./pass.inputs.ts";
import { wishOf } from "./queue.policy.ts";
import { PassedOver } from "./waitlist.inputs.ts";

const PASSES_SHOWN = 50;

export interface WaitlistLoaders {
  readonly waitlistEntry: DataLoader<string, WaitlistEntry>;
  readonly offer: DataLoader<string, Offer>;
  /** All offers to an entry, the latest first. */
  readonly offersOfEntry: DataLoader<string, Offer[]>;
  readonly openOffersOfBooking: DataLoader<string, Offer[]>;
  /** From 1; null for whoever waits no longer. */
  readonly waitlistPosition: DataLoader<string, number | null>;
  /** Of the times that would have fitted: one that nobody meant for her passed nobody over. */
  readonly passesOfEntry: DataLoader<string, PassedOver[]>;
  readonly passesOfOffer: DataLoader<string, PassedOver[]>;
}

export function waitlistLoaders(em: EntityManager): WaitlistLoaders {
  return {
    waitlistEntry: new DataLoader(async (ids) =>
      inOrderOf(ids, await em.find(WaitlistEntry, { id: { $in: [...ids] } })),
    ),
    offer: new DataLoader(async (ids) => inOrderOf(ids, await em.find(Offer, { id: { $in: [...ids] } }))),
    offersOfEntry: new DataLoader(async (ids) => {
      const orderBy = { createdAt: "desc", id: "desc" } as const;
      const offers = await em.find(Offer, { entry: { $in: [...ids] } }, { orderBy });
      return groupedBy(ids, offers, (offer) => offer.entry.id);
    }),
    openOffersOfBooking: new DataLoader(async (ids) => {
      const offers = await em.find(Offer, { booking: { $in: [...ids] }, status: "open" }, { orderBy: { id: "asc" } });
      return groupedBy(ids, offers, (offer) => offer.booking?.id ?? "");
    }),
    waitlistPosition: new DataLoader((ids) => positions(em, ids)),
    passesOfEntry: new DataLoader((ids) => passes(em, "entry_id", ids)),
    passesOfOffer: new DataLoader((ids) => passes(em, "offer_id", ids)),
  };
}

/** Ahead are those further up in the list who may take some of the same time of the same session type. */
async function positions(em: EntityManager, ids: readonly string[]): Promise<Array<number | null>> {
  const asked = await em.find(WaitlistEntry, { id: { $in: [...ids] } });
  const coaches = [...new Set(asked.map((entry) => entry.coach.id))];
  const queue = await em.find(
    WaitlistEntry,
    { coach: { $in: coaches }, status: "waiting" },
    { orderBy: { favoured: "desc", number: "asc" } },
  );
  const places = queue.map((entry) => ({ entry, wanted: wantedByEntry(entry) }));
  return ids.map((id) => {
    const index = places.findIndex(({ entry }) => entry.id === id);
    const mine = places[index];
    if (!mine) return null;
    const ahead = places
      .slice(0, index)
      .filter(
        ({ entry, wanted }) => entry.sessionType.id === mine.entry.sessionType.id && compete(wanted, mine.wanted),
      );
    return ahead.length + 1;
  });
}

function wantedByEntry(entry: WaitlistEntry): Wanted {
  return wantedBy(wishOf({ ...entry, start: entry.startAt?.getTime() ?? null }));
}

const fitted = "and reason not in ('otherTimes', 'otherLength')";

interface PassRow {
  key: string;
  entryId: string;
  offerId: string | null;
  startAt: Date;
  endAt: Date;
  reason: PassReason;
  at: Date;
}

async function passes(
  em: EntityManager,
  column: "entry_id" | "offer_id",
  ids: readonly string[],
): Promise<PassedOver[][]> {
  const rows: PassRow[] = await em.getConnection().execute(
    `select key, entry_id as "entryId", offer_id as "offerId", start_at as "startAt", end_at as "endAt", reason, created_at as at
     from unnest(array[${ids.map(() => "?").join(", ")}]::uuid[]) key, lateral (
       select * from waitlist_pass where waitlist_pass.${column} = key ${column === "entry_id" ? fitted : ""} order by id desc limit ${PASSES_SHOWN}
     ) pass order by pass.id desc`,
    [...ids],
  );
  const entries = await em.find(WaitlistEntry, { id: { $in: rows.map((row) => row.entryId) } });
  const offers = await em.find(Offer, { id: { $in: rows.flatMap((row) => row.offerId ?? []) } });
  const entryOf = new Map(entries.map((entry) => [entry.id, entry]));
  const offerOf = new Map(offers.map((offer) => [offer.id, offer]));
  const told = rows.flatMap(({ key, entryId, offerId, reason, startAt, endAt, at }) => {
    const entry = entryOf.get(entryId);
    if (!entry) return [];
    const fields = { entry, offer: offerOf.get(offerId ?? "") ?? null, reason, message: passMessages[reason] };
    const times = { startAt: new Date(startAt), endAt: new Date(endAt), at: new Date(at) };
    return [{ key, pass: Object.assign(new PassedOver(), fields, times) }];
  });
  return groupedBy(ids, told, ({ key }) => key).map((group) => group.map(({ pass }) => pass));
}
