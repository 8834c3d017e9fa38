import type { Occurrence, Preview } from "./state-words.ts";

/** One session of a preview for tests, free and new. */
export function anOccurrence(given: Partial<Occurrence> = {}): Occurrence {
  return {
    __typename: "SeriesPreviewOccurrence",
    recurrenceId: "2026-12-08T10:00",
    effect: "BOOK",
    outcome: "FREE",
    startAt: "2026-12-08T15:00:00.000Z",
    endAt: "2026-12-08T16:00:00.000Z",
    localStart: "2026-12-08T10:00",
    coachLocalStart: "2026-12-08T10:00",
    clientLocalStart: "2026-12-08T16:00",
    coachClockShiftMinutes: 0,
    clientClockShiftMinutes: 0,
    isSkippedTime: false,
    mayKeep: false,
    bookedStartAt: "2026-12-08T15:00:00.000Z",
    bookedEndAt: "2026-12-08T16:00:00.000Z",
    wasStartAt: null,
    wasEndAt: null,
    nearest: [],
    reasons: [],
    sessionType: { __typename: "SessionType", id: "t1", name: "Coaching" },
    ...given,
  };
}

type Reason = Occurrence["reasons"][number];

export function aReason(given: Partial<Reason> = {}): Reason {
  return {
    __typename: "SlotReason",
    code: "OUTSIDE_HOURS",
    message: "The session does not lie within open hours.",
    ...{ startAt: null, endAt: null, until: null, count: null, limit: null, countedIn: null },
    ...{ booking: null, dateOverride: null, timeOff: null, holiday: null, travel: null },
    ...given,
  };
}

export const aPreview = (occurrences: readonly Occurrence[]): Preview => ({
  __typename: "SeriesPreview",
  revision: 1,
  fingerprint: "f",
  timeZone: "America/New_York",
  recurrence: "",
  isEndless: false,
  open: occurrences.filter(({ outcome }) => outcome === "OPEN").length,
  told: [],
  occurrences,
});
