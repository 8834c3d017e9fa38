import { useSearchParams } from "wouter";
import { useSessionTypesQuery } from "../../../../generated/console.ts";
import { addDays } from "../../../../lib/dates.ts";
import { dateOf, wallTime } from "../../../../lib/time.ts";
import { Notice } from "../../../../ui/Notice.tsx";
import { isLocalDate } from "../../calendar/calendar-view.ts";
import { useCoach } from "../../shell/coach.ts";
import { PageFrame } from "../../shell/PageFrame.tsx";
import { PageEmpty, PageError, RowsLoading } from "../../shell/PageStates.tsx";
import styles from "../Bulk.module.css";
import { BulkParts } from "../BulkParts.tsx";
import { ChangeBar } from "./ChangeBar.tsx";
import { type ChangeDraft, newChange, readChange, useKeptChange } from "./change-draft.ts";
import { doneWords } from "./change-words.ts";
import { LastChangeLine } from "./LastChangeLine.tsx";
import { SessionTable } from "./SessionTable.tsx";
import { useCarryOut } from "./use-carry-out.ts";
import { useChangeMany } from "./use-change-many.ts";
import { WhatChanges } from "./WhatChanges.tsx";
import { WhichSessions } from "./WhichSessions.tsx";

/** Moves, cancels or changes many sessions at once: which, what, what it would do to each, and the one press. */
export function ChangeManyPage() {
  const coach = useCoach();
  const today = dateOf(wallTime(Date.now(), coach.offsetMinutes));
  const [kept, keep] = useKeptChange();
  const fresh = useAskedDates(today);
  const draft = kept ?? fresh;
  const types = useSessionTypesQuery().data?.viewer?.sessionTypes ?? [];
  const { sessions, preview, problem, error, busy, refetch } = useChangeMany(draft, coach.timeZone, today);
  const run = useCarryOut(() => {
    keep(() => null);
    refetch();
  }, refetch);
  const change = (part: Partial<ChangeDraft>) => {
    run.clear();
    keep(() => ({ ...draft, ...part }));
  };
  const ids = sessions?.map(({ booking }) => booking.id) ?? [];
  const none = problem?.field?.startsWith("change.selection") ? problem.message : null;
  return (
    <PageFrame
      title="In bulk"
      lead="Move, cancel or change many sessions at once. You see what becomes of each before it is done."
    >
      <BulkParts />
      <LastChangeLine />
      <WhichSessions draft={draft} types={types} today={today} onChange={change} />
      <WhatChanges draft={draft} types={types} onChange={change} />
      {error ? (
        <PageError what="The sessions" error={error} onRetry={refetch} />
      ) : none !== null ? (
        <PageEmpty title="No sessions">{none}</PageEmpty>
      ) : sessions === null ? (
        <RowsLoading rows={5} />
      ) : (
        <SessionTable draft={draft} sessions={sessions} preview={preview} busy={busy} onChange={change} />
      )}
      {problem && none === null && (
        <Notice tone="danger" live>
          {problem.message}
        </Notice>
      )}
      {sessions !== null && sessions.length > 0 && (
        <ChangeBar
          draft={draft}
          preview={preview}
          busy={busy}
          changing={run.changing}
          problem={run.problem}
          onMessage={(message) => change({ message })}
          onPress={() => {
            const input = readChange(draft, ids, coach.timeZone);
            if (input === null || preview === null) return;
            const { kind, message } = draft;
            void run.carryOut({
              change: input,
              message,
              shown: preview.fingerprint,
              says: (count) => doneWords(kind, count),
            });
          }}
        />
      )}
      <span className={styles.hidden} role="status">
        {busy ? "Looking at the calendar" : ""}
      </span>
    </PageFrame>
  );
}

/** The dates that the address names, as links from the calendar do; else tomorrow. */
function useAskedDates(today: string): ChangeDraft {
  const [search] = useSearchParams();
  const tomorrow = addDays(today, 1);
  const [from, to] = [search.get("from"), search.get("to")];
  return newChange(isLocalDate(from) ? from : tomorrow, isLocalDate(to) ? to : isLocalDate(from) ? from : tomorrow);
}
