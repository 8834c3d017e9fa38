import { skipToken } from "@apollo/client/react";
import { type FreeDaysQueryVariables, useFreeDaysQuery } from "../../generated/client.ts";

/** The first date with a free time in a range, asked for only when it matters. undefined: not known yet; null: there is none. */
export function useNextFree(variables: FreeDaysQueryVariables | null): string | null | undefined {
  const asked = variables !== null && variables.from <= variables.to;
  const { data } = useFreeDaysQuery(asked ? { variables, fetchPolicy: "no-cache" } : skipToken);
  if (!variables) return undefined;
  if (!asked) return null;
  if (!data) return undefined;
  return data.slots.__typename === "SlotList" ? (data.slots.days[0]?.date ?? null) : null;
}
