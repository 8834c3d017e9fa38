import type { ApolloClient } from "@apollo/client";

const OURS = new Set(["SeriesList", "OneSeries"]);

/** Fetches the series again that are on the page. */
export async function refetchSeries(client: ApolloClient): Promise<void> {
  await client
    .refetchQueries({ include: "active", onQueryUpdated: ({ queryName }) => OURS.has(queryName ?? "") })
    .catch(() => undefined);
}
