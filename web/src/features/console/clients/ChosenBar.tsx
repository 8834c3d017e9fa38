import { useLocation } from "wouter";
import { dateOf, wallTime } from "../../../lib/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { NEW_RUN } from "../bulk/bulk-addresses.ts";
import { newBulkDraft, useKeptBulk } from "../bulk/bulk-draft.ts";
import type { PickedClient } from "../panel/ClientPicker.tsx";
import { countOf } from "../programs/program-words.ts";
import { useCoach } from "../shell/coach.ts";
import styles from "./ClientsPage.module.css";

interface ChosenBarProps {
  readonly chosen: readonly PickedClient[];
  readonly onClear: () => void;
}

/** What can be done for the clients that are chosen. */
export function ChosenBar({ chosen, onClear }: ChosenBarProps) {
  const { offsetMinutes } = useCoach();
  const [, navigate] = useLocation();
  const [, keep] = useKeptBulk();
  function book() {
    keep((before) => ({
      ...(before ?? newBulkDraft(dateOf(wallTime(Date.now(), offsetMinutes)))),
      clients: chosen,
      from: "clients",
    }));
    navigate(NEW_RUN);
  }
  return (
    <div className={styles.bar}>
      <p className={styles.sum} aria-live="polite">
        {countOf(chosen.length, "client")} chosen
      </p>
      <Button variant="quiet" size="s" onPress={onClear}>
        Clear
      </Button>
      <Button variant="primary" size="s" onPress={book}>
        Book for {countOf(chosen.length, "client")}…
      </Button>
    </div>
  );
}
