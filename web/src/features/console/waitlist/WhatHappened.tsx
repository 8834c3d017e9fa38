import { useState } from "react";
import type { WaitingEntryQuery } from "../../../generated/console.ts";
import { formatAgo } from "../../../lib/left.ts";
import { useNow } from "../../../lib/use-now.ts";
import { Button } from "../../../ui/Button.tsx";
import panel from "../panel/Panel.module.css";
import { useCoach } from "../shell/coach.ts";
import { useLocalTimes } from "./use-local-times.ts";
import styles from "./Waitlist.module.css";
import { offerWords } from "./wish-words.ts";

type Entry = NonNullable<WaitingEntryQuery["waitlistEntry"]>;
type Offer = NonNullable<Entry["offers"]>[number];
type Pass = NonNullable<Entry["passedOver"]>[number];

const FIRST_SHOWN = 5;

/** What was offered and what became of it; and the times that went by, with the reason. */
export function WhatHappened({ entry }: { readonly entry: Entry }) {
  const { timeZone } = useCoach();
  const offers = (entry.offers ?? []).filter(({ status }) => status !== "OPEN");
  const passes = entry.passedOver ?? [];
  const timeOf = useLocalTimes(
    [...offers, ...passes].map(({ startAt }) => startAt),
    timeZone,
  );
  return (
    <>
      {offers.length > 0 && (
        <Group title="Offered before">
          {offers.map((offer) => (
            <OfferItem key={offer.id} offer={offer} time={timeOf(offer.startAt)} />
          ))}
        </Group>
      )}
      {passes.length > 0 && (
        <Group title="Passed over">
          {passes.map((pass) => (
            <PassItem key={`${pass.at} ${pass.startAt} ${pass.reason}`} pass={pass} time={timeOf(pass.startAt)} />
          ))}
        </Group>
      )}
    </>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: React.ReactNode[] }) {
  const [all, setAll] = useState(false);
  return (
    <section className={panel.form}>
      <h3 className={panel.formTitle}>{title}</h3>
      <ul className={styles.happened}>{all ? children : children.slice(0, FIRST_SHOWN)}</ul>
      {!all && children.length > FIRST_SHOWN && (
        <Button variant="quiet" size="s" className={styles.all ?? ""} onPress={() => setAll(true)}>
          Show all {children.length}
        </Button>
      )}
    </section>
  );
}

function OfferItem({ offer, time }: { readonly offer: Offer; readonly time: string | null }) {
  const now = useNow(30_000);
  const passed = offer.passedOver ?? [];
  return (
    <li>
      <b>{time ?? "…"}</b> {offerWords(offer)}
      {offer.byHand && ", offered by you"}{" "}
      <span className={styles.quiet}>{formatAgo(now - Date.parse(offer.closedAt ?? offer.offeredAt))}</span>
      {passed.length > 0 && (
        <span className={styles.because}>
          {passed.map(({ entry, message }) => `${entry.name} was ahead. ${message}`).join(" ")}
        </span>
      )}
    </li>
  );
}

function PassItem({ pass, time }: { readonly pass: Pass; readonly time: string | null }) {
  const now = useNow(30_000);
  return (
    <li>
      <b>{time ?? "…"}</b> {pass.offer ? `went to ${pass.offer.entry.name}` : "went to nobody on the list"}{" "}
      <span className={styles.quiet}>{formatAgo(now - Date.parse(pass.at))}</span>
      <span className={styles.because}>{pass.message}</span>
    </li>
  );
}
