import { Attendee, BookingLink, LinkKind } from "../../entities/index.ts";
import type { Database, Sql } from "../../platform/db.ts";
import { type Connection, parseCursor, toConnection, toCursor } from "../../platform/graphql/relay.ts";
import type { TokenSigner } from "../../platform/secrets.ts";
import { refuseInput } from "../../platform/validation.ts";
import { allowedRedirect, isAddress, type LinkRestrictions } from "./link.policy.ts";

/** A link that may be used now, with what it leads to. */
export interface OpenLink extends LinkRestrictions {
  readonly linkId: string;
  readonly coachId: string;
  readonly sessionTypeId: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number | null;
}

/** What can be told of an address before a calendar is locked. */
export interface AddressedLink {
  readonly coachId: string;
  /** Whether its bookings get a meeting of their own. */
  readonly placePerBooking: boolean;
}

export interface Address {
  readonly coach: string;
  readonly link: string;
}

export class LinkService {
  private readonly db: Database;
  private readonly tokens: TokenSigner;

  constructor(db: Database, tokens: TokenSigner) {
    this.db = db;
    this.tokens = tokens;
  }

  /** The coach behind the first part of an address, or null. */
  async coachOf(slug: string): Promise<string | null> {
    if (!isAddress(slug)) return null;
    const rows = await this.db.sql<{ id: string }>`select id from coach where slug = ${slug}`;
    return rows[0]?.id ?? null;
  }

  /** The coach behind an address, whether or not the link is open; null without the coach. */
  async addressed({ coach, link }: Address): Promise<AddressedLink | null> {
    if (!isAddress(coach, link)) return null;
    const rows = await this.db.sql<AddressedLink>`
      select coach.id as "coachId", coalesce(type.place_per_booking, false) as "placePerBooking"
      from coach
      left join booking_link link on link.coach_id = coach.id and link.slug = ${link} and link.deleted_at is null
      left join session_type type on type.id = link.session_type_id
      where coach.slug = ${coach}`;
    return rows[0] ?? null;
  }

  /** What a link opens, or null like `open`. */
  async page(coachSlug: string, linkSlug: string, now: number, bookingToken?: string): Promise<BookingLink | null> {
    const seatId = bookingToken ? this.tokens.verify("seat", bookingToken) : null;
    const open = await this.open(this.db.sql, coachSlug, linkSlug, now, seatId);
    if (!open) return null;
    return this.db.em().findOne(BookingLink, { id: open.linkId }, { populate: ["coach", "sessionType", "client"] });
  }

  listOf(coachId: string): Promise<BookingLink[]> {
    const where = { coach: coachId, deletedAt: null };
    return this.db.em().find(BookingLink, where, { orderBy: { createdAt: "asc", id: "asc" } });
  }

  /** When the next of a coach's links ends by itself, in epoch milliseconds. */
  async nextEnd(coachId: string, now: number): Promise<number | null> {
    const rows = await this.db.sql<{ end: number | null }>`
      select (extract(epoch from min(expires_at)) * 1000)::float8 as end
      from booking_link
      where coach_id = ${coachId} and deleted_at is null and expires_at > ${new Date(now)}`;
    return rows[0]?.end ?? null;
  }

  /** For somebody with a seat: the link to move it through, and one to book another session through. */
  async linksFor(
    { linkId, coachId, sessionTypeId }: { linkId: string | null; coachId: string; sessionTypeId: string },
    now: number,
  ): Promise<{ link: BookingLink | null; bookAgainLink: BookingLink | null }> {
    const where = { coach: coachId, sessionType: sessionTypeId, deletedAt: null };
    const em = this.db.em();
    const links = await em.find(
      BookingLink,
      { $and: [where, { $or: [{ id: linkId }, { kind: LinkKind.PUBLIC, active: true }] }] },
      { orderBy: { createdAt: "asc", id: "asc" }, populate: ["coach"] },
    );
    const own = links.find(({ id }) => id === linkId);
    const inOrder = own ? [own, ...links.filter((link) => link !== own)] : links;
    for (const link of inOrder) {
      const open = await this.open(this.db.sql, link.coach.getEntity().slug, link.slug, now);
      if (open) return { link: own ?? link, bookAgainLink: link };
    }
    return { link: own ?? inOrder[0] ?? null, bookAgainLink: null };
  }

