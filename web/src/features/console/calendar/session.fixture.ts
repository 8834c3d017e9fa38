import type { Seat, Session } from "./bookings.ts";

/** A session for tests, as the API would send it. */
export function aSession(given: Partial<Session> = {}): Session {
  return {
    __typename: "Booking",
    id: "b1",
    status: "CONFIRMED",
    startAt: "2026-11-23T14:00:00.000Z",
    endAt: "2026-11-23T15:00:00.000Z",
    timeZone: "Europe/Berlin",
    localStart: "2026-11-23T09:00",
    localEnd: "2026-11-23T10:00",
    coachZone: "America/New_York",
    coachPlace: null,
    version: 1,
    recurrenceId: null,
    series: null,
    capacity: 1,
    approveBy: null,
    coachMessage: null,
    cancelledAt: null,
    cancelCause: null,
    cancelReason: null,
    holdExpiresAt: null,
    moveRequestedAt: null,
    moveMessage: null,
    undo: null,
    place: { __typename: "Place", kind: "VIDEO", detail: "https://meet.example/room" },
    sessionType: { __typename: "SessionType", id: "t1", name: "Coaching", colour: "#2f5d50", minutes: [60] },
    offers: [],
    attendees: [aSeat()],
    ...given,
  };
}

export function aSeat(given: Partial<Seat> = {}): Seat {
  return {
    __typename: "Attendee",
    id: "a1",
    name: "Ana Lopez",
    email: "ana@example.com",
    phone: null,
    note: null,
    timeZone: "Europe/Berlin",
    localStart: "2026-11-23T15:00",
    localEnd: "2026-11-23T16:00",
    createdAt: "2026-11-20T10:00:00.000Z",
    approveBy: null,
    cancelledAt: null,
    cancelCause: null,
    cancelReason: null,
    noShow: false,
    guests: [],
    answers: [],
    ...given,
  };
}
