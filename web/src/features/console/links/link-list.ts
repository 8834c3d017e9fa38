import type { LinkKind } from "../../../generated/schema.ts";
import { isOpen, type Link, nameOf } from "./link-words.ts";

type Shown = "all" | "open" | "closed";

export interface LinkFilter {
  readonly text: string;
  readonly shown: Shown;
  readonly kind: LinkKind | null;
}

export const NO_FILTER: LinkFilter = { text: "", shown: "all", kind: null };

/** The links that a filter leaves: those of one session type together, the types by name, public ones first. */
export function listed(links: readonly Link[], { text, shown, kind }: LinkFilter): Link[] {
  const wanted = text.trim().toLowerCase();
  return links
    .filter((link) => shown === "all" || isOpen(link) === (shown === "open"))
    .filter((link) => kind === null || link.kind === kind)
    .filter((link) => wanted === "" || says(link).includes(wanted))
    .toSorted(
      (a, b) =>
        a.sessionType.name.localeCompare(b.sessionType.name) ||
        RANK[a.kind] - RANK[b.kind] ||
        nameOf(a).localeCompare(nameOf(b)) ||
        a.slug.localeCompare(b.slug),
    );
}

const RANK: Readonly<Record<LinkKind, number>> = { PUBLIC: 0, SECRET: 1, SINGLE_USE: 2 };

function says({ name, path, sessionType, client }: Link): string {
  return [name, path, sessionType.name, client?.name, client?.email].join("\n").toLowerCase();
}
