import { useEffect, useRef, useState } from "react";
import { usePreviewSeriesQuery } from "../../../generated/console.ts";
import type { PreviewSeriesInput } from "../../../generated/schema.ts";
import { announce } from "../../../ui/Announcer.tsx";
import { differences, type Preview } from "./preview/state-words.ts";
import { useCalendarRevision } from "./use-calendar-revision.ts";
import { useSettledValue } from "./use-settled-value.ts";

const SETTLE_MS = 250;

export interface Refused {
  readonly field: string | null;
  readonly message: string;
}

interface Answer {
  readonly __typename: string;
}
type PreviewAnswer = (Preview & Answer) | (Answer & { readonly message: string; readonly field?: string });

/** What an answer to a question for a preview says. */
export function readAnswer(answer: PreviewAnswer | undefined): { preview: Preview | null; refused: Refused | null } {
  if (answer === undefined) return { preview: null, refused: null };
  if ("occurrences" in answer) return { preview: answer, refused: null };
  return { preview: null, refused: { field: answer.field ?? null, message: answer.message } };
}

/** What booking it would do, following what is written and what happens in the calendar meanwhile. */
export function useSeriesPreview(wanted: PreviewSeriesInput | null, today: string) {
  const input = useSettledValue(wanted, SETTLE_MS);
  const { data, previousData, error, loading, refetch } = usePreviewSeriesQuery({
    ...(input === null ? { skip: true, variables: { input: EMPTY } } : { variables: { input } }),
    fetchPolicy: "no-cache",
  });
  const now = readAnswer(data?.previewSeries);
  const shown = now.preview ?? (loading ? readAnswer(previousData?.previewSeries).preview : null);
  const news = useNews(now.preview, input);
  useCalendarRevision(today, (revision) => {
    if (now.preview && revision > now.preview.revision) void refetch().catch(() => undefined);
  });
  return {
    preview: input === null ? null : shown,
    refused: now.refused,
    error: error ?? null,
    /** What is shown is not what was asked for last. */
    waiting: loading || JSON.stringify(input) !== JSON.stringify(wanted),
    again: () => void refetch().catch(() => undefined),
    news,
  };
}

const EMPTY: PreviewSeriesInput = { sessionType: "", dates: { start: "", recurrence: "", policy: "REFUSE" } };

/** What came to be otherwise while the same was asked: somebody else's doing. */
export function useNews(preview: Preview | null, input: object | null): readonly { id: string; says: string }[] {
  const before = useRef<{ preview: Preview; input: object | null } | null>(null);
  const [news, setNews] = useState<readonly { id: string; says: string }[]>([]);
  useEffect(() => {
    if (preview === null) return;
    const last = before.current;
    before.current = { preview, input };
    if (last === null || last.preview === preview) return;
    const heard = last.input === input ? differences(last.preview, preview) : [];
    if (heard.length === 0 && last.input === input) return;
    setNews(heard);
    for (const { says } of heard) announce(says);
  }, [preview, input]);
  return news;
}
