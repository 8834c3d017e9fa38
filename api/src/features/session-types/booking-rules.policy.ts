import type { SessionType } from "../../entities/index.ts";
import { requireWholeNumber } from "../../platform/validation.ts";
import type { QuestionInput } from "./question.inputs.ts";
import { checkQuestions } from "./question.policy.ts";

export interface GivenBookingRules {
  readonly questions?: readonly QuestionInput[] | null | undefined;
  readonly maxGuests?: number | null | undefined;
  readonly requiresApproval?: boolean | null | undefined;
  readonly approvalHours?: number | null | undefined;
  readonly requiresEmailProof?: boolean | null | undefined;
}

/** Checks what is given about asking, bringing and confirming, and writes it to the type. */
export function applyBookingRules(type: SessionType, given: GivenBookingRules): void {
  if (given.questions != null) type.questions = checkQuestions(given.questions);
  if (given.maxGuests != null) type.maxGuests = requireWholeNumber("maxGuests", given.maxGuests, 0, 10);
  if (given.requiresApproval != null) type.requiresApproval = given.requiresApproval;
  if (given.approvalHours != null)
    type.approvalHours = requireWholeNumber("approvalHours", given.approvalHours, 1, 336);
  if (given.requiresEmailProof != null) type.requiresEmailProof = given.requiresEmailProof;
}
