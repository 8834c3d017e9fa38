import { useState } from "react";
import { type DeskEntryPartsFragment, useOfferByHandMutation } from "../../../generated/console.ts";
import type { MomentInput, OfferByHandInput } from "../../../generated/schema.ts";
import { useAttempts } from "../../../lib/attempt.ts";
import { toast } from "../../../ui/Toaster.tsx";
import { failedOutcome, type Outcome, unknownOutcome } from "../panel/outcome.ts";
import type { LiveWaitlist } from "./use-waitlist.ts";

type Problem = Exclude<Outcome, { readonly kind: "done" }>;

/** Offers one of those who wait a time; null as outcome when it is done, for then the list says so. */
export function useOfferByHand(entry: DeskEntryPartsFragment, doing: LiveWaitlist["doing"]) {
  const { id, name } = entry;
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Problem | null>(null);
  const attempts = useAttempts<OfferByHandInput>();
  const [send] = useOfferByHandMutation();
  async function ask(start: MomentInput): Promise<Problem | null> {
    const fields = { entry: id, start };
    const input = attempts.input(fields, (idempotencyKey) => ({ ...fields, idempotencyKey }));
    const { data } = await send({ variables: { input } });
    const answer = data?.offerByHand;
    if (answer === undefined) return problemOf(unknownOutcome());
    attempts.settled();
    if (answer.__typename === "OfferMade") return null;
    if (answer.__typename === "SlotTaken")
      return { kind: "taken", message: answer.message, alternatives: answer.alternatives };
    if (answer.__typename === "InvalidInput") return { kind: "field", field: answer.field, message: answer.message };
    return { kind: "refused", message: answer.message };
  }
  async function offer(start: MomentInput, when: string) {
    setBusy(true);
    doing(id);
    const problem = await ask(start).catch((error: unknown) => problemOf(failedOutcome(error)));
    doing(id);
    setBusy(false);
    setOutcome(problem);
    if (problem === null) toast({ tone: "success", message: `${name} is offered ${when}.`, about: id });
  }
  return { busy, outcome, offer: (start: MomentInput, when: string) => void offer(start, when) };
}

/** A request that failed was not done. */
const problemOf = (outcome: Outcome): Problem | null => (outcome.kind === "done" ? null : outcome);
