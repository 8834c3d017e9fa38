import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import type { DeskEntryPartsFragment } from "../../../generated/console.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { useCoach } from "../shell/coach.ts";
import { PageFrame } from "../shell/PageFrame.tsx";
import { PageEmpty, PageError, RowsLoading } from "../shell/PageStates.tsx";
import { useShortcuts } from "../shell/use-shortcuts.ts";
import { EndedWaits } from "./EndedWaits.tsx";
import { OfferSettings } from "./OfferSettings.tsx";
import { useLocalTimes } from "./use-local-times.ts";
import { useWaitlist } from "./use-waitlist.ts";
import { WaitingPanel } from "./WaitingPanel.tsx";
import { WaitingRow } from "./WaitingRow.tsx";
import styles from "./Waitlist.module.css";

/** Who waits for the coach's time, in the order of the list, live; and what she can do about it. */
export function WaitlistPage() {
  const { timeZone } = useCoach();
  const live = useWaitlist();
  const { waitlist, problem, retry } = live;
  const [search] = useSearchParams();
  const [openId, setOpenId] = useState(search.get("entry"));
  const opened = waitlist && [...waitlist.entries, ...waitlist.ended].find(({ id }) => id === openId);
  const close = () => setOpenId(null);
  useShortcuts(opened ? { close } : {});
  const all = waitlist ? [...waitlist.entries, ...waitlist.ended] : [];
  const timeOf = useLocalTimes(
    all.flatMap(({ startAt, offer }) => [startAt, offer?.startAt ?? null]),
    timeZone,
  );
  return (
    <PageFrame
      title="Waitlist"
      lead="When time opens, the first whom it suits gets it offered for a while. You can offer any time yourself."
      panel={opened && <WaitingPanel key={opened.id} entry={opened} live={live} onClose={close} />}
    >
      {waitlist === null && problem === null && <RowsLoading rows={4} />}
      {problem !== null && <PageError what="The waitlist" error={{ message: problem }} onRetry={retry} />}
      {waitlist && (
        <>
          {waitlist.entries.length === 0 ? (
            <NobodyWaits />
          ) : (
            <WaitingList entries={waitlist.entries} openId={openId} timeOf={timeOf} live={live} onOpen={setOpenId} />
          )}
          <EndedWaits ended={waitlist.ended} openId={openId} timeOf={timeOf} onOpen={setOpenId} />
          <OfferSettings />
        </>
      )}
    </PageFrame>
  );
}

interface WaitingListProps {
  readonly entries: readonly DeskEntryPartsFragment[];
  readonly openId: string | null;
  readonly timeOf: (at: string) => string | null;
  readonly live: ReturnType<typeof useWaitlist>;
  readonly onOpen: (id: string) => void;
}

function WaitingList({ entries, openId, timeOf, live, onOpen }: WaitingListProps) {
  return (
    <ol className={styles.list} aria-label="Who waits">
      {entries.map((entry) => (
        <WaitingRow
          key={entry.id}
          entry={entry}
          current={entry.id === openId}
          timeOf={timeOf}
          doing={live.doing}
          onOpen={() => onOpen(entry.id)}
        />
      ))}
    </ol>
  );
}

function NobodyWaits() {
  return (
    <PageEmpty
      title="Nobody waits"
      action={
        <Link href="/console/links" className={buttonClass({ size: "s" })}>
          See your booking links
        </Link>
      }
    >
      Clients who find no time that suits them, or a group that is full, can join the waitlist from your booking page.
      They appear here at once.
    </PageEmpty>
  );
}
