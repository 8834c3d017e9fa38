import { useState } from "react";
import {
  type ProveEmailMutation,
  type ProveEmailMutationVariables,
  type SendCodeAgainMutation,
  useProveEmailMutation,
  useSendCodeAgainMutation,
} from "../../../generated/details.ts";
import { useAttempts } from "../../../lib/attempt.ts";
import { describeFailure, send } from "../../../lib/send.ts";

type Failed = { __typename: "Failed"; message: string };
type Zones = { clientZone: string; coachZone: string };

/** Enters the code, and has another one sent. */
export function useProveEmail(holdToken: string, zones: Zones) {
  const [proveEmail] = useProveEmailMutation();
  const [sendCodeAgain] = useSendCodeAgainMutation();
  const [busy, setBusy] = useState(false);
  const attempts = useAttempts<ProveEmailMutationVariables["input"]>();
  const whileBusy = async <Result>(work: () => Promise<Result>): Promise<Result | Failed> => {
    setBusy(true);
    try {
      return await work();
    } catch (error) {
      return { __typename: "Failed", message: describeFailure(error) };
    } finally {
      setBusy(false);
    }
  };
  const prove = (code: string) =>
    whileBusy<ProveEmailMutation["proveEmail"]>(async () => {
      const input = attempts.input({ holdToken, code }, (idempotencyKey) => ({ holdToken, code, idempotencyKey }));
      const { proveEmail: result } = await send(() => proveEmail({ variables: { input, ...zones } }));
      attempts.settled();
      return result;
    });
  // Not repeated by itself: each request uses up one of the few codes.
  const sendAgain = () =>
    whileBusy<SendCodeAgainMutation["sendCodeAgain"]>(async () => {
      const { data } = await sendCodeAgain({ variables: { holdToken } });
      if (!data) throw new Error("The server gave no data and no error");
      return data.sendCodeAgain;
    });
  return { prove, sendAgain, busy };
}
