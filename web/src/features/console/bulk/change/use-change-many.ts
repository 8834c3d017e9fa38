import { usePreviewBulkChangeQuery } from "../../../../generated/console.ts";
import { useCalendarRevision } from "../../series/use-calendar-revision.ts";
import { type ChangeDraft, listing, readChange } from "./change-draft.ts";
import type { Change, ChangedSession } from "./change-words.ts";

interface Listing {
  /** All that the dates and filters select, in order; null while that is looked up. */
  readonly sessions: readonly ChangedSession[] | null;
  readonly preview: Change | null;
  readonly problem: { readonly message: string; readonly field: string | null } | null;
  readonly error: { readonly message: string } | null;
  readonly busy: boolean;
  readonly refetch: () => void;
}

/** The selected sessions, and what the change would do to them; both follow the calendar. */
export function useChangeMany(draft: ChangeDraft, timeZone: string, today: string): Listing {
  const asked = { fetchPolicy: "network-only", notifyOnNetworkStatusChange: true } as const;
  const list = usePreviewBulkChangeQuery({ variables: { input: listing(draft) }, ...asked });
  const listed = answerOf(list);
  const sessions = listed?.__typename === "BulkChangePreview" ? listed.sessions : null;
  const input = readChange(draft, sessions?.map(({ booking }) => booking.id) ?? [], timeZone);
  const change = usePreviewBulkChangeQuery({
    variables: { input: input ?? listing(draft) },
    ...asked,
    skip: input === null,
  });
  const previewed = input === null ? undefined : answerOf(change);
  const refetch = () => {
    void list.refetch();
    if (input !== null) void change.refetch();
  };
  const known = listed?.__typename === "BulkChangePreview" ? listed.revision : -1;
  useCalendarRevision(today, (revision) => {
    if (revision > known) refetch();
  });
  return {
    sessions: listed === undefined ? null : (sessions ?? []),
    preview: previewed?.__typename === "BulkChangePreview" ? previewed : null,
    problem: problemOf(listed) ?? problemOf(previewed),
    error: (listed === undefined ? list.error : previewed === undefined ? change.error : null) ?? null,
    busy: list.loading || change.loading,
    refetch,
  };
}

type Query = ReturnType<typeof usePreviewBulkChangeQuery>;
type Answer = NonNullable<Query["data"]>["previewBulkChange"];

const answerOf = ({ data, previousData, error }: Query): Answer | undefined =>
  (data ?? (error ? undefined : previousData))?.previewBulkChange;

function problemOf(answer: Answer | undefined) {
  if (answer === undefined || answer.__typename === "BulkChangePreview") return null;
  return { message: answer.message, field: answer.__typename === "InvalidInput" ? answer.field : null };
}
