/** Stable codes of expected failures, the ones a client may branch on. Adding one is a change of the schema. */
export const ProblemCode = {
  LINK_UNAVAILABLE: "LINK_UNAVAILABLE",
  SLOT_TAKEN: "SLOT_TAKEN",
  SLOT_NOT_OFFERED: "SLOT_NOT_OFFERED",
  HOLD_EXPIRED: "HOLD_EXPIRED",
  BOOKING_NOT_FOUND: "BOOKING_NOT_FOUND",
  TOO_LATE: "TOO_LATE",
  ALREADY_CANCELLED: "ALREADY_CANCELLED",
  INVALID_INPUT: "INVALID_INPUT",
  IDEMPOTENCY_CONFLICT: "IDEMPOTENCY_CONFLICT",
  NOT_SIGNED_IN: "NOT_SIGNED_IN",
  FORBIDDEN: "FORBIDDEN",
  NOT_FOUND: "NOT_FOUND",
  TOO_MANY_HOLDS: "TOO_MANY_HOLDS",
  TOO_MANY_ATTEMPTS: "TOO_MANY_ATTEMPTS",
  ALREADY_SEATED: "ALREADY_SEATED",
  WRONG_CODE: "WRONG_CODE",
  NOT_WAITING: "NOT_WAITING",
  NOT_YET: "NOT_YET",
  UNDO_EXPIRED: "UNDO_EXPIRED",
  WAITING_NOT_FOUND: "WAITING_NOT_FOUND",
  TIME_FREE: "TIME_FREE",
  ALREADY_WAITING: "ALREADY_WAITING",
  TOO_MANY_WAITING: "TOO_MANY_WAITING",
  ALREADY_OFFERED: "ALREADY_OFFERED",
  OFFER_GONE: "OFFER_GONE",
  ADDRESS_UNPROVEN: "ADDRESS_UNPROVEN",
  SERIES_CLASH: "SERIES_CLASH",
  NO_PLAN: "NO_PLAN",
  PLAN_CHANGED: "PLAN_CHANGED",
  BULK_RUN_CHANGED: "BULK_RUN_CHANGED",
  BULK_CHANGE_CLASH: "BULK_CHANGE_CLASH",
} as const;
export type ProblemCode = (typeof ProblemCode)[keyof typeof ProblemCode];

/**
 * An expected failure that travels as an exception, where the result has no union to carry it.
 * `message` says what was wrong and what is right; both it and `details` are shown to the caller.
 */
export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ProblemCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.code = code;
    this.details = details;
  }
}
