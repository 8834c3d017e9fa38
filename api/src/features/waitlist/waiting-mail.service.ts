import { randomUUID } from "node:crypto";
import { HOUR, MINUTE } from "../../core/local-date.ts";
import { zone } from "../../core/zone.ts";
import { handOver } from "../../integrations/messaging/channel.ts";
import type { Email } from "../../integrations/messaging/email.ts";
import type { CalendarWrite } from "../coaches/coach.service.ts";
import { BATCH, CLAIM_SECONDS, sendInBatches } from "./mail-batches.service.ts";
import { dayWords, timeWords, zoneWords } from "./mail-words.policy.ts";
import type { OfferMailDependencies } from "./offer-mail.service.ts";

/** Whoever asks again within this time has the link on the way: nobody's mailbox is filled by a stranger. */
const QUIET = 10 * MINUTE;
/** A link that could not be sent for so long is no longer expected. */
const GIVEN_UP = 24 * HOUR;

/** What a link opens: a wait, or the seat that its address has already. */
export type LinkTarget = { readonly entryId: string } | { readonly attendeeId: string };

/** Has the link sent to the address that it belongs to, once the transaction is committed. */
export async function askForLink(
  write: CalendarWrite,
  target: LinkTarget,
  { coachId, again, now }: { readonly coachId: string; readonly again: boolean; readonly now: number },
): Promise<void> {
  const entryId = "entryId" in target ? target.entryId : null;
  const attendeeId = "attendeeId" in target ? target.attendeeId : null;
  await write.sql`
    insert into waiting_mail (id, entry_id, attendee_id, again, created_at)
    select ${randomUUID()}, ${entryId}::uuid, ${attendeeId}::uuid, ${again}, ${new Date(now)}
    where not exists (
      select from waiting_mail
      where (entry_id = ${entryId}::uuid or attendee_id = ${attendeeId}::uuid) and created_at > ${new Date(now - QUIET)}
    )`;
  write.publish({ type: "waitlistChanged", coachId, tellAt: now });
}

interface DueLink {
  readonly id: string;
  readonly again: boolean;
  readonly entryId: string | null;
  readonly attendeeId: string | null;
  readonly name: string;
  readonly email: string;
  readonly timeZone: string;
  readonly start: number | null;
  readonly fromDate: string | null;
  readonly toDate: string | null;
  readonly sessionType: string;
  readonly coach: string;
}

/** Sends people the links to what is theirs. The rows are the memory; the channel drops what it has seen. */
export class WaitingMailService {
  private readonly deps: OfferMailDependencies;

  constructor(deps: OfferMailDependencies) {
    this.deps = deps;
  }

  sendDue(signal: AbortSignal): Promise<void> {
    const claim = () => this.claim();
    return sendInBatches({ claim, send: (link) => this.send(link), signal, words: "links" });
  }

  private claim(): Promise<DueLink[]> {
    const now = this.deps.clock.now();
    return this.deps.db.sql<DueLink>`
      with due as (
        select mail.id from waiting_mail mail
        left join waitlist_entry entry on entry.id = mail.entry_id
        left join attendee seat on seat.id = mail.attendee_id
        where told_at is null and mail.created_at > ${new Date(now - GIVEN_UP)}
          and (telling_at is null or telling_at < ${new Date(now - CLAIM_SECONDS * 1000)})
          and (entry.status = 'waiting' or (seat.id is not null and seat.cancelled_at is null))
        order by mail.created_at limit ${BATCH} for update of mail skip locked
      ), claimed as (
        update waiting_mail mail set telling_at = ${new Date(now)} from due where mail.id = due.id returning mail.*
      )
      select claimed.id, claimed.again, entry.id as "entryId", seat.id as "attendeeId",
        coalesce(entry.name, client.name) as name, coalesce(entry.email, client.email) as email,
        coalesce(entry.time_zone, seat.time_zone) as "timeZone",
        (extract(epoch from coalesce(entry.start_at, booking.start_at)) * 1000)::float8 as start,
        entry.from_date::text as "fromDate", entry.to_date::text as "toDate",
        type.name as "sessionType", coach.name as coach
      from claimed
      left join waitlist_entry entry on entry.id = claimed.entry_id
      left join attendee seat on seat.id = claimed.attendee_id
      left join client on client.id = seat.client_id
      left join booking on booking.id = seat.booking_id
      join session_type type on type.id = coalesce(entry.session_type_id, booking.session_type_id)
      join coach on coach.id = type.coach_id`;
  }

  private async send(link: DueLink): Promise<void> {
    const { channel, clock, db, publicUrl, tokens } = this.deps;
    const page = link.entryId
      ? `waiting/${tokens.sign("waiting", link.entryId)}`
      : `manage/${tokens.sign("seat", link.attendeeId ?? "")}`;
    await handOver(channel, linkMessage(link, `${publicUrl}/${page}`));
    await db.sql`update waiting_mail set told_at = ${new Date(clock.now())} where id = ${link.id}`;
  }
}

function linkMessage(link: DueLink, url: string): Email {
  const { id, name, email, entryId, again } = link;
  const what = `${link.sessionType} with ${link.coach}: ${wantedWords(link)}`;
  return {
    id: `waiting ${id}`,
    to: { name, address: email },
    subject: entryId ? "You’re on the waitlist" : "You have booked this already",
    text: [
      `Hello ${name},`,
      "",
      ...(entryId ? waitingWords(what, again) : ["this session is yours already. You need not wait for it.", what]),
      "",
      entryId ? "Your place in the line, what is offered to you, and the way to stop:" : "See, move or cancel it here:",
      url,
      "",
      "The link is yours alone. If you did not ask for it, somebody has typed your address.",
      "",
    ].join("\n"),
  };
}

function waitingWords(what: string, again: boolean): string[] {
  const first = again ? "you wait for this already, and you keep your place in the line." : "you’re on the waitlist.";
  return [first, what, "", "When it is your turn, we write to you again, and the time is kept for you."];
}

/** "Tuesday, 2 June 2026, 16:00 (Berlin time)", or the dates that would suit. */
function wantedWords({ start, fromDate, toDate, timeZone }: DueLink): string {
  if (start !== null) {
    const local = zone(timeZone).toLocal(start);
    return `${dayWords(local.slice(0, 10))}, ${timeWords(local)} (${zoneWords(timeZone)})`;
  }
  const [from, to] = [dayWords(fromDate ?? ""), dayWords(toDate ?? "")];
  return from === to ? `any time on ${from} (${zoneWords(timeZone)})` : `from ${from} to ${to}, as you asked`;
}
