import { lazy, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Redirect } from "wouter";
import type { BookingPageQuery } from "../../generated/client.ts";
import { embedded } from "../../lib/host-page.ts";
import { useMedia } from "../../lib/use-media.ts";
import { classes } from "../../ui/classes.ts";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import card from "../session/Card.module.css";
import { useMoment, type WallMoment } from "../session/use-moment.ts";
import { SlotPicker } from "../slots/SlotPicker.tsx";
import { useShownZone } from "../slots/shown-zone.ts";
import type { Slot } from "../slots/slot-board.ts";
import { useSlotPicker } from "../slots/use-slot-picker.ts";
import { BookingSummary } from "./BookingSummary.tsx";
import type { BookedSession } from "./done/booked-session.ts";
import type { Hold } from "./hold.ts";
import { type Steps, useSteps } from "./steps.ts";
import { useHold } from "./use-hold.ts";
import { useHostNews } from "./use-host-news.ts";
import { useOwnSlots } from "./use-own-slots.ts";

const loadDetails = () => import("./form/DetailsStep.tsx");
const DetailsStep = lazy(async () => ({ default: (await loadDetails()).DetailsStep }));
const WaitStep = lazy(async () => ({ default: (await import("./wait/WaitStep.tsx")).WaitStep }));
const SeriesStep = lazy(async () => ({ default: (await import("./series/SeriesStep.tsx")).SeriesStep }));
const Confirmation = lazy(async () => ({ default: (await import("./done/Confirmation.tsx")).Confirmation }));

export type Page = Extract<BookingPageQuery["bookingPage"], { __typename: "BookingPage" }>;
type FlowProps = { coach: string; link: string; page: Page | null; unreachable: boolean };

/** Date, time, details, done. Slots are asked for at once, beside the page's own words. */
export function BookingFlow({ coach, link, page, unreachable }: FlowProps) {
  const steps = useSteps();
  const {
    zone,
    locked,
    choose: setZone,
  } = useShownZone(page && { kind: page.sessionType.place.kind, timeZone: page.coach.timeZone });
  const [booked, setBooked] = useState<BookedSession | null>(null);
  const minutes = lengthOf(steps, page);
  const source = useMemo(() => ({ coach, link, minutes }), [coach, link, minutes]);
  const picker = useSlotPicker({
    source,
    zone,
    date: steps.date,
    preselect: useMedia("(min-width: 48rem)"),
    bounds: useMemo(() => page && { first: page.firstDate, last: page.lastDate }, [page]),
    own: useOwnSlots({ ...source, timeZone: zone.id }),
    seen: !steps.at && !steps.wait && !steps.series,
  });
  const where = useMemo(() => ({ ...source, timeZone: zone.id }), [source, zone.id]);
  const holding = useHold(where, picker.live.board);
  useHoldFollowsAddress(steps.at, holding);
  const chosen = useChosen(steps, holding.hold, zone.id);
  useHostNews({ page, hold: holding.hold, steps, booked });
  const slotsAreSeen = picker.live.board !== null;
  useEffect(() => {
    if (!slotsAreSeen) return;
    // Nobody waits for it yet: first the slots are painted.
    const timer = setTimeout(() => void loadDetails(), 400);
    return () => clearTimeout(timer);
  }, [slotsAreSeen]);
  useUnknownZone(picker.live.problem, zone.id, setZone);

  const returning = useRef(false);
  if (steps.at || steps.wait || steps.series) returning.current = true;

  const choose = (slot: Slot, replace: boolean) => {
    steps.go({ date: slot.localStart.slice(0, 10), at: slot.startAt, wait: null }, { replace });
    holding.take(slot.startAt, slot);
  };
  if (steps.booked && !booked && !embedded) return <Redirect to={`/manage/${steps.booked}`} replace />;
  if (steps.booked && booked && page)
    return (
      <Suspense>
        <Confirmation page={page} booked={booked} zone={zone.id} />
      </Suspense>
    );
  return (
    <main className={card["page"]}>
      <div className={classes(card["card"], card["split"])}>
        <BookingSummary
          page={page}
          minutes={minutes}
          onMinutes={(length) => steps.go({ minutes: length, at: null }, { replace: true })}
          chosen={chosen}
          hold={holding.hold}
          board={picker.live.board}
          step={steps.at ? "details" : steps.wait || steps.series ? "wait" : steps.date ? "time" : "date"}
          zone={zone}
        />
        <div className={card["main"]}>
          {!page && unreachable && (
            <div className={card["note"]}>
              <Notice tone="warning" live>
                The page cannot be reached right now. Trying again…
              </Notice>
            </div>
          )}
          {steps.at && page ? (
            <Suspense fallback={<DetailsSkeleton />}>
              <DetailsStep
                page={page}
                where={where}
                holding={holding}
                onChoose={(slot) => choose(slot, true)}
                onBack={() => steps.go({ at: null }, { replace: true })}
                onRepeat={() => steps.go({ at: null, series: steps.at })}
                onBooked={(session) => {
                  holding.settle();
                  // Known before the address says so: on a reload the address alone leads to the session's own page.
                  flushSync(() => setBooked(session));
                  steps.finish(session.token && embedded ? "here" : session.token);
                }}
              />
            </Suspense>
          ) : steps.series && page ? (
            <Suspense fallback={<DetailsSkeleton />}>
              <SeriesStep
                page={page}
                where={where}
                startAt={steps.series}
                revision={picker.live.board?.revision ?? null}
                onBack={() => steps.go({ series: null }, { replace: true })}
              />
            </Suspense>
          ) : steps.wait && page ? (
            <Suspense fallback={<DetailsSkeleton />}>
              <WaitStep
                key={steps.wait}
                page={page}
                where={where}
                what={steps.wait}
                today={picker.today}
                board={picker.live.board}
                onWhat={(wait) => steps.go({ wait }, { replace: true })}
                onMinutes={(length) => steps.go({ minutes: length }, { replace: true })}
                onChoose={(slot) => choose(slot, true)}
                onBack={() => steps.go({ wait: null }, { replace: true })}
              />
            </Suspense>
          ) : (
            <SlotPicker
              picker={picker}
              pane={steps.date ? "time" : "date"}
              onDate={(date) => steps.go({ date }, { replace: steps.date !== null })}
              onBack={() => steps.go({ date: null }, { replace: true })}
              onChoose={(slot) => choose(slot, false)}
              zone={zone}
              onZone={setZone}
              locked={locked}
              returning={returning.current}
              seats={(page?.sessionType.capacity ?? 1) > 1}
              onWait={page ? (wait) => steps.go({ wait }) : undefined}
            />
          )}
        </div>
      </div>
    </main>
  );
}

