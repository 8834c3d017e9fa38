import { useProgramsQuery, useSessionTypesQuery } from "../../../generated/console.ts";
import { PageFrame } from "../shell/PageFrame.tsx";
import { PageError, RowsLoading } from "../shell/PageStates.tsx";
import { NewBulk } from "./NewBulk.tsx";

/** Who shall be booked, and for what. */
export function NewBulkPage() {
  const programs = useProgramsQuery({ fetchPolicy: "cache-and-network" });
  const types = useSessionTypesQuery();
  const all = programs.data?.viewer?.programs;
  const known = types.data?.viewer?.sessionTypes;
  if (all && known) return <NewBulk programs={all} types={known} />;
  const error = programs.error ?? types.error;
  return (
    <PageFrame title="Book for many">
      {error ? (
        <PageError
          what="The programs"
          error={error}
          onRetry={() => {
            void programs.refetch();
            void types.refetch();
          }}
        />
      ) : (
        <RowsLoading rows={5} />
      )}
    </PageFrame>
  );
}
