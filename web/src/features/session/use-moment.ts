import { skipToken } from "@apollo/client/react";
import { useMomentQuery } from "../../generated/client.ts";

export type WallMoment = { readonly local: string; readonly offsetMinutes: number };

/** What the clocks of a zone show at an instant, by the server's rules; null until known. */
export function useMoment(at: string | null, timeZone: string): WallMoment | null {
  const { data } = useMomentQuery(at === null ? skipToken : { variables: { at, timeZone } });
  const moment = data?.moments[0];
  return at !== null && moment?.at === at ? moment : null;
}
