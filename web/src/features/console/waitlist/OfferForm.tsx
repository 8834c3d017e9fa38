import { type FormEvent, useMemo, useState } from "react";
import type { DeskEntryPartsFragment } from "../../../generated/console.ts";
import { addDays } from "../../../lib/dates.ts";
import { formatDate, formatTime, wallTime as wallTimeAt } from "../../../lib/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Segmented } from "../../../ui/Segmented.tsx";
import { dateOf, type WallTime, wallTime } from "../../../ui/week-grid/wall-time.ts";
import { ClocksContext } from "../calendar/clocks.ts";
import { StartIn } from "../panel/ClientStarts.tsx";
import panel from "../panel/Panel.module.css";
import { ProblemNotice } from "../panel/ProblemNotice.tsx";
import { StartFields } from "../panel/StartFields.tsx";
import { useCoach } from "../shell/coach.ts";
import { FreeTimes } from "./FreeTimes.tsx";
import { type FreeTime, useFreeTimes } from "./use-free-times.ts";
import { useOfferByHand } from "./use-offer-by-hand.ts";
import type { LiveWaitlist } from "./use-waitlist.ts";

interface OfferFormProps {
  readonly entry: DeskEntryPartsFragment;
  readonly doing: LiveWaitlist["doing"];
}

const WAYS = [
  { id: "free", label: "Free times" },
  { id: "other", label: "Another time" },
] as const;
const MORNING = 9 * 60;

/** A time out of turn: a free one, or any other, since hours do not bind the coach. */
export function OfferForm({ entry, doing }: OfferFormProps) {
  const coach = useCoach();
  const [way, setWay] = useState<"free" | "other">("free");
  const days = useFreeTimes(entry);
  const [date, setDate] = useState<string | null>(null);
  const [time, setTime] = useState<FreeTime | null>(null);
  const [other, setOther] = useState<WallTime>(() => firstOther(entry, coach.offsetMinutes));
  const offering = useOfferByHand(entry, doing);
  const { outcome } = offering;
  const zoneOn = useMemo(() => () => coach.timeZone, [coach.timeZone]);
  const suggested = days?.find(({ times }) => times.some(({ fits }) => fits)) ?? days?.[0];
  const start = way === "free" ? (time?.localStart ?? null) : other;
  const wrong = outcome?.kind === "field" ? outcome.message : undefined;

  function offer(event: FormEvent) {
    event.preventDefault();
    if (start === null) return;
    offering.offer(
      way === "free" && time ? { at: time.startAt } : { local: start, timeZone: coach.timeZone },
      `${formatDate(dateOf(start), "short")}, ${formatTime(start)}`,
    );
  }
  return (
    <ClocksContext value={zoneOn}>
      <form className={panel.form} onSubmit={offer} noValidate>
        <h3 className={panel.formTitle}>Offer a time</h3>
        <Segmented label="Which times" hideLabel options={WAYS} value={way} onChange={setWay} />
        {way === "free" ? (
          <FreeTimes
            days={days}
            date={date ?? suggested?.date ?? null}
            chosen={time}
            onDate={(next) => {
              setDate(next);
              setTime(null);
            }}
            onChoose={setTime}
          />
        ) : (
          <StartFields start={other} minutes={entry.minutes} onChange={setOther} error={wrong} />
        )}
        {start !== null && entry.timeZone !== coach.timeZone && (
          <StartIn zone={entry.timeZone} start={start} here={coach.timeZone} />
        )}
        {!(way === "other" && wrong) && (
          <ProblemNotice
            outcome={outcome}
            {...(start && { start })}
            onAlternative={(next) => {
              setWay("other");
              setOther(next);
            }}
          />
        )}
        <div className={panel.buttons}>
          <Button type="submit" variant="primary" size="s" isDisabled={start === null} isPending={offering.busy}>
            {offering.busy
              ? "Offering…"
              : start === null
                ? "Choose a time"
                : `Offer ${formatDate(dateOf(start), "short")}, ${formatTime(start)}`}
          </Button>
        </div>
      </form>
    </ClocksContext>
  );
}

/** The morning of the first date that is wanted, tomorrow at the earliest. */
function firstOther({ fromDate }: DeskEntryPartsFragment, offsetMinutes: number): WallTime {
  const tomorrow = addDays(dateOf(wallTimeAt(Date.now(), offsetMinutes)), 1);
  return wallTime(fromDate !== null && fromDate > tomorrow ? fromDate : tomorrow, MORNING);
}
