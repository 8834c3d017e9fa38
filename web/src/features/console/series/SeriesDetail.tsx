import { useState } from "react";
import { Link } from "wouter";
import type { OneSeriesQuery } from "../../../generated/console.ts";
import { formatDateRange } from "../../../lib/calendar.ts";
import { dateOf, formatDuration, formatTime, zoneCity } from "../../../lib/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Segmented } from "../../../ui/Segmented.tsx";
import { CopyButton } from "../links/CopyButton.tsx";
import { useCoach } from "../shell/coach.ts";
import { PageFrame } from "../shell/PageFrame.tsx";
import { useShortcuts } from "../shell/use-shortcuts.ts";
import type { WholeChange } from "./change/change-draft.ts";
import { SessionChangePanel } from "./change/SessionChangePanel.tsx";
import { WholeChangePanel } from "./change/WholeChangePanel.tsx";
import { Members } from "./Members.tsx";
import { Occurrences } from "./Occurrences.tsx";
import { endWords, ruleWords } from "./pattern-words.ts";
import styles from "./SeriesDetail.module.css";
import { sessionCount, standing, titleOf } from "./series-words.ts";
import { UndoLine } from "./UndoLine.tsx";
import { useCoachTimes } from "./use-coach-times.ts";

export type DetailedSeries = Extract<NonNullable<OneSeriesQuery["node"]>, { __typename: "Series" }>;

/** Which dates are shown: from today on or back from it, so and so far away. */
interface Stretch {
  readonly past: boolean;
  readonly page: number;
  readonly from: string;
  readonly to: string;
}

interface SeriesDetailProps {
  readonly series: DetailedSeries;
  readonly stretch: Stretch;
  readonly onStretch: (stretch: Pick<Stretch, "past" | "page">) => void;
  readonly today: string;
  /** The session that the address names, by its recurrence id. */
  readonly asked: string | null;
  /** How many sessions were booked a moment ago. */
  readonly booked: number | null;
}

export function SeriesDetail({ series, stretch, onStretch, today, asked, booked }: SeriesDetailProps) {
  const [openId, setOpenId] = useState(asked);
  const [whole, setWhole] = useState<WholeChange | null>(null);
  const { past } = stretch;
  const coachTimeOf = useCoachTimes(series);
  const open = series.occurrences.find(({ recurrenceId }) => recurrenceId === openId);
  const close = () => {
    setOpenId(null);
    setWhole(null);
  };
  const change = (kind: WholeChange) => {
    setOpenId(null);
    setWhole(kind);
  };
  useShortcuts(open || whole ? { close } : {});
  const panel = whole ? (
    <WholeChangePanel key={whole} series={series} kind={whole} today={today} onClose={close} />
  ) : (
    open && (
      <SessionChangePanel
        key={`${open.recurrenceId} ${open.startAt} ${open.state}`}
        series={series}
        date={open}
        local={coachTimeOf(open)}
        today={today}
        onClose={close}
      />
    )
  );
  return (
    <PageFrame title={titleOf(series)} lead={<Lead series={series} />} panel={panel}>
      {booked !== null && series.version === 1 && (
        <Notice tone="success" title={`${sessionCount(booked)} ${booked === 1 ? "is" : "are"} booked`}>
          They stand in your <Link href={calendarOf(series)}>calendar</Link>.
        </Notice>
      )}
      <UndoLine series={series} />
      <Facts series={series} today={today} past={past} />
      {series.capacity > 1 && <Members series={series} />}
      <WholeChanges series={series} today={today} onChange={change} />
      <section className={styles.sessions} aria-label="Sessions">
        <Segmented
          label="Which sessions"
          hideLabel
          options={[
            { id: "coming", label: "To come" },
            { id: "past", label: "Past" },
          ]}
          value={past ? "past" : "coming"}
          onChange={(which) => onStretch({ past: which === "past", page: 0 })}
        />
        <Occurrences
          series={series}
          past={past}
          coachTimeOf={coachTimeOf}
          openId={openId}
          onOpen={(id) => {
            setWhole(null);
            setOpenId(id);
          }}
        />
        <Pager series={series} stretch={stretch} onStretch={onStretch} />
      </section>
    </PageFrame>
  );
}

interface WholeChangesProps {
  readonly series: DetailedSeries;
  readonly today: string;
  readonly onChange: (kind: WholeChange) => void;
}

