import type { MeetingProvider } from "../../integrations/meeting/meeting-provider.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { Refusal } from "../../platform/problem.ts";
import type { TokenSigner } from "../../platform/secrets.ts";
import { refuseInput, requireKey } from "../../platform/validation.ts";
import type { ClientDetails } from "../clients/client.inputs.ts";
import { changeCalendar } from "../coaches/coach.service.ts";
import { type BookSessionInput, HoldExpired } from "./booking.inputs.ts";
import type { EmailCodes } from "./email-code.service.ts";
import { type ProveEmailInput, WrongCode } from "./email-proof.inputs.ts";
import type { Taken, TakingService } from "./taking.service.ts";

export interface EmailProofDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly tokens: TokenSigner;
  readonly codes: EmailCodes;
  readonly taking: TakingService;
  readonly meetings: MeetingProvider;
}

/** What was to be booked, as it was kept beside the code. */
interface KeptRequest {
  readonly input: Omit<BookSessionInput, "startAt"> & { readonly startAt: string };
  readonly client: ClientDetails;
}

/** A client enters the code from her mail: the slot that was kept for her becomes hers. */
export class EmailProofService {
  private readonly deps: EmailProofDependencies;

  constructor(deps: EmailProofDependencies) {
    this.deps = deps;
  }

  /** The seat, and what was asked for when it was kept. */
  async prove(input: ProveEmailInput): Promise<Taken & { readonly input: BookSessionInput }> {
    const { db, taking } = this.deps;
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const code = input.code.replaceAll(/[\s-]/g, "");
    if (!/^\d{6}$/.test(code)) refuseInput("code", "The code has six digits.");
    const { attendeeId, coachId, placePerBooking } = await this.seatOf(input.holdToken);
    const tried = await this.deps.codes.try(db.sql, attendeeId, code);
    if (tried && !tried.right) throw new Refusal(new WrongCode(tried.triesLeft));
    const room = placePerBooking ? (await this.deps.meetings.create()).url : null;
    const request = { scope: `proveEmail ${attendeeId}`, key, input };
    const { kept, ...seat } = await changeCalendar(db, coachId, (write) =>
      once(write.sql, request, async () => {
        const known = await this.requestOf(write.sql, attendeeId);
        // The code was right a moment ago; what is gone since has lapsed, or another request was faster.
        if (!known || !tried) throw new Refusal(new HoldExpired([]));
        const wanted = { input: toInput(known, input.holdToken), client: known.client, owner: "", room, proven: true };
        const { taken } = await taking.take(write, wanted);
        await write.sql`delete from email_proof where attendee_id = ${attendeeId}`;
        return { ...taken, kept: known };
      }),
    );
    return { ...seat, input: toInput(kept, input.holdToken) };
  }

  /** Sends another code; the one before is void. Refuses when the slot is no longer kept or enough were sent. */
  async sendAgain(holdToken: string): Promise<Date> {
    const { db, codes, clock } = this.deps;
    const { attendeeId, expiresAt } = await this.seatOf(holdToken);
    const code = await codes.renew(db.sql, attendeeId, clock.now());
    if (!code || !expiresAt) {
      return refuseInput("holdToken", "No more codes can be sent for this booking. Choose the time again.");
    }
    await codes.send(code);
    return new Date(expiresAt);
  }

  private async seatOf(holdToken: string) {
    const id = this.deps.tokens.verify("hold", holdToken);
    const rows = id
      ? await this.deps.db.sql<{
          attendeeId: string;
          coachId: string;
          placePerBooking: boolean;
          expiresAt: number | null;
        }>`
          select seat.id as "attendeeId", booking.coach_id as "coachId", (extract(epoch from seat.hold_expires_at) * 1000)::float8 as "expiresAt",
            type.place_per_booking as "placePerBooking"
          from attendee seat
          join booking on booking.id = seat.booking_id
          join session_type type on type.id = booking.session_type_id
          where seat.id = ${id}`
      : [];
    const [seat] = rows;
    if (!seat) throw new Refusal(new HoldExpired([]));
    return seat;
  }

  private async requestOf(sql: Sql, attendeeId: string): Promise<KeptRequest | null> {
    const rows = await sql<{ request: KeptRequest }>`
      select proof.request from email_proof proof join attendee seat on seat.id = proof.attendee_id
      where seat.id = ${attendeeId} and seat.hold_expires_at > ${new Date(this.deps.clock.now())}`;
    return rows[0]?.request ?? null;
  }
}

function toInput({ input }: KeptRequest, holdToken: string): BookSessionInput {
  return { ...input, startAt: new Date(input.startAt), holdToken };
}
