import { useHoursQuery } from "../../../generated/console.ts";
import { PageFrame } from "../shell/PageFrame.tsx";
import { PageError, RowsLoading } from "../shell/PageStates.tsx";
import { FirstHours } from "./FirstHours.tsx";
import { TimeOffSection } from "./TimeOffSection.tsx";
import { WeeklyHours } from "./WeeklyHours.tsx";

export function HoursPage() {
  const { data, error, refetch } = useHoursQuery({ fetchPolicy: "cache-and-network" });
  const viewer = data?.viewer;
  const templates = viewer?.availabilityTemplates ?? [];
  const current = templates.find(({ isDefault }) => isDefault) ?? templates[0];
  return (
    <PageFrame title="Hours" lead="When clients can book you. Open booking pages follow as soon as you save.">
      {viewer ? (
        <>
          {current ? <WeeklyHours key={current.id} template={current} /> : <FirstHours />}
          <TimeOffSection timeOff={viewer.timeOff ?? []} />
        </>
      ) : error ? (
        <PageError what="The hours" error={error} onRetry={() => void refetch()} />
      ) : (
        <RowsLoading rows={7} />
      )}
    </PageFrame>
  );
}
