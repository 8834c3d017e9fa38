import type { EntityManager } from "@mikro-orm/postgresql";
import { BookingLink } from "../../entities/index.ts";
import type { Sql } from "../../platform/db.ts";

/** A link that may be used now, with what it leads to. */
export interface OpenLink {
  readonly linkId: string;
  readonly coachId: string;
  readonly sessionTypeId: string;
}

export class LinkService {
  /** Null when unknown, switched off, expired or used up: from outside, these look alike. */
  async open(sql: Sql, coachSlug: string, linkSlug: string): Promise<OpenLink | null> {
    const rows = await sql<OpenLink>`
      select link.id as "linkId", link.coach_id as "coachId", link.session_type_id as "sessionTypeId"
      from booking_link link
      join coach on coach.id = link.coach_id
      join session_type on session_type.id = link.session_type_id
      where coach.slug = ${coachSlug} and link.slug = ${linkSlug}
        and link.active and session_type.active
        and (link.expires_at is null or link.expires_at > now())
        and (link.max_uses is null or link.uses < link.max_uses)`;
    return rows[0] ?? null;
  }
}
