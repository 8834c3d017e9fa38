import { useState } from "react";
import { useLocation, useSearchParams } from "wouter";
import {
  type AcceptOfferMutation,
  type AcceptOfferMutationVariables,
  type DeclineOfferMutationVariables,
  useAcceptOfferMutation,
  useDeclineOfferMutation,
} from "../../generated/waiting.ts";
import { useAttempts } from "../../lib/attempt.ts";
import { describeFailure, send } from "../../lib/send.ts";

type AnswerOffer = {
  accept: () => Promise<void>;
  decline: () => Promise<void>;
  busy: "accept" | "decline" | null;
  problem: string | null;
};

/** Accepting leads to the session's own page; the proof of the address stands in the link of the message. */
export function useAnswerOffer(token: string, offer: string, refetch: () => void): AnswerOffer {
  const [acceptOffer] = useAcceptOfferMutation();
  const [declineOffer] = useDeclineOfferMutation();
  const accepting = useAttempts<AcceptOfferMutationVariables["input"]>();
  const declining = useAttempts<DeclineOfferMutationVariables["input"]>();
  const [busy, setBusy] = useState<AnswerOffer["busy"]>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [, go] = useLocation();
  const proof = useSearchParams()[0].get("proof");

  const answer = async (kind: "accept" | "decline", ask: () => Promise<void>) => {
    if (busy) return;
    setBusy(kind);
    setProblem(null);
    try {
      await ask();
    } catch (error) {
      setProblem(describeFailure(error));
    } finally {
      setBusy(null);
    }
  };
  const settle = (result: AcceptOfferMutation["acceptOffer"]) => {
    if (result.__typename === "Booked" && result.token) {
      const told = result.booking.status === "PENDING" ? "Your request is in." : "You’re booked.";
      return go(`/manage/${result.token}`, { state: { told } });
    }
    if (result.__typename !== "Booked") setProblem(result.message);
    refetch();
  };
  return {
    busy,
    problem,
    accept: () =>
      answer("accept", async () => {
        const fields = { token, offer, ...(proof && { proof }) };
        const input = accepting.input(fields, (idempotencyKey) => ({ ...fields, idempotencyKey }));
        const { acceptOffer: result } = await send(() => acceptOffer({ variables: { input } }));
        accepting.settled();
        settle(result);
      }),
    decline: () =>
      answer("decline", async () => {
        const fields = { token, offer };
        const input = declining.input(fields, (idempotencyKey) => ({ ...fields, idempotencyKey }));
        const { declineOffer: result } = await send(() => declineOffer({ variables: { input } }));
        declining.settled();
        if (result.__typename !== "OfferDeclined") setProblem(result.message);
        refetch();
      }),
  };
}
