import { Link } from "wouter";
import { buttonClass } from "../../../ui/Button.tsx";
import { PageFrame } from "../shell/PageFrame.tsx";
import { PageEmpty, PageError, RowsLoading } from "../shell/PageStates.tsx";
import { BulkRun } from "./BulkRun.tsx";
import { ALL_RUNS } from "./bulk-addresses.ts";
import { useRun } from "./use-run.ts";

/** A run from its draft to its report. */
export function RunPage({ id }: { readonly id: string }) {
  const { run, isAnswered, error, refetch } = useRun(id);
  if (run) return <BulkRun run={run} />;
  return (
    <PageFrame title="In bulk">
      {isAnswered ? (
        <PageEmpty
          title="It is not there any more"
          action={
            <Link href={ALL_RUNS} className={buttonClass({ size: "s" })}>
              All that was done in bulk
            </Link>
          }
        >
          The draft was deleted, or the address is mistyped.
        </PageEmpty>
      ) : error ? (
        <PageError what="What was planned" error={error} onRetry={refetch} />
      ) : (
        <RowsLoading rows={6} />
      )}
    </PageFrame>
  );
}
