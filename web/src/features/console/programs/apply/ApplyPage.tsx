import { useProgramsQuery } from "../../../../generated/console.ts";
import { PageFrame } from "../../shell/PageFrame.tsx";
import { PageError, RowsLoading } from "../../shell/PageStates.tsx";
import { NoProgram } from "../ProgramPage.tsx";
import { ApplyProgram } from "./ApplyProgram.tsx";

/** Books a program for a client. */
export function ApplyPage({ programId }: { readonly programId: string }) {
  const { data, error, refetch } = useProgramsQuery({ fetchPolicy: "cache-and-network" });
  const programs = data?.viewer?.programs;
  const program = programs?.find(({ id }) => id === programId);
  if (program) return <ApplyProgram key={program.id} program={program} />;
  return (
    <PageFrame title="Book a program">
      {programs ? (
        <NoProgram />
      ) : error ? (
        <PageError what="The program" error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsLoading rows={4} />
      )}
    </PageFrame>
  );
}
