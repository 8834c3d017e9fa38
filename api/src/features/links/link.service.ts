import { BookingLink } from "../../entities/index.ts";
import type { Database, Sql } from "../../platform/db.ts";

/** A link that may be used now, with what it leads to. */
export interface OpenLink {
  readonly linkId: string;
  readonly coachId: string;
  readonly sessionTypeId: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number | null;
}

export class LinkService {
  private readonly db: Database;

  constructor(db: Database) {
    this.db = db;
  }

  /** The coach behind the first part of an address, or null. */
  async coachOf(slug: string): Promise<string | null> {
    const rows = await this.db.sql<{ id: string }>`select id from coach where slug = ${slug}`;
    return rows[0]?.id ?? null;
  }

  /** What a link opens, or null like `open`. */
  async page(coachSlug: string, linkSlug: string, now: number): Promise<BookingLink | null> {
    const open = await this.open(this.db.sql, coachSlug, linkSlug, now);
    return open && this.db.em().findOne(BookingLink, { id: open.linkId }, { populate: ["coach", "sessionType"] });
  }

  listOf(coachId: string): Promise<BookingLink[]> {
    return this.db.em().find(BookingLink, { coach: coachId }, { orderBy: { createdAt: "asc", id: "asc" } });
  }

  /** Null when unknown, switched off, expired or used up: from outside, these look alike. */
  async open(sql: Sql, coachSlug: string, linkSlug: string, now: number): Promise<OpenLink | null> {
    const rows = await sql<OpenLink>`
      select link.id as "linkId", link.coach_id as "coachId", link.session_type_id as "sessionTypeId",
        (extract(epoch from link.expires_at) * 1000)::float8 as "expiresAt"
      from booking_link link
      join coach on coach.id = link.coach_id
      join session_type on session_type.id = link.session_type_id
      where coach.slug = ${coachSlug} and link.slug = ${linkSlug}
        and link.active and session_type.active
        and (link.expires_at is null or link.expires_at > ${new Date(now)})
        and (link.max_uses is null or link.uses < link.max_uses)`;
    return rows[0] ?? null;
  }

  /** Counts one more booking made through a link. */
  async use(sql: Sql, linkId: string): Promise<void> {
    await sql`update booking_link set uses = uses + 1 where id = ${linkId}`;
  }
}
