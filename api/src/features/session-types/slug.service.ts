import type { Sql } from "../../platform/db.ts";

/** A name as an address, numbered when the coach has a link like it already. */
export async function freeSlug(sql: Sql, coachId: string, name: string): Promise<string> {
  const base = slugOf(name);
  const rows = await sql<{ slug: string }>`
    select slug from booking_link where coach_id = ${coachId} and deleted_at is null`;
  const taken = new Set(rows.map((row) => row.slug));
  for (let number = 1; ; number++) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(slug)) return slug;
  }
}

function slugOf(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 40);
  return plain.replace(/-$/, "") || "session";
}
