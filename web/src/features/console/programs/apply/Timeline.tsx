import { useState } from "react";
import type { ProgramPartsFragment } from "../../../../generated/console.ts";
import { useCoach } from "../../shell/coach.ts";
import { titleOfStep } from "../program-words.ts";
import styles from "./Apply.module.css";
import { PlannedRow } from "./PlannedRow.tsx";
import type { Times } from "./plan-words.ts";
import type { Plan, PlannedSession } from "./use-plan.ts";
import { clientNameOf, type Move, type WishToBook } from "./wish-to-book.ts";

interface TimelineProps {
  readonly program: ProgramPartsFragment;
  readonly plan: Plan;
  /** The times before the last change; null where nothing was changed. */
  readonly before: Times | null;
  readonly wish: WishToBook;
  readonly clientZone: string | null;
  /** `local` is the new start as it reads. */
  readonly onMove: (session: PlannedSession, move: Move, local: string) => void;
  readonly onRelease: (number: number) => void;
}

/** Every session of a plan down the page, in order. */
export function Timeline({ program, plan, before, wish, clientZone, onMove, onRelease }: TimelineProps) {
  const { timeZone } = useCoach();
  const [openNumber, setOpenNumber] = useState<number | null>(null);
  const clocks = {
    coachZone: timeZone,
    clientZone: clientZone ?? timeZone,
    clientName: clientNameOf(wish) ?? "the client",
  };
  return (
    <ol className={styles.timeline}>
      {plan.sessions.map((session, index) => {
        const step = program.steps[session.step];
        return (
          <PlannedRow
            key={session.number}
            session={session}
            previous={plan.sessions[index - 1]}
            title={step ? titleOfStep(step) : session.sessionType.name}
            hasWishes={
              step !== undefined && (step.weekdays.length > 0 || step.fromTime !== null || step.toTime !== null)
            }
            was={before?.get(session.number) ?? null}
            byHand={wish.byHand.has(session.number)}
            planZone={plan.timeZone}
            clocks={clocks}
            isOpen={openNumber === session.number}
            onOpen={(open) => setOpenNumber(open ? session.number : null)}
            onMove={(move, local) => onMove(session, move, local)}
            onRelease={() => onRelease(session.number)}
          />
        );
      })}
    </ol>
  );
}
