import { skipToken } from "@apollo/client/react";
import { useEffect, useRef } from "react";
import {
  ConfirmedSessionDocument,
  type ConfirmedSessionQuery,
  useConfirmedSessionChangedSubscription,
  useConfirmedSessionQuery,
} from "../../../generated/details.ts";

export type Confirmed = Extract<ConfirmedSessionQuery["booking"], { __typename: "BookingAccess" }>;

/** What became of the session while its confirmation is open; null until known. */
export function useConfirmed(token: string | null): Confirmed | null {
  const { data } = useConfirmedSessionQuery(token ? { variables: { token } } : skipToken);
  const again = useRef<ReturnType<typeof setTimeout>>(undefined);
  const resume = () => {
    clearTimeout(again.current);
    again.current = setTimeout(() => restart(), 1_000 + Math.random() * 2_000);
  };
  const { restart } = useConfirmedSessionChangedSubscription(
    token
      ? {
          variables: { token },
          fetchPolicy: "no-cache",
          ignoreResults: true,
          onData: ({ client, data: { data: event } }) => {
            if (event)
              client.writeQuery({
                query: ConfirmedSessionDocument,
                variables: { token },
                data: { booking: event.bookingChanged },
              });
          },
          onError: resume,
          onComplete: resume,
        }
      : skipToken,
  );
  useEffect(() => () => clearTimeout(again.current), []);
  return data?.booking.__typename === "BookingAccess" ? data.booking : null;
}
