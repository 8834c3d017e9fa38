import { Offer, uuidOf, WaitlistEntry } from "../../entities/index.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import type { TokenSigner } from "../../platform/secrets.ts";
import { WaitingAccess, Waitlist, WaitlistSettings } from "./waitlist.inputs.ts";
import type { WaitlistService } from "./waitlist.service.ts";

const ENDED_SHOWN = 50;

export interface WaitlistViewDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly waitlist: WaitlistService;
  readonly tokens: TokenSigner;
}

/** Reads waitlists. */
export class WaitlistViewService {
  private readonly deps: WaitlistViewDependencies;

  constructor(deps: WaitlistViewDependencies) {
    this.deps = deps;
  }

  async list(coachId: string): Promise<Waitlist> {
    const em = this.deps.db.em();
    const entries = await em.find(
      WaitlistEntry,
      { coach: coachId, status: "waiting" },
      { orderBy: { favoured: "desc", number: "asc" } },
    );
    const ended = await em.find(
      WaitlistEntry,
      { coach: coachId, status: { $ne: "waiting" } },
      { orderBy: { endedAt: "desc", number: "desc" }, limit: ENDED_SHOWN },
    );
    return Object.assign(new Waitlist(), { entries, ended });
  }

  async settings(coachId: string): Promise<WaitlistSettings> {
    const rows = await this.deps.db.sql<WaitlistSettings>`
      select waitlist_offer_minutes as "offerMinutes" from coach where id = ${coachId}`;
    return Object.assign(new WaitlistSettings(), rows[0]);
  }

  async entry(coachId: string, globalId: string): Promise<WaitlistEntry | null> {
    const id = uuidOf("WaitlistEntry", globalId);
    return id ? this.deps.db.em().findOne(WaitlistEntry, { id, coach: coachId }) : null;
  }

  /** What an entry's secret token opens, for the one who waits. */
  async access(token: string): Promise<WaitingAccess> {
    const { db, clock, waitlist } = this.deps;
    const { entryId } = await waitlist.entryOf(token);
    const em = db.em();
    const entry = await em.findOneOrFail(
      WaitlistEntry,
      { id: entryId },
      { populate: ["coach", "sessionType", "link"] },
    );
    const last = await em.find(Offer, { entry: entryId }, { orderBy: { createdAt: "desc", id: "desc" }, limit: 2 });
    // At its deadline an offer is over, though a worker may be a moment late to say so.
    const isOpen = (offer: Offer) => offer.status === "open" && offer.expiresAt.getTime() > clock.now();
    return Object.assign(new WaitingAccess(), {
      entry,
      coach: entry.coach.$,
      sessionType: entry.sessionType.$,
      link: entry.link?.$ ?? null,
      offer: last.find(isOpen) ?? null,
      lastOffer: last.find((offer) => !isOpen(offer)) ?? null,
      seatToken: entry.sessionType.$.requiresEmailProof ? null : await this.seatTokenOf(entryId),
    });
  }

  /** Whoever could accept the offer without a proof may open the session without one, and nobody else. */
  private async seatTokenOf(entryId: string): Promise<string | null> {
    const { db, tokens } = this.deps;
    const [seat] = await db.sql<{ id: string }>`
      select attendee_id as id from offer
      where entry_id = ${entryId} and status = 'accepted' and attendee_id is not null`;
    return seat ? tokens.sign("seat", seat.id) : null;
  }
}