/** What can be done with the series as a whole. */
function WholeChanges({ series, today, onChange }: WholeChangesProps) {
  const kinds = [
    { kind: "resume", label: "Resume…", shown: rests(series, today) },
    { kind: "pause", label: "Pause…", shown: series.sessionsToCome > 0 },
    { kind: "extend", label: "Extend…", shown: !series.isEndless },
    { kind: "end", label: "End…", shown: series.sessionsToCome > 0 },
  ] as const;
  return (
    <div className={styles.actions}>
      {kinds.map(
        ({ kind, label, shown }) =>
          shown && (
            <Button key={kind} size="s" onPress={() => onChange(kind)}>
              {label}
            </Button>
          ),
      )}
    </div>
  );
}

/** Whether a pause holds or is to come, which could be given up. */
const rests = ({ pauses }: DetailedSeries, today: string): boolean =>
  pauses.some(({ toDate }) => toDate === null || toDate >= today);

/** The way to dates further away, where there are any. */
function Pager({ series, stretch, onStretch }: Pick<SeriesDetailProps, "series" | "stretch" | "onStretch">) {
  const { past, page, from } = stretch;
  const shown = series.occurrences.filter(({ state }) => state === "BOOKED").length;
  const more = past ? series.createdAt.slice(0, 10) < from : page === 0 ? shown < series.sessionsToCome : shown > 0;
  if (!more && page === 0) return null;
  const button = (label: string, next: number) => (
    <Button size="s" onPress={() => onStretch({ past, page: next })}>
      {label}
    </Button>
  );
  return (
    <div className={styles.actions}>
      {page > 0 && button(past ? "Show later ones" : "Show earlier ones", page - 1)}
      {more && button(past ? "Show earlier ones" : "Show later ones", page + 1)}
    </div>
  );
}

/** The calendar at the first of its sessions. */
const calendarOf = ({ nextBooking }: DetailedSeries): string =>
  nextBooking?.coachTime
    ? `/console?date=${dateOf(nextBooking.coachTime.localStart)}&session=${nextBooking.id}`
    : "/console";

function Lead({ series }: { readonly series: DetailedSeries }) {
  const { timeZone } = useCoach();
  const { pattern, minutes } = series;
  return (
    <>
      {ruleWords(pattern)}, {formatTime(pattern.localTime)}
      {series.timeZone !== timeZone && ` in ${zoneCity(series.timeZone)}`}, {formatDuration(minutes)},{" "}
      {endWords(pattern)}
    </>
  );
}

function Facts({
  series,
  today,
  past,
}: {
  readonly series: DetailedSeries;
  readonly today: string;
  readonly past: boolean;
}) {
  const coach = useCoach();
  const { sessionType, members, capacity, timeZone, pauses, isEndless, occurrences } = series;
  const booked = occurrences.filter(({ state }) => state === "BOOKED");
  const last = booked.at(-1);
  const zones = [...new Set(members.map(({ client }) => client.timeZone))].filter((zone) => zone !== coach.timeZone);
  const facts = [
    { term: "Session type", said: sessionType.name },
    capacity === 1 && {
      term: members.length === 1 ? "Client" : "Clients",
      said: members.map(({ client }) => client.name).join(", "),
    },
    !past && { term: "State", said: standing(series, today).words },
    !past &&
      isEndless &&
      last && { term: "Booked until", said: formatDateRange(dateOf(last.localStart), dateOf(last.localStart)) },
    (zones.length > 0 || timeZone !== coach.timeZone) && {
      term: "Keeps the clock of",
      said: timeZone === coach.timeZone ? `You, ${zoneCity(timeZone)}` : zoneCity(timeZone),
    },
    ...pauses.map(({ fromDate, toDate, reason }) => ({
      term: "Pause",
      said: [toDate ? formatDateRange(fromDate, toDate) : `from ${formatDateRange(fromDate, fromDate)} on`, reason]
        .filter(Boolean)
        .join(": "),
    })),
  ].filter((fact) => fact !== false && fact !== undefined);
  return (
    <dl className={styles.facts}>
      {facts.map(
        (fact) =>
          fact && (
            <div key={`${fact.term} ${fact.said}`} className={styles.fact}>
              <dt>{fact.term}</dt>
              <dd>{fact.said}</dd>
            </div>
          ),
      )}
      <div className={styles.fact}>
        <dt>Rule</dt>
        <dd className={styles.ruleText}>
          <CopyButton text={series.recurrence} what="the rule as RRULE text" variant="quiet" />
        </dd>
      </div>
    </dl>
  );
}