/** The address decides: going back gives the time up, a link with a time in it takes it. */
function useHoldFollowsAddress(at: string | null, { hold, take, release }: ReturnType<typeof useHold>): void {
  const held = hold.kind === "none" ? null : hold.startAt;
  const [followed, setFollowed] = useState<string | null>(null);
  useEffect(() => {
    if (followed === at) return;
    setFollowed(at);
    if (at && held !== at) take(at, null);
    if (!at && held) release();
  }, [at, followed, held, take, release]);
}

/** One of the lengths that the link leaves; whoever edits the address gets the usual one. */
function lengthOf({ minutes }: Steps, page: Page | null): number | null {
  return minutes && page && !page.link.minutes.includes(minutes) ? null : minutes;
}

/** The chosen start on the viewer's clocks, also where no slot came with it: in an address that was opened or loaded again. */
function useChosen({ at }: Steps, hold: Hold, timeZone: string): WallMoment | null {
  const slot = hold.kind === "none" ? null : hold.slot;
  const moment = useMoment(slot ? null : at, timeZone);
  return slot ? { local: slot.localStart, offsetMinutes: slot.offsetMinutes } : moment;
}

/** A browser may name a zone that the server's rules do not know: times in UTC are right, and the name says so. */
function useUnknownZone(
  problem: { kind: string; field?: string } | null,
  zone: string,
  setZone: (zone: { id: string; offsetMinutes: number }) => void,
): void {
  const unknown = problem?.kind === "invalid" && problem.field?.endsWith("timeZone") && zone !== "UTC";
  useEffect(() => {
    if (unknown) setZone({ id: "UTC", offsetMinutes: 0 });
  }, [unknown, setZone]);
}

function DetailsSkeleton() {
  return (
    <div className={card["about"]} aria-busy="true">
      <Skeleton height="16rem" radius="var(--radius-m)" />
    </div>
  );
}
