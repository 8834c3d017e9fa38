import type { Attendance } from "../../../generated/schema.ts";
import { type Seat, type Session, titleOf } from "../calendar/bookings.ts";
import { when } from "../calendar/news.ts";
import type { ChangeWords, Verdict } from "./use-session-actions.ts";

export const moved = (session: Session): ChangeWords => ({
  news: `${titleOf(session)} is now on ${when(session)}.`,
  says: "You moved this session.",
});

export const cancelled = (session: Session): ChangeWords => ({
  news: `${titleOf(session)} is cancelled.`,
  says: "You cancelled this session.",
});

export const booked = (session: Session): ChangeWords => ({
  news: `${titleOf(session)} is booked for ${when(session)}.`,
  says: "You booked this session.",
});

export function decided(session: Session, { name }: Seat, verdict: Verdict): ChangeWords {
  return verdict === "approve"
    ? { news: `${name} is confirmed for ${when(session)}.`, says: `You approved the request of ${name}.` }
    : {
        news: `The request of ${name} for ${when(session)} is declined.`,
        says: `You declined the request of ${name}.`,
      };
}

export function attended(_session: Session, { name }: Seat, attendance: Attendance): ChangeWords {
  const news = attendance === "NO_SHOW" ? `${name} did not come.` : `${name} came.`;
  return { news: `Noted: ${news}`, says: `You noted: ${news}` };
}

export const undone = (session: Session): string => `${titleOf(session)} is as it was, ${when(session)}.`;
