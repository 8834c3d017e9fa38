import { usePreviewSeriesChangeQuery } from "../../../../generated/console.ts";
import type { SeriesChangeInput } from "../../../../generated/schema.ts";
import { useCalendarRevision } from "../use-calendar-revision.ts";
import { readAnswer, useNews } from "../use-series-preview.ts";
import { useSettledValue } from "../use-settled-value.ts";

const SETTLE_MS = 200;
const EMPTY: SeriesChangeInput = { series: "", keepExceptions: true, policy: "REFUSE" };

/** What a change would do, following what is written and what happens in the calendar meanwhile. */
export function useChangePreview(wanted: SeriesChangeInput | null, today: string) {
  const input = useSettledValue(wanted, SETTLE_MS);
  const { data, previousData, error, loading, refetch } = usePreviewSeriesChangeQuery({
    ...(input === null ? { skip: true, variables: { input: EMPTY } } : { variables: { input } }),
    fetchPolicy: "no-cache",
  });
  const now = readAnswer(data?.previewSeriesChange);
  const news = useNews(now.preview, input);
  useCalendarRevision(today, (revision) => {
    if (now.preview && revision > now.preview.revision) void refetch().catch(() => undefined);
  });
  return {
    preview:
      input === null ? null : (now.preview ?? (loading ? readAnswer(previousData?.previewSeriesChange).preview : null)),
    refused: now.refused,
    error: error ?? null,
    waiting: loading || JSON.stringify(input) !== JSON.stringify(wanted),
    again: () => void refetch().catch(() => undefined),
    news,
    input,
  };
}
