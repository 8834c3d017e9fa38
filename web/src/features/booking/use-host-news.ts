import { useEffect, useRef } from "react";
import { tellHost } from "../../lib/host-page.ts";
import { useMedia } from "../../lib/use-media.ts";
import type { Page } from "./BookingFlow.tsx";
import type { BookedSession } from "./done/booked-session.ts";
import type { Hold } from "./hold.ts";
import type { Steps } from "./steps.ts";

type Flow = { page: Page | null; hold: Hold; steps: Steps; booked: BookedSession | null };

/** Where this page stands in another site's page, tells that page how far the visitor has come. */
export function useHostNews({ page, hold, steps, booked }: Flow): void {
  const sessionType = page?.sessionType.name;
  const coach = page?.coach.name;
  useEffect(() => {
    if (sessionType && coach) tellHost({ type: "ready", sessionType, coach });
  }, [sessionType, coach]);

  const narrow = useMedia("(max-width: 47.99rem)");
  const picking = narrow && steps.date ? "time" : "date";
  const step = booked ? "done" : steps.at ? "details" : steps.wait ? "wait" : picking;
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) tellHost({ type: "step" });
    shown.current = step;
  }, [step]);

  const held = hold.kind === "held" ? hold.slot : null;
  useEffect(() => {
    if (!held) return;
    tellHost({ type: "held", startAt: held.startAt, endAt: held.endAt });
    return () => tellHost({ type: "released" });
  }, [held]);

  const told = useRef<BookedSession | null>(null);
  useEffect(() => {
    if (!booked || !sessionType || told.current === booked) return;
    told.current = booked;
    const { startAt, endAt, status } = booked.booking;
    tellHost({
      type: "booked",
      sessionType,
      startAt,
      endAt,
      status: status === "PENDING" ? "pending" : "confirmed",
      redirectUrl: booked.redirectUrl,
    });
  }, [booked, sessionType]);
}
