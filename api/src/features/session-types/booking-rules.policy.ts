import type { SessionType } from "../../entities/index.ts";
import { refuseInput, requireWholeNumber } from "../../platform/validation.ts";
import type { QuestionInput } from "./question.inputs.ts";
import { checkQuestions } from "./question.policy.ts";

export interface GivenBookingRules {
  readonly questions?: readonly QuestionInput[] | null | undefined;
  readonly maxGuests?: number | null | undefined;
  readonly requiresApproval?: boolean | null | undefined;
  readonly approvalHours?: number | null | undefined;
  readonly requiresEmailProof?: boolean | null | undefined;
  readonly maxSeriesSessions?: number | null | undefined;
}

/** Checks what is given about asking, bringing and confirming, and writes it to the type. */
export function applyBookingRules(type: SessionType, given: GivenBookingRules): void {
  if (given.questions != null) type.questions = checkQuestions(given.questions);
  if (given.maxGuests != null) type.maxGuests = requireWholeNumber("maxGuests", given.maxGuests, 0, 10);
  if (given.requiresApproval != null) type.requiresApproval = given.requiresApproval;
  if (given.approvalHours != null)
    type.approvalHours = requireWholeNumber("approvalHours", given.approvalHours, 1, 336);
  if (given.requiresEmailProof != null) type.requiresEmailProof = given.requiresEmailProof;
  if (given.maxSeriesSessions != null)
    type.maxSeriesSessions = requireWholeNumber("maxSeriesSessions", given.maxSeriesSessions, 0, 52);
  if (type.maxSeriesSessions > 0 && (type.requiresApproval || type.requiresEmailProof)) {
    refuseInput(
      "maxSeriesSessions",
      "Sessions that you approve, or that need a code, are booked one by one. Allow no series, or ask for neither.",
    );
  }
}
