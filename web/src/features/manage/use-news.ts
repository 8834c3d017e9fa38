import { useCallback, useEffect, useRef, useState } from "react";
import type { Access } from "./ManagePage.tsx";

type Told = { tone: "neutral" | "success"; text: string };
export type News = {
  shown: Told | null;
  tell: (news: Told) => void;
  /** A change of our own is on its way, or did not come about: the event of it may arrive before its answer. */
  expect: (own: boolean) => void;
};
type Booking = Pick<Access["booking"], "version" | "status" | "startAt" | "cancelCause"> & { coach: { name: string } };

/** Tells of a change that somebody else made while the page was open; `first` is what has just been done elsewhere. */
export function useNews(booking: Booking, first: string | null): News {
  const seen = useRef(booking);
  const own = useRef(false);
  const [shown, tell] = useState<Told | null>(first ? { tone: "success", text: first } : null);
  useEffect(() => {
    const before = seen.current;
    seen.current = booking;
    if (before.version === booking.version && before.status === booking.status) return;
    if (own.current) {
      own.current = false;
      return;
    }
    tell(describeNews(before, booking));
  }, [booking]);
  const expect = useCallback((coming: boolean) => {
    own.current = coming;
  }, []);
  return { shown, tell, expect };
}

/** One sentence for how a session changed under its client's eyes. */
export function describeNews(before: Booking, after: Booking): Told {
  const { name } = after.coach;
  const neutral = (text: string): Told => ({ tone: "neutral", text });
  if (after.status === "CANCELLED" && before.status !== "CANCELLED") {
    if (after.cancelCause === "DECLINED") return neutral(`${name} has declined your request.`);
    if (after.cancelCause === "LAPSED") return neutral(`${name} did not answer in time.`);
    return neutral("This session has just been cancelled.");
  }
  if (after.status === "PENDING" && before.status !== "PENDING")
    return neutral(`${name} has taken the answer back. Your request waits again.`);
  if (before.status === "CANCELLED")
    return { tone: "success", text: `${name} has taken the cancellation back. The session takes place.` };
  if (before.status === "PENDING" && after.status === "CONFIRMED")
    return { tone: "success", text: `${name} has confirmed your session.` };
  if (before.startAt !== after.startAt)
    return neutral("This session has just been moved. You see when it takes place now.");
  return neutral("This session has just been changed. You see it as it is now.");
}
