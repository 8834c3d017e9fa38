import { intersect } from "../../core/interval.ts";
import type { Skip, Waiting } from "../../core/waitlist.ts";
import { fits, type Wanted, type Wish, wantedBy } from "../../core/wish.ts";
import { zone } from "../../core/zone.ts";
import type { OfferStatus, WaitlistStatus } from "../../entities/index.ts";
import type { OpenOffer, QueueRow } from "./queue-reading.service.ts";

/** The fields of a wish, as an entry has them. */
export type WishFields = Pick<
  QueueRow,
  "kind" | "minutes" | "start" | "fromDate" | "toDate" | "weekdays" | "fromTime" | "toTime" | "timeZone"
>;

export function wishOf(entry: WishFields): Wish {
  const { minutes, timeZone, start, fromDate, toDate, weekdays, fromTime, toTime } = entry;
  if (start !== null) return { kind: "start", minutes, timeZone, start };
  if (fromDate === null || toDate === null) throw new Error("An entry waits for a start or for dates.");
  if (entry.kind === "day") return { kind: "day", minutes, timeZone, date: fromDate };
  return { kind: "days", minutes, timeZone, fromDate, toDate, weekdays, fromTime, toTime };
}

/** What is wanted, as far as the link leaves it open. */
export function wantedOf(row: QueueRow): Wanted {
  const wanted = wantedBy(wishOf(row));
  if (row.linkFrom === null && row.linkTo === null) return wanted;
  const home = zone(row.coachTimeZone);
  const start = row.linkFrom === null ? Number.NEGATIVE_INFINITY : home.startOfDay(row.linkFrom);
  const end = row.linkTo === null ? Number.POSITIVE_INFINITY : home.endOfDay(row.linkTo);
  return { ...wanted, starts: intersect(wanted.starts, [{ start, end }]) };
}

export function toWaiting(row: QueueRow, skips: readonly Skip[]): Waiting {
  const { id, sessionTypeId, timeZone, open, offer } = row;
  return { id, sessionTypeId, timeZone, open, skips, hasOffer: offer !== null, wanted: wantedOf(row) };
}

/** The instant at which nothing is left to wait for. */
export function lapsesAt(entry: WishFields): number {
  const wish = wishOf(entry);
  if (wish.kind === "start") return wish.start;
  return wantedBy(wish).starts.at(-1)?.end ?? Number.NEGATIVE_INFINITY;
}

export interface EndedEntry {
  readonly id: string;
  readonly status: Exclude<WaitlistStatus, "waiting">;
}

export interface ClosedOffer {
  readonly entryId: string;
  readonly offer: OpenOffer;
  readonly status: Exclude<OfferStatus, "open" | "accepted">;
}

/** What has come to its end, by time or because somebody has what she waited for. */
export function endingsOf(rows: readonly QueueRow[], now: number): { ended: EndedEntry[]; closed: ClosedOffer[] } {
  const ended: EndedEntry[] = [];
  const closed: ClosedOffer[] = [];
  for (const row of rows) {
    const end = endOf(row, now);
    if (end) ended.push({ id: row.id, status: end });
    const { offer } = row;
    if (!offer) continue;
    if (offer.expiresAt <= now) closed.push({ entryId: row.id, offer, status: "lapsed" });
    else if (end || !offer.seated) closed.push({ entryId: row.id, offer, status: "withdrawn" });
  }
  return { ended, closed };
}

function endOf(row: QueueRow, now: number): EndedEntry["status"] | null {
  const wanted = wantedBy(wishOf(row));
  if (row.booked.some((booked) => fits(wanted, booked))) return "booked";
  return lapsesAt(row) <= now ? "lapsed" : null;
}

/** What she has let pass, with the offer that she did not answer. */
export function withSilence(skips: readonly Skip[], { start, end }: OpenOffer): Skip[] {
  return [...skips, { start, end, reason: "silent" }];
}
