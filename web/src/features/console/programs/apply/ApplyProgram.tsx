import { useRef, useState } from "react";
import { Link } from "wouter";
import type { ProgramPartsFragment } from "../../../../generated/console.ts";
import { dateOf, wallTime } from "../../../../lib/time.ts";
import { announce } from "../../../../ui/Announcer.tsx";
import { Button } from "../../../../ui/Button.tsx";
import { Icon } from "../../../../ui/Icon.tsx";
import { Notice } from "../../../../ui/Notice.tsx";
import { useCoach } from "../../shell/coach.ts";
import { PageFrame } from "../../shell/PageFrame.tsx";
import { PageError, RowsLoading } from "../../shell/PageStates.tsx";
import programs from "../Programs.module.css";
import { programAddress } from "../program-addresses.ts";
import { summaryOf } from "../program-words.ts";
import styles from "./Apply.module.css";
import { ForWhom } from "./ForWhom.tsx";
import { NoPlanNotice } from "./NoPlanNotice.tsx";
import { PlanBar } from "./PlanBar.tsx";
import { PlanControls } from "./PlanControls.tsx";
import { momentWords, type Times, timesOf } from "./plan-words.ts";
import { Timeline } from "./Timeline.tsx";
import { useBookProgram } from "./use-book-program.ts";
import { usePlan } from "./use-plan.ts";
import { useWish } from "./use-wish.ts";
import { clientZoneOf, type Move, moved, released, replanned } from "./wish-to-book.ts";

/** Client and start date, the plan that follows from them, and the press that books it whole. */
export function ApplyProgram({ program }: { readonly program: ProgramPartsFragment }) {
  const coach = useCoach();
  const today = dateOf(wallTime(Date.now(), coach.offsetMinutes));
  const { wish, change, forget } = useWish(program.id, today);
  const { planning, busy, refetch } = usePlan(wish, today);
  const [before, setBefore] = useState<Times | null>(null);
  const client = useRef<HTMLInputElement>(null);
  const { book, booking, refusal, clear } = useBookProgram({
    onBooked: forget,
    onChanged: () => {
      if (planning.kind === "plan") setBefore(timesOf(planning.plan));
      refetch();
    },
  });
  const plan = planning.kind === "plan" ? planning.plan : null;

  /** What is planned otherwise from here on is told beside what was planned before. */
  function rearrange(how: Parameters<typeof change>[0]) {
    setBefore(plan && timesOf(plan));
    clear();
    change(how);
  }
  function put(number: number, move: Move, says: string) {
    announce(`Session ${number + 1} is put on ${says}.`);
    rearrange((now) => moved(now, number, move, plan?.sessions ?? []));
  }
  function press() {
    if (wish.client === null && wish.added === null) {
      client.current?.focus();
      return void book(wish, "");
    }
    if (plan) void book(wish, plan.fingerprint);
  }
  return (
    <PageFrame title={`Book ${program.name}`} lead={`${summaryOf(program.steps)}.`}>
      <Link href={programAddress(program.id)} className={programs.back ?? ""}>
        <Icon name="chevronLeft" /> {program.name}
      </Link>
      <ForWhom
        wish={wish}
        refusal={refusal ?? (planning.kind === "refused" ? planning : null)}
        inputRef={client}
        onChange={(part) => {
          setBefore(null);
          clear();
          change((now) => ({ ...now, ...part }));
        }}
      />
      {planning.kind === "loading" && <RowsLoading rows={program.sessionCount > 6 ? 6 : program.sessionCount} />}
      {planning.kind === "failed" && <PageError what="The plan" error={planning.error} onRetry={refetch} />}
      {planning.kind === "refused" && planning.field !== "startDate" && (
        <Notice tone="danger" live>
          {planning.message}
        </Notice>
      )}
      {planning.kind === "none" && (
        <NoPlanNotice program={program} wish={wish} miss={planning.miss} onChange={(how) => rearrange(how)} />
      )}
      {plan && (
        <section aria-label="The plan" aria-busy={busy} className={styles.plan}>
          <PlanControls
            wish={wish}
            onRestFollows={(restFollows) =>
              rearrange((now) => (restFollows ? replanned(now) : { ...now, restFollows }))
            }
            onStartOver={() => rearrange((now) => ({ ...now, moves: new Map(), byHand: new Set() }))}
          />
          <Timeline
            program={program}
            plan={plan}
            before={before}
            wish={wish}
            clientZone={clientZoneOf(wish)}
            onMove={(session, move, local) => put(session.number, move, momentWords(local))}
            onRelease={(number) => rearrange((now) => released(now, number))}
          />
          <PlanBar plan={plan} wish={wish} refusal={refusal} busy={busy} booking={booking} onBook={press} />
        </section>
      )}
      {planning.kind !== "plan" && planning.kind !== "loading" && busy && (
        <Button size="s" isPending>
          Planning…
        </Button>
      )}
    </PageFrame>
  );
}
