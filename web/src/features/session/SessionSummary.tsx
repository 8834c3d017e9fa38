import type { ReactNode } from "react";
import type { PlaceKind } from "../../generated/schema.ts";
import { initials } from "../../lib/initials.ts";
import { Icon, type IconName } from "../../ui/Icon.tsx";
import styles from "./SessionSummary.module.css";

export type SessionSummaryProps = {
  coach: { name: string; headline: string | null };
  session: { name: string; description: string | null };
  facts: readonly { icon: IconName; label: string; text: ReactNode }[];
  children?: ReactNode;
};

/** What, and with whom. */
export function SessionSummary({ coach, session, facts, children }: SessionSummaryProps) {
  return (
    <div className={styles["summary"]}>
      <div className={styles["coach"]}>
        <span className={styles["monogram"]} aria-hidden="true">
          {initials(coach.name)}
        </span>
        <span>
          <span className={styles["name"]}>{coach.name}</span>
          {coach.headline && <span className={styles["headline"]}>{coach.headline}</span>}
        </span>
      </div>
      <h1 className={styles["session"]}>{session.name}</h1>
      {session.description && <p className={styles["description"]}>{session.description}</p>}
      <Facts facts={facts} />
      {children}
    </div>
  );
}

export function Facts({ facts }: { facts: SessionSummaryProps["facts"] }) {
  return (
    <dl className={styles["facts"]}>
      {facts.map(({ icon, label, text }) => (
        <div key={label} className={styles["fact"]}>
          <dt className={styles["icon"]}>
            <Icon name={icon} />
            <span className={styles["label"]}>{label}</span>
          </dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

const places = {
  VIDEO: { icon: "video", text: "Video call", at: "Video call: " },
  // A phone place always has the coach's number.
  PHONE: { icon: "phone", text: "Phone call: you call, and get the number once booked", at: "You call " },
  ADDRESS: { icon: "pin", text: "In person", at: "" },
} as const satisfies Record<PlaceKind, { icon: IconName; text: string; at: string }>;

/** A meeting link or number is for those who have booked; an address tells everyone where to come. */
export function placeFact(
  place: { kind: PlaceKind; detail: string },
  booked: boolean,
): SessionSummaryProps["facts"][number] {
  const { icon, text, at } = places[place.kind];
  const shown =
    place.kind === "ADDRESS" ? (
      place.detail || text
    ) : booked && place.detail ? (
      <PlaceDetail at={at} kind={place.kind} detail={place.detail} />
    ) : (
      text
    );
  return { icon, label: "Where", text: shown };
}

function PlaceDetail({ at, kind, detail }: { at: string; kind: PlaceKind; detail: string }) {
  const web = /^https:\/\/\S+$/.test(detail);
  const href = web ? detail : kind === "PHONE" ? `tel:${detail.replace(/[^+\d]/g, "")}` : null;
  return (
    <>
      {at}
      {href ? (
        <a href={href} rel="noreferrer">
          {detail.replace("https://", "")}
        </a>
      ) : (
        detail
      )}
    </>
  );
}
