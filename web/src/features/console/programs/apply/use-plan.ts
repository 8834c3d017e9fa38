import {
  type NoPlanPartsFragment,
  type ProgramPlanPartsFragment,
  usePlanProgramQuery,
} from "../../../../generated/console.ts";
import { isLocalDate } from "../../calendar/calendar-view.ts";
import { useCalendarRevision } from "../../series/use-calendar-revision.ts";
import { planInput, type WishToBook } from "./wish-to-book.ts";

export type Plan = ProgramPlanPartsFragment;
export type PlannedSession = Plan["sessions"][number];
export type NoPlan = NoPlanPartsFragment;

export type Planning =
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly error: { readonly message: string } }
  | { readonly kind: "plan"; readonly plan: Plan }
  | { readonly kind: "none"; readonly miss: NoPlan }
  | { readonly kind: "refused"; readonly message: string; readonly field: string | null };

/** The plan for what is wanted, made anew whenever the calendar changes while it is looked at. */
export function usePlan(wish: WishToBook, today: string) {
  const input = planInput(wish);
  const { data, previousData, error, loading, refetch } = usePlanProgramQuery({
    variables: { input },
    skip: !isLocalDate(wish.startDate),
    fetchPolicy: "network-only",
    notifyOnNetworkStatusChange: true,
  });
  // An old plan is no answer to a new question that got none.
  const answer = (data ?? (error ? undefined : previousData))?.planProgram;
  // What others book meanwhile is seen before it is in the way.
  useCalendarRevision(today, (revision) => {
    if (answer?.__typename !== "ProgramPlan" || revision > answer.revision) void refetch();
  });
  const planning: Planning =
    answer === undefined ? (error ? { kind: "failed", error } : { kind: "loading" }) : planningOf(answer);
  return { planning, busy: loading, refetch: () => void refetch() };
}

type Answer = NonNullable<ReturnType<typeof usePlanProgramQuery>["data"]>["planProgram"];

function planningOf(answer: Answer): Planning {
  switch (answer.__typename) {
    case "ProgramPlan":
      return { kind: "plan", plan: answer };
    case "NoPlan":
      return { kind: "none", miss: answer };
    case "InvalidInput":
      return { kind: "refused", message: answer.message, field: answer.field };
    default:
      return { kind: "refused", message: answer.message, field: null };
  }
}
