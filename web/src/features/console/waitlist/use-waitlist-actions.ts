import { useState } from "react";
import {
  type DeskEntryPartsFragment,
  useFavourWaitingMutation,
  useRemoveFromWaitlistMutation,
  useWithdrawOfferMutation,
} from "../../../generated/console.ts";
import { toast } from "../../../ui/Toaster.tsx";
import { unansweredProblem } from "../shell/save-problem.ts";
import type { LiveWaitlist } from "./use-waitlist.ts";

/** What can be done with one who waits; each can be sent again without doing harm. */
export interface WaitlistActions {
  readonly busy: "favour" | "remove" | "withdraw" | null;
  readonly problem: string | null;
  readonly favour: (favoured: boolean) => void;
  readonly remove: () => void;
  readonly withdraw: () => void;
}

type Answer = { readonly __typename: string; readonly message?: string } | undefined;

export function useWaitlistActions(entry: DeskEntryPartsFragment, doing: LiveWaitlist["doing"]): WaitlistActions {
  const { id, name, offer } = entry;
  const [busy, setBusy] = useState<WaitlistActions["busy"]>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [sendFavour] = useFavourWaitingMutation();
  const [sendRemove] = useRemoveFromWaitlistMutation();
  const [sendWithdraw] = useWithdrawOfferMutation();
  async function run(what: NonNullable<WaitlistActions["busy"]>, send: () => Promise<Answer>, done: string) {
    setBusy(what);
    doing(id);
    const answer = await send().catch(() => undefined);
    setBusy(null);
    doing(id);
    if (answer === undefined) return setProblem(unansweredProblem().message);
    if (answer.message !== undefined) return setProblem(answer.message);
    setProblem(null);
    return toast({ tone: "success", message: done, about: id });
  }
  return {
    busy,
    problem,
    favour: (favoured) =>
      void run(
        "favour",
        async () => (await sendFavour({ variables: { entry: id, favoured } })).data?.favourWaiting,
        favoured ? `${name} comes first from now on.` : `${name} waits in turn again.`,
      ),
    remove: () =>
      void run(
        "remove",
        async () => (await sendRemove({ variables: { entry: id } })).data?.removeFromWaitlist,
        `${name} is off the waitlist.`,
      ),
    withdraw: () => {
      if (offer === null) return;
      void run(
        "withdraw",
        async () => (await sendWithdraw({ variables: { offer: offer.id } })).data?.withdrawOffer,
        `The offer to ${name} is withdrawn. The time goes to the next who waits for it.`,
      );
    },
  };
}
