import { useEffect, useRef } from "react";
import {
  useWaitingChangedSubscription,
  useWaitingQuery,
  WaitingDocument,
  type WaitingQuery,
} from "../../generated/waiting.ts";
import { useConnection } from "../../lib/connection.ts";
import { useSettled } from "../../lib/use-settled.ts";

type Result = WaitingQuery["waiting"];
export type Waiting = Extract<Result, { __typename: "WaitingAccess" }>;

export type Offer = NonNullable<Waiting["offer"]>;

const patienceMs = 3_000;
const pollMs = 15_000;

/** The wait as it is: every event of the subscription goes into the cache under the query. */
export function useWaiting(token: string): { result: Result | undefined; failed: boolean; refetch: () => void } {
  const cutOff = useSettled(useConnection() !== "live", patienceMs);
  const { data, error, refetch } = useWaitingQuery({ variables: { token }, pollInterval: cutOff ? pollMs : 0 });
  const again = useRef<ReturnType<typeof setTimeout>>(undefined);
  const resume = () => {
    clearTimeout(again.current);
    again.current = setTimeout(() => restart(), 1_000 + Math.random() * 2_000);
  };
  const { restart } = useWaitingChangedSubscription({
    variables: { token },
    fetchPolicy: "no-cache",
    ignoreResults: true,
    onData: ({ client, data: { data: event } }) => {
      if (event)
        client.writeQuery({ query: WaitingDocument, variables: { token }, data: { waiting: event.waitingChanged } });
    },
    onError: resume,
    onComplete: resume,
  });
  useEffect(() => () => clearTimeout(again.current), []);
  return { result: data?.waiting, failed: error !== undefined, refetch: () => void refetch().catch(() => undefined) };
}
