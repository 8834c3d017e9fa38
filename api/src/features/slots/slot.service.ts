import type { Interval } from "../../core/interval.ts";
import { DAY, daysBetween, MINUTE } from "../../core/local-date.ts";
import * as core from "../../core/slots.ts";
import { zone } from "../../core/zone.ts";
import type { Clock } from "../../platform/clock.ts";
import type { Database, Sql } from "../../platform/db.ts";
import { Refusal } from "../../platform/problem.ts";
import type { TokenSigner } from "../../platform/secrets.ts";
import { refuseInput } from "../../platform/validation.ts";
import { serveIfDue } from "../coaches/coach.service.ts";
import { LinkUnavailable } from "../links/link.inputs.ts";
import { restrictTo } from "../links/link.policy.ts";
import type { LinkService } from "../links/link.service.ts";
import {
  type CalendarQuery,
  type Except,
  joinedBy,
  lapsedOf,
  type Offering,
  readOffering,
  readSlotQuery,
} from "./offering.service.ts";
import {
  type FullSession,
  type Slot,
  type SlotDay,
  SlotList,
  type SlotReason,
  type SlotsArgs,
  WhyNot,
  type WhyNotArgs,
} from "./slot.inputs.ts";
import { describeReasons, whyNot } from "./slot.policy.ts";

const MAX_RANGE_DAYS = 366;
const ALTERNATIVES = 3;
const ALTERNATIVES_WITHIN_DAYS = 14;

/** What became of a wish for a slot. */
export type Verdict =
  | {
      readonly offered: true;
      readonly slot: core.Slot;
      /** The group session at this very time that has seats left. */
      readonly joins: string | null;
      /** Held and pending bookings in the way whose time is over: to be removed before another takes their place. */
      readonly lapsed: readonly string[];
    }
  | { readonly offered: false; readonly reasons: readonly SlotReason[]; readonly alternatives: Slot[] };

export interface Wish {
  readonly at: Interval;
  readonly now: number;
  /** Zone of the local times in the alternatives. */
  readonly viewerZone: string;
  readonly except?: Except | undefined;
}

export interface SlotDependencies {
  readonly clock: Clock;
  readonly db: Database;
  readonly links: LinkService;
  readonly tokens: TokenSigner;
}

/** Offers and accepts slots; both ways lead to the same function of core. */
export class SlotService {
  private readonly clock: Clock;
  private readonly db: Database;
  private readonly links: LinkService;
  private readonly tokens: TokenSigner;

  constructor({ clock, db, links, tokens }: SlotDependencies) {
    this.clock = clock;
    this.db = db;
    this.links = links;
    this.tokens = tokens;
  }

  /** The slots of a link by local date: three statements, whatever the range. */
  async list(args: SlotsArgs): Promise<SlotList> {
    return (await this.read(args)).list;
  }

  /** The same, with the instant at which time alone will change it. */
  async read(args: SlotsArgs): Promise<{ list: SlotList; staleAt: number }> {
    refuseRange(args);
    const now = this.clock.now();
    const seatId = args.bookingToken ? this.tokens.verify("seat", args.bookingToken) : null;
    const link = await this.links.open(this.db.sql, args.coach, args.link, now, seatId);
    if (!link) throw new Refusal(new LinkUnavailable());
    const offering = restrictTo(await this.settledOffering(link.sessionTypeId), link, now);
    const minutes = lengthOf(offering, args.minutes);
    const query = await readSlotQuery(this.db.sql, offering, {
      range: rangeOf(args, minutes),
      minutes,
      now,
      except: this.ownOf(args),
    });
    const slots = core.findSlots(query);
    const days = core.groupByLocalDay(slots, args.timeZone).map(({ date, slots: found }): SlotDay => {
      return { date, slots: found.map((slot) => this.toSlot(slot, args.timeZone)) };
    });
    const { timeZone, from, to } = args;
    const full = core.fullSessions(query);
    const fullSessions = full.map((at) => this.toLocal(at, timeZone));
    const { revision } = offering;
    const list = Object.assign(new SlotList(), { revision, timeZone, from, to, minutes, days, fullSessions });
    const starts = [slots[0], full[0]].flatMap((at) => at?.start ?? []);
    return { list, staleAt: staleAt(query, Math.min(...starts), link.expiresAt) };
  }

  /** Why a start is not offered, for a visitor: nothing about other people or the coach's private life. */
  async whyNot(args: WhyNotArgs): Promise<WhyNot> {
    const now = this.clock.now();
    const link = await this.links.open(this.db.sql, args.coach, args.link, now);
    if (!link) throw new Refusal(new LinkUnavailable());
    const offering = restrictTo(await this.settledOffering(link.sessionTypeId), link, now);
    const at = this.intervalOf(offering, args.startAt, args.minutes);
    const query = await readSlotQuery(this.db.sql, offering, { range: at, minutes: (at.end - at.start) / MINUTE, now });
    const check = core.checkSlot(query, at.start);
    const reasons = check.offered ? [] : describeReasons(check.reasons, query.rows, offering.hours);
    const first = whyNot(reasons);
    return Object.assign(new WhyNot(), {
      offered: check.offered,
      reason: first?.reason ?? null,
      message: first?.message ?? null,
    });
  }

