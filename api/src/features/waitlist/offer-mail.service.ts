import { parseDate, weekdayOfDay } from "../../core/local-date.ts";
import { zone } from "../../core/zone.ts";
import { handOver } from "../../integrations/messaging/channel.ts";
import type { Email, EmailChannel } from "../../integrations/messaging/email.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import type { TokenSigner } from "../../platform/secrets.ts";

const BATCH = 50;
/** Longer than a message takes to be handed over: after it, another process tries again with the same message id. */
const CLAIM_SECONDS = 60;
const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

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
}

/** Tells people of their offers. The rows of the offers are the memory; the channel drops what it has seen. */
export class OfferMailService {
  private readonly deps: OfferMailDependencies;

  constructor(deps: OfferMailDependencies) {
    this.deps = deps;
  }

  async sendDue(signal: AbortSignal): Promise<void> {
    let claimed = BATCH;
    const failures: unknown[] = [];
    while (claimed === BATCH && !signal.aborted) {
      const offers = await this.claim();
      claimed = offers.length;
      await Promise.all(offers.map((offer) => this.send(offer).catch((error: unknown) => failures.push(error))));
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} offers were not told.`);
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
        type.name as "sessionType", coach.name as coach
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

function offerMessage(
  { id, name, email, timeZone, start, end, expiresAt, sessionType, coach }: DueOffer,
  url: string,
): Email {
  const at = zone(timeZone);
  const day = dayOf(at.localDate(start));
  const [from, to] = [timeOf(at.toLocal(start)), timeOf(at.toLocal(end))];
  const until = at.toLocal(expiresAt);
  return {
    id: `offer ${id}`,
    to: { name, address: email },
    subject: `A time came free: ${day}, ${from}`,
    text: [
      `${sessionType} with ${coach}`,
      `${day}, ${from} to ${to} (${timeZone})`,
      "",
      `This time is kept for you until ${timeOf(until)} on ${dayOf(until.slice(0, 10))}. Accept or decline it here:`,
      url,
      "",
      "Without an answer it goes to the next person then.",
      "",
    ].join("\n"),
  };
}

function dayOf(date: string): string {
  const [year = "", month = "", day = ""] = date.split("-");
  return `${weekdays[weekdayOfDay(parseDate(date))]}, ${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

function timeOf(local: string): string {
  return local.slice(11, 16);
}
