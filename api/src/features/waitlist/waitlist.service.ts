import { randomUUID } from "node:crypto";
import type { Interval } from "../../core/interval.ts";
import { MINUTE } from "../../core/local-date.ts";
import { findSlots, type Slot } from "../../core/slots.ts";
import type { Skip } from "../../core/waitlist.ts";
import { fits, reachOf, type Wanted, wantedBy } from "../../core/wish.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database } from "../../platform/db.ts";
import { once } from "../../platform/idempotency.ts";
import { Refusal } from "../../platform/problem.ts";
import type { TokenSigner } from "../../platform/secrets.ts";
import { refuseInput, requireKey } from "../../platform/validation.ts";
import { checkAnswers } from "../bookings/answer.policy.ts";
import { refuseVerdict } from "../bookings/booking.policy.ts";
import { type ClientDetails, checkClient } from "../clients/client.inputs.ts";
import { type CalendarWrite, changeCalendar } from "../coaches/coach.service.ts";
import { LinkUnavailable } from "../links/link.inputs.ts";
import { restrictTo } from "../links/link.policy.ts";
import type { LinkService } from "../links/link.service.ts";
import { type Offering, readSlotQuery } from "../slots/offering.service.ts";
import { isTaken } from "../slots/slot.policy.ts";
import type { SlotService } from "../slots/slot.service.ts";
import { findAgain, groupAt, insertEntry, refuseMore } from "./entry-writing.service.ts";
import { wishOf } from "./queue.policy.ts";
import type { QueueService } from "./queue.service.ts";
import { readQueue } from "./queue-reading.service.ts";
import { closeOffers, endEntries } from "./queue-writing.service.ts";
import { askForLink } from "./waiting-mail.service.ts";
import type { JoinWaitlistInput } from "./waitlist.inputs.ts";
import { checkWish } from "./waitlist.policy.ts";
import { AlreadyWaiting, TimeFree, WaitingNotFound } from "./waitlist-problem.inputs.ts";

/** Whoever may choose among more than this need not wait. */
const MAX_FREE = 200;
const SHOWN_FREE = 3;

export interface WaitlistDependencies {
  readonly db: Database;
  readonly clock: Clock;
  readonly links: LinkService;
  readonly slots: SlotService;
  readonly queue: QueueService;
  readonly tokens: TokenSigner;
}

/** What a client does with a wait: begin it and end it. */
export class WaitlistService {
  private readonly deps: WaitlistDependencies;

  constructor(deps: WaitlistDependencies) {
    this.deps = deps;
  }

  /** `owner` names the visitor as far as can be told, to bound how much one of them waits for. */
  async join(input: JoinWaitlistInput, owner: string): Promise<{ entryId: string }> {
    const { db, links } = this.deps;
    const key = requireKey("idempotencyKey", input.idempotencyKey);
    const client = checkClient("client", input.client);
    const coachId = await links.coachOf(input.coach);
    if (!coachId) throw new Refusal(new LinkUnavailable());
    const request = { scope: `joinWaitlist ${coachId}`, key, input };
    const { entryId } = await changeCalendar(db, coachId, (write) => {
      write.touchNothing();
      return once(write.sql, request, () => this.add(write, { input, client, owner }));
    });
    // Refused after the commit: the link must reach its owner.
    if (entryId === null) throw new Refusal(new AlreadyWaiting());
    return { entryId };
  }

  /** Ends a wait; without one that goes on, nothing happens. */
  async leave(token: string): Promise<void> {
    const { db, clock } = this.deps;
    const { entryId, coachId } = await this.entryOf(token);
    await changeCalendar(db, coachId, async (write) => {
      write.touchNothing();
      const now = clock.now();
      const row = (await readQueue(write.sql, coachId, now)).find(({ id }) => id === entryId);
      if (!row) return;
      await endEntries(write, [{ id: entryId, status: "left" }], now);
      if (row.offer) await closeOffers(write, [{ entryId, offer: row.offer, status: "withdrawn" }], now);
      write.publish({ type: "waitlistChanged", coachId, tellAt: null });
    });
  }

  /** The secret that opens an entry. */
  tokenOf(entryId: string): string {
    return this.deps.tokens.sign("waiting", entryId);
  }

