import { useState } from "react";
import { useCreateAvailabilityTemplateMutation } from "../../../generated/console.ts";
import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { useCoach } from "../shell/coach.ts";
import { PageEmpty } from "../shell/PageStates.tsx";
import { unansweredProblem } from "../shell/save-problem.ts";
import { USUAL_WEEK } from "./weekly/use-new-template.ts";

/** Nobody can book before there are hours: begin with a usual week and change it. */
export function FirstHours() {
  const coach = useCoach();
  const [problem, setProblem] = useState<string | null>(null);
  const [create, { loading }] = useCreateAvailabilityTemplateMutation({ refetchQueries: ["Hours"] });
  async function begin() {
    setProblem(null);
    const input = { name: "Weekly hours", timeZone: coach.timeZone, windows: USUAL_WEEK, isDefault: true };
    try {
      const { data } = await create({ variables: { input } });
      const answer = data?.createAvailabilityTemplate;
      if (answer?.__typename !== "AvailabilityTemplateSaved")
        setProblem(answer?.message ?? unansweredProblem().message);
    } catch {
      setProblem(unansweredProblem().message);
    }
  }
  return (
    <PageEmpty
      title="You are closed all week"
      action={
        <>
          {problem !== null && (
            <Notice tone="danger" live>
              {problem}
            </Notice>
          )}
          <Button variant="primary" isPending={loading} onPress={() => void begin()}>
            {loading ? "Opening…" : "Open Monday to Friday, 9 to 5"}
          </Button>
        </>
      }
    >
      Clients see no times before you set your hours. Begin with a usual week, and change it day by day.
    </PageEmpty>
  );
}
