import { CombinedGraphQLErrors } from "@apollo/client/errors";
import type {
  ApproveBookingMutation,
  BookForClientMutation,
  CancelSessionMutation,
  DeclineBookingMutation,
  RecordAttendanceMutation,
  RescheduleSessionMutation,
  UndoChangeMutation,
  UndoPartsFragment,
} from "../../../generated/console.ts";
import { type Session, sessionOf } from "../calendar/bookings.ts";

interface Alternative {
  readonly startAt: string;
  readonly localStart: string;
}

/** What became of a change: done, another session is in the way, a field is refused, refused as a whole, or nobody knows. */
export type Outcome =
  | { readonly kind: "done"; readonly session: Session; readonly undo: UndoPartsFragment | null }
  | { readonly kind: "taken"; readonly message: string; readonly alternatives: readonly Alternative[] }
  | { readonly kind: "field"; readonly field: string; readonly message: string }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "unknown"; readonly message: string };

export type Answer =
  | ApproveBookingMutation["approveBooking"]
  | BookForClientMutation["bookForClient"]
  | CancelSessionMutation["cancelSession"]
  | DeclineBookingMutation["declineBooking"]
  | RecordAttendanceMutation["recordAttendance"]
  | RescheduleSessionMutation["rescheduleSession"]
  | UndoChangeMutation["undoChange"];

export function outcomeOf(answer: Answer): Outcome {
  switch (answer.__typename) {
    case "Booked":
    case "ChangeUndone":
      return { kind: "done", session: sessionOf(answer.booking), undo: null };
    case "BookingApproved":
    case "BookingDeclined":
    case "BookingMoved":
    case "BookingCancelled":
    case "AttendanceRecorded":
      return { kind: "done", session: sessionOf(answer.booking), undo: answer.undo };
    case "SlotTaken":
      return { kind: "taken", message: answer.message, alternatives: answer.alternatives };
    case "InvalidInput":
      return { kind: "field", field: answer.field, message: answer.message };
    default:
      return { kind: "refused", message: answer.message };
  }
}

/** What a request that failed means: a refusal by the server as it stands, or no answer at all. */
export const failedOutcome = (error: unknown): Outcome =>
  CombinedGraphQLErrors.is(error) ? { kind: "refused", message: error.message } : unknownOutcome();

/** No answer came. The same request with the same key can be sent again without doing it twice. */
export const unknownOutcome = (): Outcome => ({
  kind: "unknown",
  message: navigator.onLine
    ? "No answer came from the server. Try again: it will not be done twice."
    : "You are offline. Try again when the connection is back: it will not be done twice.",
});
