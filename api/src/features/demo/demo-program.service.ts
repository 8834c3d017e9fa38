import { ref } from "@mikro-orm/core";
import {
  type Coach,
  GapUnit,
  Program,
  type ProgramGap,
  type ProgramStep,
  type SessionType,
} from "../../entities/index.ts";

const weeks = (wished: number): ProgramGap => ({ unit: GapUnit.WEEKS, min: wished, wished, max: wished });
const firstWeek: ProgramGap = { unit: GapUnit.DAYS, min: 0, wished: 0, max: 6 };

/** What the coach books with most of her clients. */
export function demoProgram(coach: Coach, types: ReadonlyMap<string, SessionType>): Program {
  const [coaching, intro] = [types.get("coaching"), types.get("intro")];
  if (!coaching || !intro) throw new Error("The demo's program is of no type.");
  const any = { weekdays: [], fromTime: null, toTime: null };
  const steps: ProgramStep[] = [
    {
      ...any,
      ...{ name: "Intake", sessionTypeId: coaching.id, minutes: 90, count: 1, after: firstWeek, every: null },
    },
    {
      ...{ name: null, sessionTypeId: coaching.id, minutes: 60, count: 8, after: weeks(1), every: weeks(1) },
      ...{ weekdays: [2, 4], fromTime: "09:00", toTime: "13:00" },
    },
    { ...any, name: "Review", sessionTypeId: intro.id, minutes: 30, count: 1, after: weeks(2), every: null },
  ];
  return Object.assign(new Program(), { coach: ref(coach), name: "First quarter", spareWeeks: 2, steps });
}
