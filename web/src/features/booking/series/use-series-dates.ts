import { skipToken } from "@apollo/client/react";
import { useEffect, useRef, useState } from "react";
import { usePreviewLinkSeriesQuery } from "../../../generated/link-series.ts";
import type { Where } from "../hold-keeper.ts";
import { countOf, type Dates, datesInput, type Repeating } from "./series-dates.ts";

type SeriesDatesOptions = {
  where: Where;
  /** The first start on the clocks of `where`; null while it is looked up. */
  start: string | null;
  most: number;
  /** Changes whenever the coach's calendar does. */
  revision: number | null;
};

const firstCount = 4;

/** The dates that are asked for, each with what is free, as true as the live calendar beside them. */
export function useSeriesDates({ where, start, most, revision }: SeriesDatesOptions) {
  const [repeating, setRepeating] = useState<Repeating>({
    weeks: "1",
    count: String(Math.min(firstCount, most)),
    choices: {},
  });
  const count = countOf(repeating.count, most);
  const { coach, link, minutes, timeZone } = where;
  const dates = start !== null && count !== null ? datesInput({ start, timeZone, minutes, repeating, count }) : null;
  const { data, previousData, error, loading, refetch } = usePreviewLinkSeriesQuery(
    dates === null ? skipToken : { variables: { input: { coach, link, dates } }, fetchPolicy: "no-cache" },
  );
  const seen = useRef(revision);
  useEffect(() => {
    if (seen.current === revision) return;
    seen.current = revision;
    void refetch().catch(() => undefined);
  }, [revision, refetch]);
  const answer = (data ?? (loading ? previousData : undefined))?.previewLinkSeries;
  const shown: Dates | null = answer?.__typename === "LinkSeriesPreview" ? answer : null;
  const refused = answer && answer.__typename !== "LinkSeriesPreview" ? answer.message : null;
  return {
    repeating,
    /** Another rhythm has other dates: what was chosen for the old ones goes with them. */
    repeat: (change: Partial<Repeating>) => setRepeating((before) => ({ ...before, choices: {}, ...change })),
    count,
    input: dates,
    shown,
    problem: refused ?? (error ? "The dates could not be looked up. Trying again helps." : null),
    waiting: loading || (start === null && count !== null),
    again: () => void refetch().catch(() => undefined),
  };
}
