import { useEffect, useRef } from "react";
import { Link } from "wouter";
import { announce } from "../../../ui/Announcer.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { PageFrame } from "../shell/PageFrame.tsx";
import styles from "./Bulk.module.css";
import { ALL_RUNS } from "./bulk-addresses.ts";
import { GROUPS, type Item, type Run, runWords } from "./bulk-words.ts";
import { ItemGroup } from "./ItemGroup.tsx";
import { RunProgress } from "./RunProgress.tsx";
import { RunReport } from "./RunReport.tsx";
import { StartBar } from "./StartBar.tsx";
import { useRunActions } from "./use-run-actions.ts";

interface BulkRunProps {
  readonly run: Run & { readonly items: readonly Item[] };
}

/** All clients of a run: what has to be mended first, then what is planned, being booked or booked. */
export function BulkRun({ run }: BulkRunProps) {
  const actions = useRunActions(run);
  useSaidAloud(run);
  const isDraft = run.status === "DRAFT";
  return (
    <PageFrame
      title={`${run.name} for many`}
      lead={isDraft || run.status === "RUNNING" ? runWords(run) : undefined}
      actions={
        isDraft && (
          <div className={styles.actions}>
            <Button size="s" isPending={actions.doing === "delete"} onPress={() => void actions.remove()}>
              {actions.doing === "delete" ? "Deleting…" : "Delete draft"}
            </Button>
            <Button size="s" isPending={actions.doing === "replan"} onPress={() => void actions.replan()}>
              {actions.doing === "replan" ? "Planning…" : "Plan anew"}
            </Button>
          </div>
        )
      }
    >
      <Link href={ALL_RUNS} className={styles.back ?? ""}>
        <Icon name="chevronLeft" /> In bulk
      </Link>
      {run.status === "RUNNING" && <RunProgress run={run} actions={actions} />}
      {!isDraft && run.status !== "RUNNING" && <RunReport run={run} actions={actions} />}
      {isDraft && run.problem && (
        <Notice tone="warning" live>
          {run.problem}
        </Notice>
      )}
      {run.ignoredColumns.length > 0 && isDraft && (
        <p className={styles.facts}>Not used from your list: {run.ignoredColumns.join(", ")}.</p>
      )}
      {GROUPS.map(({ status, title }) => (
        <ItemGroup
          key={status}
          title={title}
          items={run.items.filter((item) => item.status === status)}
          isDraft={isDraft}
        />
      ))}
      {actions.problem && !isDraft && (
        <Notice tone="warning" live>
          {actions.problem}
        </Notice>
      )}
      {isDraft && <StartBar run={run} actions={actions} />}
    </PageFrame>
  );
}

/** The turns of a run, for those who do not see the bar grow. */
function useSaidAloud(run: Run): void {
  const before = useRef(run.status);
  const words = runWords(run);
  useEffect(() => {
    if (before.current !== run.status) announce(words);
    before.current = run.status;
  }, [run.status, words]);
}
