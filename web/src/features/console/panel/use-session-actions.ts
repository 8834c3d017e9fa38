import { useState } from "react";
import {
  useApproveBookingMutation,
  useBookForClientMutation,
  useCancelSessionMutation,
  useDeclineBookingMutation,
  useRecordAttendanceMutation,
  useRescheduleSessionMutation,
} from "../../../generated/console.ts";
import type {
  Attendance,
  BookForClientInput,
  CancelSessionInput,
  DecideBookingInput,
  RecordAttendanceInput,
  RescheduleSessionInput,
} from "../../../generated/schema.ts";
import { dateOf, type WallTime } from "../../../ui/week-grid/wall-time.ts";
import type { Seat, Session } from "../calendar/bookings.ts";
import type { ZoneOn } from "../calendar/clocks.ts";
import type { Underway } from "../calendar/grid-events.ts";
import { attended, booked, cancelled, decided, moved } from "./change-words.ts";
import type { Outcome } from "./outcome.ts";
import { type OwnChanges, useKeyed, useOwnChanges } from "./use-own-changes.ts";
import { useUndo } from "./use-undo.ts";

type Unkeyed<Input> = Omit<Input, "idempotencyKey">;
export type NewSessionInput = Unkeyed<BookForClientInput>;
export type Verdict = "approve" | "decline";

export interface SessionActions {
  readonly underway: Underway;
  /** Whether an answer is awaited: what the live agenda brings meanwhile may be our own doing. */
  readonly isWaiting: () => boolean;
  readonly during: OwnChanges["during"];
  readonly move: (session: Session, start: WallTime, message: string) => Promise<Outcome>;
  readonly cancel: (session: Session, message: string) => Promise<Outcome>;
  readonly book: (input: NewSessionInput) => Promise<Outcome>;
  readonly decide: (session: Session, seat: Seat, verdict: Verdict, message: string) => Promise<Outcome>;
  readonly attend: (session: Session, seat: Seat, attendance: Attendance) => Promise<Outcome>;
  readonly undo: (session: Session) => Promise<Outcome>;
}

/** The coach's changes. What is underway is shown as if done, marked as such, until the answer is there. */
export function useSessionActions(zoneOn: ZoneOn, onDone: (session: Session) => void): SessionActions {
  const own = useOwnChanges();
  const back = useUndo(own, onDone);
  const { underway, showing } = useUnderway();
  const send = useSends(own);

  async function told(change: Promise<Outcome>, words: (session: Session) => ChangeWords): Promise<Outcome> {
    const outcome = await change;
    if (outcome.kind === "done") {
      onDone(outcome.session);
      back.tell(outcome, words(outcome.session));
    }
    return outcome;
  }
  return {
    underway,
    isWaiting: own.isWaiting,
    during: own.during,
    undo: back.undo,
    move: (session, start, message) => {
      const moment = { local: start, timeZone: zoneOn(dateOf(start)) };
      const change = send.move({ booking: session.id, start: moment, message: message.trim() || null });
      return showing(session.id, start, told(change, moved));
    },
    cancel: (session, message) => {
      const change = send.cancel({ booking: session.id, message: message.trim() || null });
      return showing(session.id, null, told(change, cancelled));
    },
    book: (input) => told(send.book(input), booked),
    decide: (session, seat, verdict, message) => {
      const fields = { booking: session.id, attendee: seat.id, message: message.trim() || null };
      return told(send[verdict](fields), (after) => decided(after, seat, verdict));
    },
    attend: (session, seat, attendance) =>
      told(send.attend({ booking: session.id, attendee: seat.id, attendance }), (after) =>
        attended(after, seat, attendance),
      ),
  };
}

/** What is said when something is done: at once, and beside the way back. */
export interface ChangeWords {
  readonly news: string;
  readonly says: string;
}

function useUnderway() {
  const [underway, setUnderway] = useState<Underway>(new Map());
  async function showing(id: string, start: WallTime | null, change: Promise<Outcome>): Promise<Outcome> {
    setUnderway((before) => new Map(before).set(id, start));
    const outcome = await change;
    setUnderway((before) => new Map([...before].filter(([one]) => one !== id)));
    return outcome;
  }
  return { underway, showing };
}

function useSends(own: ReturnType<typeof useOwnChanges>) {
  const [reschedule] = useRescheduleSessionMutation();
  const [cancelSession] = useCancelSessionMutation();
  const [bookForClient] = useBookForClientMutation();
  const [approveBooking] = useApproveBookingMutation();
  const [declineBooking] = useDeclineBookingMutation();
  const [recordAttendance] = useRecordAttendanceMutation();
  return {
    move: useKeyed<Unkeyed<RescheduleSessionInput>>(
      own,
      async (input) => (await reschedule({ variables: { input } })).data?.rescheduleSession,
    ),
    cancel: useKeyed<Unkeyed<CancelSessionInput>>(
      own,
      async (input) => (await cancelSession({ variables: { input } })).data?.cancelSession,
    ),
    book: useKeyed<NewSessionInput>(
      own,
      async (input) => (await bookForClient({ variables: { input } })).data?.bookForClient,
    ),
    approve: useKeyed<Unkeyed<DecideBookingInput>>(
      own,
      async (input) => (await approveBooking({ variables: { input } })).data?.approveBooking,
    ),
    decline: useKeyed<Unkeyed<DecideBookingInput>>(
      own,
      async (input) => (await declineBooking({ variables: { input } })).data?.declineBooking,
    ),
    attend: useKeyed<Unkeyed<RecordAttendanceInput>>(
      own,
      async (input) => (await recordAttendance({ variables: { input } })).data?.recordAttendance,
    ),
  };
}
