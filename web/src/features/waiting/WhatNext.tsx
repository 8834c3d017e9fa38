import { Link } from "wouter";
import { CopyLink } from "../session/CopyLink.tsx";
import type { Waiting } from "./use-waiting.ts";
import styles from "./waiting.module.css";

/** What happens next, so that nobody has to keep the page open. */
export function WhatNext({ token, waiting: { entry, offer, link } }: { token: string; waiting: Waiting }) {
  if (offer) return null;
  const seat = entry.kind === "SESSION";
  return (
    <div className={styles["next"]}>
      <h3 className={styles["small"]}>What happens next</h3>
      <ul className={styles["points"]}>
        <li>
          When {seat ? "a seat comes free" : "such a time opens"} and it is your turn, it is kept for you alone: it
          appears here, and a message goes to {entry.email}.
        </li>
        <li>You then have until the time it names to accept. What opens during your night waits for your morning.</li>
        <li>You can close this page: its link is in the message that we have sent you. It is yours alone.</li>
      </ul>
      <div>
        <CopyLink path={`/waiting/${token}`} size="s" />
      </div>
      {link && entry.kind !== "SLOT" && (
        <p>
          Something else suits you after all? <Link href={link.path}>See the free times</Link>
        </p>
      )}
    </div>
  );
}