  /** The offering for whoever only looks: whatever time has opened is with those who wait for it. */
  async settledOffering(sessionTypeId: string): Promise<Offering> {
    const { sql } = this.db;
    const offering = await this.offering(sql, sessionTypeId);
    const served = await serveIfDue(this.db, offering.coachId, offering.waitlistDueAt);
    return served ? this.offering(sql, sessionTypeId) : offering;
  }

  /** The offering of a session type; an error when there is none. */
  async offering(sql: Sql, sessionTypeId: string): Promise<Offering> {
    const offering = await readOffering(sql, sessionTypeId);
    if (!offering) throw new Error(`There is no session type ${sessionTypeId}.`);
    return offering;
  }

  /** From a start and one of the offered lengths, the first without one. */
  intervalOf(offering: Offering, startAt: Date, minutes?: number): Interval {
    return { start: startAt.getTime(), end: startAt.getTime() + lengthOf(offering, minutes) * MINUTE };
  }

  /** Whether a wish can be fulfilled now. Under the coach's lock, the answer holds until the commit. */
  async judge(sql: Sql, offering: Offering, { at, now, viewerZone, except }: Wish): Promise<Verdict> {
    const minutes = (at.end - at.start) / MINUTE;
    const query = await readSlotQuery(sql, offering, { range: at, minutes, now, except });
    const check = core.checkSlot(query, at.start);
    if (check.offered) {
      return { offered: true, slot: check.slot, joins: joinedBy(query.rows, at), lapsed: lapsedOf(query.rows) };
    }
    const alternatives = await this.nearest(sql, offering, { at, now, viewerZone, except });
    return { offered: false, reasons: describeReasons(check.reasons, query.rows, offering.hours), alternatives };
  }

  /** The free slots nearest to a time, without that of the very time, in order of time. */
  async nearest(sql: Sql, offering: Offering, { at, now, viewerZone, except }: Wish): Promise<Slot[]> {
    const around = { start: at.start - ALTERNATIVES_WITHIN_DAYS * DAY, end: at.end + ALTERNATIVES_WITHIN_DAYS * DAY };
    const minutes = (at.end - at.start) / MINUTE;
    const query = await readSlotQuery(sql, offering, { range: around, minutes, now, except });
    // To whoever moves her own session its present start is free, and no other time.
    const others = core.nearestSlots(query, at.start, ALTERNATIVES + 1).filter(({ start }) => start !== at.start);
    const slots = others.slice(0, ALTERNATIVES).sort((a, b) => a.start - b.start);
    return slots.map((slot) => this.toSlot(slot, viewerZone));
  }

  private ownOf({ bookingToken, holdToken }: SlotsArgs): Except {
    const attendeeIds = [
      bookingToken ? this.tokens.verify("seat", bookingToken) : null,
      holdToken ? this.tokens.verify("hold", holdToken) : null,
    ];
    return { attendeeIds: attendeeIds.filter((id) => id !== null) };
  }

  toSlot({ seatsLeft, ...at }: core.Slot, timeZone: string): Slot {
    return { ...this.toLocal(at, timeZone), seatsLeft };
  }

  private toLocal({ start, end }: Interval, timeZone: string): FullSession {
    const viewer = zone(timeZone);
    return {
      startAt: new Date(start),
      endAt: new Date(end),
      localStart: viewer.toLocal(start),
      offsetMinutes: viewer.offsetMinutesAt(start),
    };
  }
}

/** When the first start will be too near, a hold will end, a new date will come within the horizon, or the link will expire. */
function staleAt(
  { now, session, availability, rows }: CalendarQuery,
  firstStart: number,
  linkExpiresAt: number | null,
): number {
  const home = zone(availability.timeZone);
  const nextDate = home.endOfDay(home.localDate(now));
  const tooNear = firstStart - session.noticeMinutes * MINUTE;
  const holds = rows
    .flatMap((row) => (row.lapsed ? [] : [row.holdExpiresAt, row.seatLapsesAt]))
    .filter((at) => at !== null);
  return Math.min(nextDate, Math.max(tooNear, now), linkExpiresAt ?? Number.POSITIVE_INFINITY, ...holds);
}

function refuseRange({ from, to }: SlotsArgs): void {
  const days = daysBetween(from, to) + 1;
  if (days < 1) refuseInput("to", `The last date must not be before the first, ${from}.`);
  if (days > MAX_RANGE_DAYS) refuseInput("to", `This range has ${days} days; ask for at most ${MAX_RANGE_DAYS}.`);
}

/** Every start of these local dates, also of the sessions that run into the date after them. */
function rangeOf({ from, to, timeZone }: SlotsArgs, minutes: number): Interval {
  const viewer = zone(timeZone);
  return { start: viewer.startOfDay(from), end: viewer.endOfDay(to) + minutes * MINUTE - 1 };
}

function lengthOf({ minutes }: Offering, wanted: number | undefined): number {
  const length = wanted ?? minutes[0] ?? 0;
  if (!minutes.includes(length))
    refuseInput("minutes", `Sessions of ${length} minutes are not offered; choose from ${minutes.join(", ")}.`);
  return length;
}
