import type { PlacingStep } from "../../core/placing.ts";
import { GapUnit, type ProgramGap, type ProgramStep } from "../../entities/index.ts";

/** A week is any date nearer to it than to the next one. */
const DAYS_AROUND = 3;

/** A session of a program, before it has a time. */
export interface ProgramSession extends PlacingStep {
  /** The step that it belongs to, from 0. */
  readonly step: number;
}

/** Every session of a program in order, with its gap in local dates. */
export function sessionsOf(steps: readonly ProgramStep[]): ProgramSession[] {
  return steps.flatMap((step, index) =>
    Array.from({ length: step.count }, (_, nth): ProgramSession => {
      const gap = nth === 0 ? step.after : (step.every ?? step.after);
      return {
        step: index,
        sessionTypeId: step.sessionTypeId,
        minutes: step.minutes,
        after: index === 0 && nth === 0 ? firstGap(gap) : daysOf(gap),
        weekdays: step.weekdays,
        ...(step.fromTime === null ? {} : { fromTime: step.fromTime }),
        ...(step.toTime === null ? {} : { toTime: step.toTime }),
      };
    }),
  );
}

type Days = PlacingStep["after"];

function daysOf({ unit, min, wished, max }: ProgramGap): Days {
  if (unit === GapUnit.DAYS) return { min, wished, max };
  return { min: Math.max(0, 7 * min - DAYS_AROUND), wished: 7 * wished, max: 7 * max + DAYS_AROUND };
}

/** The first session counts from the start date: in week 0 is anywhere in the seven days that begin with it. */
function firstGap({ unit, min, wished, max }: ProgramGap): Days {
  // A wished weekday is worth more than to begin at once.
  if (unit === GapUnit.DAYS) return { min, wished, max, kept: max - wished };
  return { min: 7 * min, wished: 7 * wished, max: 7 * max + 6, kept: 6 };
}
