import { Button } from "../../../ui/Button.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Alternatives } from "../../session/Alternatives.tsx";
import type { Slot } from "../../slots/slot-board.ts";
import type { JoinProblem } from "./use-wait-form.ts";

type JoinProblemNoticeProps = { problem: JoinProblem; onChoose: (slot: Slot) => void; onOthers: (() => void) | null };

/** What stands in the way of waiting: mostly that it is not needed. */
export function JoinProblemNotice({ problem, onChoose, onOthers }: JoinProblemNoticeProps) {
  switch (problem.__typename) {
    case "TimeFree":
      return (
        <Notice
          tone="success"
          live
          title="This is free now"
          actions={
            <>
              <Alternatives slots={problem.slots} onChoose={onChoose} />
              {onOthers && (
                <Button variant="quiet" onPress={onOthers}>
                  Wait for other times
                </Button>
              )}
            </>
          }
        >
          Book it at once instead of waiting.
        </Notice>
      );
    case "SlotNotOffered":
      return (
        <Notice
          tone="warning"
          live
          title={problem.message}
          actions={<Alternatives slots={problem.alternatives} onChoose={onChoose} />}
        >
          {problem.alternatives.length > 0 ? "These times are free:" : "Choose another time to wait for."}
        </Notice>
      );
    case "Already":
      return (
        <Notice live title="Look in your mail">
          {problem.message}
        </Notice>
      );
    case "Plain":
      return (
        <Notice tone="danger" live>
          {problem.message}
        </Notice>
      );
  }
}
