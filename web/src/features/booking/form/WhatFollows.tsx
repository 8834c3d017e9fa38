import type { Page } from "../BookingFlow.tsx";
import styles from "./DetailsStep.module.css";

/** What happens after the press, where it is not simply booked. */
export function WhatFollows({ page: { coach, sessionType } }: { page: Page }) {
  const { requiresApproval, approvalHours, requiresEmailProof } = sessionType;
  if (!requiresApproval && !requiresEmailProof) return null;
  return (
    <p className={styles["small"]}>
      {requiresEmailProof && "A code comes to your email address first; the time is kept until you enter it. "}
      {requiresApproval &&
        `${coach.name} answers within ${inWords(approvalHours)}. Until then the time is kept for you.`}
    </p>
  );
}

function inWords(hours: number): string {
  if (hours % 24 === 0 && hours > 24) return `${hours / 24} days`;
  return hours === 1 ? "an hour" : `${hours} hours`;
}
