import { Button } from "../../../ui/Button.tsx";
import { countOf } from "../programs/program-words.ts";
import styles from "./Bulk.module.css";
import { type Run, toTryIn, triedOf } from "./bulk-words.ts";
import type { RunActions } from "./use-run-actions.ts";

/** How far a run is, as it goes. */
export function RunProgress({ run, actions }: { readonly run: Run; readonly actions: RunActions }) {
  const { counts, allOrNothing } = run;
  const [done, total] = [triedOf(counts), toTryIn(counts)];
  return (
    <section aria-label="Progress" className={styles.progress}>
      <div className={styles.progressLine}>
        <p>
          {allOrNothing ? (
            `Booking ${countOf(total, "client")} in one go…`
          ) : (
            <>
              <b>{done}</b> of {countOf(total, "client")}
              <span className={styles.facts}> {countOf(counts.sessionsBooked, "session")} booked</span>
            </>
          )}
        </p>
        {!allOrNothing && (
          <Button size="s" isPending={actions.doing === "stop"} onPress={() => void actions.stop()}>
            {actions.doing === "stop" ? "Stopping…" : "Stop"}
          </Button>
        )}
      </div>
      <progress
        className={styles.meter}
        aria-label="Clients done"
        max={total}
        {...(!allOrNothing && { value: done })}
      />
      <p className={styles.facts}>It goes on when you leave this page.</p>
    </section>
  );
}
