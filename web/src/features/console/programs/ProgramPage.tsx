import { Link } from "wouter";
import { useProgramsQuery, useSessionTypesQuery } from "../../../generated/console.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { PageFrame } from "../shell/PageFrame.tsx";
import { PageEmpty, PageError, RowsLoading } from "../shell/PageStates.tsx";
import { ProgramEditor } from "./ProgramEditor.tsx";
import { ALL_PROGRAMS } from "./program-addresses.ts";

/** A program to be written; null as id begins a new one. */
export function ProgramPage({ programId }: { readonly programId: string | null }) {
  const programs = useProgramsQuery();
  const types = useSessionTypesQuery();
  const all = programs.data?.viewer?.programs;
  const known = types.data?.viewer?.sessionTypes;
  const program = all?.find(({ id }) => id === programId) ?? null;
  const error = programs.error ?? types.error;
  if (all && known && known.length > 0 && (program !== null || programId === null)) {
    return <ProgramEditor key={programId} program={program} types={known} />;
  }
  return (
    <PageFrame title={programId === null ? "New program" : "Program"}>
      {all && known ? (
        known.length === 0 ? (
          <NoTypes />
        ) : (
          <NoProgram />
        )
      ) : error ? (
        <PageError
          what="The program"
          error={error}
          onRetry={() => {
            void programs.refetch();
            void types.refetch();
          }}
        />
      ) : (
        <RowsLoading rows={4} />
      )}
    </PageFrame>
  );
}

export function NoProgram() {
  return (
    <PageEmpty
      title="No such program"
      action={
        <Link href={ALL_PROGRAMS} className={buttonClass({ size: "s" })}>
          All programs
        </Link>
      }
    >
      It may have been deleted, or the address is mistyped.
    </PageEmpty>
  );
}

function NoTypes() {
  return (
    <PageEmpty
      title="First, something to book"
      action={
        <Link href="/console/session-types" className={buttonClass({ size: "s" })}>
          Session types
        </Link>
      }
    >
      A program is made of sessions. Create a session type, then put it into a program.
    </PageEmpty>
  );
}
