import { useLocation } from "wouter";
import {
  useCopyAvailabilityTemplateMutation,
  useCreateAvailabilityTemplateMutation,
} from "../../../../generated/console.ts";
import type { AvailabilityWindowInput } from "../../../../generated/schema.ts";
import { toast } from "../../../../ui/Toaster.tsx";
import { useCoach } from "../../shell/coach.ts";
import { unansweredProblem } from "../../shell/save-problem.ts";
import { addressOf } from "./TemplateRail.tsx";

const REFETCH = { refetchQueries: ["Hours"], awaitRefetchQueries: true };

export const USUAL_WEEK: AvailabilityWindowInput[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  start: "09:00",
  end: "17:00",
}));

/** New hours, or a copy of some: for nobody yet, so that nothing changes before the coach says what they are for. */
export function useNewTemplate() {
  const coach = useCoach();
  const [, navigate] = useLocation();
  const [create, creating] = useCreateAvailabilityTemplateMutation(REFETCH);
  const [copy, copying] = useCopyAvailabilityTemplateMutation(REFETCH);

  async function show(sent: Promise<Sent>) {
    const answer = await sent.catch(() => undefined);
    if (answer?.__typename !== "AvailabilityTemplateSaved") {
      return toast({ tone: "danger", message: answer?.message ?? unansweredProblem().message });
    }
    return navigate(`${addressOf(answer.availabilityTemplate.id)}&details`, { replace: true });
  }
  return {
    add: () => {
      const input = { name: "New hours", timeZone: coach.timeZone, windows: USUAL_WEEK, isDefault: false };
      return show(create({ variables: { input } }).then(({ data }) => data?.createAvailabilityTemplate));
    },
    copy: (id: string) =>
      show(copy({ variables: { input: { id } } }).then(({ data }) => data?.copyAvailabilityTemplate)),
    busy: creating.loading || copying.loading,
  };
}

type Sent =
  | { readonly __typename: "AvailabilityTemplateSaved"; readonly availabilityTemplate: { readonly id: string } }
  | { readonly __typename: "InvalidInput" | "Refused"; readonly message: string }
  | undefined;
