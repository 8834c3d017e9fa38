import { randomInt } from "node:crypto";
import { MINUTE } from "../../core/local-date.ts";
import { handOver } from "../../integrations/messaging/channel.ts";
import type { EmailChannel } from "../../integrations/messaging/email.ts";
import type { Sql } from "../../platform/db.ts";
import type { Logger } from "../../platform/logger.ts";
import type { TokenSigner } from "../../platform/secrets.ts";
import type { CalendarWrite } from "../coaches/coach.service.ts";

/** How long an unproven booking keeps its slot. */
export const PROOF_MS = 10 * MINUTE;
const MAX_CODES = 3;
const MAX_TRIES = 5;
/** Unproven and pending bookings that one mail address may have with one coach. */
export const MAX_WAITING = 3;

/** A code to be sent once the transaction that keeps its hash has been committed. */
export interface CodeToSend {
  readonly attendeeId: string;
  readonly email: string;
  readonly code: string;
  readonly number: number;
  readonly sessionName: string;
  readonly coachName: string;
}

export interface ProofRequest {
  readonly attendeeId: string;
  readonly coachId: string;
  readonly sessionTypeId: string;
  readonly email: string;
  readonly now: number;
  /** What to book once the address is proven. */
  readonly request: unknown;
}

export interface EmailCodeDependencies {
  readonly channel: EmailChannel;
  readonly tokens: TokenSigner;
  readonly logger: Logger;
}

/** Six digits that prove a mail address: kept as a keyed hash, tried a few times, sent outside of the transaction. */
export class EmailCodes {
  private readonly deps: EmailCodeDependencies;

  constructor(deps: EmailCodeDependencies) {
    this.deps = deps;
  }

  /** Keeps what is to be booked with a held seat, and the seat for long enough to find the mail. */
  async ask(write: CalendarWrite, proof: ProofRequest): Promise<CodeToSend> {
    const { attendeeId, coachId, email, now, request } = proof;
    const code = makeCode();
    await keepSeat(write, attendeeId, now + PROOF_MS);
    await write.sql`
      insert into email_proof (attendee_id, coach_id, email, code_hash, sent_at, request)
      values (${attendeeId}, ${coachId}, ${email}, ${this.deps.tokens.sealCode(attendeeId, code)}, ${new Date(now)},
        ${JSON.stringify(request)}::jsonb)
      on conflict (attendee_id) do update set email = excluded.email, code_hash = excluded.code_hash,
        sent_at = excluded.sent_at, request = excluded.request, wrong_tries = 0, codes_sent = email_proof.codes_sent + 1`;
    const [names] = await write.sql<{ sessionName: string; coachName: string }>`
      select type.name as "sessionName", coach.name as "coachName"
      from session_type type join coach on coach.id = type.coach_id where type.id = ${proof.sessionTypeId}`;
    return {
      attendeeId,
      email,
      code,
      number: now,
      sessionName: names?.sessionName ?? "",
      coachName: names?.coachName ?? "",
    };
  }

  /** Another code in the place of the last one; null when enough were sent or there is nothing to prove. */
  async renew(sql: Sql, attendeeId: string, now: number): Promise<CodeToSend | null> {
    const code = makeCode();
    const rows = await sql<{ email: string; sessionName: string; coachName: string }>`
      update email_proof set code_hash = ${this.deps.tokens.sealCode(attendeeId, code)}, sent_at = ${new Date(now)},
        wrong_tries = 0, codes_sent = codes_sent + 1
      from attendee seat
      join booking on booking.id = seat.booking_id
      join session_type type on type.id = booking.session_type_id
      join coach on coach.id = booking.coach_id
      where seat.id = email_proof.attendee_id and attendee_id = ${attendeeId} and codes_sent < ${MAX_CODES}
        and seat.hold_expires_at > ${new Date(now)}
      returning email_proof.email, type.name as "sessionName", coach.name as "coachName"`;
    const [row] = rows;
    return row ? { attendeeId, code, number: now, ...row } : null;
  }

  /**
   * Counts a try before it says whether it was right, in a statement of its own, so that no number of parallel tries and
   * no rolled back transaction gives more of them. Null when nothing waits for a code.
   */
  async try(sql: Sql, attendeeId: string, code: string): Promise<{ right: boolean; triesLeft: number } | null> {
    const hash = this.deps.tokens.sealCode(attendeeId, code);
    const rows = await sql<{ right: boolean; tries: number }>`
      update email_proof set wrong_tries = wrong_tries + case when code_hash = ${hash} then 0 else 1 end
      where attendee_id = ${attendeeId} and wrong_tries < ${MAX_TRIES}
      returning code_hash = ${hash} as right, wrong_tries as tries`;
    const [row] = rows;
    if (row) return { right: row.right, triesLeft: MAX_TRIES - row.tries };
    const waiting = await sql`select from email_proof where attendee_id = ${attendeeId}`;
    return waiting.length > 0 ? { right: false, triesLeft: 0 } : null;
  }

  /** After the commit. One that is lost is asked for again by the client. */
  async send({ attendeeId, email, code, number, sessionName, coachName }: CodeToSend): Promise<void> {
    const text = [
      `Enter this code to book ${sessionName} with ${coachName}:`,
      code,
      `Until then the time you chose is kept for you, for ${PROOF_MS / MINUTE} minutes. If you did not ask for it, do nothing.`,
    ].join("\n\n");
    try {
      const id = `email-code ${attendeeId} ${number}`;
      await handOver(this.deps.channel, {
        id,
        to: { name: null, address: email },
        subject: `Your code is ${code}`,
        text: `${text}\n`,
      });
    } catch (error) {
      this.deps.logger.error("A code was not sent", { error });
    }
  }
}

function makeCode(): string {
  return randomInt(1_000_000).toString().padStart(6, "0");
}

async function keepSeat(write: CalendarWrite, attendeeId: string, until: number): Promise<void> {
  const rows = await write.sql<{ id: string; start: number; end: number }>`
    with seat as (
      update attendee set hold_expires_at = ${new Date(until)} where id = ${attendeeId} returning booking_id
    )
    update booking set version = version + 1,
      hold_expires_at = case status when 'held' then greatest(hold_expires_at, ${new Date(until)}) end
    from seat where booking.id = seat.booking_id
    returning booking.id, (extract(epoch from start_at) * 1000)::float8 as start, (extract(epoch from end_at) * 1000)::float8 as "end"`;
  for (const booking of rows) write.touch(booking, booking.id);
}
