import { useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import type { ProgramPartsFragment, SessionTypePartsFragment } from "../../../generated/console.ts";
import { dateOf, wallTime } from "../../../lib/time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Segmented } from "../../../ui/Segmented.tsx";
import { countOf } from "../programs/program-words.ts";
import { useCoach } from "../shell/coach.ts";
import { PageFrame } from "../shell/PageFrame.tsx";
import { useFirstProblem } from "../shell/use-first-problem.ts";
import styles from "./Bulk.module.css";
import { ALL_RUNS, runAddress } from "./bulk-addresses.ts";
import { type BulkDraft, countIn, type DraftProblems, newBulkDraft, readBulkDraft, useKeptBulk } from "./bulk-draft.ts";
import { lineCount } from "./bulk-words.ts";
import { ChooseClients } from "./ChooseClients.tsx";
import { GiveList } from "./GiveList.tsx";
import { useDraftRun } from "./use-draft-run.ts";
import { WhichProgram } from "./WhichProgram.tsx";
import { WhichSeries } from "./WhichSeries.tsx";

interface NewBulkProps {
  readonly programs: readonly ProgramPartsFragment[];
  readonly types: readonly SessionTypePartsFragment[];
}

/** Clients or a list of them, a program or a series; then all of it is planned, and shown before anything is booked. */
export function NewBulk({ programs, types }: NewBulkProps) {
  const coach = useCoach();
  const [, navigate] = useLocation();
  const [kept, keep] = useKeptBulk();
  const fresh = newBulkDraft(dateOf(wallTime(Date.now(), coach.offsetMinutes)));
  const draft = kept ?? (programs.length > 0 ? fresh : { ...fresh, what: "series" as const });
  const [problems, setProblems] = useState<DraftProblems | null>(null);
  const { send, sending, refusal, clear } = useDraftRun();
  const page = useRef<HTMLDivElement>(null);
  useFirstProblem(page, refusal ?? problems);
  const change = (part: Partial<BulkDraft>) => {
    setProblems(null);
    clear();
    keep(() => ({ ...draft, ...part }));
  };
  const errorAt = (...fields: string[]) =>
    refusal?.field && fields.includes(refusal.field) ? refusal.message : undefined;
  async function plan() {
    const read = readBulkDraft(draft, { program: programs[0]?.id ?? null, sessionType: types[0]?.id ?? null });
    if ("problems" in read) return setProblems(read.problems);
    setProblems(null);
    const id = await send(read.input);
    if (id === null) return undefined;
    keep(() => null);
    return navigate(runAddress(id));
  }
  const who = problems?.who ?? errorAt("clients");
  const count = countIn(draft);
  return (
    <PageFrame
      title="Book for many"
      lead="Choose who and what. Everybody’s sessions are planned beside each other’s, and nothing is booked before you have seen them."
    >
      <div ref={page} className={styles.contents}>
        <Link href={ALL_RUNS} className={styles.back ?? ""}>
          <Icon name="chevronLeft" /> In bulk
        </Link>
        <section aria-labelledby="who" className={styles.section}>
          <h2 id="who" className={styles.subtitle}>
            Who
          </h2>
          <Segmented
            label="Where they come from"
            hideLabel
            options={[
              { id: "clients", label: counted("Your clients", draft.clients.length) },
              { id: "list", label: counted("A list", lineCount(draft.csv)) },
            ]}
            value={draft.from}
            onChange={(from) => change({ from })}
          />
          {draft.from === "clients" ? (
            <ChooseClients chosen={draft.clients} onChange={(clients) => change({ clients })} />
          ) : (
            <GiveList csv={draft.csv} error={errorAt("csv")} onChange={(csv) => change({ csv })} />
          )}
          {who && (
            <Notice tone="danger" live>
              {who}
            </Notice>
          )}
        </section>
        <section aria-labelledby="what" className={styles.section}>
          <h2 id="what" className={styles.subtitle}>
            What
          </h2>
          <Segmented
            label="What is booked"
            hideLabel
            options={[
              { id: "program", label: "A program" },
              { id: "series", label: "A series" },
            ]}
            value={draft.what}
            onChange={(what) => change({ what })}
          />
          {draft.what === "program" ? (
            <WhichProgram draft={draft} programs={programs} errorAt={errorAt} onChange={change} />
          ) : (
            <WhichSeries draft={draft} types={types} problems={problems ?? {}} errorAt={errorAt} onChange={change} />
          )}
        </section>
        {refusal && !SHOWN.has(refusal.field ?? "") && (
          <Notice tone="danger" live>
            {refusal.message}
          </Notice>
        )}
        <div className={styles.bar}>
          <p className={styles.sum}>{count === 0 ? "Nobody is chosen yet." : `${countOf(count, "client")} chosen.`}</p>
          <Button
            variant="primary"
            isPending={sending}
            isDisabled={draft.what === "program" && programs.length === 0}
            onPress={() => void plan()}
          >
            {sending ? "Planning…" : "Show the plan"}
          </Button>
        </div>
      </div>
    </PageFrame>
  );
}

const SHOWN = new Set(["csv", "clients", "program.startDate", "series.start", "series.recurrence", "series.minutes"]);

const counted = (words: string, count: number): string => (count === 0 ? words : `${words} · ${count}`);
