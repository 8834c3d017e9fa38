import { useBulkRunNewsSubscription, useBulkRunQuery } from "../../../generated/console.ts";
import { useResume } from "../shell/use-resume.ts";

/** A run as it is, live: what each event tells lands in the cache that the query reads from. */
export function useRun(id: string) {
  const { data, error, refetch } = useBulkRunQuery({ variables: { id }, fetchPolicy: "cache-and-network" });
  const resume = useResume();
  const { restart } = useBulkRunNewsSubscription({
    variables: { run: id },
    ignoreResults: true,
    onError: () => resume(() => restart()),
    onComplete: () => resume(() => restart()),
  });
  const node = data?.node;
  return {
    run: node?.__typename === "BulkRun" ? node : null,
    isAnswered: data !== undefined,
    error,
    refetch: () => void refetch(),
  };
}
