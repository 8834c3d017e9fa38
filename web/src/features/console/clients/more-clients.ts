import type { ClientsQuery } from "../../../generated/console.ts";

/** The list with the next page at its end; nobody twice, should somebody have moved between two pages. */
export function withMore(before: ClientsQuery, { fetchMoreResult }: { fetchMoreResult: ClientsQuery }): ClientsQuery {
  const [known, next] = [before.viewer?.clients, fetchMoreResult.viewer?.clients];
  if (!before.viewer || !known || !next) return before;
  const ids = new Set(known.edges.map(({ node }) => node.id));
  const edges = [...known.edges, ...next.edges.filter(({ node }) => !ids.has(node.id))];
  return { viewer: { ...before.viewer, clients: { ...next, edges } } };
}
