import { zone } from "../../core/zone.ts";
import { handOver } from "../../integrations/messaging/channel.ts";
import type { Email, EmailChannel } from "../../integrations/messaging/email.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import type { TokenSigner } from "../../platform/secrets.ts";
import { BATCH, CLAIM_SECONDS, sendInBatches } from "./mail-batches.service.ts";
import { dayWords, placeWords, timeWords, zoneWords } from "./mail-words.policy.ts";

export interface OfferMailDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly tokens: TokenSigner;
  readonly channel: EmailChannel;
  /** The origin of the pages that messages lead to. */
  readonly publicUrl: string;
}

interface DueOffer {
  readonly id: string;
  readonly entryId: string;
  readonly start: number;
  readonly end: number;
  readonly expiresAt: number;
  readonly name: string;
  readonly email: string;
  readonly timeZone: string;
  readonly sessionType: string;
  readonly coach: string;
  readonly placeKind: string;
  readonly placeDetail: string;
  readonly byHand: boolean;
}

/** Tells people of their offers. The rows of the offers are the memory; the channel drops what it has seen. */
export class OfferMailService {
  private readonly deps: OfferMailDependencies;

  constructor(deps: OfferMailDependencies) {
    this.deps = deps;
  }

  sendDue(signal: AbortSignal): Promise<void> {
    const claim = () => this.claim();
    return sendInBatches({ claim, send: (offer) => this.send(offer), signal, words: "offers" });
  }

  /** When somebody is to be told next; null without anybody. */
  async nextDue(): Promise<Date | null> {
    const rows = await this.deps.db.sql<{ due: number | null }>`
      select (extract(epoch from min(tell_at)) * 1000)::float8 as due from offer
      where status = 'open' and told_at is null and tell_at > ${new Date(this.deps.clock.now())}`;
    const due = rows[0]?.due ?? null;
    return due === null ? null : new Date(due);
  }

  private claim(): Promise<DueOffer[]> {
    const now = this.deps.clock.now();
    return this.deps.db.sql<DueOffer>`
      with due as (
        select id from offer
        where status = 'open' and told_at is null and tell_at <= ${new Date(now)} and expires_at > ${new Date(now)}
          and (telling_at is null or telling_at < ${new Date(now - CLAIM_SECONDS * 1000)})
        order by tell_at limit ${BATCH} for update skip locked
      ), claimed as (
        update offer set telling_at = ${new Date(now)} from due where offer.id = due.id returning offer.*
      )
      select claimed.id, entry.id as "entryId", entry.name, entry.email, entry.time_zone as "timeZone",
        (extract(epoch from claimed.start_at) * 1000)::float8 as start,
        (extract(epoch from claimed.end_at) * 1000)::float8 as "end",
        (extract(epoch from claimed.expires_at) * 1000)::float8 as "expiresAt",
        type.name as "sessionType", coach.name as coach, type.place_kind as "placeKind",
        type.place_detail as "placeDetail", claimed.by_hand as "byHand"
      from claimed
      join waitlist_entry entry on entry.id = claimed.entry_id
      join session_type type on type.id = entry.session_type_id
      join coach on coach.id = claimed.coach_id`;
  }

  private async send(offer: DueOffer): Promise<void> {
    const { channel, clock, db, publicUrl, tokens } = this.deps;
    const url = `${publicUrl}/waiting/${tokens.sign("waiting", offer.entryId)}?proof=${tokens.sign("offer", offer.id)}`;
    await handOver(channel, offerMessage(offer, url));
    await db.sql`update offer set told_at = ${new Date(clock.now())} where id = ${offer.id}`;
  }
}

function offerMessage(offer: DueOffer, url: string): Email {
  const { id, name, email, timeZone, start, end, expiresAt, sessionType, coach, byHand } = offer;
  const at = zone(timeZone);
  const day = dayWords(at.localDate(start));
  const [from, to] = [timeWords(at.toLocal(start)), timeWords(at.toLocal(end))];
  const until = at.toLocal(expiresAt);
  return {
    id: `offer ${id}`,
    to: { name, address: email },
    subject: byHand ? `${coach} offers you a time: ${day}, ${from}` : `A time came free: ${day}, ${from}`,
    text: [
      `Hello ${name},`,
      "",
      byHand ? `${coach} offers you this time:` : "what you wait for has come free:",
      `${sessionType} with ${coach}`,
      `${day}, ${from} to ${to} (${zoneWords(timeZone)})`,
      placeWords({ kind: offer.placeKind, detail: offer.placeDetail }),
      "",
      `It is kept for you until ${timeWords(until)} on ${dayWords(until.slice(0, 10))}. Accept or decline it here:`,
      url,
      "",
      byHand ? "Without an answer the offer ends then." : "Without an answer it goes to the next person then.",
      "",
    ].join("\n"),
  };
}
