import { Link, useLocation, useSearchParams } from "wouter";
import { type ProgramPartsFragment, useProgramsQuery } from "../../../generated/console.ts";
import { buttonClass } from "../../../ui/Button.tsx";
import { classes } from "../../../ui/classes.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { PageFrame } from "../shell/PageFrame.tsx";
import { PageEmpty, PageError, RowsLoading } from "../shell/PageStates.tsx";
import { useShortcuts } from "../shell/use-shortcuts.ts";
import { ProgramParts } from "./ProgramParts.tsx";
import styles from "./Programs.module.css";
import { bookAddress, NEW_PROGRAM, programAddress } from "./program-addresses.ts";
import { extentOf, summaryOf } from "./program-words.ts";

/** What a coach books as a whole, again and again. */
export function ProgramsPage() {
  const { data, error, refetch } = useProgramsQuery({ fetchPolicy: "cache-and-network" });
  const [, navigate] = useLocation();
  const programs = data?.viewer?.programs;
  const [search] = useSearchParams();
  const client = search.get("client");
  useShortcuts({ new: () => navigate(NEW_PROGRAM) });
  const add = (
    <Link href={NEW_PROGRAM} className={buttonClass({ variant: "primary", size: "s" })}>
      <Icon name="plus" />
      New program
    </Link>
  );
  return (
    <PageFrame
      title="Programs"
      lead="Several sessions in one plan. Choose a client and a start date, and each session is put where it fits best."
      actions={programs && programs.length > 0 && add}
    >
      <ProgramParts />
      {programs ? (
        programs.length === 0 ? (
          <PageEmpty title="No programs yet" action={add}>
            A program is what you book with most clients: an intake, eight weekly sessions, a review. Write it down
            once, then book it whole.
          </PageEmpty>
        ) : (
          <ul className={styles.list}>
            {programs.map((program) => (
              <ProgramRow key={program.id} program={program} client={client} />
            ))}
          </ul>
        )
      ) : error ? (
        <PageError what="The programs" error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsLoading rows={3} />
      )}
    </PageFrame>
  );
}

interface ProgramRowProps {
  readonly program: ProgramPartsFragment;
  /** For whom it is chosen. */
  readonly client: string | null;
}

function ProgramRow({ program, client }: ProgramRowProps) {
  return (
    <li className={styles.row}>
      <div className={styles.text}>
        <Link href={programAddress(program.id)} className={styles.name ?? ""}>
          {program.name}
        </Link>
        <p className={styles.summary}>{summaryOf(program.steps)}.</p>
        <p className={styles.facts}>{extentOf(program.steps)}</p>
      </div>
      <Link
        href={bookAddress(program.id, client)}
        className={classes(buttonClass({ size: "s" }), styles.book)}
        aria-label={`Book ${program.name}`}
      >
        Book…
      </Link>
    </li>
  );
}
