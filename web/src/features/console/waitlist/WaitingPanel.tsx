import { useEffect, useState } from "react";
import { type DeskEntryPartsFragment, useWaitingEntryQuery } from "../../../generated/console.ts";
import { formatAgo } from "../../../lib/left.ts";
import { formatDuration } from "../../../lib/time.ts";
import { useNow } from "../../../lib/use-now.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Panel } from "../../../ui/Panel.tsx";
import panel from "../panel/Panel.module.css";
import { SeatDetails } from "../panel/SeatDetails.tsx";
import { useCoach } from "../shell/coach.ts";
import { Swatch } from "../shell/Swatch.tsx";
import { OfferForm } from "./OfferForm.tsx";
import { useLocalTimes } from "./use-local-times.ts";
import type { LiveWaitlist } from "./use-waitlist.ts";
import { useWaitlistActions } from "./use-waitlist-actions.ts";
import { OpenOffer } from "./WaitingRow.tsx";
import styles from "./Waitlist.module.css";
import { WhatHappened } from "./WhatHappened.tsx";
import { WishLine } from "./WishLine.tsx";
import { endWords } from "./wish-words.ts";

interface WaitingPanelProps {
  readonly entry: DeskEntryPartsFragment;
  readonly live: LiveWaitlist;
  readonly onClose: () => void;
}

/** Everything about one who waits: what for, what was offered, why not, and a time by hand. */
export function WaitingPanel({ entry, live, onClose }: WaitingPanelProps) {
  const { data, refetch } = useWaitingEntryQuery({ variables: { id: entry.id }, fetchPolicy: "cache-and-network" });
  const { waitlist } = live;
  useEffect(() => {
    if (waitlist !== null) void refetch().catch(() => undefined);
  }, [waitlist, refetch]);
  const [removing, setRemoving] = useState(false);
  const actions = useWaitlistActions(entry, live.doing);
  const coach = useCoach();
  const timeOf = useLocalTimes([entry.startAt, entry.offer?.startAt ?? null], coach.timeZone);
  const waits = entry.status === "WAITING";
  const details = data?.waitlistEntry;
  return (
    <Panel
      title={entry.name}
      onClose={onClose}
      footer={
        waits && !removing ? (
          <>
            <Button variant="quiet" size="s" onPress={() => setRemoving(true)}>
              Take off the list…
            </Button>
            <Button size="s" isPending={actions.busy === "favour"} onPress={() => actions.favour(!entry.favoured)}>
              {entry.favoured ? "Back in turn" : "Put first"}
            </Button>
          </>
        ) : undefined
      }
    >
      <Wish entry={entry} timeOf={timeOf} />
      {actions.problem !== null && (
        <Notice tone="danger" live>
          {actions.problem}
        </Notice>
      )}
      {entry.offer && (
        <div className={styles.offerBox}>
          <OpenOffer offer={entry.offer} timeOf={timeOf} />
          <Button size="s" isPending={actions.busy === "withdraw"} onPress={actions.withdraw}>
            {actions.busy === "withdraw" ? "Withdrawing…" : "Withdraw offer"}
          </Button>
        </div>
      )}
      {removing && waits && (
        <TakeOff
          entry={entry}
          busy={actions.busy === "remove"}
          onRemove={actions.remove}
          onKeep={() => setRemoving(false)}
        />
      )}
      {waits && entry.offer === null && !removing && <OfferForm entry={entry} doing={live.doing} />}
      <SeatDetails seat={{ ...entry, guests: [], answers: details?.answers ?? [] }} />
      {details && <WhatHappened entry={details} />}
    </Panel>
  );
}

interface WishProps {
  readonly entry: DeskEntryPartsFragment;
  readonly timeOf: (at: string) => string | null;
}

function Wish({ entry, timeOf }: WishProps) {
  const now = useNow(30_000);
  const { status, sessionType, minutes, joinedAt, position } = entry;
  const place = position === null ? null : position === 1 ? "next in line" : `${position - 1} ahead in line`;
  return (
    <div className={panel.times}>
      <p className={styles.facts}>
        <Swatch colour={sessionType.colour} />
        <span>
          {sessionType.name}, {formatDuration(minutes)}
        </span>
      </p>
      <p className={styles.panelWish}>
        <WishLine entry={entry} timeOf={timeOf} />
      </p>
      <p className={panel.zone}>
        joined {formatAgo(now - Date.parse(joinedAt))}
        {status === "WAITING" ? place && ` · ${place}` : ` · ${endWords(entry)}`}
      </p>
    </div>
  );
}

interface TakeOffProps {
  readonly entry: DeskEntryPartsFragment;
  readonly busy: boolean;
  readonly onRemove: () => void;
  readonly onKeep: () => void;
}

function TakeOff({ entry, busy, onRemove, onKeep }: TakeOffProps) {
  return (
    <div className={panel.form}>
      <h3 className={panel.formTitle}>Take {entry.name} off the list?</h3>
      <p>
        This cannot be undone: to wait again, they join again at the end of the line.
        {entry.offer && " Their offer ends, and the time goes to the next."}
      </p>
      <div className={panel.buttons}>
        <Button variant="quiet" size="s" onPress={onKeep}>
          Keep them
        </Button>
        <Button variant="danger" size="s" isPending={busy} onPress={onRemove}>
          {busy ? "Taking off…" : "Take off the list"}
        </Button>
      </div>
    </div>
  );
}
