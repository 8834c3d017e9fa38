import { useState } from "react";
import { useUpdateWaitlistSettingsMutation, useWaitlistSettingsQuery } from "../../../generated/console.ts";
import { formatDuration, formatTime } from "../../../lib/time.ts";
import { Select } from "../../../ui/Select.tsx";
import { toast } from "../../../ui/Toaster.tsx";
import { unansweredProblem } from "../shell/save-problem.ts";
import styles from "./Waitlist.module.css";

const LENGTHS = [10, 15, 30, 45, 60, 120, 240, 480, 720, 1440];

/** How long somebody has to accept what is offered. */
export function OfferSettings() {
  const { data, refetch } = useWaitlistSettingsQuery({ fetchPolicy: "cache-and-network" });
  const [save] = useUpdateWaitlistSettingsMutation();
  const [problem, setProblem] = useState<string | null>(null);
  const minutes = data?.viewer?.waitlistSettings?.offerMinutes;
  if (minutes === undefined) return null;
  async function choose(offerMinutes: number) {
    const answer = await save({ variables: { offerMinutes } }).then(
      (result) => result.data?.updateWaitlistSettings,
      () => undefined,
    );
    if (answer?.__typename !== "WaitlistSettings") return setProblem((answer ?? unansweredProblem()).message);
    setProblem(null);
    await refetch().catch(() => undefined);
    return toast({ tone: "success", message: `Offers are kept for ${formatDuration(answer.offerMinutes)} now.` });
  }
  const lengths = [...new Set([...LENGTHS, minutes])].toSorted((a, b) => a - b);
  return (
    <section className={styles.settings} aria-label="How offers work">
      <Select
        dense
        label="An offer is kept for"
        className={styles.length ?? ""}
        options={lengths.map((length) => ({ id: String(length), label: formatDuration(length) }))}
        value={String(minutes)}
        onChange={(length) => void choose(Number(length))}
        error={problem ?? undefined}
      />
      <p className={styles.explain}>
        Unanswered, it goes to the next. Close to the session people have less: a quarter of the time that is left, five
        minutes at least. Nobody is asked between {formatTime("22:00")} and {formatTime("07:00")} of their own clock: an
        offer of the night is told in the morning, and that time is not counted.
      </p>
    </section>
  );
}
