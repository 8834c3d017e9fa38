import { useApolloClient } from "@apollo/client/react";
import { useState } from "react";
import {
  type JoinWaitlistMutation,
  type JoinWaitlistMutationVariables,
  useJoinWaitlistMutation,
  WantedStartDocument,
} from "../../generated/waiting.ts";
import { useAttempts } from "../../lib/attempt.ts";
import { describeFailure, send } from "../../lib/send.ts";
import type { WishDraft } from "./wish-draft.ts";

type Input = JoinWaitlistMutationVariables["input"];
/** What is waited for: a start that is known, or what the form says. */
type Wanted = { startAt: string } | WishDraft;
export type JoinRequest = Pick<Input, "coach" | "link" | "minutes" | "client" | "answers" | "besidesFree"> & {
  wanted: Wanted;
};
export type JoinResult = JoinWaitlistMutation["joinWaitlist"] | { __typename: "Failed"; message: string };

/** Joins once, however often it is pressed or the network fails. */
export function useJoinWaitlist(): { join: (request: JoinRequest) => Promise<JoinResult>; busy: boolean } {
  const client = useApolloClient();
  const [joinWaitlist] = useJoinWaitlistMutation();
  const [busy, setBusy] = useState(false);
  const attempts = useAttempts<Input>();

  /** The server knows which instant a wall time is. */
  const instantOf = async (local: string, timeZone: string): Promise<string> => {
    const { moments } = await send(() =>
      client.query({ query: WantedStartDocument, variables: { local, timeZone }, fetchPolicy: "no-cache" }),
    );
    if (!moments[0]) throw new Error("The server gave no moment.");
    return moments[0].at;
  };
  const wishInput = async (wanted: Wanted, timeZone: string): Promise<Pick<Input, "startAt" | "date" | "wish">> => {
    if ("startAt" in wanted) return { startAt: wanted.startAt };
    if (wanted.kind === "SLOT") return { startAt: await instantOf(`${wanted.date}T${wanted.time}`, timeZone) };
    if (wanted.kind === "DAY") return { date: wanted.date };
    const { fromDate, toDate, weekdays, fromTime, toTime } = wanted;
    return { wish: { fromDate, toDate, weekdays, fromTime, toTime } };
  };
  const join = async ({ wanted, ...rest }: JoinRequest): Promise<JoinResult> => {
    setBusy(true);
    try {
      const fields = { ...rest, ...(await wishInput(wanted, rest.client.timeZone)) };
      const input = attempts.input(fields, (idempotencyKey) => ({ ...fields, idempotencyKey }));
      const { joinWaitlist: result } = await send(() => joinWaitlist({ variables: { input } }));
      attempts.settled();
      return result;
    } catch (error) {
      return { __typename: "Failed", message: describeFailure(error) };
    } finally {
      setBusy(false);
    }
  };
  return { join, busy };
}
