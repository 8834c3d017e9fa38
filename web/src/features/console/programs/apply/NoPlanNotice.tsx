import { Link } from "wouter";
import type { ProgramPartsFragment } from "../../../../generated/console.ts";
import { formatDateRange } from "../../../../lib/calendar.ts";
import { addDays } from "../../../../lib/dates.ts";
import { Button, buttonClass } from "../../../../ui/Button.tsx";
import { Notice } from "../../../../ui/Notice.tsx";
import { reasonWords } from "../../series/preview/state-words.ts";
import { programAddress } from "../program-addresses.ts";
import { countOf, titleOfStep } from "../program-words.ts";
import type { NoPlan } from "./use-plan.ts";
import type { WishToBook } from "./wish-to-book.ts";

interface NoPlanNoticeProps {
  readonly program: ProgramPartsFragment;
  readonly wish: WishToBook;
  readonly miss: NoPlan;
  readonly onChange: (how: (wish: WishToBook) => WishToBook) => void;
}

/** Which session finds no place, why, and what would make room for it. */
export function NoPlanNotice({ program, wish, miss, onChange }: NoPlanNoticeProps) {
  const step = stepOf(program, miss.session);
  const reason = miss.reasons[0];
  const title = `Session ${miss.session + 1} of ${program.sessionCount} finds no time`;
  return (
    <Notice
      tone="warning"
      live
      title={title}
      actions={
        <>
          {wish.moves.size > 0 && (
            <Button
              size="s"
              icon="undo"
              onPress={() => onChange((now) => ({ ...now, moves: new Map(), byHand: new Set(), restFollows: true }))}
            >
              Take your moves back
            </Button>
          )}
          <Button
            size="s"
            onPress={() =>
              onChange((now) => ({ ...now, startDate: addDays(now.startDate, 7), moves: new Map(), byHand: new Set() }))
            }
          >
            Start a week later
          </Button>
          <Link href={programAddress(program.id)} className={buttonClass({ size: "s" })}>
            Change the program
          </Link>
          <Link href="/console/hours" className={buttonClass({ size: "s" })}>
            Open more hours
          </Link>
        </>
      }
    >
      <p>
        {step ? `${titleOfStep(step)} would` : "It would"} have to be {miss.fromDate === miss.toDate ? "on" : "within"}{" "}
        {formatDateRange(miss.fromDate, miss.toDate)}, and nothing is free there
        {reason ? `: ${lower(reasonWords(reason))}` : ""}. More room between the sessions, more than{" "}
        {countOf(program.spareWeeks, "spare week")}, or more hours would help.
      </p>
    </Notice>
  );
}

function stepOf({ steps }: ProgramPartsFragment, session: number) {
  let first = 0;
  for (const step of steps) {
    first += step.count;
    if (session < first) return step;
  }
  return undefined;
}

const lower = (words: string): string => `${words.slice(0, 1).toLowerCase()}${words.slice(1)}`;