  /** Where to send a client after booking through a link: where the page asked to, else where the link says; allowed hosts alone. */
  async redirectAfter({ coach, link }: Address, wanted: string | null | undefined): Promise<string | null> {
    if (!isAddress(coach, link)) return null;
    const rows = await this.db.sql<{ hosts: string[]; url: string | null }>`
      select coach.redirect_hosts as hosts, link.redirect_url as url
      from booking_link link join coach on coach.id = link.coach_id
      where coach.slug = ${coach} and link.slug = ${link} and link.deleted_at is null`;
    const [row] = rows;
    return row ? (allowedRedirect(wanted, row.hosts) ?? allowedRedirect(row.url, row.hosts)) : null;
  }

  /** The seats taken through a link, the latest first; cancelled ones too. */
  async usedBy(
    linkId: string,
    { first, after }: { first: number; after?: string | undefined },
  ): Promise<Connection<Attendee>> {
    const [createdAt, id] = after ? (parseCursor(after, 2) ?? []) : [];
    if (after && !(createdAt && id)) refuseInput("after", "This is not a cursor of this list.");
    const where = { link: linkId, client: { $ne: null } };
    const before = createdAt && id ? { $or: [{ createdAt: { $lt: createdAt } }, { createdAt, id: { $lt: id } }] } : {};
    const em = this.db.em();
    const rows = await em.find(
      Attendee,
      { $and: [where, before] },
      { orderBy: { createdAt: "desc", id: "desc" }, limit: first + 1 },
    );
    return toConnection({
      rows,
      first,
      after: after ?? null,
      totalCount: await em.count(Attendee, where),
      cursorOf: (seat) => toCursor(seat.createdAt.toISOString(), seat.id),
    });
  }

  /**
   * Null when unknown, switched off, expired or used up: from outside, these look alike. To somebody with a seat of
   * the session type it stays open, so that she can move it. Under the coach's lock, uses are counted exactly.
   */
  async open(
    sql: Sql,
    coachSlug: string,
    linkSlug: string,
    now: number,
    seatId: string | null = null,
  ): Promise<OpenLink | null> {
    if (!isAddress(coachSlug, linkSlug)) return null;
    const rows = await sql<OpenLink>`
      select link.id as "linkId", link.coach_id as "coachId", link.session_type_id as "sessionTypeId",
        link.minutes as "linkMinutes", link.from_date::text as "fromDate", link.to_date::text as "toDate",
        (extract(epoch from link.expires_at) * 1000)::float8 as "expiresAt"
      from booking_link link
      join coach on coach.id = link.coach_id
      join session_type type on type.id = link.session_type_id
      where coach.slug = ${coachSlug} and link.slug = ${linkSlug} and link.deleted_at is null
        and type.active and (link.minutes is null or link.minutes && type.minutes)
        and (
          (link.active and (link.expires_at is null or link.expires_at > ${new Date(now)})
            and (link.max_uses is null or link.max_uses > (
              select count(*) from attendee seat
              where seat.link_id = link.id and seat.client_id is not null
                and (seat.cancel_cause is null or seat.cancel_cause not in ('declined', 'lapsed'))
                and (seat.approve_by is null or seat.approve_by > ${new Date(now)} or seat.cancelled_at is not null)
            )))
          or exists (
            select from attendee seat join booking on booking.id = seat.booking_id
            where seat.id = ${seatId}::uuid and booking.session_type_id = type.id
          )
        )`;
    return rows[0] ?? null;
  }
}