  /** The entry behind a secret token; refuses a token that opens none. */
  async entryOf(token: string): Promise<{ entryId: string; coachId: string }> {
    const entryId = this.deps.tokens.verify("waiting", token);
    const rows = entryId
      ? await this.deps.db.sql<{ coachId: string }>`
          select coach_id as "coachId" from waitlist_entry where id = ${entryId}`
      : [];
    const [entry] = rows;
    if (!entryId || !entry) throw new Refusal(new WaitingNotFound());
    return { entryId, coachId: entry.coachId };
  }

  private async add(write: CalendarWrite, { input, client, owner }: Joining): Promise<{ entryId: string | null }> {
    const { clock, links, slots } = this.deps;
    const now = clock.now();
    const link = await links.open(write.sql, input.coach, input.link, now);
    if (!link) throw new Refusal(new LinkUnavailable());
    const offering = restrictTo(await slots.offering(write.sql, link.sessionTypeId), link, now);
    const { start, end } = slots.intervalOf(offering, new Date(now), input.minutes);
    const wish = checkWish(input, { minutes: (end - start) / MINUTE, timeZone: client.timeZone, now });
    const answers = checkAnswers(offering.questions, input.answers ?? []);
    const wanted = wantedBy(wishOf(wish));
    const has = await findAgain(write, { offering, wanted, email: client.email, now });
    if (has) {
      await askForLink(write, has, { coachId: link.coachId, again: true, now });
      return { entryId: null };
    }
    const others = await refuseMore(write, { coachId: link.coachId, email: client.email, owner });
    const free = wish.start === null ? await this.freeNow(write, offering, wanted, now) : [];
    if (wish.start !== null) await this.refuseUntaken(write, offering, wish.start, { wanted, client, now });
    if (free.length > 0 && !input.besidesFree) throw this.timeFree(free, client.timeZone);
    if (free.length > MAX_FREE) refuseInput("besidesFree", `${free.length} times are free. Book one of them.`);
    const skips = free.map((slot): Skip => ({ start: slot.start, end: slot.end, reason: "free" }));
    const bookingId = wish.start === null ? null : await groupAt(write, offering, wish.start, end - start);
    const entryId = randomUUID();
    const kind = bookingId ? "session" : wish.kind;
    await insertEntry(write, {
      entryId,
      offering,
      linkId: link.linkId,
      bookingId,
      wish: { ...wish, kind },
      client,
      owner,
      answers,
      skips,
      now,
    });
    await askForLink(write, { entryId }, { coachId: link.coachId, again: false, now });
    if (others === 0) await this.beginQueue(write, link.coachId, now);
    return { entryId };
  }

  /** The lock knew of nobody who waits: from now on it does. */
  private async beginQueue(write: CalendarWrite, coachId: string, now: number): Promise<void> {
    await write.sql`update coach set waitlist_due_at = ${new Date(now)} where id = ${coachId}`;
    await this.deps.queue.serve(write, coachId);
  }

  /** The free times that would suit, the earliest first. */
  private async freeNow(write: CalendarWrite, offering: Offering, wanted: Wanted, now: number): Promise<Slot[]> {
    const range = reachOf(wanted);
    if (!range) return [];
    const query = await readSlotQuery(write.sql, offering, { range, minutes: wanted.minutes, now });
    return findSlots(query).filter((slot) => fits(wanted, slot));
  }

  /** Only what somebody else has is worth waiting for. */
  private async refuseUntaken(
    write: CalendarWrite,
    offering: Offering,
    start: number,
    { wanted, client, now }: { readonly wanted: Wanted; readonly client: ClientDetails; readonly now: number },
  ): Promise<void> {
    const at: Interval = { start, end: start + wanted.minutes * MINUTE };
    const verdict = await this.deps.slots.judge(write.sql, offering, { at, now, viewerZone: client.timeZone });
    if (verdict.offered) throw this.timeFree([verdict.slot], client.timeZone);
    if (!isTaken(verdict.reasons)) refuseVerdict(verdict);
  }

  private timeFree(free: readonly Slot[], timeZone: string): Refusal {
    return new Refusal(new TimeFree(free.slice(0, SHOWN_FREE).map((slot) => this.deps.slots.toSlot(slot, timeZone))));
  }
}

interface Joining {
  readonly input: JoinWaitlistInput;
  readonly client: ClientDetails;
  readonly owner: string;
}
