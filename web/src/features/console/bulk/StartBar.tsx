import { useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Segmented } from "../../../ui/Segmented.tsx";
import { countOf } from "../programs/program-words.ts";
import styles from "./Bulk.module.css";
import type { Run } from "./bulk-words.ts";
import type { RunActions } from "./use-run-actions.ts";

/** How it is booked, and the press that does it. */
export function StartBar({ run, actions }: { readonly run: Run; readonly actions: RunActions }) {
  const [everybody, setEverybody] = useState(false);
  const { ready, sessionsReady, invalid, unplaced } = run.counts;
  const others = invalid + unplaced;
  const blocked = everybody && others > 0;
  return (
    <div className={styles.startBar}>
      {actions.problem && (
        <Notice tone="warning" live>
          {actions.problem}
        </Notice>
      )}
      <div className={styles.barLine}>
        <div className={styles.how}>
          <Segmented
            label="How it is booked"
            hideLabel
            options={[
              { id: "each", label: "As many as can be" },
              { id: "all", label: "All or none" },
            ]}
            value={everybody ? "all" : "each"}
            onChange={(how) => setEverybody(how === "all")}
          />
          <p className={styles.facts} data-warning={blocked || undefined}>
            {blocked
              ? `${countOf(others, "client")} cannot be booked yet. Mend or leave out ${others === 1 ? "this line" : "these lines"} first.`
              : everybody
                ? "If one cannot be booked, nobody is."
                : others > 0
                  ? `${countOf(others, "client")} will not be booked.`
                  : "Each client is booked whole, or told here why not."}
          </p>
        </div>
        <Button
          variant="primary"
          data-start=""
          isPending={actions.doing === "start"}
          isDisabled={ready === 0 || blocked}
          onPress={() => void actions.start(everybody)}
        >
          {actions.doing === "start" ? "Starting…" : `Book ${countOf(sessionsReady, "session")}`}
        </Button>
      </div>
    </div>
  );
}
